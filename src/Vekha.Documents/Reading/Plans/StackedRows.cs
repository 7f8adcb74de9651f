using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>
/// Several measures that share one row: their titles, deadlines and executors stand one under the other in the cells,
/// or ran together when the line breaks were lost.
/// </summary>
internal static partial class StackedRows
{
    [GeneratedRegex(@"(?<=\p{Ll}\p{L}*|[\d»)])\s+(?=(?:\p{Ll}{3,}(?:ание|ение|яние|ация|овка)|разработка|пресс-\p{L}+|интервью|публикация|публикации|презентации|экскурси[яи]|встреч[аи])\s)", RegexOptions.CultureInvariant)]
    private static partial Regex RunOn { get; }

    [GeneratedRegex(@"(?:^|\s)(?:и|или|а|на|в|во|о|об|по|за|с|со|для|при|от|к|у|из|через|под|над|без|про|их|его|ее|не)$|(?:ое|ее|ой|ый|ий|ая|яя|ых|их|ого|его|ому|ему|ым|им|ыми|ими|ют|ет|ят|ит|ть|щее|вшее)$|[,(«–—-]$", RegexOptions.CultureInvariant)]
    private static partial Regex NotAnEnd { get; }

    [GeneratedRegex(@"\s+(?=(?:до|с|не\s+позднее|еже\p{L}+|по\s+мере|в\s+течени[ие]|постоянно)\s)|(?<=\d{4})\s+(?=\d{1,2}\.\d{1,2}\.\d{4})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NextTime { get; }

    /// <summary>A measure's share of the row.</summary>
    /// <param name="Title">Its title.</param>
    /// <param name="Time">Its deadline, <c>null</c> where the row holds fewer deadlines than titles.</param>
    /// <param name="Who">Its executors.</param>
    internal sealed record Share(string Title, string? Time, string Who);

    /// <summary>The measures of the row and the tail of a deadline that belongs to the row above; <c>null</c> for a plain row.</summary>
    public static (List<Share> Shares, string? Tail)? Of(string title, string time, string who)
    {
        var times = Lines(time);
        if (title.Length == 0 || time.Length == 0) return null;
        var titles = Lines(title);
        string? tail = null;
        if (titles.Count > 1 && times.Count > 1 && AreSeparate(titles))
        {
            if (times.Count == titles.Count + 1 && char.IsLower(times[0][0]) && !DeadlineWords.Looks(times[0]))
            {
                tail = times[0];
                times.RemoveAt(0);
            }
            if (times.Count != titles.Count || times.Any(t => !DeadlineWords.Looks(t))) return null;
            return (Pair(titles, times, Shares(who, titles.Count)), tail);
        }
        if (times.Count > 1) return null;
        times = Apart(time);
        if (times.Count < 2) return null;
        titles = Pieces(Words.Line(title), times.Count);
        return titles.Count < times.Count ? null : (Pair(titles, times, Shares(who, titles.Count)), null);
    }

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    /// <summary>Lines that could each be a measure: none goes on with the one above.</summary>
    private static bool AreSeparate(List<string> lines)
    {
        var lower = char.IsLower(Words.FirstLetter(lines[0]));
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Length < 8 || i > 0 && (TableRows.IsOpen(lines[i - 1]) || !lower && char.IsLower(Words.FirstLetter(lines[i])))) return false;
        return true;
    }

    /// <summary>«до 20.03.2023 01.04.2023-31.05.2023»: deadlines that stand side by side without a mark.</summary>
    private static List<string> Apart(string text)
    {
        List<string> times = [];
        foreach (var piece in NextTime.Split(text.Trim()))
            if (times.Count > 0 && !(DeadlineWords.Looks(times[^1]) && DeadlineWords.Looks(piece)) || times.Count > 0 && times[^1].StartsWith("с ", StringComparison.OrdinalIgnoreCase)) times[^1] += " " + piece;
            else times.Add(piece);
        return times;
    }

    /// <summary>Cuts a run-on title where the name of a new action starts.</summary>
    private static List<string> Pieces(string title, int least)
    {
        List<string> pieces = [];
        var start = 0;
        foreach (Match match in RunOn.Matches(title))
        {
            var before = title[start..match.Index];
            // «кампании презентации»: a plural may be a genitive, so it parts only where pieces are wanting.
            var plural = title[(match.Index + match.Length)..].Split(' ')[0].EndsWith("ции", StringComparison.Ordinal);
            if (before.Length < 12 || NotAnEnd.IsMatch(before) || !Executors.Balanced(before) || plural && pieces.Count + 1 >= least) continue;
            pieces.Add(before.Trim());
            start = match.Index;
        }
        pieces.Add(title[start..].Trim());
        return pieces;
    }

    /// <summary>The executors of each measure: line by line, or where the first name comes again.</summary>
    private static List<string> Shares(string who, int count)
    {
        var lines = Lines(who);
        if (lines.Count == count) return lines;
        var line = Words.Line(who);
        var name = string.Join(' ', line.Split(' ').Take(3)).TrimEnd(',');
        var again = name.Length > 8 ? line.IndexOf(name, name.Length, StringComparison.OrdinalIgnoreCase) : -1;
        return again < 0 ? [who] : [line[..again].Trim(' ', ','), line[again..].Trim()];
    }

    private static List<Share> Pair(List<string> titles, List<string> times, List<string> who) =>
        [.. titles.Select((t, i) => new Share(t, i < times.Count ? times[i] : null, who[Math.Min(i, who.Count - 1)]))];
}
