using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Control;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Plans;

/// <summary>«План на день»: the rows of a plan with the state each had on a day, worked out from the records.</summary>
public sealed class PlanOnDay
{
    private PlanOnDay(Programme programme, Plan plan, IEnumerable<AssignmentOnDay> assignments, DateOnly day)
    {
        Programme = programme;
        Plan = plan;
        Day = day;
        Calendar = programme.Policy.Calendar();
        var byMeasure = assignments.ToLookup(a => a.Assignment.MeasureId);
        var stages = plan.Stages.ToDictionary(s => s.Id);
        // A row that a later version brought or took out stands in the plan only on its own days.
        Measures = [.. plan.Measures.Where(m => !(m.AddedOn > day) && !(m.RemovedOn <= day)).OrderBy(m => m.Position).Select(m => new MeasureOnDay(
            m, m.StageId is { } stage ? stages[stage] : null,
            [.. byMeasure[m.Id].OrderBy(a => a.Assignment.Control).ThenByDescending(a => a.Assignment.Answers).ThenBy(a => a.Assignment.Id)]))];
    }

    public Programme Programme { get; }
    public Plan Plan { get; }
    public DateOnly Day { get; }
    public WorkCalendar Calendar { get; }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<MeasureOnDay> Measures { get; }

    /// <summary>«По отдельному плану», where a feature below keeps that plan; filled by pages that show it.</summary>
    public IReadOnlyDictionary<Guid, LinkedProgress> Linked { get; set; } = new Dictionary<Guid, LinkedProgress>();

    /// <summary>«Показатели» of the rows; filled by pages that show them.</summary>
    public ILookup<Guid, MeasureIndicator> Indicators { get; set; } = Array.Empty<MeasureIndicator>().ToLookup(i => i.MeasureId);

    /// <summary>Rows whose words are «по отдельному плану».</summary>
    public Guid[] LinkedRows => [.. Measures.Where(m => m.Worst?.Assignment.Kind == AssignmentKind.Linked).Select(m => m.Measure.Id)];

    public IEnumerable<AssignmentOnDay> Assignments => Measures.SelectMany(m => m.Assignments);

    /// <summary>
    /// Loads a plan in a fixed number of queries. A plan that is not approved has no assignments yet: it shows those
    /// that its approval would make.
    /// </summary>
    /// <param name="plan">One of the plans the person may see.</param>
    /// <param name="seen">Only these assignments: <see cref="PlanAccess.InPlans"/>; all where absent.</param>
    /// <param name="words">Whether the words of reports and decisions are wanted too, for a card or a paper; the states need none.</param>
    public static async Task<PlanOnDay> Load(VekhaDb db, Plan plan, Programme programme, DateOnly day, IQueryable<Assignment>? seen = null, bool words = true)
    {
        var (calendar, policy) = (programme.Policy.Calendar(), programme.Policy);
        var whole = await db.Plans.AsNoTracking().AsSplitQuery()
            .Include(p => p.Stages.OrderBy(s => s.Position)).Include(p => p.Versions)
            .Include(p => p.Measures).ThenInclude(m => m.Executors.OrderBy(e => e.Position)).ThenInclude(e => e.Replies)
            .Include(p => p.Measures).ThenInclude(m => m.Deliverables.OrderBy(d => d.Position))
            .SingleAsync(p => p.Id == plan.Id);
        var all = (seen ?? db.Assignments).Where(a => a.PlanId == plan.Id && a.InnerUnitId == null);
        if (whole.IsApproved && !words)
        {
            var (rows, sent) = await StateRow.Read(all);
            return new(programme, whole, rows.Select(r => new AssignmentOnDay(r.Assignment, r.Assignment.StatusOn(day, calendar, policy, r, sent[r.Assignment.Id]))), day);
        }
        var assignments = whole.IsApproved ? await WithRecords(all).ToListAsync()
            : whole.Foresee(whole.Measures.Any(m => m.CountsFromEvent) ? await AnchorDays.Of(db, programme.Id) : AnchorDays.None, calendar, policy);
        return new(programme, whole, assignments.Select(a => new AssignmentOnDay(a, a.StatusOn(day, calendar, policy))), day);
    }

    /// <summary>The assignments with all that <see cref="Assignment.StatusOn"/> needs, not tracked.</summary>
    public static IQueryable<Assignment> WithRecords(IQueryable<Assignment> assignments) => assignments.AsNoTracking().AsSplitQuery()
        .Include(a => a.Reports).Include(a => a.Returns).Include(a => a.Extensions).Include(a => a.TermChanges).Include(a => a.Acceptance).Include(a => a.Release);
}

/// <summary>A measure on a day.</summary>
/// <param name="Measure">The row.</param>
/// <param name="Stage">Its stage, or <c>null</c>.</param>
/// <param name="Assignments">All of its assignments by control day.</param>
public sealed record MeasureOnDay(Measure Measure, Stage? Stage, IReadOnlyList<AssignmentOnDay> Assignments)
{
    /// <summary>Those that decide the state of the measure.</summary>
    public IEnumerable<AssignmentOnDay> Answering => Assignments.Where(a => a.Assignment.Answers);

    /// <summary>The assignment to show for the row: the worst of those that answer, the earliest of equals; <c>null</c> for a row that only heads others.</summary>
    public AssignmentOnDay? Worst => Answering.MinBy(a => Severity(a.Status.State));

    /// <summary>The state of the measure; <c>null</c> for a row that only heads others.</summary>
    public AssignmentState? State => Worst?.Status.State;

    /// <summary>What the row stands under: its stage, or in a scheme the leader who supervises it; <c>null</c> for neither.</summary>
    public string? Heading => Stage is { } stage ? (stage.Number is { } number ? $"{number}. {stage.Title}" : stage.Title)
        : Measure.Fields.GetValueOrDefault("leader") is { Length: > 0 } leader ? leader : null;

    /// <summary>Whom the row is for, where the document has such a column.</summary>
    public string? Audience => Measure.Fields.GetValueOrDefault("audience") is { Length: > 0 } audience ? audience : null;

    /// <summary>Why the day shown is this one, with how many days the row has: «отчёт за 2020 год, 1 из 2».</summary>
    public string WhyLine
    {
        get
        {
            if (Worst is not { } worst) return "";
            var (why, which) = (worst.Assignment.Why, worst.Assignment.Occurrence);
            // «отчёт за год» and «за 2020 год» are one thing said twice.
            var said = which is null ? why : why.StartsWith("отчёт за ", StringComparison.Ordinal) ? $"отчёт {which}" : why.Length > 0 ? $"{why}, {which}" : which;
            var of = Answering.Where(a => a.Assignment.ExecutorId == worst.Assignment.ExecutorId).ToList();
            return of.Count < 2 ? said : $"{said}{(said.Length > 0 ? ", " : "")}{of.IndexOf(worst) + 1} из {of.Count}";
        }
    }

    /// <summary>0 is the worst: what needs a person first.</summary>
    public static int Severity(AssignmentState state) => state switch
    {
        AssignmentState.Overdue => 0,
        AssignmentState.Returned => 1,
        AssignmentState.Risk => 2,
        AssignmentState.Submitted => 3,
        AssignmentState.InProgress => 4,
        AssignmentState.Waiting => 5,
        AssignmentState.NotDue => 6,
        AssignmentState.Standing => 7,
        AssignmentState.DoneLate => 8,
        AssignmentState.Done => 9,
        AssignmentState.Released => 10,
        _ => 11,
    };
}

/// <summary>An assignment and its state on a day.</summary>
public sealed record AssignmentOnDay(Assignment Assignment, AssignmentStatus Status);
