using System.Globalization;
using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>«Гриф утверждения»: who approved the plan, by which act, on which day.</summary>
internal static partial class Approvals
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*(?<word>утверждаю|утвержд[её]н[оаы]?)\W*(?<rest>.*)$", Options)]
    private static partial Regex Stamp { get; }

    [GeneratedRegex(@"(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})|«?\s*(?<d>\d{1,2})\s*»?\s+(?<month>[а-я]{3,9})\s+(?<y>\d{4})", Options)]
    private static partial Regex Date { get; }

    private static readonly string[] Months = ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];

    /// <summary>The approval among the lines above the title; <c>null</c> where there is none.</summary>
    public static ApprovalDraft? In(List<(string Text, TextLine Line)> lines)
    {
        var at = lines.FindIndex(l => Stamp.IsMatch(l.Text));
        if (at < 0) return null;
        var stamp = Stamp.Match(lines[at].Text);
        var words = Words.Line(string.Join("\n", lines.Skip(at + 1).Take(8).Select(l => l.Text).Prepend(stamp.Groups["rest"].Value))).Trim();
        var day = DayIn(words);
        if (!stamp.Groups["word"].Value.StartsWith("утверждаю", StringComparison.OrdinalIgnoreCase))
            return new ApprovalDraft(null, null, words.Length > 0 ? words : null, day, lines[at].Line.Place);
        var person = Executors.Person.Match(words);
        var position = (person.Success ? words[..person.Index] : words).Trim(' ', '_', ',', '«', '»');
        return new ApprovalDraft(position.Length > 0 ? position.Trim('_', ' ') : null, person.Success ? person.Value : null, null, day, lines[at].Line.Place);
    }

    private static DateOnly? DayIn(string text)
    {
        if (Date.Match(text) is not { Success: true } match) return null;
        var month = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture)
            : Array.FindIndex(Months, m => match.Groups["month"].Value.StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1;
        var (year, day) = (int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture));
        return month is >= 1 and <= 12 && year is > 1900 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }
}
