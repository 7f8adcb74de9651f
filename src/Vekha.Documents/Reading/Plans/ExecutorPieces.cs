using System.Text;
using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Cuts the words of an executor cell into names.</summary>
internal static partial class ExecutorPieces
{
    [GeneratedRegex(@"^(?:администрации|района|города|округа|области|края|учреждения)(?:\s+\p{L}+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyGenitive { get; }

    public static List<string> Of(string text)
    {
        List<string> pieces = [];
        foreach (var line in JoinLines(Words.Lines(text).Split('\n')))
            foreach (var listed in ByMarks(line))
                foreach (var piece in ByHeads(listed.Trim()))
                    Append(pieces, piece.Trim());
        return pieces;
    }

    /// <summary>A line that cannot stand alone goes on with the one above.</summary>
    private static List<string> JoinLines(string[] lines)
    {
        List<string> joined = [];
        foreach (var raw in lines)
        {
            var line = raw.Trim();
            if (line.Length == 0) continue;
            if (joined.Count > 0 && GoesOn(joined[^1], line)) joined[^1] = Words.Line(joined[^1] + "\n" + line);
            else joined.Add(line);
        }
        return joined;
    }

    private static bool GoesOn(string above, string line)
    {
        if (above.EndsWith(';') || above.EndsWith('.') && Executors.Person.IsMatch(above) && !IsPostOnly(above)) return line.StartsWith('(');
        if (!Executors.Balanced(above) || line.StartsWith('(') || above.EndsWith('-')) return true;
        if (above.EndsWith(',')) return char.IsLower(line[0]) && !Executors.StartsExecutor(line);
        if (OnlyGenitive.IsMatch(line) && !Executors.Person.IsMatch(above)) return true;
        if (TableRows.IsOpen(above)) return true;
        if (IsPostOnly(above) && Executors.Person.Match(line) is { Success: true, Index: 0 }) return true;
        // «Отдел по делам / Молодёжи»: a lower-case line that names nobody is a tail.
        return char.IsLower(line[0]) && !Executors.StartsExecutor(line) || line.StartsWith('«');
    }

    [GeneratedRegex(@"^(?:\p{L}+(?:ый|ий|ая)\s+)*(?:директор|заместитель|зам\.?|руководитель|начальник|председатель|глава|специалист|методист|учитель|педагог|заведующ\w+|управляющ\w+|секретарь|инспектор|воспитатель|помощник|советник|министр|главный|ведущий|старший|зав\.?|библиотекарь|координатор|и\.\s?о\.)(?![а-яё])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SingularPost { get; }

    /// <summary>«Заместитель главы администрации»: a post that waits for its person.</summary>
    private static bool IsPostOnly(string text) => IsPost(text) && !Executors.Person.IsMatch(text);

    /// <summary>A post of one person: «директор школы», «художественный руководитель», «инженер по охране труда».</summary>
    private static bool IsPost(string text)
    {
        if (SingularPost.IsMatch(text)) return true;
        foreach (var raw in text.Split(' ', 5, StringSplitOptions.RemoveEmptyEntries).Take(4))
        {
            var word = raw.Trim(',', '.', '«', '»');
            if (HeadNouns.IsNominative(word)) return HeadNouns.IsPost(word);
            var dash = word.IndexOf('-');
            if (dash > 2 && HeadNouns.IsPost(word[..dash])) return true;
            if (word.Length < 4 || !NominativeAdjective.IsMatch(word)) return false;
        }
        return false;
    }

    /// <summary>Cuts at commas, semicolons, slashes and «и» that part names, not words of one name.</summary>
    private static IEnumerable<string> ByMarks(string line)
    {
        var piece = new StringBuilder();
        var depth = 0;
        var quote = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c is '«' or '(') depth++;
            else if (c is '»' or ')') depth = Math.Max(0, depth - 1);
            else if (c is '"') quote = !quote;
            if (!(c is ';' or ',' or '/' || IsAnd(line, i)))
            {
                piece.Append(c);
                continue;
            }
            var rest = line[(i + 1)..].TrimStart();
            // An unclosed quotation mark must not swallow the rest of the list.
            var outside = depth == 0 && !quote || c == ';' && !rest.Contains('»');
            if (outside && (c == ';' || c == ',' && Parts(piece.ToString(), rest) || c == '/' && piece.Length > 3 && Executors.StartsExecutor(rest) && rest.Length > 4 || IsAnd(line, i) && PartsByAnd(piece.ToString(), rest)))
            {
                yield return piece.ToString();
                piece.Clear();
                if (IsAnd(line, i)) i++;
                continue;
            }
            piece.Append(c);
        }
        yield return piece.ToString();
    }

    private static bool IsAnd(string line, int i) => line[i] is 'и' or 'И' && i > 0 && line[i - 1] == ' ' && i + 1 < line.Length && line[i + 1] == ' ';

    private static bool PartsByAnd(string before, string rest)
    {
        if (!Executors.StartsExecutor(before) || before.Trim().Length < 4) return false;
        var first = rest.Split(' ')[0].Trim(',', '.');
        if (Executors.Person.Match(rest) is { Success: true, Index: 0 }) return Executors.Person.IsMatch(before);
        return HeadNouns.IsNominative(first) && HeadNouns.IsNominative(before.Trim().Split(' ')[0]) && before.Trim().Split(' ').Length > 1
            || char.IsUpper(first.FirstOrDefault()) && first.Length > 3 && Executors.StartsExecutor(rest);
    }

    /// <summary>Whether a comma parts two names: what follows opens with somebody.</summary>
    private static bool Parts(string before, string rest)
    {
        if (rest.Length == 0) return true;
        before = before.Trim();
        // «отдел, орган, координирующий …»: a bare noun waits for the words that follow.
        if (char.IsLower(before.FirstOrDefault('А')) && !before.Contains(' ') && HeadNouns.IsNominative(before) && char.IsLower(rest[0]) && !HeadNouns.IsPost(before) && !HeadNouns.IsPlural(before)) return false;
        if (char.IsUpper(rest[0]) || char.IsDigit(rest[0]) || rest[0] is '«' or '"') return !ContinuesName(before, rest);
        if (Executors.Person.Match(before.Trim()) is { Success: true, Index: 0 } && IsPost(rest)) return false;
        if (EndsWithPerson(before)) return !Clause.IsMatch(rest);
        return Executors.StartsExecutor(rest) && !ContinuesName(before, rest);
    }

    /// <summary>«староста Гусев П.П., пожарная часть»: a name that is complete.</summary>
    private static bool EndsWithPerson(string text) => Executors.Person.Matches(text) is { Count: > 0 } people && people[^1] is var last && last.Index > 0 && last.Index + last.Length >= text.TrimEnd().Length;

    /// <summary>«…, ответственный за …», «…, курирующий вопросы …»: said of the name before.</summary>
    [GeneratedRegex(@"^(?:ответственн|по\s+согл|котор|\p{Ll}+(?:щ|вш)(?:ий|ая|ие|его))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clause { get; }

    [GeneratedRegex(@"(?:по|вопросам|делам|в\s+сфере|области)\s+[\p{L}\s-]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ListOfMatters { get; }

    /// <summary>«Комитет по физической культуре, спорту и туризму»: the list of matters goes on.</summary>
    private static bool ContinuesName(string before, string rest) =>
        ListOfMatters.IsMatch(before) && char.IsLower(rest[0]) && !Executors.StartsExecutor(rest);

    [GeneratedRegex(@"(?<!\p{L})(?:директор|руководител[ьи]|начальник\w*|заведующ\w+|зам\.?|заместител[ьи]|специалист\w*|сотрудник\w*|работник\w*|учител[ья]|педагог\w*|председател[ьи]|глав[аы]|методист\w*|библиотекар[ьи]|представител[ьи]|депутат\w*|член\w*|на\s+базе|с|и|в|при|по|от|для|к|из|совместно\s+с|филиал\w*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WaitsForOwner { get; }

    [GeneratedRegex(@"^" + Executors.Forms + @"\s+(?:ДПО\s+|СО\s+)?[«""№]", RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }

    /// <summary>Cuts names that stand side by side without a mark: «Рабочие группы МКУ «…»», «Отдел культуры А.Н. Петров».</summary>
    private static IEnumerable<string> ByHeads(string text)
    {
        var start = 0;
        foreach (var cut in Cuts(text))
        {
            if (cut <= start + 2) continue;
            yield return text[start..cut];
            start = cut;
        }
        yield return text[start..];
    }

    private static IEnumerable<int> Cuts(string text)
    {
        SortedSet<int> cuts = [];
        for (var i = 4; i < text.Length; i++)
        {
            if (!char.IsUpper(text[i]) || text[i - 1] != ' ') continue;
            var before = text[..i].TrimEnd();
            if (before.EndsWith(',') || !Executors.Balanced(before) || WaitsForOwner.IsMatch(before)) continue;
            // «бухгалтерия МБУ «Дворец»»: a bare unit is a part of the body named after it.
            if (!before.Contains(' ') && HeadNouns.IsNominative(before) && !HeadNouns.IsPlural(before) && Form.IsMatch(text[i..])) continue;
            if (Form.IsMatch(text[i..]) || OpensWithHead(text[i..]) && Executors.StartsExecutor(before) && !EndsWithAdjective(before)) cuts.Add(i);
        }
        foreach (Match person in Executors.Person.Matches(text))
        {
            var before = text[..person.Index].TrimEnd();
            if (before.Length < 3 || !Executors.Balanced(before) || before.EndsWith('-') || before.EndsWith('–') || before.EndsWith('(')) continue;
            // A post and its person are one; a unit and its head are two; two people are two.
            if (Executors.Person.IsMatch(before) && !IsPostOnly(AfterLastPerson(before)) || !IsPost(before) && Executors.StartsExecutor(before) && !Executors.Person.IsMatch(before)) cuts.Add(person.Index);
        }
        return cuts;
    }

    /// <summary>«Управление культуры …», «Рабочие группы …», and not «Администрации», which may be a genitive.</summary>
    private static bool OpensWithHead(string text)
    {
        var words = text.Split(' ', 5, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < Math.Min(3, words.Length); i++)
        {
            var word = words[i].Trim(',', '.', '«');
            if (HeadNouns.IsNominative(word)) return !AmbiguousGenitive(word) || i > 0;
            if (word.Length < 4 || !NominativeAdjective.IsMatch(word)) return false;
        }
        return false;
    }

    [GeneratedRegex(@"(?:[ыи]й|[ао]я|ое|ее|[ыи]е)$", RegexOptions.CultureInvariant)]
    private static partial Regex NominativeAdjective { get; }

    private static string AfterLastPerson(string before)
    {
        var last = Executors.Person.Matches(before)[^1];
        return before[(last.Index + last.Length)..].Trim(' ', ',');
    }

    /// <summary>«Администрации» may be one office in the genitive as well as several in the nominative.</summary>
    private static bool AmbiguousGenitive(string head) =>
        HeadNouns.IsPlural(head) && HeadNouns.Find(head, Case.Genitive) is not null;

    private static bool EndsWithAdjective(string before)
    {
        var word = before.Split(' ')[^1];
        return word.Length > 4 && (word.EndsWith("ый", StringComparison.Ordinal) || word.EndsWith("ий", StringComparison.Ordinal) || word.EndsWith("ое", StringComparison.Ordinal) || word.EndsWith("ые", StringComparison.Ordinal));
    }

    private static void Append(List<string> pieces, string piece)
    {
        if (piece.Length == 0) return;
        // «… , координирующий деятельность»: words that name nobody belong to the name before.
        if (pieces.Count > 0 && char.IsLower(piece[0]) && !Executors.StartsExecutor(piece) && !(EndsWithPerson(pieces[^1]) && !Clause.IsMatch(piece)) && !piece.StartsWith("по согл", StringComparison.OrdinalIgnoreCase)) pieces[^1] += ", " + piece;
        else pieces.Add(piece);
    }
}
