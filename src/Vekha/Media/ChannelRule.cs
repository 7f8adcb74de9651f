namespace Vekha.Media;

/// <summary>«Чем подтверждается выход»: the proof a channel leaves behind.</summary>
public enum PublicationProof
{
    /// <summary>«ссылка», checked for its form and, where a person opened it, by that person.</summary>
    Link,
    /// <summary>«скан страницы» with the number and the date of the issue.</summary>
    PageScan,
    /// <summary>«эфирная справка».</summary>
    AirCertificate,
    /// <summary>«фотография стенда».</summary>
    StandPhoto,
    /// <summary>«фотографии» of those who came.</summary>
    Photos,
    /// <summary>«файл издания»: an album, a booklet.</summary>
    File,
}

/// <summary>«Кто публикует»: laws ask more of an authority than of a public organisation.</summary>
public enum Publisher
{
    /// <summary>«орган власти, муниципалитет или его учреждение».</summary>
    Authority,
    /// <summary>«организация вне органов власти»: an NGO, a fund, a centre of its own.</summary>
    Organisation,
}

/// <summary>Whom a ban concerns.</summary>
public enum BanScope
{
    /// <summary>Authorities, municipalities and their institutions.</summary>
    Authorities,
    /// <summary>Everybody.</summary>
    Everybody,
}

/// <summary>«Запрет»: why a channel is not offered.</summary>
/// <param name="Scope">Whom it concerns.</param>
/// <param name="Law">The law, in the words people cite: «41-ФЗ от 01.04.2025».</param>
/// <param name="Reason">What the law says, in one line.</param>
public sealed record ChannelBan(BanScope Scope, string Law, string Reason)
{
    /// <summary>Whether the publisher is among those it concerns.</summary>
    public bool Concerns(Publisher publisher) => Scope == BanScope.Everybody || publisher == Publisher.Authority;
}

/// <summary>«Площадка»: a kind of channel, the proof it leaves, the hosts its links lead to and who may not use it.</summary>
/// <param name="Key">Short and for ever: <c>site</c>.</param>
/// <param name="Name">«Официальный сайт».</param>
/// <param name="Proof">What proves that something came out there.</param>
public sealed record ChannelRule(string Key, string Name, PublicationProof Proof)
{
    /// <summary>Hosts a link must lead to; empty where any will do.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Who may not use it and why; <c>null</c> for a channel open to all.</summary>
    public ChannelBan? Ban { get; init; }

    /// <summary>Whether the channel is offered to the publisher.</summary>
    public bool IsOpenTo(Publisher publisher) => Ban is null || !Ban.Concerns(publisher);

    /// <summary>Whether an address with this host belongs to the channel: <c>m.vk.com</c> belongs to <c>vk.com</c>.</summary>
    public bool Holds(string host) => Hosts.Any(h => host.Equals(h, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + h, StringComparison.OrdinalIgnoreCase));
}
