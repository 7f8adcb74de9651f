using Vekha.Control;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>What of the board the person asked to see; all of it lives in the address.</summary>
/// <param name="Plan">One of the programme's plans, or the one that runs.</param>
/// <param name="State">Name of a look: <c>over</c>.</param>
/// <param name="Executor">Key of a row.</param>
/// <param name="Stage">Key of a column.</param>
/// <param name="Due"><c>week</c>: the control day lies in this week.</param>
/// <param name="Cell">The opened cell, <c>row.column</c>.</param>
/// <param name="Page">Page of the list, from 1.</param>
/// <param name="Parts">The list of what co-executors send instead of what answers.</param>
public sealed record BoardFilter(Guid? Plan, string? State, string? Executor, string? Stage, string? Due, string? Cell, int Page, bool Parts = false)
{
    /// <summary>Key of a territory.</summary>
    public string? Territory { get; init; }

    /// <summary>Key of a measure.</summary>
    public string? Measure { get; init; }

    /// <summary>Something narrows the list, so that «показать все» has a meaning.</summary>
    public bool IsNarrowed => State is not null || Due is not null || Executor is not null || Stage is not null || Territory is not null || Measure is not null;
}

/// <summary>An approved plan of the programme.</summary>
public sealed record BoardPlan(Guid Id, string Title, DateOnly First, DateOnly Last);

/// <summary>A row or a column of the matrix.</summary>
/// <param name="Key">For the address.</param>
/// <param name="Title">As printed in the document.</param>
/// <param name="Order">Where it stands.</param>
public sealed record BoardKey(string Key, string Title, int Order);

/// <summary>An assignment on the board.</summary>
public sealed record BoardRow(BoardItem Item, AssignmentStatus Status, MeasureLine Measure, BoardKey Executor, BoardKey Column)
{
    public AssignmentState State => Status.State;

    /// <summary>«Создание медиаплана, за III квартал 2020».</summary>
    public string Title => Item.Occurrence is { } which ? $"{Measure.Title}, {which}" : Measure.Title;

    /// <inheritdoc cref="Owed.StateWords"/>
    public string StateWords => Owed.WordsOf(Status);

    public bool IsUnderCheck => State == AssignmentState.Submitted || (State == AssignmentState.Standing && Item.IsUnderCheck(Status.Day));

    /// <summary>Short words for an address.</summary>
    public string TerritoryKey => Boards.KeyOf(Item.Territory ?? "");
    public string MeasureKey => Measure.Id.ToString("N")[^8..];
}

/// <summary>Columns of the matrix: the stages of the plan; a plan without stages, or with too many, is divided by time.</summary>
internal sealed class BoardColumns
{
    private const int Most = 12;

    private readonly Dictionary<Guid, Stage>? stages;
    private readonly bool byQuarters;

    public BoardColumns(IReadOnlyList<(BoardItem Item, AssignmentStatus Status, MeasureLine Measure)> rows, Dictionary<Guid, Stage> stages)
    {
        if (stages.Count is > 1 and <= Most) this.stages = stages;
        byQuarters = rows.Where(r => r.Status.Control is not null).Select(r => (r.Status.Control!.Value.Year, r.Status.Control.Value.Month)).Distinct().Count() > Most;
    }

    public BoardKey Of((BoardItem Item, AssignmentStatus Status, MeasureLine Measure) row)
    {
        if (stages is not null)
            return row.Measure.StageId is { } id && stages.TryGetValue(id, out var stage) ? new(stage.Id.ToString("N")[^8..], stage.Title, stage.Position) : new("none", "Без этапа", int.MaxValue);
        if (row.Item.Kind == AssignmentKind.Standing) return new("stand", "Посто\u00ADянно", int.MaxValue - 1);
        if (row.Status.Control is not { } day) return new("wait", "Дата не вычис\u00ADлена", int.MaxValue);
        if (!byQuarters) return new($"{day:yyyy-MM}", $"{Ru.Capital(Ru.Month(day.Month))} {day.Year}", (day.Year * 12) + day.Month);
        var quarter = ((day.Month - 1) / 3) + 1;
        return new($"{day.Year}-q{quarter}", Ru.Period(Vekha.Calendars.DateRange.Quarter(day.Year, quarter)), (day.Year * 12) + (quarter * 3));
    }
}
