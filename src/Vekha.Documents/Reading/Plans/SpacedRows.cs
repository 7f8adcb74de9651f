using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Tables with one row a line whose cells are parted by single spaces: the cells are told by their look.</summary>
internal static partial class SpacedRows
{
    [GeneratedRegex(@"\G\s*(?<h>(?:№|N|NN|№№)\s*(?:п\s*/\s*п)?\.?|п/п|(?:основн\w+\s+|планируем\w+\s+)?(?:наименование|содержание|название|перечень)(?:\s+(?:мероприяти\w+|работ\w*|поручени\w+|основных|этап\w*|задач\w*|деятельности|события))*|(?:основные\s+)?мероприяти[яе]|поручени[ея]|вид\s+деятельности|виды\s+работ|(?:дата|срок[и]?|время|период)(?:\s+(?:исполнения|проведения|реализации|выполнения|предоставления|и\s+время|и\s+место|место))*|(?:ответственн\w+|исполнител\w+)(?:\s+(?:исполнител\w+|за\s+(?:исполнение|проведение|выполнение|реализацию)|лиц\w+|исполнение))*|место(?:\s+проведения)?|класс\w*|участники|аудитория|категория(?:\s+участников)?|(?:ожидаемый\s+)?результат\w*|форма(?:\s+(?:проведения|работы))?|примечани[ея]|вид\s+документа|отметка\s+об?\s+(?:ис|вы)полнении|источник\w*\s+финансирования|финансирование)(?=\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading { get; }

    public static TextTables.Found? At(IReadOnlyList<TextLine> lines, int first)
    {
        var headings = Headings(lines[first].Text);
        if (headings is null) return null;
        var columns = headings.Select(h => new Column(h, ColumnMeaning.Of(h))).ToArray();
        List<List<GridCell>> rows = [[.. headings.Select(h => new GridCell(h, lines[first].Place))]];
        List<(string Text, TextLine Line)> items = [];
        var end = first + 1;
        for (var i = first + 1; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            if (lines[i].IsBlank)
            {
                if (NextStartsRow(lines, i, items.Count)) continue;
                break;
            }
            if (Words.SaysNothing(text) || text[0] is '*' or '<' or '¹') break;
            if (StartsRow(text, columns) || IsStage(text)) items.Add((text, lines[i]));
            else if (items.Count > 0) items[^1] = (items[^1].Text + "\n" + text, items[^1].Line);
            else break;
            end = i + 1;
        }
        if (items.Count < 2) return null;
        rows.AddRange(items.Select(item => IsStage(item.Text) ? [new GridCell(item.Text, item.Line.Place)] : RowCells.Cut(item.Text, item.Line.Place, columns)));
        return new TextTables.Found(Grid.OfText(rows, columns.Length), first, end - first);
    }

    /// <summary>The headings of a line such as «N п/п Наименование мероприятия Дата Ответственный».</summary>
    internal static List<string>? Headings(string text)
    {
        if (text.Length > 200) return null;
        List<string> headings = [];
        var at = 0;
        while (at < text.Length && Heading.Match(text, at) is { Success: true, Length: > 0 } match)
        {
            headings.Add(match.Groups["h"].Value.Trim());
            at = match.Index + match.Length;
        }
        if (headings.Count < 3 || text[at..].Trim().Length > 25) return null;
        var kinds = headings.Select(ColumnMeaning.Of).ToHashSet();
        return kinds.Count == headings.Count && kinds.Contains(Meaning.Title) && (kinds.Contains(Meaning.Deadline) || kinds.Contains(Meaning.Executor)) ? headings : null;
    }

    private static bool StartsRow(string text, Column[] columns) =>
        columns.Any(c => c.Meaning == Meaning.Number) ? Numbering.Split(text, bare: true).Number is not null
        : columns[0].Meaning == Meaning.Deadline ? DeadlineWords.Matches(text) is [{ Start: 0 }, ..]
        : char.IsUpper(Words.FirstLetter(text));

    private static bool IsStage(string text) =>
        (Numbering.Section(text) is not null || Numbering.IsRoman(Numbering.Split(text).Number)) && DeadlineWords.Matches(text).Count == 0 || Words.IsCapital(text);

    private static bool NextStartsRow(IReadOnlyList<TextLine> lines, int i, int rows)
    {
        for (var j = i + 1; j < Math.Min(lines.Count, i + 4); j++)
            if (!lines[j].IsBlank)
                return Numbering.Split(lines[j].Text, bare: true).Number is { } number && (rows == 0 || number.Split('.')[0] is var head && int.TryParse(head, out var n) && n <= rows + 1) || IsStage(lines[j].Text);
        return false;
    }
}
