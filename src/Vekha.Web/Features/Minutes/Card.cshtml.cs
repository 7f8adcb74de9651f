using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Minutes;

/// <summary>The minutes as they will be printed; signing; extracts; letters with recommendations.</summary>
public sealed class CardModel(VekhaDb db, MinutesDesk desk, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MeetingMinutes Minutes { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public bool MayKeep { get; private set; }

    /// <summary>Codes of the decisions given to the reader; <c>null</c> when he reads all of it.</summary>
    public IReadOnlySet<string>? Own { get; private set; }
    public IReadOnlySet<string> Unknown { get; private set; } = new HashSet<string>();
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Load(false)) return NotFound();
        if (!Minutes.IsSigned) Unknown = await desk.Unknown(Minutes, Programme);
        return Page();
    }

    public async Task<IActionResult> OnPostSign(int version, DateOnly? on)
    {
        if (!await Load(true) || !MayKeep) return NotFound();
        if (on is not { } day) throw new Refusal("Протокол не подписан", "Не указан день", "Впишите, когда его подписал председательствующий") { Field = "on" };
        db.Expect(Minutes, version);
        var assignments = await desk.Sign(Minutes, Programme, day);
        say.Done($"{Minutes.Title}. На контроле {Ru.Count(assignments, Noun.Assignment)}.");
        return Redirect($"/desk/minutes/card/{Id}");
    }

    public async Task<IActionResult> OnPostSent(int version, Guid recommendation, DateOnly? on, string? number)
    {
        if (!await Load(true) || !MayKeep || Minutes.Recommendations.TrueForAll(r => r.Id != recommendation)) return NotFound();
        if (on is not { } day) throw new Refusal("Отправка не отмечена", "Не указан день", "Впишите дату письма") { Field = "on" };
        db.Expect(Minutes, version);
        Minutes.MarkSent(recommendation, day, number);
        journal.Write("рекомендации отправлены письмом", "minutes", Id, after: new { Кому = Minutes.Recommendations.Single(r => r.Id == recommendation).Addressee, День = day, Номер = number });
        await db.SaveChangesAsync();
        say.Done("Отправка записана.");
        return Redirect($"/desk/minutes/card/{Id}");
    }

    public async Task<IActionResult> OnGetPaper() =>
        await Load(false) && Own is null ? await Word(owner => MinutesPapers.Of(Minutes, owner), Minutes.Title) : NotFound();

    /// <param name="codes">«1.1, 2.3»; all of one's own when absent.</param>
    public async Task<IActionResult> OnGetExtract(string? codes)
    {
        if (!await Load(false) || !Minutes.IsSigned) return NotFound();
        var wanted = codes is null ? null : codes.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet();
        var chosen = Minutes.Decisions().Select(d => d.Code).Where(c => (Own is null || Own.Contains(c)) && (wanted is null || wanted.Contains(c))).ToHashSet();
        return chosen.Count == 0 ? NotFound() : await Word(owner => MinutesPapers.Extract(Minutes, owner, chosen), $"Выписка, {Minutes.Title}");
    }

    public async Task<IActionResult> OnGetLetter(Guid recommendation) =>
        await Load(false) && Own is null && Minutes.Recommendations.Find(r => r.Id == recommendation) is { } to ? await Word(owner => MinutesPapers.Letter(Minutes, to, owner), $"Письмо, {to.Addressee}") : NotFound();

    public Task ShowAgain() => Load(false);

    private async Task<FileContentResult> Word(Func<string, Paper> paper, string name)
    {
        var owner = await db.Organisations.Where(o => o.Id == Programme.OrganisationId).Select(o => o.Name).SingleAsync();
        using var content = new MemoryStream();
        WordPaper.Write(paper(owner), content);
        return File(content.ToArray(), WordPaper.ContentType, name + ".docx");
    }

    private async Task<bool> Load(bool tracked)
    {
        if (await desk.Find(Id, tracked) is not { } found) return false;
        (Minutes, Programme, MayKeep, Own) = found;
        Today = desk.Today(Programme);
        return true;
    }
}
