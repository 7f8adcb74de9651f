using Microsoft.EntityFrameworkCore;
using Vekha.Campaigns;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>A unit's line of the consolidated sheet.</summary>
/// <param name="Values">What is counted; <c>null</c> where nothing is: «не представлено» is not 0.</param>
/// <param name="Before">Its values of the date compared with, or <c>null</c>.</param>
public sealed record SheetRow(CampaignUnit Unit, FormReport? Report, FormStatus? Status, IReadOnlyDictionary<string, string>? Values, IReadOnlyDictionary<string, string>? Before);

/// <summary>«Район»: units of one territory.</summary>
public sealed record SheetDistrict(string? Name, IReadOnlyList<SheetRow> Rows);

/// <summary>«Свод» of one date of a campaign on a day: the same columns for every unit, sums, who is missing.</summary>
public sealed class CampaignSheet(Campaign campaign, Programme programme, CampaignDate date, CampaignDate? compared, DateOnly day, IReadOnlyList<SheetRow> rows)
{
    public Campaign Campaign => campaign;
    public Programme Programme => programme;
    public CampaignDate Date => date;

    /// <summary>The date before it, when a comparison was asked for.</summary>
    public CampaignDate? Compared => compared;
    public DateOnly Day => day;
    public IReadOnlyList<SheetRow> Rows => rows;
    public IReadOnlyList<FormCell> Cells { get; } = FormField.CellsOf(campaign.Fields);

    /// <summary>Who has given nothing that can be counted although the day has passed.</summary>
    public IReadOnlyList<SheetRow> Missing => [.. rows.Where(r => r.Status is { IsOverdue: true })];
    public IReadOnlyList<SheetRow> Late => [.. rows.Where(r => r.Status is { IsCounted: true, IsLate: true })];
    public int Given => rows.Count(r => r.Values is not null);

    public IReadOnlyList<FormTotal> Totals => TotalsOf(rows);

    /// <summary>Totals over some lines. What a unit above gave holds those below already: only the uppermost are put together.</summary>
    public IReadOnlyList<FormTotal> TotalsOf(IReadOnlyCollection<SheetRow> some) => FormTotal.OfAnswers(Cells, [.. RootsOf(some).Select(AnswerOf)]);

    /// <summary>Lines whose number goes into no other of these.</summary>
    public static IReadOnlyList<SheetRow> RootsOf(IReadOnlyCollection<SheetRow> some)
    {
        var units = some.Select(r => r.Unit.UnitId).ToHashSet();
        return [.. some.Where(r => r.Unit.ParentUnitId is not { } parent || !units.Contains(parent))];
    }

    /// <summary>Of how many of the uppermost a number is known.</summary>
    public int AnsweredOf(IReadOnlyCollection<SheetRow> some) => RootsOf(some).Count(r => AnswerOf(r) is not null);

    public IReadOnlyList<SheetRow> BelowOf(SheetRow row) => [.. rows.Where(r => r.Unit.ParentUnitId == row.Unit.UnitId)];

    /// <summary>«По подразделениям»: what those below a unit gave together, where its own number is another or is missing; <c>null</c> otherwise.</summary>
    public FormTotal? Apart(SheetRow row, FormCell cell)
    {
        if (!cell.IsNumber || cell.Field.Folding == FormFolding.None || BelowOf(row) is not { Count: > 0 } below) return null;
        var together = FormTotal.OfAnswers([cell], [.. below.Select(AnswerOf)])[0];
        return together.Sum is { } sum && FormCell.NumberOf(row.Values?.GetValueOrDefault(cell.Key)) != sum ? together : null;
    }

    /// <summary>What a unit gave; of one that has given nothing, what those below it gave together.</summary>
    private FormAnswer? AnswerOf(SheetRow row)
    {
        if (row.Values is { } own) return new(own, row.Report!.Acts.Where(a => a.On <= day).Max(a => a.On));
        List<FormAnswer?> below = [.. BelowOf(row).Select(AnswerOf)];
        return below.OfType<FormAnswer>().ToList() is { Count: > 0 } given ? new(FormTotal.Together(Cells, below), given.Max(g => g.On)) : null;
    }

    /// <summary>Change of a sum since the date compared with.</summary>
    public (decimal Change, int Units)? Since(FormCell cell) => compared is null ? null : FormTotal.Since(cell, RootsOf(rows).Select(r => (r.Before, r.Values)));

    /// <summary>Change of one value since the date compared with.</summary>
    public static decimal? Since(FormCell cell, SheetRow row) =>
        cell.IsNumber && FormCell.NumberOf(row.Values?.GetValueOrDefault(cell.Key)) is { } now && FormCell.NumberOf(row.Before?.GetValueOrDefault(cell.Key)) is { } before ? now - before : null;

    /// <summary>By territory where some territory has several units; otherwise one list without headings.</summary>
    public IReadOnlyList<SheetDistrict> Districts
    {
        get
        {
            var groups = rows.GroupBy(r => r.Unit.District).ToList();
            return groups.Count > 1 && groups.Exists(g => g.Count() > 1) ? [.. groups.Select(g => new SheetDistrict(g.Key ?? "Территория не указана", [.. g]))] : [new(null, rows)];
        }
    }
}

/// <summary>Puts consolidated sheets together.</summary>
public sealed class CampaignSheets(VekhaDb db, CampaignAccess access, PageDay day)
{
    /// <param name="id">A campaign of a programme the person keeps.</param>
    /// <param name="dateId">Which date; the last one that has begun when absent.</param>
    /// <param name="isCompared">With the date before it.</param>
    public async Task<CampaignSheet?> Load(Guid id, Guid? dateId, bool isCompared)
    {
        if (await access.Find(id) is not { IsStarted: true } campaign) return null;
        var programme = await access.ProgrammeOf(campaign.ProgrammeId);
        var on = day.Of(programme.ShownOn, programme.Policy.TimeZoneId);
        var date = dateId is { } asked ? campaign.Dates.FirstOrDefault(d => d.Id == asked) : campaign.Dates.LastOrDefault(d => d.Opens <= on) ?? campaign.Dates[0];
        if (date is null) return null;
        var compared = isCompared ? campaign.Dates.LastOrDefault(d => d.Due < date.Due) : null;
        Guid[] dates = compared is null ? [date.Id] : [date.Id, compared.Id];
        var forms = (await db.FormReports.AsNoTracking().Include(r => r.Acts).Where(r => r.CampaignId == id && dates.Contains(r.DateId)).ToListAsync())
            .ToDictionary(r => (r.DateId, r.UnitId));
        return new(campaign, programme, date, compared, on, [.. InTree(campaign.Units).Select(u =>
        {
            var form = forms.GetValueOrDefault((date.Id, u.UnitId));
            return new SheetRow(u, form, form?.StatusOn(on), Counted(form, on), compared is null ? null : Counted(forms.GetValueOrDefault((compared.Id, u.UnitId)), on));
        })]);
    }

    /// <summary>Each unit with those below it right after it.</summary>
    private static IEnumerable<CampaignUnit> InTree(IReadOnlyList<CampaignUnit> units)
    {
        var (known, below) = (units.Select(u => u.UnitId).ToHashSet(), units.Where(u => u.ParentUnitId is not null).ToLookup(u => u.ParentUnitId));
        return units.Where(u => u.ParentUnitId is not { } parent || !known.Contains(parent)).SelectMany(With);
        IEnumerable<CampaignUnit> With(CampaignUnit unit) => below[unit.UnitId].SelectMany(With).Prepend(unit);
    }

    private static IReadOnlyDictionary<string, string>? Counted(FormReport? form, DateOnly on) => form?.StatusOn(on).IsCounted == true ? form.ValuesOn(on) : null;
}
