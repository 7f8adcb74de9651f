using Vekha.Control;

namespace Vekha.Web.Features.Plans;

/// <summary>How the state of an assignment looks on pages: the name of its look and the short word of tables.</summary>
public static class StateLooks
{
    /// <summary>«over» for <c>v-state--over</c>.</summary>
    public static string Look(this AssignmentState state) => state switch
    {
        AssignmentState.NotDue => "idle",
        AssignmentState.InProgress => "work",
        AssignmentState.Risk => "risk",
        AssignmentState.Submitted => "sent",
        AssignmentState.Returned => "back",
        AssignmentState.Done => "done",
        AssignmentState.DoneLate => "late",
        AssignmentState.Overdue => "over",
        AssignmentState.Released => "off",
        AssignmentState.Cancelled => "none",
        AssignmentState.Standing => "stand",
        _ => "wait",
    };

    /// <summary>The state whose look has this name, or <c>null</c>.</summary>
    public static AssignmentState? StateOf(string? look) => Enum.GetValues<AssignmentState>().Cast<AssignmentState?>().FirstOrDefault(s => s!.Value.Look() == look);

    /// <summary>The word where columns are narrow: «на проверке».</summary>
    public static string ShortWord(this AssignmentState state) => state switch
    {
        AssignmentState.NotDue => "не наступил",
        AssignmentState.Submitted => "на проверке",
        AssignmentState.Returned => "возвращено",
        AssignmentState.DoneLate => "с нарушением срока",
        AssignmentState.Standing => "постоянно",
        AssignmentState.Waiting => "даты нет",
        AssignmentState.Cancelled => "неактуально",
        _ => state.Word(),
    };
}
