using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>«Факты»: what has happened, newest first; every narrowing stands in the address.</summary>
public sealed class IndexModel(VekhaDb db, FactDesk desk, FactList list, PageDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true, Name = "measure")]
    public Guid? Measure { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "territory")]
    public Guid? Territory { get; set; }

    [BindProperty(SupportsGet = true, Name = "object")]
    public Guid? Object { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "until")]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "withdrawn")]
    public bool Withdrawn { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<Programme> Programmes { get; private set; } = [];
    public IReadOnlyList<FactRow> Rows { get; private set; } = [];
    public IReadOnlyList<KindSum> Sums { get; private set; } = [];
    public IReadOnlyList<string> Kinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    /// <summary>Plans of the chosen programme, each with a page of norms.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Plans { get; private set; } = [];

    /// <summary>The measure or the object the list is narrowed to, in words.</summary>
    public string? About { get; private set; }
    public int Count { get; private set; }
    public int Pages => Math.Max(1, (Math.Min(Count, FactList.MostSummed) + FactList.PageSize - 1) / FactList.PageSize);
    public FactFilter Filter => new(Programme, Plan, Measure, Kind, Territory, Object, From, Until, Search, Withdrawn);

    public async Task<IActionResult> OnGet()
    {
        Programmes = await desk.Programmes();
        if (Programme is null && Programmes.Count == 1) Programme = Programmes[0].Id;
        var chosen = Programmes.FirstOrDefault(p => p.Id == Programme);
        if (Programme is not null && chosen is null) return NotFound();
        var found = await list.Found(Filter);
        (Count, Sums) = await FactList.Sum(found);
        Number = Math.Clamp(Number, 1, Pages);
        Rows = await list.Rows(found, (Number - 1) * FactList.PageSize, FactList.PageSize);
        if (chosen is not null)
        {
            (Kinds, Places) = (await desk.Kinds(chosen.Id), await desk.Places(chosen));
            Plans = [.. (await db.Plans.Where(p => p.ProgrammeId == chosen.Id && p.IsApproved).OrderBy(p => p.First).Select(p => new { p.Id, p.Title }).ToListAsync()).Select(p => (p.Id, p.Title))];
        }
        if (Measure is { } measure) About = Rows.Count > 0 ? $"{Rows[0].Code}. {Rows[0].Measure}" : await db.Measures.Where(m => m.Id == measure).Select(m => m.Code + ". " + m.Title).FirstOrDefaultAsync();
        else if (Object is { } thing) About = Rows.Count > 0 ? Rows[0].Fact.ObjectName : await db.FactObjects.Where(o => o.Id == thing).Select(o => o.Name).FirstOrDefaultAsync();
        return Page();
    }

    public async Task<IActionResult> OnGetExcel()
    {
        if (Programme is { } chosen && (await desk.Programmes()).All(p => p.Id != chosen)) return NotFound();
        var found = await list.Found(Filter);
        var (_, sums) = await FactList.Sum(found);
        using var file = new MemoryStream();
        ExcelPaper.Write(FactList.File(await list.Rows(found, 0, FactList.FileSize), sums, day.Today()), file);
        return File(file.ToArray(), ExcelPaper.ContentType, $"Факты на {Ru.Digits(day.Today())}.xlsx");
    }
}
