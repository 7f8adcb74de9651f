using Microsoft.EntityFrameworkCore;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>Where the day of an event is known from.</summary>
/// <param name="Kind">What it is, a word of the feature that says so: <c>project</c>, <c>fact</c>, <c>hand</c>.</param>
/// <param name="Id">Which one.</param>
/// <param name="Title">Its paper or name: «контракт от 05.06.2023 № 12».</param>
/// <param name="Address">Local address to click through to, or <c>null</c>.</param>
public sealed record AnchorSource(string Kind, Guid Id, string Title, string? Address = null);

/// <summary>«Событие, от которого считают»: the day of an event that deadlines wait for, of the whole programme or of one object of a registry.</summary>
public sealed class Anchor
{
    private readonly List<AnchorChange> changes = [];

    private Anchor() { }

    internal Anchor(Guid programmeId, string words, Guid? objectId)
    {
        Id = Guid.CreateVersion7();
        ProgrammeId = programmeId;
        (Event, Key, ObjectId) = (AnchorWords.Event(words), AnchorWords.Key(words), objectId);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }

    /// <summary>«завершение реализации проекта».</summary>
    public string Event { get; private set; } = "";

    /// <summary>Events of one key are one event: <see cref="AnchorWords.Key"/>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The object whose event it is, or <c>null</c> for the whole programme.</summary>
    public Guid? ObjectId { get; private set; }
    public string? ObjectName { get; private set; }

    /// <summary>The day it happened; <c>null</c> once it was recalled.</summary>
    public DateOnly? Day { get; private set; }

    public string SourceKind { get; private set; } = "";
    public Guid SourceId { get; private set; }
    public string SourceTitle { get; private set; } = "";
    public string? SourceAddress { get; private set; }

    /// <summary>The first day, its moves and its recall, in order.</summary>
    public IReadOnlyList<AnchorChange> Changes => changes;

    /// <summary>«завершение проекта «Сквер»»: for a line of history.</summary>
    public string Title => ObjectName is { Length: > 0 } name ? $"{Event} ({Quoted(name)})" : Event;

    /// <summary>«Сквер», but not «Клуб «Маяк»» in quotes once more.</summary>
    internal static string Quoted(string name) => name.Contains('«', StringComparison.Ordinal) ? name : $"«{name}»";

    /// <summary>Gives the event its day, or another one.</summary>
    internal AnchorChange Reach(DateOnly day, AnchorSource source, string? objectName, DateOnly on, DateTimeOffset at, Actor by)
    {
        if (objectName is { Length: > 0 }) ObjectName = objectName.Trim();
        (SourceKind, SourceId, SourceTitle, SourceAddress) = (source.Kind, source.Id, source.Title.Trim(), source.Address);
        return Change(day, source.Title, on, at, by);
    }

    /// <summary>«Отозвать»: the event has not happened after all.</summary>
    internal AnchorChange Recall(string ground, DateOnly on, DateTimeOffset at, Actor by)
    {
        if (string.IsNullOrWhiteSpace(ground)) throw new Refusal("День события не отозван", "Не указано основание", "Напишите, почему день записан неверно: это останется в журнале") { Field = "Ground" };
        return Change(null, ground, on, at, by);
    }

    private AnchorChange Change(DateOnly? day, string ground, DateOnly on, DateTimeOffset at, Actor by)
    {
        var change = new AnchorChange(Id, Day, day, ground, on, at, by);
        changes.Add(change);
        Day = day;
        return change;
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Anchor>(anchor =>
        {
            anchor.ToTable("anchors").HasKey(a => a.Id);
            anchor.Ignore(a => a.Title);
            anchor.HasOne<Programme>().WithMany().HasForeignKey(a => a.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            anchor.HasMany(a => a.Changes).WithOne().HasForeignKey(c => c.AnchorId);
            // Two who record one event at once make it once.
            anchor.HasIndex(a => new { a.ProgrammeId, a.ObjectId, a.Key }).IsUnique();
            anchor.HasIndex(a => new { a.ProgrammeId, a.Key }).IsUnique().HasFilter("object_id IS NULL").HasDatabaseName("ix_anchors_of_programme");
            anchor.HasIndex(a => new { a.SourceKind, a.SourceId });
        });
        model.Entity<AnchorChange>(change =>
        {
            change.ToTable("anchor_changes").HasKey(c => c.Id);
            change.Property(c => c.From).HasColumnName("from_day");
            change.Property(c => c.To).HasColumnName("to_day");
            change.Property(c => c.On).HasColumnName("on_day");
        });
    }
}

/// <summary>One line of the history of an event's day.</summary>
public sealed class AnchorChange
{
    private AnchorChange() { }

    internal AnchorChange(Guid anchorId, DateOnly? from, DateOnly? to, string ground, DateOnly on, DateTimeOffset at, Actor by)
    {
        Id = Guid.CreateVersion7();
        AnchorId = anchorId;
        (From, To, Ground, On, At, ById, ByName) = (from, to, ground.Trim(), on, at, by.PersonId, by.Name);
    }

    public Guid Id { get; private set; }
    public Guid AnchorId { get; private set; }
    public DateOnly? From { get; private set; }

    /// <summary>The new day, or <c>null</c> for a recall.</summary>
    public DateOnly? To { get; private set; }
    public string Ground { get; private set; } = "";
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Who, or <c>null</c> for Vekha itself.</summary>
    public Guid? ById { get; private set; }
    public string ByName { get; private set; } = "";

    /// <summary>«04.12.2023», «04.12.2023 → 06.12.2023», «отозвано».</summary>
    public string Words => (From, To) switch
    {
        (null, { } day) => Ru.Digits(day),
        ({ } old, { } day) => $"{Ru.Digits(old)} → {Ru.Digits(day)}",
        _ => "отозвано",
    };
}

public static class AnchorSets
{
    extension(VekhaDb db)
    {
        public DbSet<Anchor> Anchors => db.Set<Anchor>();
    }
}
