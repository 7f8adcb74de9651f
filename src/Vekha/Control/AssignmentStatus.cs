using Vekha.Calendars;
using Vekha.Resolving;

namespace Vekha.Control;

/// <summary>
/// «Состояние поручения на день»: what the records up to that day amount to. Nothing that was recorded later counts,
/// so that any past day gives the answer it would have given then.
/// </summary>
public sealed partial record AssignmentStatus
{
    /// <summary>The day the status speaks about.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The state.</summary>
    public required AssignmentState State { get; init; }

    /// <summary>The second line: «3 дня, отчёта нет», «через 3 рабочих дня», «5 октября, на 4 дня позже»; «» where nothing is to add.</summary>
    public required string Line { get; init; }

    /// <summary>«номинальный день», or <c>null</c> while it cannot be computed.</summary>
    public DateOnly? Nominal { get; init; }

    /// <summary>«контрольный день», with the extensions granted so far.</summary>
    public DateOnly? Control { get; init; }

    /// <summary>The control day before any extension.</summary>
    public DateOnly? FirstControl { get; init; }

    /// <summary>«фактически сделано»: the day the proof shows, of the last report.</summary>
    public DateOnly? Fact { get; init; }

    /// <summary>«принято»: the day of acceptance.</summary>
    public DateOnly? Accepted { get; init; }

    /// <summary>The day the last report was sent.</summary>
    public DateOnly? Submitted { get; init; }

    /// <summary>Calendar days past the control day: of the fact where it is known, else of the day; 0 when in time.</summary>
    public int DaysLate { get; init; }

    /// <summary>«срок продлён».</summary>
    public bool IsExtended => Extensions > 0;

    /// <summary>How many extensions were granted; a second one is a signal to the curator.</summary>
    public int Extensions { get; init; }

    /// <summary>The report came after the control day, whenever the work was done: «отчёт сдан 2 ноября».</summary>
    public bool IsSubmittedLate => Submitted is { } sent && Control is { } control && sent > control;

    /// <summary>The last report is not the first one: «сдан повторно».</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The report waits for the controller past the control day.</summary>
    public bool IsCheckedLate => State == AssignmentState.Submitted && Control is { } control && Day > control;

    /// <summary>The Russian word of the state.</summary>
    public string Word => State.Word();

    /// <summary>The colour of the state; it never stands alone.</summary>
    public TrafficLight Light => State switch
    {
        AssignmentState.Done or AssignmentState.InProgress => TrafficLight.Green,
        AssignmentState.Submitted => IsCheckedLate ? TrafficLight.Yellow : TrafficLight.Green,
        AssignmentState.Risk or AssignmentState.Returned => TrafficLight.Yellow,
        AssignmentState.Overdue => TrafficLight.Red,
        AssignmentState.DoneLate => TrafficLight.DarkGreen,
        _ => TrafficLight.Grey,
    };

    /// <summary>The status on a day.</summary>
    /// <param name="records">All records; those after <paramref name="today"/> are left out.</param>
    /// <param name="today">The day the page speaks about, in the zone of the territory.</param>
    /// <param name="calendar">For «через 3 рабочих дня».</param>
    /// <param name="policy">For when a deadline is close.</param>
    public static AssignmentStatus Of(AssignmentRecords records, DateOnly today, WorkCalendar calendar, DeadlinePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(records);
        var term = records.Terms.LastOrDefault(t => t.Since <= today);
        var granted = records.Extensions.Where(e => e.Granted <= today).ToArray();
        var reports = records.Reports.Where(r => r.Submitted <= today && !r.IsInterim).ToArray();
        var last = reports.LastOrDefault();
        var control = granted is [.., var extension] && extension.Granted >= (term?.Since ?? today) ? extension.Control : term?.Control;
        var accepted = last?.Accepted <= today ? last.Accepted : null;
        var status = new AssignmentStatus
        {
            Day = today, State = AssignmentState.NotDue, Line = "",
            Nominal = term?.Nominal, Control = control, FirstControl = FirstControlOf(records, today),
            Submitted = last?.Submitted, Fact = last is null ? null : last.Fact ?? last.Submitted, Accepted = accepted,
            Extensions = granted.Length + records.Terms.Count(t => t.IsExtension && t.Since <= today), IsRepeated = reports.Length > 1,
        };
        return Closed(records, status, term is null) ?? Reported(status, last) ?? Open(records, status, term?.Start, calendar, policy);
    }

    /// <summary>The control day of the first term that had one: an extension never hides it.</summary>
    private static DateOnly? FirstControlOf(AssignmentRecords records, DateOnly today) =>
        records.Terms.FirstOrDefault(t => t.Since <= today && t.Control is not null)?.Control;
}
