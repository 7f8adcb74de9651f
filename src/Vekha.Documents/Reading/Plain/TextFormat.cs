using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plain;

/// <summary>
/// Reads plain text: a line is a paragraph; tabs, frames, pipes and aligned columns make tables where the rows are
/// certain. A table told one cell a line stays paragraphs: only the plan's own numbers and dates can put it together.
/// </summary>
internal static partial class TextFormat
{
    /// <summary>Reads the text of a file.</summary>
    public static SourceDocument Read(string text)
    {
        var footnotes = new Dictionary<string, string>();
        text = Leftovers.Strip(Leftovers.TakeFootnotes(Leftovers.Plain(text), footnotes));
        var lines = TextLine.Of(text);
        var blocks = new List<SourceBlock>();
        var blank = false;
        var aligned = new AlignedTable(lines);
        for (var i = 0; i < lines.Count;)
        {
            if (Table(lines, i, aligned) is { } found)
            {
                blocks.Add(found.Table with { AfterBlank = blank });
                i = found.End;
                blank = false;
                continue;
            }
            if (lines[i].IsBlank || lines[i].IsRule) blank = true;
            else
            {
                blocks.Add(Paragraph(lines[i]) with { AfterBlank = blank });
                blank = false;
            }
            i++;
        }
        return new(blocks, footnotes);
    }

    private static (SourceTable Table, int End)? Table(List<TextLine> lines, int start, AlignedTable aligned) =>
        lines[start].IsBlank ? null : DrawnTable.At(lines, start) ?? TabTable.At(lines, start) ?? MarkedCells.At(lines, start) ?? aligned.At(start);

    private static SourceParagraph Paragraph(TextLine line)
    {
        // Columns held by spaces are told by where their words stand.
        var text = line.Text.Contains("   ", StringComparison.Ordinal) ? line.Text.TrimEnd() : Tidy(line.Text);
        var level = 0;
        while (level < text.Length && text[level] == '#') level++;
        if (level is 0 or > 6 || level == text.Length || text[level] != ' ') return new(text, Bold: line.Bold);
        return new(text[level..].Trim(), Bold: line.Bold, HeadingLevel: level);
    }

    /// <summary>Words of a cell or paragraph: breaks as <c>\n</c>, no blank lines, no spaces at the ends of lines.</summary>
    public static string Tidy(string text)
    {
        text = text.Trim(Blank);
        if (text.AsSpan().IndexOfAny("\n\v\t\u00A0") < 0) return text;
        return Breaks().Replace(text.Replace('\v', '\n').Replace('\t', ' ').Replace('\u00A0', ' '), "\n");
    }

    private static readonly char[] Blank = [' ', '\t', '\n', '\v', '\u00A0'];

    [GeneratedRegex(@" *\n\s*")]
    private static partial Regex Breaks();
}
