using Vekha.Control;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Sites;

/// <summary>«Шаг»: a stage of the plan, or a row that stands outside stages.</summary>
/// <param name="Key">For the address.</param>
/// <param name="Short">For a narrow heading: «Шаг 2».</param>
/// <param name="Measures">Its rows in the order of the plan.</param>
public sealed record SiteStep(string Key, string Short, string Title, IReadOnlyList<Measure> Measures)
{
    /// <summary>Steps of a plan in order.</summary>
    public static IReadOnlyList<SiteStep> Of(Plan plan)
    {
        var stages = plan.Stages.ToDictionary(s => s.Id);
        return [.. plan.Measures.Where(m => m.RemovedOn is null && !m.Fields.ContainsKey("parent")).OrderBy(m => m.Position).GroupBy(m => m.StageId is { } stage ? stage : m.Id).Select((g, i) =>
            stages.TryGetValue(g.Key, out var stage)
                ? new SiteStep(g.Key.ToString("N")[^8..], HeadOf(stage), TitleOf(stage), [.. g])
                : new SiteStep(g.Key.ToString("N")[^8..], g.First().Code, $"{g.First().Code}. {g.First().Title}", [.. g]))];
    }

    // «Шаг 1» heads a narrow column as it is; of a long title its number is enough.
    private static string HeadOf(Stage stage) => stage.Title.Length <= 12 ? stage.Title : stage.Number is { Length: > 0 and < 12 } number ? $"Этап {number}" : stage.Title[..11] + "…";

    // «1. Шаг 1» would say the number twice; what the step is to bring tells more.
    private static string TitleOf(Stage stage)
    {
        var title = stage.Number is { } number && !stage.Title.Split(' ').Contains(number) ? $"{number}. {stage.Title}" : stage.Title;
        return stage.Outcome is { Length: > 0 } outcome && stage.Title.Length <= 12 ? $"{title}. {outcome}" : title;
    }
}

/// <summary>A site and a step: what is done, what is worst.</summary>
public sealed record SiteCell(IReadOnlyList<AssignmentOnDay> Parts)
{
    public AssignmentState Worst { get; } = Parts.MinBy(p => MeasureOnDay.Severity(p.Status.State))!.Status.State;
    public int Done => Parts.Count(p => IsDone(p.Status.State));
    public int Overdue => Parts.Count(p => p.Status.State == AssignmentState.Overdue);
    public bool IsWhole => Done == Parts.Count;

    internal static bool IsDone(AssignmentState state) => state is AssignmentState.Done or AssignmentState.DoneLate or AssignmentState.Released or AssignmentState.Cancelled;
}

/// <summary>A line of the matrix.</summary>
/// <param name="Missing">Assignments that its sisters have and it has not.</param>
public sealed record SiteLineOnDay(Site Site, SiteState State, IReadOnlyDictionary<string, SiteCell> Cells, int Missing)
{
    public IEnumerable<AssignmentOnDay> Parts => Cells.Values.SelectMany(c => c.Parts);
    public int Overdue => Cells.Values.Sum(c => c.Overdue);
    public int Done => Cells.Values.Sum(c => c.Done);
    public int All => Cells.Values.Sum(c => c.Parts.Count);

    /// <summary>By how many days the oldest overdue one is late.</summary>
    public int Lag(DateOnly day) => Parts.Where(p => p.Status.State == AssignmentState.Overdue && p.Status.Control is not null).Select(p => day.DayNumber - p.Status.Control!.Value.DayNumber).DefaultIfEmpty().Max();
}

/// <summary>«Площадки и шаги» on a day: sites below one another, who is behind first; steps across.</summary>
public sealed class SiteMatrix
{
    public SiteMatrix(IReadOnlyList<SiteStep> steps, IReadOnlyList<Site> sites, IEnumerable<AssignmentOnDay> parts, DateOnly day, DateTimeOffset now)
    {
        var given = parts.ToList();
        var stepOf = steps.SelectMany(s => s.Measures.Select(m => (m.Id, s))).ToDictionary(m => m.Id, m => m.s);
        var byUnit = given.Where(p => stepOf.ContainsKey(p.Assignment.MeasureId)).ToLookup(p => p.Assignment.OrganisationId);
        // What one of them was given and what still goes on, the others may be given too.
        var wholes = given.Where(p => !p.Assignment.IsClosed).Select(p => p.Assignment.ParentId).Distinct().ToHashSet();
        Steps = [.. steps.Where(s => given.Exists(p => stepOf.GetValueOrDefault(p.Assignment.MeasureId) == s))];
        Day = day;
        Lines = [.. sites.Select(s => new SiteLineOnDay(s, s.StateAt(now),
                byUnit[s.UnitId].GroupBy(p => stepOf[p.Assignment.MeasureId].Key).ToDictionary(g => g.Key, g => new SiteCell([.. g])),
                wholes.Count - byUnit[s.UnitId].Select(p => p.Assignment.ParentId).Distinct().Count(wholes.Contains)))
            .OrderByDescending(l => l.Overdue).ThenByDescending(l => l.Lag(day)).ThenBy(l => l.All == 0 ? 0 : l.Done * 1000 / l.All)];
    }

    public DateOnly Day { get; }

    /// <summary>Steps that were handed to somebody.</summary>
    public IReadOnlyList<SiteStep> Steps { get; }
    public IReadOnlyList<SiteLineOnDay> Lines { get; }
    public int Overdue => Lines.Sum(l => l.Overdue);
    public int Behind => Lines.Count(l => l.Overdue > 0);
}
