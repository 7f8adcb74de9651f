using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>«Инфинитив»: the verb with which the text of an assignment starts («подготовить», «провести»).</summary>
internal static partial class Infinitives
{
    // Nouns that end like verbs: «область», «сеть», «печать», «память», «помощь», «вести» as news is not met in plans.
    private const string NotVerbs = @"печать|тетрадь|кровать|площадь|смерть|нефть|треть|четверть|память|нить|путь|суть|мать|опять|пять|десять|девять|знать|гать|рать|рукоять|благодать|дети|почти|пути|сети|части|области|власти|кости|гости|новости|зрелости|честь|весть|есть|повесть|шесть|часть|власть|сеть|горсть|скатерть|запчасть|масть|пасть|напасть|страсть";

    /// <summary>A pattern of one infinitive, for use inside others.</summary>
    internal const string Pattern = @"(?<![\p{L}])(?!(?:" + NotVerbs + @")(?![\p{L}]))(?!\p{L}*(?:ость|ости)(?![\p{L}]))(?:\p{L}{2,}(?:ать|ять|еть|ить|уть|ыть|оть)(?:ся)?|\p{L}*(?:вести|нести|везти|йти|идти|брести|мести|плести|рести|цвести|класть|честь)(?:сь)?|\p{L}*(?:беречь|лечь|влечь|сечь|мочь|речь|стеречь))(?![\p{L}])";

    [GeneratedRegex(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Any { get; }

    /// <summary>Where the first infinitive stands at or after <paramref name="from"/>, or −1.</summary>
    public static int IndexIn(string text, int from = 0)
    {
        var depth = 0;
        foreach (Match match in Any.Matches(text))
        {
            if (match.Index < from || match.Value is "речь" or "честь" or "лечь" or "Речь") continue;
            depth = 0;
            for (var i = 0; i < match.Index; i++)
                depth += text[i] is '«' or '(' ? 1 : text[i] is '»' or ')' ? -1 : 0;
            if (depth <= 0) return match.Index;
        }
        return -1;
    }

    /// <summary>Whether the text opens with an infinitive.</summary>
    public static bool Opens(string text) => IndexIn(text) is var index && index >= 0 && !text.AsSpan(0, index).ContainsAnyExcept(" -–—•«\"");
}
