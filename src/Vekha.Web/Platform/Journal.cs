using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>«Запись журнала»: one act of a person or of Vekha itself. Never changed, never removed.</summary>
public sealed class JournalEntry
{
    private JournalEntry() { }

    /// <summary>Grows by time: digests and reports read on from the last one they saw.</summary>
    public long Id { get; private set; }

    public required DateTimeOffset At { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>The name as it was then: people marry and leave.</summary>
    public required string PersonName { get; init; }

    /// <summary>What was done, a past participle for people: «план утверждён».</summary>
    public required string Verb { get; init; }

    /// <summary>Kind of thing: <c>plan</c>, <c>assignment</c>, <c>person</c>.</summary>
    public required string Subject { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>On what ground: an act, minutes, a reason in words.</summary>
    public string? Ground { get; init; }

    /// <summary>State before, JSON.</summary>
    public string? Before { get; init; }

    /// <summary>State after, JSON.</summary>
    public string? After { get; init; }

    internal static JournalEntry Of(DateTimeOffset at, Actor actor, string verb, string subject, Guid id, string? ground, string? before, string? after) => new()
    {
        At = at, PersonId = actor.PersonId, PersonName = actor.Name, Verb = verb, Subject = subject, SubjectId = id,
        Ground = ground, Before = before, After = after,
    };

    internal static void Map(ModelBuilder model) => model.Entity<JournalEntry>(entry =>
    {
        entry.ToTable("journal");
        entry.HasIndex(e => new { e.Subject, e.SubjectId });
    });
}

public static class JournalSets
{
    extension(VekhaDb db)
    {
        public IQueryable<JournalEntry> Journal => db.Set<JournalEntry>().AsNoTracking();
    }
}

/// <summary>Writes acts down in the same save as the act: there is no deed without its entry and no entry without its deed.</summary>
public sealed class Journal(VekhaDb db, Actor actor, TimeProvider time)
{
    private static readonly JsonSerializerOptions Words = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="verb">«отчёт возвращён на доработку».</param>
    /// <param name="subject">Kind of thing, the same word everywhere: <c>assignment</c>.</param>
    /// <param name="before">Anything small that serialises: <c>new { Due = old }</c>.</param>
    public void Write(string verb, string subject, Guid id, string? ground = null, object? before = null, object? after = null) =>
        db.Add(JournalEntry.Of(time.GetUtcNow(), actor, verb, subject, id, ground, Text(before), Text(after)));

    private static string? Text(object? state) => state is null ? null : JsonSerializer.Serialize(state, Words);
}
