using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>«Правопреемство»: one organisation went into another on a day; several may go into one, one into several.</summary>
public sealed class Succession
{
    private Succession() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PredecessorId { get; private init; }

    public Organisation? Predecessor { get; private set; }

    public Guid SuccessorId { get; private init; }

    public Organisation? Successor { get; private set; }

    /// <summary>The first day of the successor.</summary>
    public DateOnly On { get; private init; }

    /// <summary>«областной закон от 17.05.2024 № 63-оз».</summary>
    public string Ground { get; private init; } = "";

    /// <summary>Writes it down; the predecessor lives to the day before.</summary>
    public static Succession Of(Organisation predecessor, Organisation successor, DateOnly on, string? ground)
    {
        if (predecessor.Id == successor.Id) throw new Refusal("Преемник не записан", "Организация не преемник самой себе", "Выберите другую") { Field = "Successor" };
        if (!predecessor.IsAlive(on.AddDays(-1))) throw new Refusal("Преемник не записан", $"«{predecessor.ShortName}» в этот день уже не действовала", "Проверьте дату") { Field = "On" };
        predecessor.Live(predecessor.From, on.AddDays(-1));
        return new() { PredecessorId = predecessor.Id, SuccessorId = successor.Id, On = on, Ground = (ground ?? "").Trim() };
    }

    internal static void Map(ModelBuilder model) => model.Entity<Succession>(succession =>
    {
        succession.ToTable("successions");
        succession.Property(s => s.On).HasColumnName("on_day");
        succession.HasOne(s => s.Predecessor).WithMany().HasForeignKey(s => s.PredecessorId).OnDelete(DeleteBehavior.Restrict);
        succession.HasOne(s => s.Successor).WithMany().HasForeignKey(s => s.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        succession.HasIndex(s => new { s.PredecessorId, s.SuccessorId }).IsUnique();
    });
}

public static class SuccessionSets
{
    extension(VekhaDb db)
    {
        public DbSet<Succession> Successions => db.Set<Succession>();
    }
}
