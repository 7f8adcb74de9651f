using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Short names that the document itself explains: by footnotes and by «(далее – …)».</summary>
internal static partial class Abbreviations
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?<name>[^,;\n\[\]]{2,80}?)\s?\[\^(?<mark>[^\]]{1,6})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marked { get; }

    [GeneratedRegex(@"(?<full>[^;:\n()]{4,300}(?:\([^()]*\)[^;:\n()]*)*)\(\s*далее\s*(?:по\s+тексту\s*)?[-–—:]\s*(?<name>[^()]{2,80})\)", Options)]
    private static partial Regex Further { get; }

    public static Dictionary<string, string> Of(RawPlan raw, Outline outline)
    {
        Dictionary<string, string> found = [];
        var texts = raw.Measures.SelectMany(m => new[] { m.ExecutorText, m.Title }).Concat(outline.Lines.Select(l => l.Text));
        foreach (var text in texts.Where(t => t.Length > 0))
        {
            // The patterns try every letter as the start of a name: most texts have neither mark and are told at a glance.
            if (text.Contains("[^", StringComparison.Ordinal))
                foreach (Match match in Marked.Matches(text))
                    if (outline.Footnotes.TryGetValue(match.Groups["mark"].Value, out var full)) Add(found, Name(match.Groups["name"].Value), full);
            if (text.Contains("далее", StringComparison.OrdinalIgnoreCase))
                foreach (Match match in Further.Matches(text)) Add(found, match.Groups["name"].Value, match.Groups["full"].Value);
        }
        return found;
    }

    /// <summary>«Руководители МОУО»: the short name is the last word in capitals, otherwise the whole name.</summary>
    private static string Name(string text)
    {
        var words = text.Trim().Split(' ');
        return words.Length > 1 && words[^1].Length > 1 && words[^1].All(char.IsUpper) ? words[^1] : text.Trim();
    }

    private static void Add(Dictionary<string, string> found, string name, string full)
    {
        name = name.Trim(' ', '«', '»', '"', '.', ',');
        full = Words.Line(full).Trim(' ', ',', '.', ';');
        // «органов местного самоуправления …»: the footnote goes on in the case of the sentence.
        if (full.Length > 0 && char.IsLower(full[0]) && HeadNouns.Find(full.Split(' ')[0], Case.Genitive) is not null) full = Nominative.Of(full, Case.Genitive);
        if (name.Length > 1 && full.Length > name.Length) found.TryAdd(name, full);
    }
}
