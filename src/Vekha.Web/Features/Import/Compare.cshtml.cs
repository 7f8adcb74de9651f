using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Import;

/// <summary>«Сравнение»: what is different between a document and what is already here.</summary>
[Authorize(Policy = ImportFeature.Confirm)]
public sealed partial class CompareModel(VekhaDb db, ImportDesk desk, PlanAccess access) : PageModel
{
    public ImportDraft Draft { get; private set; } = null!;
    public ReviewComparison? Comparison { get; private set; }

    /// <summary>What it is compared with, in words.</summary>
    public string With { get; private set; } = "";

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>Something to compare with.</summary>
    public sealed record Choice(string Title, string Address, bool IsChosen);

    /// <param name="id">The document.</param>
    /// <param name="plan">A plan to compare with; its own plan or its own draft when nothing is named.</param>
    /// <param name="import">An earlier document to compare with.</param>
    public async Task<IActionResult> OnGet(Guid id, Guid? plan, Guid? import)
    {
        if (await desk.Open(id) is not { } open) return NotFound();
        Draft = open.Draft;
        if (Draft.State is not (ImportState.Ready or ImportState.Assembled)) return Redirect($"/desk/import/progress/{id}");
        var plans = await db.Plans.AsNoTracking().Where(p => p.ProgrammeId == Draft.ProgrammeId).OrderByDescending(p => p.First).Select(p => new { p.Id, p.Title, p.First, p.Last }).ToListAsync();
        var others = await db.Imports.AsNoTracking().Where(d => d.ProgrammeId == Draft.ProgrammeId && d.Id != id && (d.State == ImportState.Ready || d.State == ImportState.Assembled))
            .OrderByDescending(d => d.UploadedAt).Select(d => new { d.Id, d.FileName }).ToListAsync();
        plan ??= import is null ? Draft.PlanId ?? (others.Count == 0 && plans.Count == 1 ? plans[0].Id : null) : null;
        import ??= plan is null ? others.Select(o => (Guid?)o.Id).FirstOrDefault() : null;
        Choices =
        [
            .. plans.Select(p => new Choice($"План: {p.Title}, {Vekha.Wording.Ru.Period(new(p.First, p.Last))}", $"/desk/import/compare/{id}?plan={p.Id}", p.Id == plan)),
            .. others.Select(o => new Choice($"Документ: {o.FileName}", $"/desk/import/compare/{id}?import={o.Id}", o.Id == import)),
        ];
        With = plans.Find(p => p.Id == plan) is { } chosen ? $"с планом: {chosen.Title}"
            : others.Find(o => o.Id == import) is { } other ? $"с документом: {other.FileName}" : "с тем, что прочитано из документа";
        if (await Before(plan, import) is not { } before) return NotFound();
        var after = ComparedRows.Of(Draft.Review);
        Comparison = ReviewComparison.Of(before, after);
        await ShowChanges(before, after, with);
        return Page();
    }

    private Plan? with;

    private async Task<IReadOnlyList<ComparedRow>?> Before(Guid? plan, Guid? import)
    {
        if (plan is { } planId)
        {
            var found = await db.Plans.AsNoTracking().Include(p => p.Versions).Include(p => p.Stages).Include(p => p.Measures).ThenInclude(m => m.Executors).AsSplitQuery()
                .SingleOrDefaultAsync(p => p.Id == planId && p.ProgrammeId == Draft.ProgrammeId);
            with = found;
            return found is null ? null : ComparedRows.Of(found);
        }
        if (import is not { } importId) return ComparedRows.Of(Review.Of(Draft.Draft));
        var other = await desk.Open(importId);
        return other is { Draft.ReviewText: not null } ? ComparedRows.Of(other.Draft.Review) : null;
    }
}

/// <summary>Rows of a review and of a running plan in the form in which they are compared.</summary>
internal static class ComparedRows
{
    public static IReadOnlyList<ComparedRow> Of(Review review)
    {
        var codes = PlanCodes.Of(review);
        return [.. review.Rows.Select(r => new ComparedRow(codes[r.Id], r.Stage is { } s && s < review.Stages.Count ? review.Stages[s].Title : null,
            r.Title, [.. r.Executors.Select(e => e.Name)], r.DeadlineText, r.Deadlines))];
    }

    public static IReadOnlyList<ComparedRow> Of(Plan plan)
    {
        var stages = plan.Stages.ToDictionary(s => s.Id, s => s.Title);
        return [.. plan.Rows.Select(m => new ComparedRow(m.Code, m.StageId is { } s ? stages[s] : null,
            m.Title, [.. m.Executors.OrderBy(e => e.Position).Select(e => e.Name)], m.DeadlineText, m.Deadlines))];
    }
}
