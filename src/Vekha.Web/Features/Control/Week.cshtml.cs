using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Documents.Writing;

namespace Vekha.Web.Features.Control;

/// <summary>«К совещанию»: the week before the day, to read aloud on Monday and to take along.</summary>
public sealed class WeekModel(Boards boards, DelayCounts delays) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? Plan { get; set; }

    public WeekComparison Week { get; private set; } = null!;
    public IReadOnlyList<CountedDelay> Reasons { get; private set; } = [];
    public IReadOnlySet<Guid>? Openable { get; private set; }

    public bool MayOpen(BoardRow row) => Openable is null || Openable.Contains(row.Item.Id);

    public async Task<IActionResult> OnGet(Guid programmeId) => await Load(programmeId) ? Page() : NotFound();

    public async Task<IActionResult> OnGetWord(Guid programmeId) =>
        await Load(programmeId) ? Give(WordPaper.Write, WordPaper.ContentType, "docx") : NotFound();

    public async Task<IActionResult> OnGetExcel(Guid programmeId) =>
        await Load(programmeId) ? Give(ExcelPaper.Write, ExcelPaper.ContentType, "xlsx") : NotFound();

    private async Task<bool> Load(Guid programmeId)
    {
        if (await boards.Open(programmeId, Plan) is not { } scene) return false;
        Week = new(scene);
        if (scene.Plan is { } plan) Reasons = await delays.Of(plan.Id, scene.Day.AddDays(-6), scene.Day);
        Openable = await boards.Openable(scene.Programme);
        return true;
    }

    private FileContentResult Give(Action<Paper, Stream> write, string type, string ending)
    {
        using var file = new MemoryStream();
        write(MeetingPaper.Of(Week, Reasons), file);
        return File(file.ToArray(), type, $"К совещанию {Vekha.Wording.Ru.Digits(Week.Scene.Day)}.{ending}");
    }
}
