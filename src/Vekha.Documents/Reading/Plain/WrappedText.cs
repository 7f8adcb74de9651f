using System.Text;
using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plain;

/// <summary>
/// Joins the lines of a narrow column: a line that ends where the next word would not have fitted goes on in the next one,
/// a shorter line was ended by its author.
/// </summary>
internal static partial class WrappedText
{
    /// <param name="lines">Trimmed lines; an empty one ends what is above it.</param>
    /// <param name="width">Length of the longest line of the column.</param>
    public static string Join(IReadOnlyList<string> lines, int width)
    {
        var text = new StringBuilder();
        var previous = "";
        var pause = false;
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                pause = true;
                continue;
            }
            if (text.Length > 0)
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                var word = space < 0 ? line.Length : space;
                if (pause || IsWhole(previous, line) || (previous.Length + 1 + word <= width && !GoesOn(previous, line))) text.Append('\n');
                else if (!IsTorn(text, line[0])) text.Append(' ');
            }
            text.Append(line);
            previous = line;
            pause = false;
        }
        return TextFormat.Tidy(text.ToString());
    }

    /// <summary>In a narrow column every line is full; a whole name or date before another one is a line of its own.</summary>
    public static bool IsWhole(string line, string next) =>
        (char.IsUpper(next[0]) && WholeName().IsMatch(line)) || (char.IsDigit(next[0]) && WholeDate().IsMatch(line));

    /// <summary>«социально-» + «экономического»: the hyphen stays, a space does not come.</summary>
    public static bool IsTorn(StringBuilder text, char next) => text.Length > 1 && text[^1] == '-' && char.IsLetter(text[^2]) && char.IsLower(next);

    /// <summary>A small letter or a bracket after a word goes on with the sentence, however short the line is.</summary>
    private static bool GoesOn(string line, string next) => (char.IsLower(next[0]) || next[0] == '(') && line[^1] is not ('.' or ';' or ':' or '!' or '?');

    [GeneratedRegex(@"^\p{Lu}\p{L}+ \p{Lu}\. ?\p{Lu}\.,?$")]
    private static partial Regex WholeName();

    [GeneratedRegex(@"^\d{1,2}\.\d{1,2}\. ?\d{4}[,;]?$")]
    private static partial Regex WholeDate();
}
