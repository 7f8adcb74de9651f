using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Control;

/// <summary>Reads assignments for boards in five queries, however many they are; each goes over the index of the plan.</summary>
internal static class BoardReading
{
    /// <summary>What of a plan was on control by the day.</summary>
    public static IQueryable<Assignment> Of(IQueryable<Assignment> seen, Guid plan, DateOnly on) =>
        seen.Where(a => a.PlanId == plan && a.InnerUnitId == null && a.PutOnControlOn <= on);

    public static async Task<IReadOnlyList<BoardItem>> Read(VekhaDb db, IQueryable<Assignment> which)
    {
        var items = await Rows(db, which).ToListAsync();
        // Reports of a unit that has sent none, terms of a plan that was never changed: most lookups find nothing and cost nothing.
        if (items.Count == 0) return items;
        var reports = (await which.SelectMany(a => a.Reports, (a, r) => new BoardReport(r.AssignmentId, r.Id, r.Number, r.On, r.FactOn)).ToListAsync()).ToLookup(r => r.AssignmentId);
        var returns = (await which.SelectMany(a => a.Returns, (a, r) => new BoardReturn(r.AssignmentId, r.ReportId, r.On)).ToListAsync()).ToLookup(r => r.AssignmentId);
        var extensions = (await which.SelectMany(a => a.Extensions, (a, e) => new BoardExtension(e.AssignmentId, e.On, e.At, e.Until, e.Ground)).ToListAsync()).ToLookup(e => e.AssignmentId);
        var terms = (await which.SelectMany(a => a.TermChanges, (a, c) => new BoardTerm(c.AssignmentId, c.On, c.At, c.From, c.FromNominal, c.FromStart, c.Control, c.Nominal, c.Start, c.Ground)).ToListAsync()).ToLookup(c => c.AssignmentId);
        foreach (var item in items)
        {
            if (reports.Contains(item.Id)) item.Reports = [.. reports[item.Id].OrderBy(r => r.Number)];
            if (returns.Contains(item.Id)) item.Returns = [.. returns[item.Id]];
            if (extensions.Contains(item.Id)) item.Extensions = [.. extensions[item.Id]];
            if (terms.Contains(item.Id)) item.Terms = [.. terms[item.Id]];
        }
        return items;
    }

    private static IQueryable<BoardItem> Rows(VekhaDb db, IQueryable<Assignment> which)
    {
        var organisations = db.Organisations;
        return which.Select(a => new BoardItem
        {
            Id = a.Id, MeasureId = a.MeasureId, ParentId = a.ParentId, OrganisationId = a.OrganisationId, ExecutorName = a.ExecutorName,
            Territory = a.Territory ?? organisations.Where(o => o.Id == a.OrganisationId).Select(o => o.Territory).FirstOrDefault(),
            Answers = a.Answers, ByConsent = a.ByConsent, Kind = a.Kind, Occurrence = a.Occurrence,
            Start = a.Start, Nominal = a.Nominal, FirstControl = a.FirstControl, Control = a.Control, Why = a.Why, PutOnControlOn = a.PutOnControlOn, Phase = a.Phase,
            AcceptedReport = (Guid?)a.Acceptance!.ReportId, AcceptedOn = (DateOnly?)a.Acceptance!.On,
            ReleasedOn = (DateOnly?)a.Release!.On, AsObsolete = a.Release != null && a.Release.AsObsolete,
        });
    }
}
