using Microsoft.EntityFrameworkCore;
using Vekha.Campaigns;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>A unit's indicator on a day of a campaign.</summary>
public sealed record UnitIndicator(CampaignUnit Unit, FormReport? Form, FormStatus? Status, Indicator Value);

/// <summary>An indicator over all units.</summary>
/// <param name="Given">How many units have reported it.</param>
public sealed record IndicatorLine(FormField Field, Indicator Whole, int Given, IReadOnlyList<UnitIndicator> Units)
{
    /// <summary>«Клубов работает, ед.».</summary>
    public string Title => Field.Unit is { } unit ? $"{Field.Title}, {unit}" : Field.Title;

    /// <summary>Units with a target that have not come to it, the farthest first.</summary>
    public IReadOnlyList<UnitIndicator> Behind => [.. Units.Where(u => u.Value.IsReached == false).OrderBy(u => u.Value.Percent)];
}

/// <summary>«Выброс»: a number many times the previous one of the same unit.</summary>
/// <param name="Words">«90 — в 10 раз больше прошлого (9)».</param>
/// <param name="UnitsReason">What the unit said when it sent it, or <c>null</c>.</param>
public sealed record Outlier(CampaignUnit Unit, FormReport Form, FormCell Cell, string Value, string Words, string? UnitsReason, OutlierNote? Note)
{
    public bool IsOpen => Note is null;
}

/// <summary>«Мониторинг» of a campaign on one of its days: every indicator with baseline, target, actual and cumulative; what stands out.</summary>
public sealed class CampaignMonitor
{
    /// <summary>A field that asks nothing about jumps is looked at all the same.</summary>
    private const decimal UsualJump = 10;

    public required Campaign Campaign { get; init; }
    public required Programme Programme { get; init; }
    public required CampaignDate Date { get; init; }
    public required DateOnly Day { get; init; }
    public required IReadOnlyList<IndicatorLine> Lines { get; init; }
    public required IReadOnlyList<Outlier> Outliers { get; init; }

    /// <summary>Units without a report that counts, though the day has passed.</summary>
    public required IReadOnlyList<CampaignUnit> Missing { get; init; }
    public required int Given { get; init; }

    /// <summary>Fields that can be watched.</summary>
    public static IEnumerable<FormField> Watched(Campaign campaign) => campaign.Fields.Where(f => f.Kind == FormFieldKind.Number || (f.Kind == FormFieldKind.Table && f.Sums));

    /// <param name="campaign">Begun, with dates and units.</param>
    /// <param name="date">Which of its days.</param>
    /// <param name="on">The day it is looked at.</param>
    public static async Task<CampaignMonitor> Load(VekhaDb db, Campaign campaign, Programme programme, CampaignDate date, DateOnly on)
    {
        var forms = await db.FormReports.AsNoTracking().Include(r => r.Acts).Where(r => r.CampaignId == campaign.Id && r.Due <= date.Due).OrderBy(r => r.Due).ToListAsync();
        var goals = (await db.CampaignGoals.AsNoTracking().Where(g => g.CampaignId == campaign.Id).ToListAsync()).ToDictionary(g => (g.Field, g.UnitId ?? Guid.Empty));
        var reports = db.FormReports;
        var notes = (await db.OutlierNotes.AsNoTracking().Where(n => reports.Any(r => r.Id == n.ReportId && r.DateId == date.Id)).ToListAsync()).ToLookup(n => (n.ReportId, n.Cell, n.Value));
        var counted = forms.ToDictionary(f => f.Id, f => f.StatusOn(on).IsCounted ? f.ValuesOn(on) : null);
        var byUnit = forms.ToLookup(f => f.UnitId);
        var current = campaign.Units.ToDictionary(u => u.UnitId, u => byUnit[u.UnitId].FirstOrDefault(f => f.DateId == date.Id));
        return new()
        {
            Campaign = campaign, Programme = programme, Date = date, Day = on,
            Lines = [.. Watched(campaign).Select(f => Line(f, campaign, f2 => goals.GetValueOrDefault((f.Key, f2)), u => [.. byUnit[u].Select(x => Indicator.NumberOf(f, counted[x.Id]))], current, on))],
            Outliers = [.. campaign.Units.Where(u => current[u.UnitId] is not null).SelectMany(u => OutliersOf(campaign, u, current[u.UnitId]!, counted, [.. byUnit[u.UnitId]], notes))],
            Missing = [.. campaign.Units.Where(u => current[u.UnitId]?.StatusOn(on).IsOverdue == true)],
            Given = current.Values.Count(f => f is not null && counted[f.Id] is not null),
        };
    }

    private static IndicatorLine Line(FormField field, Campaign campaign, Func<Guid, CampaignGoal?> goal, Func<Guid, IReadOnlyList<decimal?>> numbers, Dictionary<Guid, FormReport?> current, DateOnly on)
    {
        var units = campaign.Units.Select(u =>
        {
            // A unit that came later has no form of this day.
            var (own, form) = (goal(u.UnitId), current[u.UnitId]);
            return new UnitIndicator(u, form, form?.StatusOn(on), Indicator.Of(field, own?.Baseline, own?.Target, form is null ? [] : numbers(u.UnitId)));
        }).ToList();
        var all = goal(Guid.Empty);
        // What a unit above reports holds those below it already.
        var known = campaign.Units.Select(u => u.UnitId).ToHashSet();
        return new(field, Indicator.Whole(field, all?.Baseline, all?.Target, [.. units.Where(u => u.Unit.ParentUnitId is not { } parent || !known.Contains(parent)).Select(u => u.Value)]), units.Count(u => u.Value.Actual is not null), units);
    }

    private static IEnumerable<Outlier> OutliersOf(Campaign campaign, CampaignUnit unit, FormReport form, Dictionary<Guid, IReadOnlyDictionary<string, string>?> counted, List<FormReport> all, ILookup<(Guid, string, string), OutlierNote> notes)
    {
        if (counted[form.Id] is not { } values || all.LastOrDefault(f => f.Due < form.Due && counted[f.Id] is not null) is not { } before) yield break;
        foreach (var cell in FormField.CellsOf(campaign.Fields).Where(c => c.IsNumber && values.ContainsKey(c.Key)))
        {
            var asked = cell.Field.Jump is null ? cell with { Field = cell.Field with { Jump = UsualJump } } : cell;
            if (FormCheck.GrowthOf(asked, values[cell.Key], counted[before.Id]) is not { } words) continue;
            var reason = form.Acts.Where(a => a.Kind == FormEventKind.Submitted).OrderBy(a => a.Number).LastOrDefault()?.Confirmed.Find(c => c.Key == cell.Key && c.Value == values[cell.Key])?.Reason;
            yield return new(unit, form, cell, values[cell.Key], words, reason, notes[(form.Id, cell.Key, values[cell.Key])].FirstOrDefault());
        }
    }
}
