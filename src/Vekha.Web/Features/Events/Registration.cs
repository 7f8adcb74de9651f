using Microsoft.EntityFrameworkCore;
using Vekha.Events;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>Whether a person has a place.</summary>
public enum RegistrationState
{
    /// <summary>«место есть».</summary>
    Placed,
    /// <summary>«в листе ожидания».</summary>
    Waiting,
    /// <summary>«отказался».</summary>
    Left,
}

/// <summary>How a person came onto the list.</summary>
public enum RegistrationSource
{
    /// <summary>«сам, на портале».</summary>
    Self,
    /// <summary>«по списку принимающей стороны».</summary>
    Host,
    /// <summary>«на входе».</summary>
    Door,
}

/// <summary>What a participant says about himself.</summary>
public sealed record Applicant(string Name, string? Email = null, string? Phone = null, string? Organisation = null, string? Post = null)
{
    /// <summary>«власть», «муниципалитет», «общественная организация», «наука», «пресса».</summary>
    public string? Tag { get; init; }

    /// <summary>Children under 14 who come along: counted, never named.</summary>
    public int Children { get; init; }

    /// <summary>The parent of a participant of 14–17; <c>null</c> for a grown-up.</summary>
    public string? ParentName { get; init; }
}

/// <summary>«Регистрация»: one person on the list of an event. Its names are destroyed by term, the row stays so that counts stay.</summary>
public sealed class Registration
{
    private Registration() { }

    internal Registration(Event happening, Applicant person, RegistrationSource source, RegistrationState state, long turn, string code, DateTimeOffset at)
    {
        (Id, EventId, ProgrammeId, Source, State, Turn, Code, At) = (Guid.CreateVersion7(), happening.Id, happening.ProgrammeId, source, state, turn, code, at);
        (Name, Email, Phone, Organisation, Post, Tag) = (person.Name.Trim(), Clean(person.Email)?.ToLowerInvariant(), Clean(person.Phone), Clean(person.Organisation), Clean(person.Post), Clean(person.Tag));
        (Seats, IsChild, EmailKey) = (1 + person.Children, person.ParentName is not null, Email);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid EventId { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public RegistrationSource Source { get; private set; }
    public RegistrationState State { get; private set; }

    /// <summary>Order of coming: the waiting list moves by it.</summary>
    public long Turn { get; private set; }

    /// <summary><see cref="TicketCode"/> for the door.</summary>
    public string Code { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public string Name { get; private set; } = "";
    public string? Email { get; private set; }

    /// <summary>The mailbox while the person is on the list: one person registers once.</summary>
    public string? EmailKey { get; private set; }
    public string? Phone { get; private set; }
    public string? Organisation { get; private set; }
    public string? Post { get; private set; }
    public string? Tag { get; private set; }

    /// <summary>The person and the children who come along.</summary>
    public int Seats { get; private set; }

    /// <summary>14–17: a parent has agreed.</summary>
    public bool IsChild { get; private set; }

    /// <summary>A hash of the address it came from, within this event: for the limit.</summary>
    public string? AddressHash { get; set; }
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>When the waiting person got a place.</summary>
    public DateTimeOffset? MovedUpAt { get; private set; }
    /// <summary>Who let the person in from the waiting list at the door; <c>null</c> for the rest.</summary>
    public string? LetInBy { get; private set; }

    /// <summary>On what ground, where all places were taken.</summary>
    public string? LetInWhy { get; private set; }
    public DateTimeOffset? CheckedInAt { get; private set; }
    public string? CheckedInBy { get; private set; }
    public DateTimeOffset? RemindedAt { get; private set; }
    public DateOnly? ErasedOn { get; private set; }

    public bool IsOn => State != RegistrationState.Left;

    internal void Leave(DateTimeOffset at) => (State, LeftAt, EmailKey, CheckedInAt, CheckedInBy) = (RegistrationState.Left, at, null, null, null);

    internal void MoveUp(DateTimeOffset at) => (State, MovedUpAt) = (RegistrationState.Placed, at);

    /// <param name="ground">Why above the number of places; <c>null</c> where one was free.</param>
    internal void LetIn(DateTimeOffset at, string by, string? ground)
    {
        MoveUp(at);
        (LetInBy, LetInWhy) = (by, Clean(ground));
    }

    internal void Remind(DateTimeOffset at) => RemindedAt = at;

    /// <summary>«Отметить приход».</summary>
    public void CheckIn(DateTimeOffset at, string by)
    {
        if (State == RegistrationState.Left) throw new Refusal("Приход не отмечен", $"{Name}: запись отменена", "Если человек пришёл, запишите его на входе заново");
        if (State == RegistrationState.Waiting) throw new Refusal("Приход не отмечен", $"{Name}: в листе ожидания, места пока нет", "Нажмите «Пустить из очереди»: если свободных мест нет, назовите основание");
        if (CheckedInAt is not null) throw new Refusal("Приход не отмечен ещё раз", $"{Name}: уже отмечен", "Если код предъявил другой человек, найдите его по фамилии");
        (CheckedInAt, CheckedInBy) = (at, by);
    }

    /// <summary>«Снять отметку»: it was put by mistake.</summary>
    public void UndoCheckIn() => (CheckedInAt, CheckedInBy) = CheckedInAt is null ? throw new Refusal("Отметка не снята", $"{Name}: прихода нет", "Обновите страницу") : ((DateTimeOffset?)null, (string?)null);

    internal void Erase(DateOnly on) =>
        (Name, Email, EmailKey, Phone, Organisation, Post, AddressHash, ErasedOn) = (DataPlaces.Erased, null, null, null, null, null, null, on);

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    internal static void Map(ModelBuilder model) => model.Entity<Registration>(registration =>
    {
        registration.ToTable("event_registrations").HasKey(r => r.Id);
        registration.Ignore(r => r.IsOn);
        registration.HasOne<Event>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict);
        registration.HasIndex(r => new { r.EventId, r.EmailKey }).IsUnique();
        registration.HasIndex(r => new { r.EventId, r.Code }).IsUnique();
        // The waiting list in order, the list of participants.
        registration.HasIndex(r => new { r.EventId, r.State, r.Turn });
        registration.HasIndex(r => new { r.EventId, r.AddressHash, r.At });
        registration.HasIndex(r => new { r.ProgrammeId, r.ErasedOn });
    });
}

/// <summary>«Ссылка принимающей стороне»: an address with a secret by which it uploads its list without signing in. Only the hash is kept.</summary>
public sealed class HostLink
{
    private HostLink() { }

    public HostLink(Guid happening, string secretHash, string host, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(host)) throw new Refusal("Ссылка не создана", "Не указано, кому она", "Назовите принимающую сторону: «Администрация города Томска»") { Field = "host" };
        (EventId, SecretHash, Host, At) = (happening, secretHash, host.Trim(), at);
    }

    public Guid EventId { get; private set; }
    public int Version { get; private set; }
    public string SecretHash { get; private set; } = "";
    public string Host { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public void Renew(string secretHash, string host, DateTimeOffset at) =>
        (SecretHash, Host, At, RevokedAt) = (secretHash, string.IsNullOrWhiteSpace(host) ? Host : host.Trim(), at, null);

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;

    internal static void Map(ModelBuilder model) => model.Entity<HostLink>(link =>
    {
        link.ToTable("event_host_links").HasKey(l => l.EventId);
        link.HasOne<Event>().WithMany().HasForeignKey(l => l.EventId).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(l => l.SecretHash).IsUnique();
    });
}
