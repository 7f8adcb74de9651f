using System.Text.Json.Serialization;
using Vekha.Wording;

namespace Vekha.Control;

/// <summary>«Состояние отчётной формы» on a day.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FormState>))]
public enum FormState
{
    /// <summary>«срок не наступил».</summary>
    NotDue,
    /// <summary>«пора сдавать».</summary>
    Due,
    /// <summary>«на проверке», sent in time.</summary>
    Submitted,
    /// <summary>«сдано с опозданием» and not yet checked.</summary>
    Late,
    /// <summary>«возвращено на доработку».</summary>
    Returned,
    /// <summary>«принято».</summary>
    Accepted,
    /// <summary>«не представлено»: the day has passed without a report. It is not 0.</summary>
    Missing,
}

/// <summary>What can happen to a report form.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FormEventKind>))]
public enum FormEventKind
{
    /// <summary>«сдано».</summary>
    Submitted,
    /// <summary>«возвращено».</summary>
    Returned,
    /// <summary>«принято».</summary>
    Accepted,
    /// <summary>«корректировка» after acceptance; it changes a figure and not the state.</summary>
    Corrected,
}

/// <summary>«Событие формы» with its day.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="On">When.</param>
public sealed record FormEvent(FormEventKind Kind, DateOnly On);

/// <summary>«Статус отчётной формы»: what its records mean on a day. A pure function: any past day can be asked.</summary>
public sealed record FormStatus
{
    /// <summary>The state.</summary>
    public required FormState State { get; init; }

    /// <summary>The day it speaks about.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The last day to send it.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The day it was sent for the first time, <c>null</c> while it was not.</summary>
    public DateOnly? Submitted { get; init; }

    /// <summary>The day it was accepted, <c>null</c> while it was not.</summary>
    public DateOnly? Accepted { get; init; }

    /// <summary>The first sending came after the due day. A form sent in time and mended after a return is in time.</summary>
    public bool IsLate => Submitted > Due;

    /// <summary>Days behind: of the sending that came late, or of the one that has not come.</summary>
    public int DaysLate => IsLate ? Submitted!.Value.DayNumber - Due.DayNumber : State is FormState.Missing or FormState.Returned ? Math.Max(0, Day.DayNumber - Due.DayNumber) : 0;

    /// <summary>Its figures stand in the consolidated sheet. Returned ones do not: they are wrong.</summary>
    public bool IsCounted => State is FormState.Submitted or FormState.Late or FormState.Accepted;

    /// <summary>Nothing to count although the day has passed: «не представлено» or returned and not mended.</summary>
    public bool IsOverdue => State == FormState.Missing || (State == FormState.Returned && Day > Due);

    /// <summary>«не представлено, 5 дней»: the word that always stands beside icon and colour.</summary>
    public string Word => State switch
    {
        FormState.NotDue => "срок не наступил",
        FormState.Due => "пора сдавать",
        FormState.Submitted => "на проверке",
        FormState.Late => $"сдано с опозданием на {Ru.Days(DaysLate)}",
        FormState.Returned => Day > Due ? "возвращено, не исправлено" : "возвращено на доработку",
        FormState.Accepted => IsLate ? $"принято, опоздание {Ru.Days(DaysLate)}" : "принято",
        _ => $"не представлено, {Ru.Days(DaysLate)}",
    };

    /// <summary>Works the status out.</summary>
    /// <param name="due">The last day to send.</param>
    /// <param name="opens">From this day on it is time to send.</param>
    /// <param name="events">What happened, in order; later days than <paramref name="day"/> do not count.</param>
    /// <param name="day">The day asked about.</param>
    public static FormStatus Of(DateOnly due, DateOnly opens, IEnumerable<FormEvent> events, DateOnly day)
    {
        var known = events.Where(e => e.On <= day && e.Kind != FormEventKind.Corrected).ToList();
        var first = known.Find(e => e.Kind == FormEventKind.Submitted)?.On;
        var state = known.Count == 0
            ? day > due ? FormState.Missing : day >= opens ? FormState.Due : FormState.NotDue
            : known[^1].Kind switch
            {
                FormEventKind.Accepted => FormState.Accepted,
                FormEventKind.Returned => FormState.Returned,
                _ => first > due ? FormState.Late : FormState.Submitted,
            };
        return new() { State = state, Day = day, Due = due, Submitted = first, Accepted = state == FormState.Accepted ? known[^1].On : null };
    }
}
