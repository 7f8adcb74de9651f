using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Plans;

/// <summary>
/// «Счёт сроков»: how many open assignments of a programme fall due on a day. Kept in step in the transaction that changes an
/// assignment, so that «просрочено» is a sum of a few days and not a walk over assignments.
/// </summary>
public sealed class DueTally
{
    /// <summary>Answers for a measure, has a day and no report that counts.</summary>
    public const string Due = "due";

    /// <summary>The same of a co-executor's part.</summary>
    public const string Part = "part";

    /// <summary>A report waits for the controller.</summary>
    public const string Sent = "sent";

    private DueTally() { }

    public Guid ProgrammeId { get; private init; }

    /// <summary>Which of the three it is counted as.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>The control day; the last of all days where there is none.</summary>
    public DateOnly Day { get; private init; }

    public int Count { get; private init; }

    internal static void Map(ModelBuilder model) => model.Entity<DueTally>(tally =>
    {
        tally.ToTable("due_tallies").HasKey(t => new { t.ProgrammeId, t.Kind, t.Day });
        tally.HasOne<Programme>().WithMany().HasForeignKey(t => t.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
    });

    /// <summary>What the changed assignments take from the days they had and add to those they have.</summary>
    public static Func<CancellationToken, Task>? Alongside(VekhaDb db)
    {
        var steps = new SortedDictionary<(Guid Programme, string Kind, DateOnly Day), int>();
        foreach (var entry in db.ChangeTracker.Entries<Assignment>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (entry.State != EntityState.Added && KeyOf(entry.OriginalValues) is { } before) Step(steps, before, -1);
            if (entry.State != EntityState.Deleted && KeyOf(entry.CurrentValues) is { } after) Step(steps, after, 1);
        }
        foreach (var row in db.Many<Assignment>())
            if (KeyOf(row.Phase, row.ProgrammeId, row.Control, row.InnerUnitId is not null, row.Kind, row.Answers) is { } key) Step(steps, key, 1);
        // In the order of their keys: two instances that count the same days wait for each other in a line, never in a circle.
        return db.Alongside([.. steps.Where(s => s.Value != 0).Select(s => Write(s.Key.Programme, s.Key.Kind, s.Key.Day, s.Value))]);
    }

    private static void Step(SortedDictionary<(Guid, string, DateOnly), int> steps, (Guid, string, DateOnly) key, int by) => steps[key] = steps.GetValueOrDefault(key) + by;

    private static (Guid, string, DateOnly)? KeyOf(PropertyValues values) => KeyOf(
        values.GetValue<AssignmentPhase>(nameof(Assignment.Phase)), values.GetValue<Guid>(nameof(Assignment.ProgrammeId)), values.GetValue<DateOnly?>(nameof(Assignment.Control)),
        values.GetValue<Guid?>(nameof(Assignment.InnerUnitId)) is not null, values.GetValue<AssignmentKind>(nameof(Assignment.Kind)), values.GetValue<bool>(nameof(Assignment.Answers)));

    private static (Guid, string, DateOnly)? KeyOf(AssignmentPhase phase, Guid programme, DateOnly? control, bool isInner, AssignmentKind kind, bool answers)
    {
        if (phase == AssignmentPhase.Submitted) return isInner ? null : (programme, Sent, control ?? DateOnly.MaxValue);
        if (phase is not (AssignmentPhase.Open or AssignmentPhase.Returned) || control is not { } day || kind != AssignmentKind.Dated) return null;
        return answers ? (programme, Due, day) : isInner ? null : (programme, Part, day);
    }

    private static FormattableString Write(Guid programme, string kind, DateOnly day, int by) =>
        $"INSERT INTO due_tallies (programme_id, kind, day, count) VALUES ({programme}, {kind}, {day}, {by}) ON CONFLICT (programme_id, kind, day) DO UPDATE SET count = due_tallies.count + excluded.count";
}

public static class DueTallySets
{
    extension(VekhaDb db)
    {
        public DbSet<DueTally> DueTallies => db.Set<DueTally>();
    }
}
