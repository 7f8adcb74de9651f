using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Documents.Writing;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Свод»: one date of a campaign over all units, as a page, Excel and Word.</summary>
public sealed class ConsolidatedModel(CampaignSheets sheets) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "date")]
    public Guid? Date { get; set; }

    [BindProperty(SupportsGet = true, Name = "compare")]
    public bool IsCompared { get; set; }

    public CampaignSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) ? Page() : NotFound();

    public async Task<IActionResult> OnGetExcel(Guid id) => await Load(id) ? Give(ExcelPaper.Write, ExcelPaper.ContentType, "xlsx", isWide: true) : NotFound();

    public async Task<IActionResult> OnGetWord(Guid id) => await Load(id) ? Give(WordPaper.Write, WordPaper.ContentType, "docx", isWide: false) : NotFound();

    private async Task<bool> Load(Guid id)
    {
        if (await sheets.Load(id, Date, IsCompared) is not { } sheet) return false;
        Sheet = sheet;
        return true;
    }

    private FileContentResult Give(Action<Paper, Stream> write, string type, string ending, bool isWide)
    {
        using var file = new MemoryStream();
        write(SheetPaper.Of(Sheet, isWide), file);
        return File(file.ToArray(), type, $"Свод к {Ru.Digits(Sheet.Date.Due)} на {Ru.Digits(Sheet.Day)}.{ending}");
    }
}
