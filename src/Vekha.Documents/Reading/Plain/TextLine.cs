using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plain;

/// <summary>A line of a text file and what its signs say about it.</summary>
/// <param name="Text">The line without marks of bold type.</param>
/// <param name="Bold">It stood between «**».</param>
internal readonly partial record struct TextLine(string Text, bool Bold)
{
    /// <summary>No words in it. A hard space counts as one: it stands for an empty cell.</summary>
    public bool IsBlank => Text.AsSpan().Trim(" \t\v").IsEmpty;

    /// <summary>Only dashes and frames: «-- ------ ---».</summary>
    public bool IsRule => !IsBlank && Text.AsSpan().IndexOfAnyExcept("-–—_=+|:* \t") < 0 && Text.AsSpan().Trim().Length > 2;

    /// <summary>How many tabs it holds.</summary>
    public int Tabs => Text.AsSpan().Count('\t');

    /// <summary>Words stand on both sides of a tab.</summary>
    public bool HasInnerTab => Text.AsSpan().Trim(" \t\u00A0") is var inner && inner.Contains('\t');

    /// <summary>Its words.</summary>
    public string Words => TextFormat.Tidy(Text);

    /// <summary>Starts as a row does: a number, or a number and a cell.</summary>
    public bool StartsNumbered => RowNumber().IsMatch(Text);

    /// <summary>Reads as the heading of a part: «Основной этап», «II. Кадры», all in capitals.</summary>
    public bool IsPartHeading => Bold || PartHeading().IsMatch(Text) || IsCapital;

    /// <summary>Goes on with the line before: starts with a small letter or a closing sign.</summary>
    public bool Continues => Text.AsSpan().TrimStart() is [var first, ..] && (char.IsLower(first) || first is ')' or ',' or ';' or '»');

    private bool IsCapital => Text.Count(char.IsLetter) > 5 && !Text.Any(char.IsLower);

    /// <summary>The lines of a text; «**» may open on one line and close on another.</summary>
    public static List<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        var bold = false;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text[range];
            var marks = Marks(line);
            // «2 ** 3» and a lone «**» are not marks of type; they come in pairs, perhaps over two lines.
            var whole = bold || (marks > 0 && line.AsSpan().TrimStart(" \t#-").StartsWith("**"));
            if (marks % 2 == 1) bold = !bold;
            if (string.IsNullOrWhiteSpace(line)) bold = false;
            lines.Add(new(marks > 0 ? line.Replace("**", "", StringComparison.Ordinal) : line, whole));
        }
        return lines;
    }

    private static int Marks(string line) => line.Contains("**", StringComparison.Ordinal) ? BoldMark().Count(line) : 0;

    [GeneratedRegex(@"(?<!\*)\*\*(?!\*)")]
    private static partial Regex BoldMark();

    [GeneratedRegex(@"^[ \u00A0]*(?:№\s*)?\d{1,4}(?:\.\d{1,3})*[.)]?[ \u00A0]*(?:\t|$)")]
    private static partial Regex RowNumber();

    [GeneratedRegex(@"^\s*(?:[IVXІХ]{1,5}[.)]\s|(?:этап|раздел|шаг|блок|глава|направление|задача|модуль)\b|(?:\S+\s){0,2}(?:этап|раздел|блок)\s*$)", RegexOptions.IgnoreCase)]
    private static partial Regex PartHeading();
}
