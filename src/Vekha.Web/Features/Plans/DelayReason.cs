using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>
/// «Причина задержки»: a line of the short list from which a late report or a request for another day chooses. Records keep the
/// words as they were chosen, so that a change of the list rewrites nothing.
/// </summary>
public sealed class DelayReason
{
    private DelayReason() { }

    public DelayReason(string name, int position)
    {
        Id = Guid.CreateVersion7();
        Position = position;
        Rename(name);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }

    [Display(Name = "Причина")]
    public string Name { get; private set; } = "";

    public int Position { get; private set; }

    /// <summary>No longer offered; what was said with it stays.</summary>
    public bool IsClosed { get; private set; }

    public void Rename(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new Refusal("Причина не сохранена", "Она не названа", "Впишите её коротко, с маленькой буквы: «не завершена закупка»") { Field = "name" };
        Name = name.Trim();
    }

    public void Close() => IsClosed = true;

    public void Open() => IsClosed = false;

    /// <summary>What is offered until somebody keeps a list of his own.</summary>
    public static IReadOnlyList<string> Usual { get; } =
    [
        "нет финансирования",
        "не завершена закупка",
        "ждали согласования или ответа",
        "зависит от другого исполнителя",
        "не хватило людей",
        "погода, карантин, иные чрезвычайные обстоятельства",
        "изменились требования или задача",
        "срок был назначен неверно",
        "сделано в срок, отчёт сдан позже",
        "другая причина",
    ];

    internal static void Map(ModelBuilder model)
    {
        model.Entity<DelayReason>(reason =>
        {
            reason.ToTable("delay_reasons").HasKey(r => r.Id);
            reason.HasIndex(r => r.Name).IsUnique();
        });
        model.Entity<Delay>(delay =>
        {
            delay.ToTable("delays").HasKey(d => d.Id);
            delay.Property(d => d.On).HasColumnName("on_day");
            delay.HasOne<Plan>().WithMany().HasForeignKey(d => d.PlanId).OnDelete(DeleteBehavior.Restrict);
            // «Причины задержек» of a plan up to a day.
            delay.HasIndex(d => new { d.PlanId, d.On });
        });
    }
}

/// <summary>Where a reason for delay was named.</summary>
public enum DelaySource
{
    /// <summary>«отчёт позже срока».</summary>
    Report,

    /// <summary>«запрос о продлении».</summary>
    Request,
}

/// <summary>«Названная причина задержки»: said on a day in a late report or in a request for another day; counted by the board.</summary>
public sealed class Delay
{
    private Delay() { }

    public Delay(Guid planId, Guid measureId, Guid? assignmentId, string reason, string? words, DelaySource source, Guid sourceId, DateOnly on)
    {
        (Id, PlanId, MeasureId, AssignmentId) = (Guid.CreateVersion7(), planId, measureId, assignmentId);
        (Reason, Words, Source, SourceId, On) = (reason, string.IsNullOrWhiteSpace(words) ? null : words.Trim(), source, sourceId, on);
    }

    public Guid Id { get; private set; }
    public Guid PlanId { get; private set; }
    public Guid MeasureId { get; private set; }

    /// <summary>The assignment that is late, or <c>null</c> for a request about the whole row.</summary>
    public Guid? AssignmentId { get; private set; }

    /// <summary>The line of the list as it was worded on the day.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>One's own words beside it.</summary>
    public string? Words { get; private set; }
    public DelaySource Source { get; private set; }

    /// <summary>The report or the request.</summary>
    public Guid SourceId { get; private set; }
    public DateOnly On { get; private set; }
}

public static class DelaySets
{
    extension(VekhaDb db)
    {
        public DbSet<DelayReason> DelayReasons => db.Set<DelayReason>();
        public DbSet<Delay> Delays => db.Set<Delay>();
    }
}
