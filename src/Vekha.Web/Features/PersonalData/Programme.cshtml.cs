using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>«Цели и согласия» of a programme; the blank of a consent to be signed by hand.</summary>
public sealed class ProgrammeModel(VekhaDb db, DataAccess access, Journal journal, Actor actor, Saying say, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Plans.Programme Programme { get; private set; } = null!;
    public bool MayKeep { get; private set; }
    public IReadOnlyList<Purpose> Purposes { get; private set; } = [];
    public IReadOnlyDictionary<Guid, int> Given { get; private set; } = new Dictionary<Guid, int>();
    public IReadOnlyList<PurposeUse> Missing => [.. Enum.GetValues<PurposeUse>().Except(Purposes.Select(p => p.Use))];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        Guid[] ids = [.. Purposes.Select(p => p.Id)];
        Given = await db.Consents.Where(c => ids.Contains(c.PurposeId) && c.WithdrawnOn == null && c.DestroyedOn == null).GroupBy(c => c.PurposeId).ToDictionaryAsync(g => g.Key, g => g.Count());
        return Page();
    }

    public async Task<IActionResult> OnGetBlank(Guid purpose)
    {
        if (!await Load() || Purposes.FirstOrDefault(p => p.Id == purpose) is not { Text: not null } chosen) return NotFound();
        using var content = new MemoryStream();
        WordPaper.Write(ConsentPaper.Of(chosen), content);
        return File(content.ToArray(), WordPaper.ContentType, $"Согласие, {chosen.Use.Word()}.docx");
    }

    public async Task<IActionResult> OnPostStandard()
    {
        if (!await Load() || !MayKeep) return NotFound();
        var owner = await db.Organisations.Where(o => o.Id == Programme.OrganisationId).Select(o => o.Name).SingleAsync();
        var made = StandardPurposes.For(Id, Programme.Name, owner, Purposes.Select(p => p.Use).ToHashSet(), time.GetUtcNow(), actor.Name);
        db.AddRange(made);
        foreach (var purpose in made) journal.Write("заведена цель обработки", "purpose", purpose.Id, after: new { purpose.Title, purpose.KeepMonths });
        await db.SaveChangesAsync();
        say.Done($"Заведено: {Vekha.Wording.Ru.Count(made.Count, "цель", "цели", "целей")}. Прочтите тексты и поправьте под свою программу.");
        return Redirect($"/desk/personal-data/programme/{Id}");
    }

    private async Task<bool> Load()
    {
        if (await access.Programme(Id) is not { } programme) return false;
        (Programme, MayKeep) = (programme, await access.MayKeep(programme));
        Purposes = await db.Purposes.AsNoTracking().Include(p => p.Texts).Where(p => p.ProgrammeId == Id).OrderBy(p => p.Id).ToListAsync();
        return true;
    }
}
