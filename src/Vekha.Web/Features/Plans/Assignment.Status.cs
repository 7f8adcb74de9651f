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

    private AssignmentRecords Records() => new()
    {
        Terms = TermsInOrder(),
        IsStanding = Kind == AssignmentKind.Standing,
        Extensions = [.. extensions.OrderBy(e => e.On).ThenBy(e => e.At).Select(e => new ExtensionRecord(e.On, e.Until))],
        Reports = [.. reports.OrderBy(r => r.Number).Select(RecordOf)],
        Released = Release is { AsObsolete: false } released ? released.On : null,
        Cancelled = Release is { AsObsolete: true } cancelled ? cancelled.On : null,
    };

    private ReportRecord RecordOf(Report report) => new(report.On, report.FactOn)
    {
        Return = returns.FirstOrDefault(r => r.ReportId == report.Id) is { } back ? new ReturnRecord(back.On, Reason: back.Reason) : null,
        Accepted = Acceptance?.ReportId == report.Id ? Acceptance.On : null,
    };
}
