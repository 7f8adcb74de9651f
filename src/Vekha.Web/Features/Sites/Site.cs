using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Sites;

/// <summary>Where a site is with its coordinator.</summary>
public enum SiteState
{
    /// <summary>Nobody was asked yet.</summary>
    Unasked,
    Invited,
    Accepted,
    Declined,

    /// <summary>The link has run out without an answer.</summary>
    Silent,
}

/// <summary>«Площадка»: a unit that takes part in a programme. It is one thing in three places: a unit of the tree, a card of a registry, a column of the cascade.</summary>
public sealed class Site
{
    private readonly List<SiteInvitation> invitations = [];

    private Site() { }

    internal Site(Programme programme, Organisation unit, RegistryObject card, DateOnly on) =>
        (ProgrammeId, UnitId, CardId, Name, Since) = (programme.Id, unit.Id, card.Id, unit.ShortName, on);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private init; }
    public Guid UnitId { get; private init; }
    public Organisation? Unit { get; private set; }

    /// <summary>Its card in the registry of sites: organisation, place, status with its act.</summary>
    public Guid CardId { get; private init; }

    /// <summary>As it was called when it joined.</summary>
    public string Name { get; private set; } = "";
    public DateOnly Since { get; private init; }

    /// <summary>«Приглашения» of coordinators, the last one in force.</summary>
    public IReadOnlyList<SiteInvitation> Invitations => invitations;

    public SiteInvitation? Invitation => invitations.OrderBy(i => i.At).LastOrDefault();

    public SiteState StateAt(DateTimeOffset now) => Invitation switch
    {
        null => SiteState.Unasked,
        { IsAccepted: true } => SiteState.Accepted,
        { IsAccepted: false } => SiteState.Declined,
        { } asked => now > asked.Until ? SiteState.Silent : SiteState.Invited,
    };

    /// <summary>«Пригласить»: asks a person to coordinate the site; a link that was sent before works no more.</summary>
    public SiteInvitation Invite(Person person, string? address, string tokenHash, DateTimeOffset at, Guid by)
    {
        if (string.IsNullOrWhiteSpace(address)) throw new Refusal("Приглашение не отправлено", "Не указана почта координатора", "Впишите адрес: на него придёт ссылка") { Field = "Input.Email" };
        if (Invitation is { IsAccepted: true } there && there.PersonId == person.Id) throw new Refusal("Приглашение не отправлено", $"{person.ShortName} уже координирует площадку", "Пригласите другого человека, если координатор меняется");
        var invitation = new SiteInvitation(Id, person, address.Trim().ToLowerInvariant(), tokenHash, at, by);
        invitations.Add(invitation);
        return invitation;
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Site>(site =>
        {
            site.ToTable("sites").HasKey(s => s.Id);
            site.Ignore(s => s.Invitation);
            site.HasOne<Programme>().WithMany().HasForeignKey(s => s.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            site.HasOne(s => s.Unit).WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
            site.HasOne<RegistryObject>().WithMany().HasForeignKey(s => s.CardId).OnDelete(DeleteBehavior.Restrict);
            site.HasMany(s => s.Invitations).WithOne().HasForeignKey(i => i.SiteId);
            // A unit takes part in a programme once.
            site.HasIndex(s => new { s.ProgrammeId, s.UnitId }).IsUnique();
        });
        model.Entity<SiteInvitation>(invitation =>
        {
            invitation.ToTable("site_invitations").HasKey(i => i.Id);
            invitation.HasOne(i => i.Person).WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
            invitation.HasIndex(i => i.TokenHash).IsUnique();
        });
    }
}

/// <summary>«Приглашение координатора» and its answer. The link itself is never kept, only its hash.</summary>
public sealed class SiteInvitation
{
    /// <summary>So many days the link works.</summary>
    public const int Life = 14;

    private SiteInvitation() { }

    internal SiteInvitation(Guid site, Person person, string address, string tokenHash, DateTimeOffset at, Guid by) =>
        (SiteId, PersonId, Address, TokenHash, At, Until, ById) = (site, person.Id, address, tokenHash, at, at.AddDays(Life), by);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Version { get; private set; }
    public Guid SiteId { get; private init; }
    public Guid PersonId { get; private init; }
    public Person? Person { get; private set; }
    public string Address { get; private init; } = "";
    public string TokenHash { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    public DateTimeOffset Until { get; private init; }
    public Guid ById { get; private init; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The answer; <c>null</c> while there is none.</summary>
    public bool? IsAccepted { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string? Reason { get; private set; }

    public void Accept(DateTimeOffset at)
    {
        MustBeOpen(at);
        (AnsweredAt, IsAccepted) = (at, true);
    }

    public void Decline(string? reason, DateTimeOffset at)
    {
        MustBeOpen(at);
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal("Отказ не отправлен", "Не сказано почему", "Напишите причину: её увидит тот, кто приглашает") { Field = "Reason" };
        (AnsweredAt, IsAccepted, Reason) = (at, false, reason.Trim());
    }

    private void MustBeOpen(DateTimeOffset at)
    {
        if (IsAccepted is { } answer) throw new Refusal("Ответ не записан", answer ? "Приглашение уже принято" : "От приглашения уже отказались", "Если это ошибка, скажите тому, кто ведёт программу");
        if (at > Until) throw new Refusal("Ответ не записан", $"Ссылка действовала {Ru.Days(Life)}", "Попросите прислать новую");
    }
}

public static class SiteSets
{
    extension(VekhaDb db)
    {
        public DbSet<Site> Sites => db.Set<Site>();
    }
}

public static class SiteLooks
{
    public static string Word(this SiteState state) => state switch
    {
        SiteState.Unasked => "координатор не приглашён",
        SiteState.Invited => "приглашён, ответа нет",
        SiteState.Accepted => "участвует",
        SiteState.Declined => "отказался",
        _ => "не ответил, ссылка истекла",
    };

    public static string Look(this SiteState state) => state switch
    {
        SiteState.Unasked => "idle",
        SiteState.Invited => "sent",
        SiteState.Accepted => "done",
        SiteState.Declined => "back",
        _ => "risk",
    };
}
