using Microsoft.EntityFrameworkCore;
using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

/// <summary>What a plan says about a campaign: on which days its measures are reported and who owes them.</summary>
public static class CampaignPlan
{
    /// <summary>How many working days before the control day it is time to send.</summary>
    public const int OpensBefore = 5;

    /// <summary>Days of the measures' own deadlines: «23.10. 2017, 15.11.2017, …» are as many days.</summary>
    public static IReadOnlyList<CampaignDate> DaysOf(Guid campaign, IEnumerable<Measure> measures, Plan plan, Programme programme) =>
        [.. measures.SelectMany(m => m.Deadlines.Select(d => (Deadline: d, Class: m.DeadlineClass))).SelectMany(d => Days(campaign, d.Deadline, d.Class, plan, programme))];

    /// <summary>Days of words a person typed: a list, or a rule such as «ежемесячно до 5 числа».</summary>
    public static IReadOnlyList<CampaignDate> DaysOf(Guid campaign, string words, Plan plan, Programme programme)
    {
        var reading = DeadlineReader.Read(words, new ReadingContext(plan.First.Year, "год — из периода плана"));
        if (!reading.IsCertain)
            throw new Refusal("Дни не изменены", reading.Questions.Count > 0 ? $"Из слов «{words.Trim()}» день не ясен: {reading.Questions[0].Text.TrimEnd('.', '?')}" : $"В словах «{words.Trim()}» дней не нашлось", "Впишите дни через запятую, например «23.10.2017, 15.11.2017», или правило: «ежемесячно до 5 числа»") { Field = "Words" };
        var days = reading.Deadlines.SelectMany(d => Days(campaign, d, DeadlineClass.Plan, plan, programme)).ToList();
        return days.Count > 0 ? days
            : throw new Refusal("Дни не изменены", $"По словам «{words.Trim()}» в периоде плана, {Ru.RangeDigits(plan.Period)}, нет ни одного дня", "Впишите дни через запятую") { Field = "Words" };
    }

    private static IEnumerable<CampaignDate> Days(Guid campaign, Deadline deadline, DeadlineClass kind, Plan plan, Programme programme)
    {
        var calendar = programme.Policy.Calendar();
        return Resolution.Of(deadline, new ResolutionContext(calendar, programme.Policy, plan.Period) { Class = kind }).ControlDays
            .Select(d => new CampaignDate(campaign, d.Control, d.Nominal, calendar.AddWorkingDays(d.Control, -OpensBefore), d.Why));
    }

    /// <summary>
    /// Units that hold assignments on the measures, children of a cascade too; not those inside a unit that has split its own.
    /// Whose the programme is collects and does not report to itself.
    /// </summary>
    public static async Task<IReadOnlyList<Organisation>> UnitsOwing(this VekhaDb db, IEnumerable<Guid> measures, Programme programme)
    {
        var (ids, assignments) = (measures.ToArray(), db.Assignments);
        return await db.Organisations.AsNoTracking()
            .Where(o => o.Id != programme.OrganisationId && assignments.Any(a => ids.Contains(a.MeasureId) && a.OrganisationId == o.Id && a.InnerUnitId == null)).OrderBy(o => o.Name).ToListAsync();
    }
}
