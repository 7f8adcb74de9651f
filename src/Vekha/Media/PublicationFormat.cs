namespace Vekha.Media;

/// <summary>«Формат публикации».</summary>
public enum PublicationFormat
{
    /// <summary>«анонс».</summary>
    Announcement,
    /// <summary>«пресс-релиз».</summary>
    PressRelease,
    /// <summary>«пост-релиз».</summary>
    PostRelease,
    /// <summary>«пост».</summary>
    Post,
    /// <summary>«статья».</summary>
    Article,
    /// <summary>«интервью».</summary>
    Interview,
    /// <summary>«сюжет».</summary>
    Story,
}

/// <summary>Words of the media plan and what the words of a document mean in it.</summary>
public static class PublicationWords
{
    // Roots of words in the order they are looked for; a row of a document may name several channels.
    private static readonly (string Root, string Channel)[] Channels =
    [
        ("вконтакте", "vk"), ("одноклассник", "ok"), ("социальных сет", "vk"), ("социальных сет", "ok"), ("соцсет", "vk"), ("соцсет", "ok"),
        ("официальных страниц", "vk"), ("официальных страниц", "ok"), ("печатн", "newspaper"), ("газет", "newspaper"), ("сетевых издан", "netpress"), ("сетевом издан", "netpress"),
        ("телевид", "tv"), ("телекан", "tv"), ("телепередач", "tv"), ("радио", "radio"), ("стенд", "stand"), ("баннер", "stand"), ("пресс-тур", "press-tour"),
        ("альбом", "album"), ("буклет", "album"), ("видеохостинг", "rutube"), ("видеосюжет", "vkvideo"), ("сайт", "site"),
    ];

    private static readonly (string Root, PublicationFormat Format)[] Formats =
    [
        ("пресс-релиз", PublicationFormat.PressRelease), ("пост-релиз", PublicationFormat.PostRelease), ("интервью", PublicationFormat.Interview),
        ("сюжет", PublicationFormat.Story), ("стать", PublicationFormat.Article), ("анонс", PublicationFormat.Announcement), ("информирован", PublicationFormat.Announcement),
    ];

    /// <summary>Keys of the channels that words of a document name, without doubles; empty where none is named.</summary>
    public static IReadOnlyList<string> ChannelsIn(params string?[] words) => Found(Channels.Select(c => (c.Root, c.Channel)), words);

    /// <summary>The format that words of a document name; a post where none is named.</summary>
    public static PublicationFormat FormatIn(params string?[] words) =>
        Found(Formats.Select(f => (f.Root, f.Format)), words) is [var first, ..] ? first : PublicationFormat.Post;

    /// <summary>«пресс-релиз».</summary>
    public static string Word(this PublicationFormat format) => format switch
    {
        PublicationFormat.Announcement => "анонс",
        PublicationFormat.PressRelease => "пресс-релиз",
        PublicationFormat.PostRelease => "пост-релиз",
        PublicationFormat.Post => "пост",
        PublicationFormat.Article => "статья",
        PublicationFormat.Interview => "интервью",
        _ => "сюжет",
    };

    /// <summary>«ссылка», «скан страницы, номер и дата выпуска».</summary>
    public static string Word(this PublicationProof proof) => proof switch
    {
        PublicationProof.Link => "ссылка",
        PublicationProof.PageScan => "скан страницы, номер и дата выпуска",
        PublicationProof.AirCertificate => "эфирная справка",
        PublicationProof.StandPhoto => "фотография стенда",
        PublicationProof.Photos => "фотографии",
        _ => "файл издания",
    };

    private static IReadOnlyList<T> Found<T>(IEnumerable<(string Root, T Found)> table, string?[] words)
    {
        var text = string.Join('\n', words).ToLowerInvariant().Replace('ё', 'е');
        return [.. table.Where(t => text.Contains(t.Root, StringComparison.Ordinal)).Select(t => t.Found).Distinct()];
    }
}
