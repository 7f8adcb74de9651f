using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>
/// «Факт»: something that happened, with its day, place, quantity, source and proof. It is recorded once and then counted
/// everywhere; it is never erased: a correction keeps what stood before, a withdrawal keeps its ground.
/// </summary>
public sealed partial class Fact
{
    private readonly List<FactChange> changes = [];
    private readonly List<FactFile> files = [];

    private Fact() { }

    internal Fact(FactEntry entry, Guid? planId, DateTimeOffset at, Actor by)
    {
        Id = Guid.CreateVersion7();
        (ProgrammeId, PlanId, MeasureId) = (entry.ProgrammeId, planId, entry.MeasureId);
        (Kind, KindKey) = (CountedUnit.Plain(entry.Kind), CountedUnit.Key(entry.Kind));
        KindHead = CountedUnit.Head(KindKey);
        (Day, Quantity) = (entry.Day, entry.Quantity);
        Name(entry.Title);
        (TerritoryId, UnitId, ObjectId, ObjectName) = (entry.TerritoryId, entry.UnitId, entry.ObjectId, entry.ObjectName?.Trim());
        (SourceKind, SourceId, SourceAddress) = (entry.Source.Kind, entry.Source.Id, entry.Source.Address);
        Proof = entry.Proof is { IsEmpty: false } given ? given : null;
        files.AddRange(entry.Files);
        (At, ById, ByName) = (at, by.PersonId, by.Name);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public Guid? PlanId { get; private set; }
    public Guid? MeasureId { get; private set; }

    /// <summary>«мероприятие», «публикация»: what is counted.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Kinds of one key are one kind: <see cref="CountedUnit.Key"/>.</summary>
    public string KindKey { get; private set; } = "";

    /// <summary>The first word of <see cref="KindKey"/>.</summary>
    public string KindHead { get; private set; } = "";
    public DateOnly Day { get; private set; }
    public long Quantity { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>The title without signs and capitals, by which a double is told.</summary>
    public string TitleKey { get; private set; } = "";

    /// <summary>On whose territory, a unit of the tree.</summary>
    public Guid? TerritoryId { get; private set; }

    /// <summary>Who did it.</summary>
    public Guid? UnitId { get; private set; }
    public Guid? ObjectId { get; private set; }
    public string? ObjectName { get; private set; }
    public string SourceKind { get; private set; } = "";
    public Guid SourceId { get; private set; }
    public string? SourceAddress { get; private set; }
    public ProofGiven? Proof { get; private set; }

    /// <summary>Does not count any more; who, when and why stands in <see cref="Changes"/>.</summary>
    public bool IsWithdrawn { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Who recorded it, or <c>null</c> for Vekha itself.</summary>
    public Guid? ById { get; private set; }
    public string ByName { get; private set; } = "";

    /// <summary>«Исправления», in order; the last one of a withdrawn fact is the withdrawal.</summary>
    public IReadOnlyList<FactChange> Changes => changes;
    public IReadOnlyList<FactFile> Files => files;

    /// <summary>«12.11.2017, Турнир по шахматам, 17».</summary>
    internal string Line => $"{Ru.Digits(Day)}, {Title}, {Ru.Number(Quantity)}";

    internal FactChange Correct(FactCorrection now, Guid? planId, string ground, DateOnly on, DateTimeOffset at, Actor by)
    {
        if (IsWithdrawn) throw new Refusal("Факт не исправлен", "Он отозван", "Запишите факт заново");
        if (string.IsNullOrWhiteSpace(ground)) throw new Refusal("Факт не исправлен", "Не указано основание", "Напишите, почему он записан неверно: прежнее и новое останутся в истории") { Field = "Ground" };
        var before = Line;
        (Day, Quantity) = (now.Day ?? Day, now.Quantity ?? Quantity);
        Name(now.Title ?? Title);
        (TerritoryId, UnitId) = (now.TerritoryId ?? TerritoryId, now.UnitId ?? UnitId);
        if (now.MeasureId is { } measure) (MeasureId, PlanId) = (measure, planId);
        if (now.Proof is { } proof) Proof = proof.IsEmpty ? null : proof;
        var change = new FactChange(Id, isWithdrawal: false, before, Line, ground, on, at, by);
        changes.Add(change);
        return change;
    }

    internal FactChange Withdraw(string ground, DateOnly on, DateTimeOffset at, Actor by)
    {
        if (IsWithdrawn) throw new Refusal("Факт не отозван", "Он уже отозван", "Обновите страницу");
        if (string.IsNullOrWhiteSpace(ground)) throw new Refusal("Факт не отозван", "Не указано основание", "Напишите, почему он больше не считается") { Field = "Ground" };
        IsWithdrawn = true;
        var change = new FactChange(Id, isWithdrawal: true, Line, null, ground, on, at, by);
        changes.Add(change);
        return change;
    }

    private void Name(string title)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new Refusal("Факт не записан", "Не сказано, что произошло", "Впишите название: «Турнир по шахматам»") { Field = "Input.Title" };
        (Title, TitleKey) = (title.Trim(), KeyOf(title));
    }

    internal static string KeyOf(string title)
    {
        var letters = string.Concat(title.Where(c => char.IsLetterOrDigit(c) || c == ' ')).ToLowerInvariant().Replace('ё', 'е');
        var key = string.Join(' ', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return key.Length > 200 ? key[..200] : key;
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Fact>(fact =>
        {
            fact.ToTable("facts").HasKey(f => f.Id);
            fact.Ignore(f => f.Line);
            fact.Property(f => f.Proof).AsJson();
            fact.Property(f => f.KindHead).HasDefaultValue("").ValueGeneratedNever();
            fact.HasOne<Programme>().WithMany().HasForeignKey(f => f.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            fact.HasOne<Plan>().WithMany().HasForeignKey(f => f.PlanId).OnDelete(DeleteBehavior.Restrict);
            fact.HasOne<Measure>().WithMany().HasForeignKey(f => f.MeasureId).OnDelete(DeleteBehavior.Restrict);
            fact.HasOne<Organisation>().WithMany().HasForeignKey(f => f.TerritoryId).OnDelete(DeleteBehavior.Restrict);
            fact.HasOne<Organisation>().WithMany().HasForeignKey(f => f.UnitId).OnDelete(DeleteBehavior.Restrict);
            fact.HasMany(f => f.Changes).WithOne().HasForeignKey(c => c.FactId);
            fact.HasMany(f => f.Files).WithOne().HasForeignKey(f => f.FactId);
            // The page of a programme, newest first.
            fact.HasIndex(f => new { f.ProgrammeId, f.Day, f.Id });
            // The look for a double: thousands may be of one day.
            fact.HasIndex(f => new { f.ProgrammeId, f.Day, f.TitleKey });
            fact.HasIndex(f => new { f.MeasureId, f.Day });
            fact.HasIndex(f => new { f.ObjectId, f.Day });
            fact.HasIndex(f => new { f.SourceKind, f.SourceId });
        });
        model.Entity<FactChange>(change =>
        {
            change.ToTable("fact_changes").HasKey(c => c.Id);
            change.Property(c => c.Before).HasColumnName("line_before");
            change.Property(c => c.After).HasColumnName("line_after");
            change.Property(c => c.On).HasColumnName("on_day");
        });
        model.Entity<FactFile>().ToTable("fact_files").HasKey(f => f.Id);
    }
}

/// <summary>«Исправление факта» or its withdrawal: what stood before, what stands now, on what ground.</summary>
public sealed class FactChange
{
    private FactChange() { }

    internal FactChange(Guid factId, bool isWithdrawal, string before, string? after, string ground, DateOnly on, DateTimeOffset at, Actor by)
    {
        Id = Guid.CreateVersion7();
        (FactId, IsWithdrawal, Before, After, Ground) = (factId, isWithdrawal, before, after, ground.Trim());
        (On, At, ById, ByName) = (on, at, by.PersonId, by.Name);
    }

    public Guid Id { get; private set; }
    public Guid FactId { get; private set; }
    public bool IsWithdrawal { get; private set; }
    public string Before { get; private set; } = "";
    public string? After { get; private set; }
    public string Ground { get; private set; } = "";
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? ById { get; private set; }
    public string ByName { get; private set; } = "";
}

/// <summary>A file that proves a fact: a photo, a scan.</summary>
public sealed class FactFile
{
    private FactFile() { }

    /// <param name="fileId">The stored file.</param>
    /// <param name="name">Its name as the person gave it.</param>
    /// <param name="size">Bytes.</param>
    public FactFile(Guid fileId, string name, long size) => (Id, FileId, Name, Size) = (Guid.CreateVersion7(), fileId, name, size);

    public Guid Id { get; private set; }
    public Guid FactId { get; private set; }
    public Guid FileId { get; private set; }
    public string Name { get; private set; } = "";
    public long Size { get; private set; }
}

public static class FactSets
{
    extension(VekhaDb db)
    {
        public DbSet<Fact> Facts => db.Set<Fact>();
        public DbSet<FactObject> FactObjects => db.Set<FactObject>();
        public DbSet<Norm> Norms => db.Set<Norm>();
        public IQueryable<NormTally> NormTallies => db.Set<NormTally>().AsNoTracking();
    }
}
