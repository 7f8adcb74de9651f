using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Documents.Writing;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>«Ход за период»: the quarterly text drawn from cards — percent, words, risk of every object; who is silent is named.</summary>
public sealed class SummaryModel(RegistryAccess access, ProgressText progress) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public string? FromWords { get; set; }

    [BindProperty(SupportsGet = true, Name = "until")]
    public string? UntilWords { get; set; }

    public RegistryOnDesk Desk { get; private set; } = null!;
    public DateOnly From { get; private set; }
    public DateOnly Until { get; private set; }
    public IReadOnlyList<ObjectProgress> Told { get; private set; } = [];
    public IReadOnlyList<ObjectProgress> Silent { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnGetWord()
    {
        if (!await Load()) return NotFound();
        var file = new MemoryStream();
        WordPaper.Write(new Paper
        {
            Title = $"Ход реализации\n{Desk.Registry.Title}",
            Lead = [$"{Desk.Programme.Name}, {Desk.Programme.Territory}", $"за период {Ru.RangeDigits(new(From, Until))}"],
            Body =
            [
                .. Told.SelectMany(t => new PaperBlock[] { new PaperParagraph($"{t.Name}, {t.Territory}. {t.Heading}".Trim(), Bold: true), new PaperParagraph(t.Text) }),
                .. Silent.Count == 0 ? Array.Empty<PaperBlock>() : [new PaperHeading("Нет сведений за период"), .. Silent.Select(s => new PaperParagraph($"{s.Name}, {s.Territory}: {s.Since}."))],
            ],
            Made = Until,
        }, file);
        return File(file.ToArray(), WordPaper.ContentType, $"Ход за период, {Ru.Digits(Until)}.docx");
    }

    private async Task<bool> Load()
    {
        if (await access.Find(Id) is not { } desk) return false;
        Desk = desk;
        var on = access.Shown(desk.Programme);
        // The quarter that goes on on the day of the page.
        var quarter = new DateOnly(on.Year, ((on.Month - 1) / 3 * 3) + 1, 1);
        // In its first month people still write about the one before: the report is due by the 10th.
        var (first, last) = on < quarter.AddMonths(1) ? (quarter.AddMonths(-3), quarter.AddDays(-1)) : (quarter, on);
        (From, Until) = (PageDay.Parse(FromWords) ?? first, PageDay.Parse(UntilWords) ?? last);
        if (From > Until) (From, Until) = (Until, From);
        var all = await progress.Of(access.Cards(desk), From, Until);
        (Told, Silent) = ([.. all.Where(p => !p.IsSilent)], [.. all.Where(p => p.IsSilent)]);
        return true;
    }
}
