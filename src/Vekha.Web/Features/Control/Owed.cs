using Vekha.Control;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>The words of a measure that lists show beside an assignment.</summary>
public sealed record MeasureLine(Guid Id, Guid PlanId, Guid? StageId, int Position, string Code, string Title, string? DeadlineText);

/// <summary>An assignment on the day of its programme, with the words to show it by.</summary>
public sealed record Owed(Assignment Assignment, AssignmentStatus Status, MeasureLine Measure, Programme Programme)
{
    /// <summary>A report waits for the controller, whatever the state is called: «постоянно» stays «постоянно».</summary>
    public bool IsUnderCheck => Status.State == AssignmentState.Submitted
        || (Status.State == AssignmentState.Standing && Assignment.Reports.Count(r => r.On <= Status.Day) > Assignment.Returns.Count(r => r.On <= Status.Day));

    /// <summary>«Создание медиаплана, за III квартал 2020».</summary>
    public string Title => Assignment.Occurrence is { } which ? $"{Measure.Title}, {which}" : Measure.Title;

    /// <summary>The state said near to the case: «просрочено, 12 дней», «через 3 рабочих дня».</summary>
    public string StateWords => WordsOf(Status);

    /// <summary>The second line without what the state has already said: «отчёта нет», not «3 дня, отчёта нет»; may be empty.</summary>
    public static string LineOf(AssignmentStatus status) => status.State switch
    {
        AssignmentState.Overdue => status.Line[(status.Line.IndexOf(',') + 1)..].Trim(),
        AssignmentState.Risk => "",
        _ => status.Line,
    };

    /// <inheritdoc cref="StateWords"/>
    public static string WordsOf(AssignmentStatus status) => status.State switch
    {
        AssignmentState.Overdue => $"просрочено, {Ru.Days(status.DaysLate)}",
        AssignmentState.Risk when status.Line.Length > 0 => status.Line,
        _ => status.State.Word(),
    };
}
