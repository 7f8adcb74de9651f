using Vekha.Calendars;
using Vekha.Control;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>
/// «Доска контроля» of a plan on a day: figures, matrix, list. Every number is the length of a list one can open, and counts
/// what answers for measures; the parts of co-executors stand apart (docs/decisions/0003).
/// </summary>
public sealed class Board
{
    /// <summary>Rows on a page of the list.</summary>
    public const int PageSize = 25;

    private static readonly DateRange Ever = new(DateOnly.MinValue, DateOnly.MaxValue);

    private readonly IReadOnlyList<BoardRow> narrowed;
    private ILookup<string, BoardRow>? byExecutor;

    internal Board(BoardScene scene, BoardFilter filter)
    {
        var found = scene.Rows;
        IReadOnlyList<BoardRow> rows = [.. found.Where(r => r.Item.Answers)];
        (Scene, Filter, All) = (scene, filter, rows);
        Parts = [.. found.Where(r => !r.Item.Answers)];
        Executors = [.. rows.Select(r => r.Executor).DistinctBy(e => e.Key).OrderBy(e => e.Order)];
        Everybody = [.. found.Select(r => r.Executor).DistinctBy(e => e.Key).OrderBy(e => e.Order)];
        Columns = [.. rows.Select(r => r.Column).DistinctBy(c => c.Key).OrderBy(c => c.Order)];
        narrowed = [.. (filter.Parts ? Parts : rows).Where(IsWanted)];
        Chosen = [.. narrowed.Where(r => (filter.State is null || r.State.Look() == filter.State) && (filter.Due != "week" || IsDueThisWeek(r)))
            .OrderBy(r => MeasureOnDay.Severity(r.State)).ThenBy(r => r.Status.Control ?? DateOnly.MaxValue).ThenBy(r => r.Measure.Position).ThenBy(r => r.Item.Id)];
        Discipline = Discipline.Of(rows.Select(r => r.Status), Ever);
        Counts = CountsOf(rows);
        Worst = WorstOf(rows);
    }

    /// <summary>What was read: the programme, its plans, the day.</summary>
    public BoardScene Scene { get; }
    public Programme Programme => Scene.Programme;
    public IReadOnlyList<BoardPlan> Plans => Scene.Plans;

    /// <summary>The plan on the board; <c>null</c> while none is approved.</summary>
    public BoardPlan? Plan => Scene.Plan;
    public DateOnly Day => Scene.Day;
    public BoardFilter Filter { get; }
    public WorkCalendar Calendar => Scene.Calendar;

    /// <summary>What answers for measures: figures, matrix and discipline are made of it.</summary>
    public IReadOnlyList<BoardRow> All { get; }

    /// <summary>«Части соисполнителей»: seen and reported, never decide.</summary>
    public IReadOnlyList<BoardRow> Parts { get; }
    public IReadOnlyList<BoardKey> Executors { get; }

    /// <summary>Executors with those who only send parts.</summary>
    public IReadOnlyList<BoardKey> Everybody { get; }
    public IReadOnlyList<BoardKey> Columns { get; }
    public Discipline Discipline { get; }

    /// <summary>How many of each state in the whole plan, in the order of the legend.</summary>
    public IReadOnlyList<(AssignmentState State, int Count)> Counts { get; }

    /// <summary>«Пять худших» executors and why they are.</summary>
    public IReadOnlyList<(BoardKey Executor, string Why)> Worst { get; }

    /// <summary>The list as filtered, overdue first.</summary>
    public IReadOnlyList<BoardRow> Chosen { get; }

    public IReadOnlyList<BoardRow> Page => [.. Chosen.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
    public int Pages => Math.Max(1, (Chosen.Count + PageSize - 1) / PageSize);
    public int PageNumber => Math.Clamp(Filter.Page, 1, Pages);

    /// <summary>Assignments the person may open; <c>null</c> for all.</summary>
    public required IReadOnlySet<Guid>? Openable { get; init; }
    /// <summary>Who is named for the programme on the day.</summary>
    public required IReadOnlyList<TeamMember> Team { get; init; }
    public required bool MayCheck { get; init; }
    public required bool MayExtend { get; init; }

    public bool MayOpen(BoardRow row) => Openable is null || Openable.Contains(row.Item.Id);

    /// <summary>How many rows a chip would show together with the executor and the stage that are chosen.</summary>
    public int CountOf(AssignmentState? state) => narrowed.Count(r => state is null || r.State == state);

    /// <summary>Parts of the executor and the stage that are chosen, in whatever state.</summary>
    public int PartsCount => Parts.Count(IsWanted);

    public int DueThisWeek => narrowed.Count(IsDueThisWeek);

    public IReadOnlyList<BoardKey> ShownExecutors => [.. Executors.Where(e => Filter.Executor is null || e.Key == Filter.Executor)];
    public IReadOnlyList<BoardKey> ShownColumns => [.. Columns.Where(c => Filter.Stage is null || c.Key == Filter.Stage)];

    public IReadOnlyDictionary<(string Row, string Column), BoardCell> Cells =>
        All.GroupBy(r => (r.Executor.Key, r.Column.Key)).ToDictionary(g => g.Key, g => new BoardCell(g, Calendar));

    public Discipline DisciplineOf(BoardKey executor) => Discipline.Of((byExecutor ??= All.ToLookup(r => r.Executor.Key))[executor.Key].Select(r => r.Status), Ever);

    public IEnumerable<BoardRow> In(BoardKey column) => All.Where(r => r.Column.Key == column.Key);

    private bool IsWanted(BoardRow row) => (Filter.Executor is null || row.Executor.Key == Filter.Executor) && (Filter.Stage is null || row.Column.Key == Filter.Stage)
        && (Filter.Territory is null || row.TerritoryKey == Filter.Territory) && (Filter.Measure is null || row.MeasureKey == Filter.Measure);

    /// <summary>Open, with the control day between today and Sunday.</summary>
    private bool IsDueThisWeek(BoardRow row) => !row.State.IsClosed() && row.Status.Control is { } control
        && control >= Day && control <= Day.AddDays((7 - (int)Day.DayOfWeek) % 7);

    private static IReadOnlyList<(AssignmentState, int)> CountsOf(IReadOnlyList<BoardRow> rows)
    {
        AssignmentState[] order = [AssignmentState.Done, AssignmentState.DoneLate, AssignmentState.InProgress, AssignmentState.Submitted, AssignmentState.Returned,
            AssignmentState.Risk, AssignmentState.Overdue, AssignmentState.NotDue, AssignmentState.Standing, AssignmentState.Waiting, AssignmentState.Released, AssignmentState.Cancelled];
        var counts = rows.CountBy(r => r.State).ToDictionary();
        return [.. order.Where(counts.ContainsKey).Select(s => (s, counts[s]))];
    }

    private static IReadOnlyList<(BoardKey, string)> WorstOf(IReadOnlyList<BoardRow> rows) =>
        [.. rows.GroupBy(r => r.Executor.Key).Select(g =>
        {
            int Count(AssignmentState state) => g.Count(r => r.State == state);
            var (over, back, late) = (Count(AssignmentState.Overdue), Count(AssignmentState.Returned), Count(AssignmentState.DoneLate));
            var unsaid = g.Count(r => r.State == AssignmentState.Risk);
            (int Number, string Word)[] said = [(over, "просрочено"), (back, "возвращено"), (unsaid, "без отчёта"), (late, "с опозданием")];
            return (g.First().Executor, over, back, unsaid, late, Percent: Discipline.Of(g.Select(r => r.Status), Ever).Percent ?? 101,
                Why: string.Join(", ", said.Where(s => s.Number > 0).Take(2).Select(s => $"{s.Word} {Ru.Number(s.Number)}")));
        })
        .Where(e => e.over + e.back + e.late > 0).OrderBy(e => e.Percent).ThenByDescending(e => e.over).ThenByDescending(e => e.back).ThenByDescending(e => e.unsaid).ThenBy(e => e.Executor.Order)
        .Take(5).Select(e => (e.Executor, e.Why))];
}
