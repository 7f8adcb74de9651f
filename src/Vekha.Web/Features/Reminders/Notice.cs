using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Reminders;

/// <summary>Why a person hears of an assignment; the order is that of a digest, the worst first.</summary>
public enum NoticeCause
{
    /// <summary>One's own is overdue.</summary>
    Overdue,
    /// <summary>One's own is due today.</summary>
    Today,
    /// <summary>One's own is due soon.</summary>
    Ahead,
    /// <summary>A periodic report of what is done constantly is waited for.</summary>
    Report,
    /// <summary>Overdue below, and it has come up to this person.</summary>
    Reached,
    /// <summary>The curator's list of the day: due today and not reported.</summary>
    CuratorToday,
    /// <summary>The curator's weekly list of what is overdue.</summary>
    CuratorOverdue,
    /// <summary>A norm of one's own is in alarm: its window closes and something is missing.</summary>
    Norm,
    /// <summary>The same for the curator, with all who are behind.</summary>
    CuratorNorm,
    /// <summary>Something has changed that touches the person; what, the words say.</summary>
    Told,
    /// <summary>The list was longer: how many more the board shows.</summary>
    More,
}

/// <summary>
/// «Уведомление»: what one person was told on one day about one assignment. Never twice: person, day and subject are a key.
/// </summary>
public sealed class Notice
{
    private Notice() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid PersonId { get; private init; }

    /// <summary>The day it speaks about, in the zone of the programme.</summary>
    public DateOnly Day { get; private init; }
    public Guid ProgrammeId { get; private init; }

    /// <summary>The assignment; for <see cref="NoticeCause.More"/> the programme, for a norm the norm.</summary>
    public Guid SubjectId { get; private init; }
    public NoticeCause Cause { get; private init; }

    /// <summary>Working days left or, when overdue, passed; of <see cref="NoticeCause.More"/> how many more.</summary>
    public int Number { get; private init; }

    /// <summary>The control day it was told by; <c>null</c> for <see cref="NoticeCause.More"/>.</summary>
    public DateOnly? Control { get; private init; }

    /// <summary>What <see cref="NoticeCause.Told"/> tells, or which norm lacks what; <c>null</c> for what is said about an assignment.</summary>
    public string? Words { get; private init; }

    /// <summary>Where it leads on this site.</summary>
    public string? Address { get; private init; }
    public DateTimeOffset At { get; private init; }
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When it went into a digest or was found not to need one; <c>null</c> until then.</summary>
    public DateTimeOffset? DigestedAt { get; private set; }

    public static Notice To(Guid person, DateOnly day, Guid programme, Guid subject, NoticeCause cause, int number, DateOnly? control, DateTimeOffset at) =>
        new() { PersonId = person, Day = day, ProgrammeId = programme, SubjectId = subject, Cause = cause, Number = number, Control = control, At = at };

    /// <summary>«Известие»: each stands for itself, however many there are of a day.</summary>
    internal static Notice Tell(Guid person, DateOnly day, Guid programme, string words, string address, DateTimeOffset at) =>
        new() { PersonId = person, Day = day, ProgrammeId = programme, SubjectId = Guid.CreateVersion7(), Cause = NoticeCause.Told, Words = words, Address = address, At = at };

    internal static Notice OfNorm(Guid person, DateOnly day, Guid programme, NormAlarm alarm, DateTimeOffset at) =>
        new() { PersonId = person, Day = day, ProgrammeId = programme, SubjectId = alarm.Norm, Cause = alarm.Cause, Number = alarm.Left, Control = alarm.Closes, Words = alarm.Words, Address = alarm.Address, At = at };

    public void Read(DateTimeOffset at) => ReadAt ??= at;

    public void Digested(DateTimeOffset at) => DigestedAt = at;

    internal static void Map(ModelBuilder model) => model.Entity<Notice>(notice =>
    {
        notice.ToTable("notices").HasKey(n => n.Id);
        notice.HasIndex(n => new { n.PersonId, n.Day, n.SubjectId }).IsUnique();
        // The number in the head of every page.
        notice.HasIndex(n => new { n.PersonId, n.ReadAt });
        // What a round has said already, and what it makes out of date.
        notice.HasIndex(n => new { n.ProgrammeId, n.Day });
        // What waits for a digest.
        notice.HasIndex(n => new { n.DigestedAt, n.PersonId });
    });
}

/// <summary>«Обход»: a programme has been gone through for a day; without it the job begins again where it broke off.</summary>
public sealed class ReminderRound
{
    public required Guid ProgrammeId { get; init; }
    public required DateOnly Day { get; init; }
    public required DateTimeOffset At { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<ReminderRound>(round => round.ToTable("reminder_rounds").HasKey(r => new { r.ProgrammeId, r.Day }));
}

public static class NoticeSets
{
    extension(VekhaDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();
        public DbSet<ReminderRound> ReminderRounds => db.Set<ReminderRound>();
        public DbSet<RhythmChoice> Rhythms => db.Set<RhythmChoice>();
        public DbSet<NoticeSettings> NoticeSettings => db.Set<NoticeSettings>();
    }
}
