using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>A row of the table of channels that this installation has changed or added: laws change sooner than programs.</summary>
public sealed class ChannelChoice
{
    private ChannelChoice() { }

    public ChannelChoice(string key) => Key = key;

    public string Key { get; private set; } = "";
    public int Version { get; private set; }

    [Display(Name = "Площадка")]
    public string Name { get; private set; } = "";

    [Display(Name = "Подтверждение")]
    public PublicationProof Proof { get; private set; }

    [Display(Name = "Адреса")]
    public List<string> Hosts { get; private set; } = [];

    [Display(Name = "Кому закрыта")]
    public BanScope? BannedFor { get; private set; }

    [Display(Name = "Закон")]
    public string? Law { get; private set; }

    [Display(Name = "Что он говорит")]
    public string? LawSays { get; private set; }

    public void Say(ChannelRule rule)
    {
        if (string.IsNullOrWhiteSpace(rule.Name)) throw new Refusal("Площадка не сохранена", "У неё нет названия", "Впишите его: «Районный телеканал»") { Field = "Name" };
        if (rule.Ban is { } ban && string.IsNullOrWhiteSpace(ban.Law)) throw new Refusal("Площадка не сохранена", "Не назван закон", "Впишите, какой закон её закрывает: без него запрет никому не объяснить") { Field = "Law" };
        (Name, Proof, Hosts) = (rule.Name.Trim(), rule.Proof, [.. rule.Hosts]);
        (BannedFor, Law, LawSays) = (rule.Ban?.Scope, rule.Ban?.Law.Trim(), rule.Ban?.Reason.Trim());
    }

    public ChannelRule Rule => new(Key, Name, Proof) { Hosts = Hosts, Ban = BannedFor is { } scope ? new(scope, Law ?? "", LawSays ?? "") : null };
}

/// <summary>The table of channels of this installation, and who publishes.</summary>
public sealed class ChannelDesk(VekhaDb db)
{
    private ChannelTable? table;

    /// <summary>The table as it comes with Vekha under what was changed here; read once a request.</summary>
    public async Task<ChannelTable> Table() =>
        table ??= (await db.ChannelChoices.AsNoTracking().OrderBy(c => c.Key).ToListAsync()).Aggregate(ChannelTable.Shipped, (all, choice) => all.With(choice.Rule));

    /// <summary>
    /// Whose word it is: that of the owner of the programme. Everything of the tree that is not «вне подчинения» is bound by what
    /// binds authorities, their institutions too.
    /// </summary>
    public async Task<Publisher> PublisherOf(Guid programme)
    {
        var (programmes, organisations) = (db.Set<Plans.Programme>(), db.Organisations);
        return await organisations.AnyAsync(o => o.Kind == OrganisationKind.Outside && programmes.Any(p => p.Id == programme && p.OrganisationId == o.Id)) ? Publisher.Organisation : Publisher.Authority;
    }
}
