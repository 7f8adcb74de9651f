using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>«Список причин задержки»: what is offered to choose, and the record of what was chosen.</summary>
public sealed class DelayReasons(VekhaDb db)
{
    private IReadOnlyList<string>? offered;

    /// <summary>What may be chosen now, in order.</summary>
    public async Task<IReadOnlyList<string>> Offered()
    {
        if (offered is not null) return offered;
        var kept = await db.DelayReasons.AsNoTracking().OrderBy(r => r.Position).Select(r => new { r.Name, r.IsClosed }).ToListAsync();
        return offered = kept.Count == 0 ? DelayReason.Usual : [.. kept.Where(r => !r.IsClosed).Select(r => r.Name)];
    }

    public async Task<IReadOnlyList<SelectListItem>> Choices(string? chosen = null) => [.. (await Offered()).Select(r => new SelectListItem(r, r, r == chosen))];

    /// <summary>Refuses a delay without a reason from the list.</summary>
    /// <param name="not">«Отчёт не отправлен».</param>
    /// <param name="field">Where it is chosen on the form.</param>
    public async Task MustBeOffered(string? reason, string not, string field)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal(not, "Причина задержки не выбрана", "Выберите её из списка: по ней считают, что мешает чаще всего") { Field = field };
        if (!(await Offered()).Contains(reason)) throw new Refusal(not, $"Причины «{reason}» в списке больше нет", "Выберите другую") { Field = field };
    }

    /// <summary>The late report names its reason; the caller saves.</summary>
    public void Record(Assignment assignment, Report report, string reason)
    {
        report.BeLateBecause(reason);
        db.Add(new Delay(assignment.PlanId, assignment.MeasureId, assignment.Id, reason, report.LateReason, DelaySource.Report, report.Id, report.On));
    }

    /// <summary>The whole list to keep; before the first change it is the usual one.</summary>
    public async Task<List<DelayReason>> ToKeep()
    {
        var kept = await db.DelayReasons.OrderBy(r => r.Position).ToListAsync();
        return kept.Count > 0 ? kept : [.. DelayReason.Usual.Select((name, i) => new DelayReason(name, i))];
    }
}
