using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>«Зависимость»: a measure follows another one of the same plan, «П.3 после П.2».</summary>
public sealed class Dependency
{
    private Dependency() { }

    private Dependency(Guid plan, Guid measure, Guid after) => (PlanId, MeasureId, AfterId) = (plan, measure, after);

    public Guid PlanId { get; private set; }

    /// <summary>The one that comes later.</summary>
    public Guid MeasureId { get; private set; }

    /// <summary>The one it follows.</summary>
    public Guid AfterId { get; private set; }

    /// <param name="known">All dependencies of the plan.</param>
    public static Dependency Of(Measure measure, Measure after, IReadOnlyCollection<Dependency> known)
    {
        const string not = "Зависимость не записана";
        if (measure.Id == after.Id) throw new Refusal(not, $"{measure.Code} не может идти после самого себя", "Выберите другое мероприятие") { Field = "After" };
        if (known.Any(d => d.MeasureId == measure.Id && d.AfterId == after.Id)) throw new Refusal(not, $"{measure.Code} уже идёт после {after.Code}", "Она есть в списке");
        if (Reaches(after.Id, measure.Id, known)) throw new Refusal(not, $"{after.Code} само идёт после {measure.Code}: получился бы круг", "Уберите встречную зависимость или выберите другое мероприятие") { Field = "After" };
        return new(measure.PlanId, measure.Id, after.Id);
    }

    private static bool Reaches(Guid from, Guid to, IReadOnlyCollection<Dependency> known)
    {
        HashSet<Guid> seen = [from];
        Queue<Guid> next = new([from]);
        while (next.TryDequeue(out var at))
        {
            if (at == to) return true;
            foreach (var before in known.Where(d => d.MeasureId == at).Select(d => d.AfterId).Where(seen.Add)) next.Enqueue(before);
        }
        return false;
    }

    internal static void Map(ModelBuilder model) => model.Entity<Dependency>(dependency =>
    {
        dependency.ToTable("dependencies").HasKey(d => new { d.MeasureId, d.AfterId });
        dependency.HasOne<Plan>().WithMany().HasForeignKey(d => d.PlanId);
        dependency.HasOne<Measure>().WithMany().HasForeignKey(d => d.MeasureId);
        dependency.HasOne<Measure>().WithMany().HasForeignKey(d => d.AfterId);
        dependency.HasIndex(d => d.PlanId);
    });
}

/// <summary>A dependency with the days of both: «П.3 после П.2».</summary>
/// <param name="Later">The measure that follows.</param>
/// <param name="Before">The measure it follows.</param>
public sealed record DependencyLine(MeasureOnDay Later, MeasureOnDay Before)
{
    /// <summary>The first control day of the one that follows.</summary>
    public DateOnly? LaterDay { get; } = Later.Answering.Min(a => a.Assignment.Control);

    /// <summary>The last control day of the one it follows.</summary>
    public DateOnly? BeforeDay { get; } = Before.Answering.Max(a => a.Assignment.Control);

    public bool IsBroken => LaterDay < BeforeDay;

    /// <summary>What does not agree, or <c>null</c>.</summary>
    public string? Warning => IsBroken
        ? $"{Later.Measure.Code} идёт после {Before.Measure.Code}, а срок у него раньше: {Ru.Day(LaterDay!.Value)}, а у {Before.Measure.Code} — {Ru.Day(BeforeDay!.Value)}."
        : null;
}

public static class DependencySets
{
    extension(VekhaDb db)
    {
        public DbSet<Dependency> Dependencies => db.Set<Dependency>();
    }

    /// <summary>The dependencies of a plan with the days that are in force; rows that were taken out leave theirs behind.</summary>
    public static async Task<IReadOnlyList<DependencyLine>> Of(VekhaDb db, PlanOnDay shown)
    {
        var plan = shown.Plan.Id;
        var known = await db.Dependencies.AsNoTracking().Where(d => d.PlanId == plan).ToListAsync();
        if (known.Count == 0) return [];
        var rows = shown.Measures.ToDictionary(m => m.Measure.Id);
        return [.. known.Where(d => rows.ContainsKey(d.MeasureId) && rows.ContainsKey(d.AfterId)).Select(d => new DependencyLine(rows[d.MeasureId], rows[d.AfterId]))
            .OrderBy(l => l.Later.Measure.Position).ThenBy(l => l.Before.Measure.Position)];
    }
}
