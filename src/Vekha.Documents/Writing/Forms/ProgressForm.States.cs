using Vekha.Control;
using Vekha.Wording;

namespace Vekha.Documents.Writing.Forms;

public static partial class ProgressForm
{
    /// <summary>The state of the form that a status comes under.</summary>
    private static ProgressState StateOf(AssignmentStatus status) => status.State switch
    {
        AssignmentState.Done => ProgressState.InTime,
        AssignmentState.DoneLate => ProgressState.Late,
        AssignmentState.Overdue => ProgressState.NotReached,
        AssignmentState.Submitted => ProgressState.UnderCheck,
        // Returned with time to mend: the term itself may be over already.
        AssignmentState.Returned => status.Day > status.Control ? ProgressState.NotReached : ProgressState.NotDue,
        AssignmentState.Standing => ProgressState.Standing,
        AssignmentState.Waiting => ProgressState.NoDay,
        AssignmentState.Released or AssignmentState.Cancelled => ProgressState.TakenOff,
        _ => ProgressState.NotDue,
    };

    /// <summary>Days from the planned day to the fact, or to the day of the report where the term has passed without it.</summary>
    private static int? Deviation(AssignmentStatus status) => (StateOf(status), status.Control) switch
    {
        (ProgressState.InTime or ProgressState.Late, { } planned) => status.Fact!.Value.DayNumber - planned.DayNumber,
        (ProgressState.NotReached, { } planned) => status.Day.DayNumber - planned.DayNumber,
        _ => null,
    };

    /// <summary>The smaller line under the state: what else the head should know.</summary>
    private static string StateLine(AssignmentStatus status) => status.State switch
    {
        // Done in time by its proof, but the report came late: both are said.
        AssignmentState.Done or AssignmentState.DoneLate => status.IsSubmittedLate && status.Submitted != status.Fact ? "отчёт сдан " + Ru.Digits(status.Submitted!.Value) : "",
        AssignmentState.NotDue => status.Line,
        AssignmentState.InProgress => status.Word,
        AssignmentState.Returned => status.Line.Length > 0 ? $"{status.Word}, {status.Line}" : status.Word,
        AssignmentState.Cancelled => status.Word,
        _ => status.Line,
    };

    private static string Word(ProgressState state) => state switch
    {
        ProgressState.InTime => "в\u00A0срок",
        ProgressState.Late => "позже срока",
        ProgressState.NotReached => "не\u00A0наступило",
        ProgressState.UnderCheck => "отчёт на\u00A0проверке",
        ProgressState.NotDue => "срок не\u00A0наступил",
        ProgressState.Standing => "исполняется постоянно",
        ProgressState.NoDay => "дата не\u00A0вычислена",
        _ => "снято с\u00A0контроля",
    };
}
