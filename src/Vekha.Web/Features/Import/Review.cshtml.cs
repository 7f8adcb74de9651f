using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

/// <summary>«Разбор документа»: the document as it is beside what was understood. Every act is saved at once.</summary>
[Authorize(Policy = ImportFeature.Confirm)]
public sealed partial class ReviewModel(VekhaDb db, ImportDesk desk, Journal journal, Actor actor, PageDay day, TimeProvider time, Saying say) : PageModel, IShowsAgain
{
    /// <summary>Others may act at the same moment on other rows: their save does not spoil ours.</summary>
    private const int MostAttempts = 5;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>«document» keeps the order of the document; without it the doubtful rows come first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; }

    /// <summary>The question that is open, by its identity.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The row that is open.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Row { get; set; }

    /// <summary>The head of the plan is open.</summary>
    [BindProperty(SupportsGet = true, Name = "head")]
    public bool HeadIsOpen { get; set; }

    /// <summary>What the person had seen of the thing acted on, see <see cref="Seen"/>.</summary>
    [BindProperty]
    public string SeenAs { get; set; } = "";

    public ReviewView View { get; private set; } = null!;

    /// <summary>Approved plans of the programme: the document may be a new version of one of them.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Running { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (await desk.Open(Id) is not { } open) return NotFound();
        if (open.Draft.State == ImportState.Assembled) return Redirect(PlanAddress.Of(open.Draft.PlanId!.Value));
        if (open.Draft.State != ImportState.Ready) return Redirect($"/desk/import/progress/{Id}");
        View = new(open, Q, Row, HeadIsOpen, Order);
        Running = [.. (await db.Plans.AsNoTracking().Where(p => p.ProgrammeId == open.Programme.Id && p.IsApproved).OrderByDescending(p => p.First).Select(p => new { p.Id, p.Title }).ToListAsync()).Select(p => (p.Id, p.Title))];
        return Page();
    }

    /// <summary>The file as it was uploaded.</summary>
    public async Task<IActionResult> OnGetFile([FromServices] Files files)
    {
        if (await desk.Open(Id) is not { } open) return NotFound();
        return files.Download(await db.Files.AsNoTracking().SingleAsync(f => f.Id == open.Draft.FileId));
    }

    public async Task ShowAgain()
    {
        var open = await desk.Open(Id) ?? throw new InvalidOperationException("A form of a document that is not there.");
        open.Draft.Forget();
        View = new(open, Q, Row, HeadIsOpen, Order);
    }

    /// <summary>
    /// Does one verb on the review as it is now. Where somebody has changed the very thing since the person saw it,
    /// nothing is done and both texts are shown; changes to other rows stand side by side.
    /// </summary>
    /// <param name="now">How the thing is seen now; <c>null</c> when it is gone.</param>
    /// <param name="verb">What to do.</param>
    /// <param name="then">Where to go on the page.</param>
    /// <param name="differences">What the person wanted against what is there, a line each.</param>
    private async Task<IActionResult> Act(Func<OpenImport, string?> now, Func<Review, Review> verb, string then, Func<Review, IEnumerable<string>>? differences = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await desk.Open(Id) is not { } open) return NotFound();
            if (now(open) != SeenAs) return await BothTexts(open, differences);
            var changed = verb(open.Draft.Review);
            if (ReferenceEquals(changed, open.Draft.Review)) break;
            await Learn(open, open.Draft.Review, changed);
            open.Draft.Keep(changed, actor, time.GetUtcNow());
            journal.Write("разбор: " + changed.LastStep(), "import", open.Draft.Id);
            try
            {
                await db.SaveChangesAsync();
                break;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                await TakeBack(open.Draft);
            }
        }
        return Redirect(ReviewView.AddressOf(Id, Order) + then);
    }

    private async Task TakeBack(ImportDraft draft)
    {
        foreach (var entry in db.ChangeTracker.Entries<JournalEntry>().ToList()) entry.State = EntityState.Detached;
        foreach (var entry in db.ChangeTracker.Entries<Remembered>().ToList()) entry.State = EntityState.Detached;
        await db.Entry(draft).ReloadAsync();
        draft.Forget();
    }

    private async Task<IActionResult> BothTexts(OpenImport open, Func<Review, IEnumerable<string>>? differences)
    {
        ModelState.AddModelError("", $"Не сохранено. Пока вы смотрели, {open.Draft.ChangedBy} в {day.Local(open.Draft.ChangedAt):H:mm} изменил(а) разбор: {open.Draft.Review.LastStep() ?? "разбор начат заново"}. Сравните и повторите.");
        foreach (var line in differences?.Invoke(open.Draft.Review) ?? []) ModelState.AddModelError("", line);
        await ShowAgain();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static string? SeenRow(OpenImport open, int row) => open.Draft.Review.Row(row) is { } known ? Seen.Of(known) : null;

    private static string? SeenQuestion(OpenImport open, string question) => open.Draft.Review.Question(question) is { } known ? Seen.Of(known) : null;

    private static string? SeenWhole(OpenImport open) => Seen.Of(open.Draft);
}
