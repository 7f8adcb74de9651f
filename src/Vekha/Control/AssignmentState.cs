using System.Text.Json.Serialization;

namespace Vekha.Control;

/// <summary>«Состояние поручения» on a day.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssignmentState>))]
public enum AssignmentState
{
    /// <summary>«срок не наступил».</summary>
    NotDue,
    /// <summary>«в работе».</summary>
    InProgress,
    /// <summary>«срок близко», or the executor declared a risk.</summary>
    Risk,
    /// <summary>«отчёт на проверке».</summary>
    Submitted,
    /// <summary>«возвращено на доработку».</summary>
    Returned,
    /// <summary>«исполнено».</summary>
    Done,
    /// <summary>«исполнено с нарушением срока».</summary>
    DoneLate,
    /// <summary>«просрочено».</summary>
    Overdue,
    /// <summary>«снято с контроля».</summary>
    Released,
    /// <summary>«снято как неактуальное».</summary>
    Cancelled,
    /// <summary>«исполняется постоянно».</summary>
    Standing,
    /// <summary>«дата не вычислена».</summary>
    Waiting,
}

/// <summary>«Светофор».</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrafficLight>))]
public enum TrafficLight
{
    /// <summary>Grey: not due, taken off control, not computed, standing.</summary>
    Grey,
    /// <summary>Green: in time or done.</summary>
    Green,
    /// <summary>Yellow: close without a report, a risk, returned, or a report under check past due.</summary>
    Yellow,
    /// <summary>Red: overdue.</summary>
    Red,
    /// <summary>Dark green: done late.</summary>
    DarkGreen,
}

/// <summary>The Russian words of states.</summary>
public static class AssignmentStates
{
    /// <summary>«отчёт на проверке»: the word that always stands beside icon and colour.</summary>
    public static string Word(this AssignmentState state) => state switch
    {
        AssignmentState.NotDue => "срок не наступил",
        AssignmentState.InProgress => "в работе",
        AssignmentState.Risk => "срок близко",
        AssignmentState.Submitted => "отчёт на проверке",
        AssignmentState.Returned => "возвращено на доработку",
        AssignmentState.Done => "исполнено",
        AssignmentState.DoneLate => "исполнено с нарушением срока",
        AssignmentState.Overdue => "просрочено",
        AssignmentState.Released => "снято с контроля",
        AssignmentState.Cancelled => "снято как неактуальное",
        AssignmentState.Standing => "исполняется постоянно",
        _ => "дата не вычислена",
    };

    /// <summary>Whether the assignment needs nothing more.</summary>
    public static bool IsClosed(this AssignmentState state) =>
        state is AssignmentState.Done or AssignmentState.DoneLate or AssignmentState.Released or AssignmentState.Cancelled;
}
