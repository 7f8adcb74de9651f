using Vekha.Documents.Reading.Packages;

namespace Vekha.Documents.Reading.Word;

/// <summary>What the parts of a Word file share while they are read. Styles and lists are opened only where they are used.</summary>
internal sealed class WordContext(OpenPackage package, string mainPart)
{
    private readonly Dictionary<string, string> markOf = [];
    private WordStyles? styles;
    private WordNumbering? numbering;

    public ReadingBudget Budget { get; } = new();

    public List<ReadingProblem> Problems { get; } = [];

    /// <summary>Texts of footnotes by mark.</summary>
    public Dictionary<string, string> Footnotes { get; } = [];

    /// <summary>A picture stands in the text.</summary>
    public bool HasPictures { get; set; }

    public WordStyles Styles
    {
        get
        {
            if (styles is not null) return styles;
            using var xml = package.Open(package.RelatedPart(mainPart, "styles"));
            return styles = WordStyles.Read(xml);
        }
    }

    public WordNumbering Numbering
    {
        get
        {
            if (numbering is not null) return numbering;
            using var xml = package.Open(package.RelatedPart(mainPart, "numbering"));
            return numbering = WordNumbering.Read(xml);
        }
    }

    /// <summary>The mark of a note as Word shows it: footnotes 1, 2, 3, endnotes i, ii, iii, or the author's own.</summary>
    public string Mark(string kind, string id, string? own)
    {
        if (markOf.TryGetValue(kind + id, out var mark)) return mark;
        var number = markOf.Keys.Count(k => k.StartsWith(kind, StringComparison.Ordinal)) + 1;
        mark = own ?? NumberFormat.Of(number, kind == "footnote" ? "decimal" : "lowerRoman");
        return markOf[kind + id] = mark;
    }

    /// <summary>Reads the notes that the text refers to.</summary>
    public void ReadNotes()
    {
        foreach (var kind in new[] { "footnote", "endnote" })
        {
            if (!markOf.Keys.Any(k => k.StartsWith(kind, StringComparison.Ordinal))) continue;
            using var xml = package.Open(package.RelatedPart(mainPart, $"{kind}s"));
            if (xml is null) continue;
            while (xml.Read())
                if (xml.IsElement() && xml.Name == kind && xml.Own("id") is { } id && markOf.TryGetValue(kind + id, out var mark))
                    Footnotes.TryAdd(mark, new WordReader(xml, this).ReadStory().Text());
        }
    }
}
