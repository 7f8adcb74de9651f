using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Vekha.Documents.Reading.Plain;

namespace Vekha.Documents.Reading.Web;

/// <summary>Reads a page of the web, or what a browser puts on the clipboard: its words and tables, without styles and scripts.</summary>
internal sealed partial class HtmlFormat
{
    private readonly List<SourceBlock> blocks = [];
    private readonly ReadingBudget budget = new();
    private readonly StringBuilder words = new();
    private readonly Stack<HtmlTable> tables = new();
    private int headingLevel;
    private int deepest;

    /// <summary>Reads a page.</summary>
    public static SourceDocument Read(string html)
    {
        var format = new HtmlFormat();
        html = Unseen().Replace(html, " ");
        var position = 0;
        foreach (Match tag in Tag().Matches(html))
        {
            format.AddWords(html.AsSpan(position, tag.Index - position));
            format.Take(tag);
            position = tag.Index + tag.Length;
        }
        format.AddWords(html.AsSpan(position));
        while (format.tables.Count > 0) format.EndTable();
        format.EndParagraph();
        return format.blocks.Count > 0 ? new(format.blocks, new Dictionary<string, string>()) : throw new UnreadableException("На странице нет текста.");
    }

    private void AddWords(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        budget.Text(text.Length);
        words.Append(Spaces().Replace(WebUtility.HtmlDecode(text.ToString()), " "));
    }

    private void Take(Match tag)
    {
        var closes = tag.Groups[1].Length > 0;
        var name = tag.Groups[2].Value.ToLowerInvariant();
        switch (name)
        {
            case "br": words.Append('\n'); break;
            case "table" when !closes: StartTable(); break;
            case "table": EndTable(); break;
            case "tr" or "td" or "th" when tables.Count > 0: TakeCell(name, closes, tag.Groups[3].Value); break;
            case "p" or "div" or "li" or "ul" or "ol" or "section" or "article" or "title" or "body" or "hr" or "header" or "footer" or "caption": EndParagraph(); break;
            case ['h', >= '1' and <= '6']:
                EndParagraph();
                headingLevel = closes ? 0 : name[1] - '0';
                break;
        }
    }

    private void StartTable()
    {
        EndParagraph();
        // A table inside a cell becomes the lines of the cell; hundreds inside each other are nobody's plan.
        if (++deepest > ReadingLimits.XmlDepth) throw new UnreadableException("Страница устроена слишком сложно: слишком много таблиц внутри таблиц.");
        tables.Push(new(budget));
    }

    private void EndTable()
    {
        if (!tables.TryPop(out var table)) return;
        deepest--;
        table.EndCell(TakeText());
        if (tables.TryPeek(out var outer)) outer.AddLine(table.Lines());
        else if (table.Table() is { } found) blocks.Add(found);
    }

    private void TakeCell(string name, bool closes, string attributes)
    {
        var table = tables.Peek();
        table.EndCell(TakeText());
        if (closes) return;
        if (name == "tr") table.StartRow();
        else table.StartCell(Span(attributes, "colspan"), Span(attributes, "rowspan"), name == "th");
    }

    private static int Span(string attributes, string name) =>
        SpanOf().Matches(attributes).FirstOrDefault(m => m.Groups[1].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } match
            ? Math.Clamp(int.Parse(match.Groups[2].ValueSpan), 1, ReadingLimits.Columns) : 1;

    private string TakeText()
    {
        var text = TextFormat.Tidy(words.ToString());
        words.Clear();
        return text;
    }

    private void EndParagraph()
    {
        if (tables.TryPeek(out var table)) table.AddLine(TakeText());
        else if (TakeText() is { Length: > 0 } text) blocks.Add(new SourceParagraph(text, HeadingLevel: headingLevel));
    }

    [GeneratedRegex(@"<!--.*?-->|<(script|style|head|noscript|template)\b[^>]*>.*?</\1\s*>|<!DOCTYPE[^>]*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>""']|""[^""]*""|'[^']*')*)>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(colspan|rowspan)\s*=\s*[""']?(\d{1,4})", RegexOptions.IgnoreCase)]
    private static partial Regex SpanOf();
}
