using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading;

/// <summary>
/// Footnotes written by hand under the plan: «* на 2026 год», «&lt;*&gt; по согласованию», «¹ Министерство культуры».
/// They move to the footnotes of the document, their marks in the text become «[^*]», «[^1]».
/// </summary>
internal static partial class FootnoteMarks
{
    /// <summary>The document with its hand-made footnotes gathered; itself where it has none.</summary>
    public static SourceDocument Gather(SourceDocument document)
    {
        var found = new Dictionary<string, string>();
        var kept = new List<SourceBlock>(document.Blocks.Count);
        foreach (var block in document.Blocks)
            if (!TryDefinition(block, document, found)) kept.Add(block);
        if (found.Count == 0) return document;

        var marks = new Regex(string.Join('|', found.Keys.OrderByDescending(k => k.Length).Select(Pattern)));
        for (var i = 0; i < kept.Count; i++) kept[i] = Marked(kept[i], marks);
        var footnotes = new Dictionary<string, string>(document.Footnotes);
        foreach (var (mark, text) in found) footnotes.TryAdd(Name(mark), text);
        return document with { Blocks = kept, Footnotes = footnotes };
    }

    /// <summary>A paragraph that starts with a mark which the text above it uses.</summary>
    private static bool TryDefinition(SourceBlock block, SourceDocument document, Dictionary<string, string> found)
    {
        if (block is not SourceParagraph { Number: null } paragraph || !IsMarkStart(paragraph.Text)) return false;
        var definitions = new List<(string Mark, string Text)>();
        foreach (var line in paragraph.Text.Split('\n'))
        {
            var match = Definition().Match(line);
            if (match.Success) definitions.Add((match.Groups[1].Value, match.Groups[2].Value.Trim()));
            else if (definitions.Count > 0) definitions[^1] = (definitions[^1].Mark, $"{definitions[^1].Text} {line.Trim()}");
        }
        if (definitions.Count == 0 || !definitions.TrueForAll(d => IsUsed(document, block, d.Mark))) return false;
        foreach (var (mark, text) in definitions) found.TryAdd(mark, text);
        return true;
    }

    private static bool IsMarkStart(string text) => text is ['*' or '<' or '¹' or '²' or '³' or >= '⁴' and <= '⁹', ..];

    private static bool IsUsed(SourceDocument document, SourceBlock definition, string mark)
    {
        var use = new Regex(Pattern(mark));
        return document.Blocks.TakeWhile(b => !ReferenceEquals(b, definition)).Any(b => b switch
        {
            SourceParagraph p => p.Text.Contains(mark, StringComparison.Ordinal) && !IsMarkStart(p.Text) && use.IsMatch(p.Text),
            SourceTable t => t.Rows.Any(r => r.Cells.Any(c => c.Text.Contains(mark, StringComparison.Ordinal) && use.IsMatch(c.Text))),
            _ => false,
        });
    }

    /// <summary>A mark stands after a word; «**» is not «*» twice.</summary>
    private static string Pattern(string mark) => mark switch
    {
        ['<', ..] => $@"[ \u00A0]?{Regex.Escape(mark)}",
        ['*', ..] => $@"(?<=[\p{{L}}\d»).,""])[ \u00A0]?{Regex.Escape(mark)}(?![*\p{{L}}])",
        // «м²» and «м³» are measures, not footnotes.
        _ => $@"(?<=[\p{{L}}»)])(?<!\b[см]?м){Regex.Escape(mark)}(?![⁰¹²³⁴-⁹])",
    };

    private static SourceBlock Marked(SourceBlock block, Regex marks)
    {
        string Text(string text) => marks.Replace(text, m => $"[^{Name(m.Value.Trim())}]");
        return block switch
        {
            SourceParagraph p => p with { Text = Text(p.Text) },
            SourceTable t => t with { Rows = [.. t.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c with { Text = Text(c.Text) })] })] },
            _ => block,
        };
    }

    /// <summary>«&lt;*&gt;» → «*», «¹» → «1».</summary>
    private static string Name(string mark) =>
        string.Concat(mark.Trim('<', '>', '\u00A0').Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : c));

    [GeneratedRegex(@"^(<(?:\*{1,5}|\d{1,2})>|\*{1,5}(?!\*)|[¹²³⁴-⁹][⁰¹²³⁴-⁹]?)[ \u00A0]*(\S.*)$")]
    private static partial Regex Definition();
}
