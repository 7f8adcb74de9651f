using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Documents.Writing;

namespace Vekha.Web.Features.Control;

/// <summary>«Территории»: each territory with each measure, on any day.</summary>
public sealed class TerritoriesModel(Boards boards) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? Plan { get; set; }

    /// <summary><c>plan</c>: in the order of the plan; otherwise the worst first.</summary>
    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>Which side stands across; by itself the shorter one.</summary>
    [BindProperty(SupportsGet = true, Name = "across")]
    public string? Side { get; set; }

    public TerritoryMatrix Matrix { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid programmeId) => await Load(programmeId) ? Page() : NotFound();

    public async Task<IActionResult> OnGetWord(Guid programmeId) =>
        await Load(programmeId) ? Give(WordPaper.Write, WordPaper.ContentType, "docx") : NotFound();

    public async Task<IActionResult> OnGetExcel(Guid programmeId) =>
        await Load(programmeId) ? Give(ExcelPaper.Write, ExcelPaper.ContentType, "xlsx") : NotFound();

    private async Task<bool> Load(Guid programmeId)
    {
        if (await boards.Open(programmeId, Plan) is not { } scene) return false;
        Matrix = new(scene, Sort == "plan", Side switch { "measures" => true, "territories" => false, _ => null });
        return true;
    }

    private FileContentResult Give(Action<Paper, Stream> write, string type, string ending)
    {
        using var file = new MemoryStream();
        write(MatrixPaper.Of(Matrix), file);
        return File(file.ToArray(), type, $"Территории на {Vekha.Wording.Ru.Digits(Matrix.Scene.Day)}.{ending}");
    }
}
