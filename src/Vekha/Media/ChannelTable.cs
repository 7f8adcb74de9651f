namespace Vekha.Media;

/// <summary>
/// «Площадки и законы»: one row a channel. What a law closes to a publisher is not offered to him and a link that leads there
/// is refused; the names stay in documents as they were written. Vekha never calls a host: a link is checked by its form.
/// </summary>
public sealed record ChannelTable(IReadOnlyList<ChannelRule> Rules)
{
    private static readonly ChannelBan ForeignMessenger = new(BanScope.Authorities, "41-ФЗ, с 01.06.2025",
        "органам власти, муниципалитетам и их учреждениям нельзя писать гражданам через иностранные мессенджеры");

    private static readonly ChannelBan Barred = new(BanScope.Everybody, "72-ФЗ, с 01.09.2025",
        "на площадках запрещённых организаций и на заблокированных сайтах не размещают и туда не зовут");

    private static readonly ChannelBan TextOnly = new(BanScope.Everybody, "правило этой установки",
        "название сохраняется в тексте документов, а видео размещают на VK Видео и Rutube");

    /// <summary>The table as it comes with Vekha.</summary>
    public static ChannelTable Shipped { get; } = new(
    [
        new("site", "Официальный сайт", PublicationProof.Link),
        new("vk", "ВКонтакте", PublicationProof.Link) { Hosts = ["vk.com", "vk.ru"] },
        new("ok", "Одноклассники", PublicationProof.Link) { Hosts = ["ok.ru"] },
        new("max", "MAX", PublicationProof.Link) { Hosts = ["max.ru"] },
        new("newspaper", "Газета", PublicationProof.PageScan),
        new("netpress", "Сетевое издание", PublicationProof.Link),
        new("tv", "Телевидение", PublicationProof.AirCertificate),
        new("radio", "Радио", PublicationProof.AirCertificate),
        new("stand", "Стенд", PublicationProof.StandPhoto),
        new("press-tour", "Пресс-тур", PublicationProof.Photos),
        new("album", "Альбом, буклет", PublicationProof.File),
        new("vkvideo", "VK Видео", PublicationProof.Link) { Hosts = ["vkvideo.ru", "vk.com", "vk.ru"] },
        new("rutube", "Rutube", PublicationProof.Link) { Hosts = ["rutube.ru"] },
        new("telegram", "Telegram", PublicationProof.Link) { Hosts = ["t.me", "telegram.me", "telegram.org"], Ban = ForeignMessenger },
        new("whatsapp", "WhatsApp", PublicationProof.Link) { Hosts = ["wa.me", "whatsapp.com"], Ban = ForeignMessenger },
        new("viber", "Viber", PublicationProof.Link) { Hosts = ["viber.com", "viber.me"], Ban = ForeignMessenger },
        new("facebook", "Facebook", PublicationProof.Link) { Hosts = ["facebook.com", "fb.com", "fb.me", "fb.watch"], Ban = Barred },
        new("instagram", "Instagram", PublicationProof.Link) { Hosts = ["instagram.com", "instagr.am", "threads.net"], Ban = Barred },
        new("youtube", "YouTube", PublicationProof.Link) { Hosts = ["youtube.com", "youtu.be"], Ban = TextOnly },
    ]);

    /// <summary>The channel with the key, or <c>null</c>.</summary>
    public ChannelRule? Find(string? key) => Rules.FirstOrDefault(r => r.Key == key);

    /// <summary>Channels that are offered to the publisher, in order.</summary>
    public IEnumerable<ChannelRule> OpenTo(Publisher publisher) => Rules.Where(r => r.IsOpenTo(publisher));

    /// <summary>This table with a rule put in place of the one with its key, or added at the end.</summary>
    public ChannelTable With(ChannelRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new(Find(rule.Key) is null ? [.. Rules, rule] : [.. Rules.Select(r => r.Key == rule.Key ? rule : r)]);
    }

    /// <summary>What is wrong with a link, in Russian, or <c>null</c>. Only words are looked at, no host is called.</summary>
    /// <param name="link">As a person put it in.</param>
    /// <param name="channel">The channel it should lead to.</param>
    /// <param name="publisher">Whose publication it is.</param>
    public string? ProblemOf(string? link, ChannelRule channel, Publisher publisher)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (string.IsNullOrWhiteSpace(link)) return "нет ссылки";
        if (link.Trim().Length > 2000) return "ссылка длиннее 2000 знаков";
        if (!Uri.TryCreate(link.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return "ссылка начинается не с https:// или http://";
        if (address.UserInfo.Length > 0) return "в ссылке записаны имя и пароль";
        if (!address.IdnHost.Contains('.', StringComparison.Ordinal) || address.HostNameType != UriHostNameType.Dns)
            return $"«{address.Host}» не похоже на адрес сайта";
        if (Rules.FirstOrDefault(r => !r.IsOpenTo(publisher) && r.Holds(address.IdnHost)) is { Ban: { } ban } closed)
            return $"ссылка ведёт на {closed.Name}: {ban.Law}, {ban.Reason}";
        return channel.Hosts.Count == 0 || channel.Holds(address.IdnHost) ? null
            : $"«{address.Host}» — не {channel.Name}: ссылка должна вести на {string.Join(" или ", channel.Hosts)}";
    }
}
