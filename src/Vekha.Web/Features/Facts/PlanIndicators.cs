using Microsoft.EntityFrameworkCore;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>The norms of a plan as its rows show them: all of them in the few queries of <see cref="NormSheets"/>.</summary>
internal static class PlanIndicators
{
    public static async Task<IReadOnlyList<MeasureIndicator>> Read(VekhaDb db, PlanOnDay shown, DateOnly today)
    {
        var plan = shown.Plan.Id;
        var norms = await db.Norms.AsNoTracking().Where(n => n.PlanId == plan && n.MeasureId != null && n.Phase == NormPhase.Confirmed).OrderBy(n => n.Id).ToListAsync();
        return [.. (await new NormSheets(db, []).Of(shown.Programme, norms, shown.Day, today)).Select(Of)];
    }

    private static MeasureIndicator Of(NormSheet sheet) => new(sheet.Norm.MeasureId!.Value, sheet.Norm.Unit, sheet.Total.Share(), $"/desk/norms/norm/{sheet.Norm.Id}", sheet.Norm.Text,
        sheet.Behind > 0 && sheet.Norm.Per != NormPer.Whole ? $"отстают {Ru.OutOf(sheet.Behind, sheet.Lines.Count)}" : null);

    /// <summary>«2 из 3 · 67 %».</summary>
    public static string Share(this NormStatus status) => status.Percent is { } share ? $"{Ru.OutOf(status.Done, status.Target)} · {Ru.Percent(share)}" : Ru.Number(status.Done);
}
