using Vekha.Calendars;
using Vekha.Control;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Control;

/// <summary>What every view of a board stands on: a plan of a programme on a day, read once.</summary>
public sealed class BoardScene
{
    private readonly IReadOnlyDictionary<Guid, MeasureLine> measures;
    private readonly IReadOnlyList<BoardItem> items;

    internal BoardScene(Programme programme, IReadOnlyList<BoardPlan> plans, BoardPlan? plan, DateOnly day, IReadOnlyDictionary<Guid, MeasureLine> measures, Dictionary<Guid, Stage> stages, IReadOnlyList<BoardItem> items)
    {
        (Programme, Plans, Plan, Day, this.measures, this.items) = (programme, plans, plan, day, measures, items);
        Calendar = programme.Policy.Calendar();
        var found = items.Select(i => (Item: i, Status: i.StatusOn(day, Calendar, programme.Policy), Measure: measures[i.MeasureId])).OrderBy(r => r.Measure.Position).ToList();
        var executors = found.GroupBy(r => Boards.ExecutorKeyOf(r.Item)).ToDictionary(g => g.Key, g => Boards.ExecutorOf(g.Key, [.. g.Select(r => (r.Item, r.Measure))]));
        var columns = new BoardColumns(found, stages);
        Rows = [.. found.Select(r => new BoardRow(r.Item, r.Status, r.Measure, executors[Boards.ExecutorKeyOf(r.Item)], columns.Of(r)))];
    }

    public Programme Programme { get; }
    public IReadOnlyList<BoardPlan> Plans { get; }

    /// <summary>The plan on the board; <c>null</c> while none is approved.</summary>
    public BoardPlan? Plan { get; }
    public DateOnly Day { get; }
    public WorkCalendar Calendar { get; }

    /// <summary>Everything on control by the day, in the order of the plan.</summary>
    public IReadOnlyList<BoardRow> Rows { get; }

    /// <summary>What answers for measures: figures are made of it.</summary>
    public IEnumerable<BoardRow> Answering => Rows.Where(r => r.Item.Answers);

    /// <summary>The same assignment on another day.</summary>
    public AssignmentStatus StatusOn(BoardRow row, DateOnly day) => row.Item.StatusOn(day, Calendar, Programme.Policy);
}
