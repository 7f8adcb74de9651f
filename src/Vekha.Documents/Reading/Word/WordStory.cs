using Vekha.Documents.Reading.Plain;

namespace Vekha.Documents.Reading.Word;

/// <summary>A run of paragraphs and tables: the body, a cell, a text box, a note.</summary>
internal sealed class WordStory
{
    /// <summary>Words of a paragraph whose end was deleted: they begin the next one.</summary>
    private string carried = "";
    private bool carriedBold = true;
    private bool blank;

    public List<SourceBlock> Blocks { get; } = [];

    public bool IsEmpty => Blocks.Count == 0;

    public void Add(WordParagraph paragraph, string? number, int page)
    {
        var text = carried.Length > 0 ? carried + paragraph.Text : paragraph.Text;
        var bold = paragraph.Bold && carriedBold;
        if (paragraph.EndDeleted)
        {
            (carried, carriedBold) = (text, bold);
            return;
        }
        (carried, carriedBold) = ("", true);
        text = text.Trim(' ', '\n', '\u00A0', '\t');
        if (text.Length == 0 && number is null) blank = true;
        else
        {
            Blocks.Add(new SourceParagraph(text, number, bold && text.Length > 0, paragraph.HeadingLevel) { AfterBlank = blank, Page = page });
            blank = false;
        }
    }

    public void Add(SourceBlock block)
    {
        Flush();
        Blocks.Add(block with { AfterBlank = blank });
        blank = false;
    }

    /// <summary>Ends the story.</summary>
    public void Flush()
    {
        if (carried.Length > 0) Add(new WordParagraph { Text = "", Bold = true }, null, 0);
    }

    /// <summary>All bold, as far as there are words.</summary>
    public bool Bold => Blocks.Count > 0 && Blocks.TrueForAll(b => b is SourceParagraph { Bold: true } or SourceParagraph { Text: "" });

    /// <summary>The words as the text of a cell: a line for each paragraph and for each row of a table inside.</summary>
    public string Text() => Blocks switch
    {
        [] => "",
        [SourceParagraph only] => Line(only),
        _ => string.Join('\n', Blocks.Select(Line).Where(line => line.Length > 0)),
    };

    private static string Line(SourceBlock block) => block switch
    {
        SourceParagraph { Number: { } number } p => TextFormat.Tidy($"{number} {p.Text}"),
        SourceParagraph p => TextFormat.Tidy(p.Text),
        SourceTable t => string.Join('\n', t.Rows.Select(r => string.Join(' ', r.Cells.Select(c => c.Text).Where(text => text.Length > 0))).Where(line => line.Length > 0)),
        _ => "",
    };
}

/// <summary>A paragraph as it was read, before its number is counted.</summary>
internal sealed class WordParagraph
{
    public string Text = "";
    public bool Bold;
    public bool EndDeleted;
    public bool EndHidden;
    public int HeadingLevel;
    public string? Style;
    public int? NumberingId;
    public int? Level;
    public int? Outline;
}
