using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Cascade;

/// <summary>How far a cascade is.</summary>
public enum CascadeState
{
    /// <summary>«черновик»: measures are chosen, units are being confirmed.</summary>
    Draft,

    /// <summary>«раздаётся».</summary>
    Running,

    /// <summary>«роздано».</summary>
    Done,
}

/// <summary>Measures that go to the same units.</summary>
/// <param name="Class">The words of the document they were found by: «Руководители МОУО в 15 районах», or empty.</param>
/// <param name="Units">Confirmed units.</param>
/// <param name="Offered">Units to choose from.</param>
/// <param name="Note">What a person should look at: «в документе 15, найдено 18».</param>
public sealed record CascadeGroup(string Class, IReadOnlyList<Guid> Measures, IReadOnlyList<Guid> Units, IReadOnlyList<Guid> Offered, string? Note = null);

/// <summary>«Каскад»: measures of a plan handed down to units; a draft until a person confirms the units.</summary>
public sealed class Cascade
{
    private Cascade() { }

    public Cascade(Plan plan, int buffer, IReadOnlyList<CascadeGroup> groups, Guid by, DateTimeOffset at)
    {
        PlanId = plan.Id;
        (ById, At) = (by, at);
        Keep(buffer, groups);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Version { get; private set; }
    public Guid PlanId { get; private init; }

    /// <summary>«Запас»: by how many working days the units are due before the plan.</summary>
    public int BufferDays { get; private set; }
    public IReadOnlyList<CascadeGroup> Groups { get; private set; } = [];
    public CascadeState State { get; private set; }
    public Guid ById { get; private init; }
    public DateTimeOffset At { get; private init; }

    /// <summary>How many assignments there are to make, and how many are made.</summary>
    public int Total { get; private set; }
    public int Made { get; private set; }

    public void Keep(int buffer, IReadOnlyList<CascadeGroup> groups)
    {
        if (State != CascadeState.Draft) throw new Refusal("Каскад не изменён", "Он уже роздан", "Подразделение добавляют на странице каскада мероприятия");
        if (buffer is < 0 or > 60) throw new Refusal("Запас не сохранён", "Он от 0 до 60 рабочих дней") { Field = "Buffer" };
        (BufferDays, Groups) = (buffer, groups);
    }

    public void Start(int total)
    {
        if (State != CascadeState.Draft) throw new Refusal("Каскад уже роздан", "Это сделано раньше", "Откройте страницу каскада");
        if (total == 0) throw new Refusal("Раздавать нечего", "Подразделения не отмечены, или у отмеченных эти поручения уже есть", "Отметьте хотя бы одно, у которого их нет");
        (State, Total) = (CascadeState.Running, total);
    }

    internal void Note(int made)
    {
        Made += made;
        if (Made >= Total) State = CascadeState.Done;
    }

    internal void End() => State = CascadeState.Done;

    internal static void Map(ModelBuilder model) => model.Entity<Cascade>(cascade =>
    {
        cascade.ToTable("cascades");
        cascade.Property(c => c.Groups).AsJson();
        cascade.HasOne<Plan>().WithMany().HasForeignKey(c => c.PlanId).OnDelete(DeleteBehavior.Restrict);
        cascade.HasIndex(c => c.State);
    });
}

/// <summary>«План подразделения»: an approved plan that a unit shows as the proof of its assignment.</summary>
public sealed class SubPlan
{
    private SubPlan() { }

    internal SubPlan(Assignment part, Plan plan, Guid by, DateTimeOffset at) => (AssignmentId, PlanId, ById, At) = (part.Id, plan.Id, by, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid AssignmentId { get; private init; }
    public Guid PlanId { get; private init; }
    public Guid ById { get; private init; }
    public DateTimeOffset At { get; private init; }

    internal static void Map(ModelBuilder model) => model.Entity<SubPlan>(sub =>
    {
        sub.ToTable("sub_plans");
        sub.HasOne<Assignment>().WithMany().HasForeignKey(s => s.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        sub.HasOne<Plan>().WithMany().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Restrict);
        sub.HasIndex(s => new { s.AssignmentId, s.PlanId }).IsUnique();
    });
}

public static class CascadeSets
{
    extension(VekhaDb db)
    {
        public DbSet<Cascade> Cascades => db.Set<Cascade>();
        public DbSet<SubPlan> SubPlans => db.Set<SubPlan>();
    }
}
