using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Changes;

/// <summary>The paper of requests that are not decided yet, or of one request: what the council gets on its table.</summary>
public sealed class PaperModel(VekhaDb db, ChangeDesk desk, TimeProvider time) : PageModel
{
    /// <param name="id">The plan.</param>
    /// <param name="request">One request; all that wait when absent.</param>
    /// <param name="format"><c>docx</c> or <c>xlsx</c>.</param>
    public async Task<IActionResult> OnGet(Guid id, Guid? request, string format = "docx")
    {
        if (format is not ("docx" or "xlsx")) return NotFound();
        var requests = await (await desk.Seen()).AsNoTracking().Where(r => r.PlanId == id && (request == null ? r.State == ChangeState.Asked : r.Id == request)).OrderBy(r => r.Number).ToListAsync();
        if (requests.Count == 0) return NotFound();
        Guid[] rows = [.. requests.Select(r => r.MeasureId)];
        var measures = await db.Measures.AsNoTracking().Where(m => rows.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == id);
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        var on = programme.Today(time.GetUtcNow());
        var paper = ChangesPaper.Of(plan.Title, [requests.Any(r => r.State == ChangeState.Asked) ? $"проект, на {Ru.PaperDay(on)}" : $"на {Ru.PaperDay(on)}"],
            [.. requests.Select(r => Difference.Of(r, measures[r.MeasureId].Code, measures[r.MeasureId].Title))],
            [.. requests.Select(r => $"Запрос № {r.Number} ({r.FiledBy}, {Ru.Digits(r.FiledOn)}{(r.IsLate ? ", подан с нарушением срока" : "")}{(r.IsRepeated ? ", повторное продление" : "")}): {r.Reason} Влияние: {r.Impact}")],
            null, on);
        return TakeAway.File(this, paper, format, requests.Count == 1 ? $"Запрос на изменение № {requests[0].Number}" : $"Запросы на изменение, {programme.Name}");
    }
}
