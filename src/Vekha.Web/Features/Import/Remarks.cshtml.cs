using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Documents.Writing;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

/// <summary>«Замечания к плану» while the document is confirmed: each leads to the row where it is mended.</summary>
[Authorize(Policy = ImportFeature.Confirm)]
public sealed class RemarksModel(ImportDesk desk, PageDay day) : PageModel
{
    public OpenImport Open { get; private set; } = null!;

    public RemarkList Remarks { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await desk.Open(id) is not { } open) return NotFound();
        if (open.Draft.State is not (ImportState.Ready or ImportState.Assembled)) return Redirect($"/desk/import/progress/{id}");
        Open = open;
        Remarks = Of(open);
        return Page();
    }

    public async Task<IActionResult> OnGetPaper(Guid id)
    {
        if (await desk.Open(id) is not { Draft.State: ImportState.Ready or ImportState.Assembled } open) return NotFound();
        var content = new MemoryStream();
        WordPaper.Write(Of(open).Paper(open.Draft.FileName, day.Today()), content);
        return File(content.ToArray(), WordPaper.ContentType, $"Замечания к плану, {Path.GetFileNameWithoutExtension(open.Draft.FileName)}.docx");
    }

    /// <summary>The remarks on a review as it stands now.</summary>
    internal static RemarkList Of(OpenImport open)
    {
        var review = open.Draft.Review;
        var codes = PlanCodes.Of(review);
        var days = new ReviewDays(review, open.Programme.Policy.Calendar(), open.Programme.Policy);
        string? Address(ReviewRow row) => open.Draft.State == ImportState.Ready ? $"/desk/import/review/{open.Draft.Id}?row={row.Id}#m-{row.Id}" : null;
        var moved = review.Rows.Select(r => (Row: r, Day: days.Of(r).OfType<Resolution.Days>().SelectMany(d => d.Items).FirstOrDefault(d => d.Nominal != d.Control && !days.Calendar.IsWorking(d.Nominal))))
            .Where(m => m.Day is not null)
            .Select(m => new MovedDay(codes[m.Row.Id], RemarkList.Moved(m.Day!.Nominal, m.Day.Control, m.Day.Why), m.Row.DeadlineText, Address(m.Row)));
        return new(review.Head.Title, PlanRemarks.Of(review), i => codes[review.Rows[i].Id], i => Address(review.Rows[i]), [.. moved]);
    }
}
