using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Documents.Writing;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>«Просрочено» over all programmes, fifty a page.</summary>
public sealed class OverdueModel(OverdueList list, PageDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>The parts of co-executors, which decide nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "parts")]
    public bool Parts { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public IReadOnlyDictionary<Guid, ControlledProgramme> Programmes { get; private set; } = null!;
    public IReadOnlyList<OverdueRow> Rows { get; private set; } = [];
    public IReadOnlySet<Guid> Openable { get; private set; } = null!;
    public int Count { get; private set; }
    public int PartsCount { get; private set; }
    public int Pages => Math.Max(1, (Count + OverdueList.PageSize - 1) / OverdueList.PageSize);

    public async Task<IActionResult> OnGetExcel()
    {
        var programmes = (await list.Programmes()).ToDictionary(p => p.Id);
        if (Programme is { } chosen && !programmes.ContainsKey(chosen)) return NotFound();
        var (_, rows) = await list.Load(Programme, Parts, 1, OverdueList.FileSize);
        using var file = new MemoryStream();
        ExcelPaper.Write(ListPaper.Overdue(rows, programmes, Parts, day.Shown!.Value), file);
        return File(file.ToArray(), ExcelPaper.ContentType, $"Просрочено на {Ru.Digits(day.Shown!.Value)}.xlsx");
    }

    public async Task<IActionResult> OnGet()
    {
        Programmes = (await list.Programmes()).ToDictionary(p => p.Id);
        if (Programme is { } chosen && !Programmes.ContainsKey(chosen)) return NotFound();
        Number = Math.Max(1, Number);
        (Count, Rows) = await list.Load(Programme, Parts, Number);
        PartsCount = Parts ? Count : await list.CountParts(Programme);
        Openable = await list.Openable(Rows);
        return Page();
    }
}
