using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>Where a letter is on its way.</summary>
public enum LetterState
{
    Waiting,
    /// <summary>Handed to the mail server; whether it took it is not known yet.</summary>
    Sending,
    Sent,
    /// <summary>Will not be delivered: an administrator sees why.</summary>
    Refused,
}

/// <summary>
/// «Письмо» in the outbox: written in the same save as its cause, sent later, once. Its Message-ID never changes, so that a
/// letter sent twice after a crash is one letter for the mail server.
/// </summary>
public sealed class Letter
{
    private Letter() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>What it is about, said once: <c>digest:{person}:2020-10-27</c>.</summary>
    public string Key { get; private init; } = "";

    /// <summary>Without the angle brackets.</summary>
    public string MessageId { get; private init; } = "";

    public string Address { get; private init; } = "";
    public string Name { get; private init; } = "";
    public string Subject { get; private init; } = "";
    public string Text { get; private init; } = "";
    public string Html { get; private init; } = "";

    /// <summary>Where the reader ends such letters, or <c>null</c>.</summary>
    public string? Unsubscribe { get; private init; }

    public LetterState State { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset NextAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When an administrator asked for it once more, or <c>null</c>.</summary>
    public DateTimeOffset? TriedAgainAt { get; private set; }

    /// <summary>What the mail server said last time, or <c>null</c>.</summary>
    public string? Failure { get; private set; }

    /// <summary>Under which run of the job it was handed over.</summary>
    public long Fence { get; private set; }

    /// <param name="domain">Of the sender: the right side of the Message-ID.</param>
    public static Letter To(string address, string name, string key, LetterText text, string domain, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id, Key = key, MessageId = $"{id:N}@{domain}", Address = address.Trim(), Name = name,
            // A line break in a subject would begin another header.
            Subject = string.Join(' ', text.Subject.Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries)),
            Text = text.Text, Html = text.Html, Unsubscribe = text.Unsubscribe, CreatedAt = now, NextAt = now,
        };
    }

    /// <summary>«Отправить ещё раз»: somebody has mended the address or the server.</summary>
    public void TryAgain(DateTimeOffset now)
    {
        if (State != LetterState.Refused) throw new Refusal("Письмо не отправлено ещё раз", "Оно не отвергнуто", "Обновите страницу: его состояние изменилось");
        (State, Attempts, NextAt, TriedAgainAt) = (LetterState.Waiting, 0, now, now);
    }

    internal static void Map(ModelBuilder model) => model.Entity<Letter>(letter =>
    {
        letter.ToTable("letters").HasKey(l => l.Id);
        letter.HasIndex(l => l.Key).IsUnique();
        letter.HasIndex(l => new { l.State, l.NextAt });
    });
}

/// <summary>The words of a letter, twice: for those who read plain text and for the rest.</summary>
public sealed record LetterText(string Subject, string Text, string Html, string? Unsubscribe = null);

public static class LetterSets
{
    extension(VekhaDb db)
    {
        public DbSet<Letter> Letters => db.Set<Letter>();
    }
}
