using Vekha.Control;
using Vekha.Documents.Writing;
using Vekha.Documents.Writing.Forms;

namespace Vekha.Web.Features.Control;

/// <summary>The note for the Monday meeting, from the same rows that stand on the board.</summary>
internal static class BoardPaper
{
    public static Paper Of(Board board)
    {
        var sunday = board.Day.AddDays((7 - (int)board.Day.DayOfWeek) % 7);
        // On a Friday the meeting looks at the next week, not at two days.
        var until = sunday.DayNumber - board.Day.DayNumber < 3 ? sunday.AddDays(7) : sunday;
        return AssignmentsForm.Paper(new()
        {
            Subject = $"по программе «{board.Programme.Name}», {board.Programme.Territory}",
            On = board.Day,
            OnControl = board.Chosen.Count(r => !r.State.IsClosed()),
            Overdue = Groups(board.Chosen.Where(r => r.State == AssignmentState.Overdue)),
            Coming = Groups(board.Chosen.Where(r => r.State is AssignmentState.InProgress or AssignmentState.Risk or AssignmentState.NotDue or AssignmentState.Returned
                && r.Status.Control >= board.Day && r.Status.Control <= until)),
            ComingUntil = until,
        });
    }

    private static IReadOnlyList<AssignmentsPaperGroup> Groups(IEnumerable<BoardRow> rows) =>
        [.. rows.GroupBy(r => r.Executor.Key).Select(g => new AssignmentsPaperGroup(g.First().Executor.Title, [.. g.OrderByDescending(r => r.Status.DaysLate).ThenBy(r => r.Status.Control).Select(Row)]))];

    private static AssignmentPaperRow Row(BoardRow row) => new()
    {
        Code = row.Measure.Code,
        Title = row.Title,
        Executors = [new(row.Item.ExecutorName.Length > 0 ? row.Item.ExecutorName : row.Executor.Title, row.Item.ByConsent)],
        Status = row.Status,
        Note = row.Item.Answers ? null : "соисполнитель",
    };
}
