using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Control;
using Vekha.Resolving;

namespace Vekha.Web.Features.Plans;

public sealed partial class Assignment
{
    /// <summary>
    /// «Состояние на день», from the records up to that day. Needs <see cref="Reports"/>, <see cref="Returns"/>,
    /// <see cref="Extensions"/>, <see cref="Acceptance"/> and <see cref="Release"/> loaded.
    /// </summary>
    public AssignmentStatus StatusOn(DateOnly day, WorkCalendar calendar, DeadlinePolicy policy) => AssignmentStatus.Of(Records(), day, calendar, policy);

    /// <summary>The same from what <see cref="StateRow"/> has read beside it; needs returns, extensions and changed terms loaded.</summary>
    internal AssignmentStatus StatusOn(DateOnly day, WorkCalendar calendar, DeadlinePolicy policy, StateRow row, IEnumerable<SentReport> sent) => AssignmentStatus.Of(Records() with
    {
        Reports = [.. sent.OrderBy(r => r.Number).Select(r => RecordOf(r.Id, r.On, r.FactOn, row.AcceptedReport == r.Id ? row.AcceptedOn : null))],
        Released = row.AsObsolete ? null : row.ReleasedOn,
        Cancelled = row.AsObsolete ? row.ReleasedOn : null,
    }, day, calendar, policy);

    private AssignmentRecords Records() => new()
    {
        Terms = TermsInOrder(),
        IsStanding = Kind == AssignmentKind.Standing,
        Extensions = [.. extensions.OrderBy(e => e.On).ThenBy(e => e.At).Select(e => new ExtensionRecord(e.On, e.Until))],
        Reports = [.. reports.OrderBy(r => r.Number).Select(RecordOf)],
        Released = Release is { AsObsolete: false } released ? released.On : null,
        Cancelled = Release is { AsObsolete: true } cancelled ? cancelled.On : null,
    };

    private ReportRecord RecordOf(Report report) => RecordOf(report.Id, report.On, report.FactOn, Acceptance?.ReportId == report.Id ? Acceptance.On : null);

    private ReportRecord RecordOf(Guid report, DateOnly on, DateOnly factOn, DateOnly? accepted) => new(on, factOn)
    {
        Return = returns.FirstOrDefault(r => r.ReportId == report) is { } back ? new ReturnRecord(back.On, Reason: back.Reason) : null,
        Accepted = accepted,
    };
}

/// <summary>An assignment with what closed it, without the words of its reports and decisions: enough for its state on any day.</summary>
internal sealed record StateRow(Assignment Assignment, Guid? AcceptedReport, DateOnly? AcceptedOn, DateOnly? ReleasedOn, bool AsObsolete)
{
    /// <summary>Reads them with the reports sent.</summary>
    public static async Task<(IReadOnlyList<StateRow> Rows, ILookup<Guid, SentReport> Sent)> Read(IQueryable<Assignment> which)
    {
        var rows = await which.AsNoTracking().AsSplitQuery().Include(a => a.Returns).Include(a => a.Extensions).Include(a => a.TermChanges)
            .Select(a => new StateRow(a, (Guid?)a.Acceptance!.ReportId, (DateOnly?)a.Acceptance!.On, (DateOnly?)a.Release!.On, a.Release != null && a.Release.AsObsolete)).ToListAsync();
        var sent = await which.SelectMany(a => a.Reports, (a, r) => new SentReport(r.AssignmentId, r.Id, r.Number, r.On, r.FactOn)).ToListAsync();
        return (rows, sent.ToLookup(r => r.AssignmentId));
    }
}

/// <summary>The days of a report.</summary>
internal sealed record SentReport(Guid AssignmentId, Guid Id, int Number, DateOnly On, DateOnly FactOn);
