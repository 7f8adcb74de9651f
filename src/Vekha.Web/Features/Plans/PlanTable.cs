using Vekha.Control;

namespace Vekha.Web.Features.Plans;

/// <summary>What of a plan the person asked to see; all of it lives in the address.</summary>
/// <param name="State">Name of a look: <c>over</c>.</param>
/// <param name="Executor">Name of an executor as printed.</param>
/// <param name="Search">Words of the title.</param>
/// <param name="Sort"><c>due</c>, <c>state</c> or nothing for the order of the document.</param>
/// <param name="Page">Page of a long plan, from 1.</param>
public sealed record PlanFilter(string? State, string? Executor, string? Search, string? Sort, int Page = 1);

/// <summary>The rows of a plan as filtered, with the counts for the chips.</summary>
public sealed class PlanTable
{
    /// <summary>Rows on a page: more than most plans have, few enough for a browser.</summary>
    public const int PageSize = 150;

    // «Рабочие группы» and «рабочие группы» are one executor.
    private static readonly StringComparer Russian = StringComparer.Create(new("ru-RU"), ignoreCase: true);

    public PlanTable(PlanOnDay plan, PlanFilter filter)
    {
        Plan = plan;
        Filter = filter;
        var found = plan.Measures.Where(Matches).ToList();
        Counts = [.. found.Where(m => m.State is not null).GroupBy(m => m.State!.Value).OrderBy(g => MeasureOnDay.Severity(g.Key)).Select(g => new StateCount(g.Key, g.Count()))];
        All = found.Count(m => m.State is not null);
        var state = StateLooks.StateOf(filter.State);
        var rows = found.Where(m => state is null || m.State == state);
        Rows = filter.Sort switch
        {
            "due" => [.. rows.OrderBy(m => m.Worst?.Status.Control ?? DateOnly.MaxValue)],
            "state" => [.. rows.OrderBy(m => m.State is { } s ? MeasureOnDay.Severity(s) : int.MaxValue)],
            _ => [.. rows],
        };
        // Capital letters come first by ordinal: the name is shown as it opens a line.
        Executors = [.. plan.Measures.SelectMany(m => m.Measure.Executors).Select(e => e.Name).Order(StringComparer.Ordinal).Distinct(Russian).Order(Russian)];
    }

    public PlanOnDay Plan { get; }
    public PlanFilter Filter { get; }
    /// <summary>All rows found, on all pages.</summary>
    public IReadOnlyList<MeasureOnDay> Rows { get; }
    public int Pages => Math.Max(1, (Rows.Count + PageSize - 1) / PageSize);
    public int PageNumber => Math.Clamp(Filter.Page, 1, Pages);
    public IReadOnlyList<StateCount> Counts { get; }
    public int All { get; }
    public IReadOnlyList<string> Executors { get; }

    /// <summary>Rows under their stage in the order of the document; one group without a stage when sorted otherwise.</summary>
    public IEnumerable<PlanGroup> Groups()
    {
        IReadOnlyList<MeasureOnDay> page = [.. Rows.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        return Filter.Sort is "due" or "state" ? [new(null, "", page)] : page.GroupBy(r => (r.Stage?.Id, r.Heading)).Select(g => new PlanGroup(g.Key.Heading, LineOf(g.Key), [.. g]));
    }

    /// <summary>«Нельзя вычислить»: rows of the whole plan whose deadline waits for an event or cannot be read.</summary>
    public IReadOnlyList<MeasureOnDay> Uncomputed => [.. Plan.Measures.Where(m => m.Worst is { Status.State: AssignmentState.Waiting, Assignment.Kind: AssignmentKind.Waiting })];

    /// <summary>«исполнено 4 из 7» or «6 мероприятий».</summary>
    private string LineOf((Guid? Stage, string? Heading) key)
    {
        var all = Plan.Measures.Where(m => (m.Stage?.Id, m.Heading) == key && m.State is not null).ToList();
        var done = all.Count(m => m.State is AssignmentState.Done or AssignmentState.DoneLate);
        return done > 0 ? $"исполнено {Vekha.Wording.Ru.OutOf(done, all.Count)}" : Vekha.Wording.Ru.Count(all.Count, Vekha.Wording.Noun.Measure);
    }

    private bool Matches(MeasureOnDay row) =>
        (string.IsNullOrEmpty(Filter.Executor) || row.Measure.Executors.Any(e => Russian.Equals(e.Name, Filter.Executor)))
        && (string.IsNullOrWhiteSpace(Filter.Search) || Contains(row.Measure.Title) || Contains(row.Measure.Code) || row.Measure.Executors.Any(e => Contains(e.Name)));

    /// <summary>Whether this is the executor chosen.</summary>
    public bool IsChosen(string executor) => Russian.Equals(executor, Filter.Executor);

    private bool Contains(string text) => text.Contains(Filter.Search!.Trim(), StringComparison.CurrentCultureIgnoreCase);
}

/// <summary>Rows under one heading.</summary>
/// <param name="Title">The stage or the leader, <c>null</c> where the document has neither.</param>
/// <param name="Line">«исполнено 4 из 7».</param>
public sealed record PlanGroup(string? Title, string Line, IReadOnlyList<MeasureOnDay> Rows);

public sealed record StateCount(AssignmentState State, int Count);
