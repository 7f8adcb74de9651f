using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>
/// «Падеж» of a column of executors: «Комитету образования», «Главой округа» are answered in the nominative. A form that may be two
/// cases («Администрации») takes the case of the column.
/// </summary>
internal static class ExecutorCase
{
    private static readonly Case[] Oblique = [Case.Dative, Case.Instrumental, Case.Genitive];

    /// <summary>The case most cells of a column stand in; the nominative where nothing says otherwise.</summary>
    public static Case Of(IEnumerable<string> cells)
    {
        var votes = new int[Enum.GetValues<Case>().Length];
        foreach (var cell in cells)
            foreach (var line in cell.Split(['\n', ';']))
                if (Sure(line) is { } sure) votes[(int)sure]++;
        var best = Oblique.MaxBy(c => votes[(int)c]);
        return votes[(int)best] > votes[(int)Case.Nominative] ? best : Case.Nominative;
    }

    /// <summary>The executors of a cell in the nominative.</summary>
    public static List<ExecutorDraft> Split(string text, Case column)
    {
        var own = text.Split(['\n', ';']).Select(Sure).OfType<Case>().Distinct().ToList();
        var inCase = own is [var one] ? one : own.Count == 0 ? column : Case.Nominative;
        if (inCase == Case.Nominative || Addressees.Verb.IsMatch(text)) return Executors.Split(OfOne(text));
        List<ExecutorDraft> executors = [];
        foreach (var line in Words.Lines(text).Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            executors.AddRange(Addressees.Opens(line, inCase) ? Addressees.Of(Footnotes.Unmark(line), inCase) : Executors.Split(line));
        return executors.Count > 0 ? executors : Executors.Split(text);
    }

    /// <summary>The case that the first noun of a name leaves no doubt about.</summary>
    private static Case? Sure(string line)
    {
        foreach (var raw in line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries).Take(4))
        {
            var word = raw.Trim(',', '.', '(', ')');
            if (raw.StartsWith('«') || word.Length < 3) return null;
            if (HeadNouns.IsNominative(word)) return HeadNouns.IsPlural(word) && HeadNouns.Find(word, Case.Genitive) is not null ? null : Case.Nominative;
            var cases = Oblique.Where(c => HeadNouns.Find(word, c) is not null).ToList();
            if (cases.Count == 1) return cases[0];
            if (cases.Count > 1) return null;
            if (!IsAdjective(word)) return null;
        }
        return null;
    }

    private static bool IsAdjective(string word) => word.Length > 4 && word.ToLowerInvariant() is [.., 'о', 'м', 'у'] or [.., 'е', 'м', 'у'] or [.., 'о', 'й'] or [.., 'е', 'й'] or [.., 'ы', 'м'] or [.., 'и', 'м'] or [.., 'о', 'г', 'о'] or [.., 'е', 'г', 'о'];

    /// <summary>«Администрации района»: one district has one administration, so the plural is a genitive or a dative.</summary>
    private static string OfOne(string text) => string.Join('\n', text.Split('\n').Select(line =>
    {
        var words = line.Trim().Split(' ');
        return words.Length is > 1 and < 7 && Single.Contains(words[0]) && Owners.Contains(words[^1].TrimEnd(',', ';', '.')) && !words.Any(w => w.EndsWith(','))
            ? string.Join(' ', words.Skip(1).Prepend(words[0][..^1] + (words[0].EndsWith("ии", StringComparison.Ordinal) ? "я" : "а"))) : line;
    }));

    private static readonly HashSet<string> Single = ["Администрации", "администрации", "Прокуратуры", "прокуратуры", "Думы", "думы"];
    private static readonly HashSet<string> Owners = ["района", "округа", "города", "поселения", "посёлка", "поселка", "села", "области", "края", "республики"];
}
