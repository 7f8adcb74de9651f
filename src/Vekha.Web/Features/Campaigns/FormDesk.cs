using Microsoft.EntityFrameworkCore;
using Vekha.Campaigns;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Campaigns;

/// <summary>A form with what stands around it.</summary>
/// <param name="IsMine">The person fills it.</param>
/// <param name="MayCheck">The person accepts and returns it.</param>
/// <param name="Previous">What the unit sent before it in this campaign, or <c>null</c>.</param>
public sealed record FormOnDesk(FormReport Report, Campaign Campaign, CampaignUnit Unit, Programme Programme, bool IsMine, bool MayCheck, PreviousForm? Previous)
{
    public IReadOnlyList<FormCell> Cells { get; } = FormField.CellsOf(Campaign.Fields);

    /// <summary>From what the unit started and to what it must come, by field.</summary>
    public IReadOnlyDictionary<string, CampaignGoal> Goals { get; init; } = new Dictionary<string, CampaignGoal>();

    /// <summary>Forms of the units below, of which its numbers are made.</summary>
    public FormParts Parts { get; init; } = FormParts.None;

    /// <summary>What was typed, understood and checked against the previous report and the units below.</summary>
    public FormCheck Check(IReadOnlyDictionary<string, string> typed, IReadOnlyCollection<FormConfirmation> confirmed) => FormCheck.Of(Campaign.Fields, typed, Previous?.Values, confirmed, Parts.Together);
}

/// <summary>«Прошлый отчёт» of the same unit.</summary>
public sealed record PreviousForm(DateOnly Due, IReadOnlyDictionary<string, string> Values);

/// <summary>A value that stands in a cell beforehand and where it comes from.</summary>
public sealed record Prefilled(string Value, string From);

/// <summary>Finds forms and fills them beforehand. Whoever may not see a form does not find it.</summary>
public sealed class FormDesk(VekhaDb db, CampaignAccess access, FormCounts counts)
{
    /// <param name="mineOnly">Only a form of one's own: for filling.</param>
    /// <param name="tracked">To be changed.</param>
    public async Task<FormOnDesk?> Find(Guid id, bool mineOnly = false, bool tracked = false)
    {
        var (mine, kept) = (await access.Mine(), await access.Kept());
        var seen = mineOnly ? mine : db.FormReports.Where(r => mine.Any(m => m.Id == r.Id) || kept.Any(c => c.Id == r.CampaignId));
        var query = (tracked ? seen : seen.AsNoTracking()).Include(r => r.Acts.OrderBy(a => a.Number));
        if (await query.SingleOrDefaultAsync(r => r.Id == id) is not { } report) return null;
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Measures).SingleAsync(c => c.Id == report.CampaignId);
        var unit = await db.Set<CampaignUnit>().AsNoTracking().SingleAsync(u => u.CampaignId == campaign.Id && u.UnitId == report.UnitId);
        var programme = await access.ProgrammeOf(campaign.ProgrammeId);
        var below = await db.Set<CampaignUnit>().AsNoTracking().Where(u => u.CampaignId == campaign.Id && u.ParentUnitId == report.UnitId).ToListAsync();
        var earlier = await db.FormReports.AsNoTracking().Include(r => r.Acts)
            .Where(r => r.CampaignId == campaign.Id && r.UnitId == report.UnitId && r.Due < report.Due && r.Phase != FormPhase.Open)
            .OrderByDescending(r => r.Due).FirstOrDefaultAsync();
        return new(report, campaign, unit, programme, mineOnly || await access.IsMine(report), await access.MayCheck(programme),
            earlier?.ValuesOn(DateOnly.MaxValue) is { } values ? new(earlier.Due, values) : null)
        {
            Parts = await FormParts.Of(db, FormField.CellsOf(campaign.Fields), report.DateId, below),
            Goals = await db.CampaignGoals.AsNoTracking().Where(g => g.CampaignId == campaign.Id && g.UnitId == report.UnitId).ToDictionaryAsync(g => g.Field),
        };
    }

    /// <summary>What the system knows about the unit on the day, by cell.</summary>
    public async Task<IReadOnlyDictionary<string, Prefilled>> Prefill(FormOnDesk form, DateOnly day)
    {
        var known = new Dictionary<string, Prefilled>();
        var (unit, programme) = (form.Report.UnitId, form.Programme.Id);
        foreach (var cell in form.Cells.Where(c => c.Field.Source == FormSource.Previous))
            if (form.Previous?.Values.GetValueOrDefault(cell.Key) is { } value) known[cell.Key] = new(value, $"из отчёта к {Wording.Ru.Digits(form.Previous.Due)}");
        if (form.Cells.Any(c => c.Field.Source == FormSource.Done))
        {
            var assignments = db.Assignments;
            var count = await assignments.CountAsync(a => a.ProgrammeId == programme && a.OrganisationId == unit && a.Answers && a.Phase == AssignmentPhase.Accepted);
            foreach (var cell in form.Cells.Where(c => c.Field.Source == FormSource.Done)) known[cell.Key] = new(count.ToString(System.Globalization.CultureInfo.InvariantCulture), "принято отчётов по поручениям программы");
        }
        foreach (var (key, counted) in await counts.Of(form, day)) known[key] = counted;
        // Nobody types what those below have reported already.
        foreach (var (key, number) in form.Parts.Together) known[key] = new(number, form.Parts.Words);
        if (!form.Cells.Any(c => c.Field.Source == FormSource.Head)) return known;
        if (await db.HeadsOn(day).Where(h => h.UnitId == unit).Select(h => h.Person!.FullName).FirstOrDefaultAsync() is { } head)
            foreach (var cell in form.Cells.Where(c => c.Field.Source == FormSource.Head)) known[cell.Key] = new(head, "руководитель подразделения");
        return known;
    }
}

/// <summary>How the state of a form looks on pages.</summary>
public static class FormLooks
{
    public static string Look(this FormStatus status) => status.State switch
    {
        FormState.NotDue => "idle",
        FormState.Due => "risk",
        FormState.Submitted => "sent",
        FormState.Late => "late",
        FormState.Returned => status.IsOverdue ? "over" : "back",
        FormState.Accepted => status.IsLate ? "late" : "done",
        _ => "over",
    };
}
