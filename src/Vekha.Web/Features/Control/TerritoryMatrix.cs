using Vekha.Control;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Control;

/// <summary>A side of the matrix: a territory or a measure.</summary>
/// <param name="Key">For the address.</param>
/// <param name="Short">What stands in a narrow heading: «20», «Тосненский район».</param>
/// <param name="Title">The whole of it.</param>
/// <param name="Order">Where it stands in the plan.</param>
/// <param name="Overdue">How many are overdue.</param>
/// <param name="Weight">The greater, the sooner somebody must look.</param>
public sealed record MatrixSide(string Key, string Short, string Title, int Order, int Overdue, long Weight);

/// <summary>
/// «Территории и мероприятия»: who is where with what, one cell for a territory and a measure. What has been handed down stands
/// in its parts; the wholes would say the same twice. The shorter side stands across, so that the sheet is no wider than it must be.
/// </summary>
public sealed class TerritoryMatrix
{
    private const string Nowhere = "без территории";

    private readonly Dictionary<(string Territory, string Measure), BoardCell> cells;

    internal TerritoryMatrix(BoardScene scene, bool inPlanOrder, bool? isTurned)
    {
        Scene = scene;
        var wholes = scene.Rows.Select(r => r.Item.ParentId).OfType<Guid>().ToHashSet();
        Rows = [.. scene.Answering.Where(r => !wholes.Contains(r.Item.Id))];
        var keys = Rows.Select(r => r.Item.Territory ?? Nowhere).Distinct().ToDictionary(t => t, t => Boards.KeyOf(t == Nowhere ? "" : t));
        var placed = Rows.Select(r => (Row: r, Territory: keys[r.Item.Territory ?? Nowhere], Measure: r.MeasureKey)).ToList();
        cells = placed.GroupBy(r => (r.Territory, r.Measure)).ToDictionary(g => g.Key, g => new BoardCell(g.Select(r => r.Row), scene.Calendar));
        Territories = Sorted(placed.GroupBy(r => r.Territory).Select(g => Side(g.Key, g.First().Row.Item.Territory ?? Nowhere, null, 0, [.. g.Select(r => r.Row)])), inPlanOrder);
        Measures = Sorted(placed.GroupBy(r => r.Measure).Select(g => Side(g.Key, g.First().Row.Measure.Code, g.First().Row.Measure.Title, g.First().Row.Measure.Position, [.. g.Select(r => r.Row)])), inPlanOrder);
        IsTurned = isTurned ?? Territories.Count > Measures.Count;
    }

    public BoardScene Scene { get; }
    public IReadOnlyList<BoardRow> Rows { get; }
    public IReadOnlyList<MatrixSide> Territories { get; }
    public IReadOnlyList<MatrixSide> Measures { get; }

    /// <summary>Measures stand across and territories below one another.</summary>
    public bool IsTurned { get; }

    public IReadOnlyList<MatrixSide> Down => IsTurned ? Territories : Measures;
    public IReadOnlyList<MatrixSide> Across => IsTurned ? Measures : Territories;

    public BoardCell? CellOf(MatrixSide down, MatrixSide across) => cells.GetValueOrDefault(IsTurned ? (down.Key, across.Key) : (across.Key, down.Key));

    /// <summary>The list of a cell or of a whole side, as an address says it.</summary>
    public string Query(MatrixSide? down, MatrixSide? across)
    {
        var (territory, measure) = IsTurned ? (down, across) : (across, down);
        return string.Join('&', new[] { territory is null ? null : $"territory={territory.Key}", measure is null ? null : $"measure={measure.Key}" }.OfType<string>());
    }

    public int Overdue => Rows.Count(r => r.State == AssignmentState.Overdue);

    private static MatrixSide Side(string key, string name, string? title, int order, IReadOnlyList<BoardRow> rows)
    {
        int Count(AssignmentState state) => rows.Count(r => r.State == state);
        var overdue = Count(AssignmentState.Overdue);
        var weight = (overdue * 1_000_000_000L) + (Count(AssignmentState.Returned) * 10_000_000L) + (Count(AssignmentState.Risk) * 100_000L) + (Count(AssignmentState.Submitted) * 1_000L) + Count(AssignmentState.DoneLate);
        return new(key, name, title is null ? name : $"{name}. {title}", order, overdue, weight);
    }

    private static IReadOnlyList<MatrixSide> Sorted(IEnumerable<MatrixSide> sides, bool inPlanOrder) =>
        [.. (inPlanOrder ? sides.OrderBy(s => s.Order) : sides.OrderByDescending(s => s.Weight).ThenBy(s => s.Order)).ThenBy(s => s.Short, StringComparer.Create(new("ru-RU"), ignoreCase: true))];
}
