using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>What a row of the table is, told by its shape.</summary>
internal static partial class TableRows
{
    [GeneratedRegex(@"^\W*(?:итого|всего)(?![а-яё])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Total { get; }

    [GeneratedRegex(@"^\W*(?:примечани|сноск|источник\s*:|\*|<\*+>|[¹²³⁴⁵]\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Remark { get; }

    /// <summary>«1 2 3 4 5»: the numbers of the columns.</summary>
    public static bool IsColumnNumbers(GridRow row)
    {
        int count = 0, last = 0;
        foreach (var c in row.Speaking)
        {
            if (!int.TryParse(row[c].Text.Trim().TrimEnd('.'), out var number)) return false;
            if (number <= last || number > row.Cells.Length + 2 || count == 0 && number > 2 || number > last + 2) return false;
            last = number;
            count++;
        }
        return count >= 2 && count * 2 >= row.Cells.Length;
    }

    /// <summary>«2025 год | 2026 год» under «Наименование мероприятия» that is merged down: a row of the heading.</summary>
    public static bool IsUnderHeading(GridRow row, TableHeader header) =>
        row[header.Find(Meaning.Title)] is { FromAbove: true } title && Words.Key(title.Text) == header.Columns[header.Find(Meaning.Title)].Key;

    /// <summary>«Итого по разделу»: sums, not a measure.</summary>
    public static bool IsTotal(GridRow row) =>
        row.Speaking.Select(c => row[c].Text).FirstOrDefault(t => !Numbering.IsNumber(t)) is { } text && Total.IsMatch(text);

    /// <summary>A note under the table kept in its last row.</summary>
    public static bool IsRemark(GridRow row) => row.Speaking.Take(2).Count() == 1 && Remark.IsMatch(row[row.Speaking.First()].Text);

    /// <summary>The heading again, after a page break.</summary>
    public static bool RepeatsHeading(GridRow row, TableHeader header)
    {
        if (header.Last < 0) return false;
        int same = 0, cells = 0;
        foreach (var c in row.Speaking)
        {
            cells++;
            var key = Words.Key(row[c].Text);
            var column = header.Columns[c];
            if (key.Length > 0 && (key == column.Key || header.Columns.Any(h => h.Key == key)
                || key.Length > 3 && column.Key.StartsWith(key, StringComparison.Ordinal) || column.Group.Length > 0 && key == Words.Key(column.Group))) same++;
        }
        return cells > 0 && same * 3 >= cells * 2 && (cells > 1 || same == 1 && ColumnMeaning.Of(row[row.Speaking.First()].Text) is Meaning.Number or Meaning.Deadline or Meaning.Executor);
    }

    /// <summary>A row only of months or of «начало · окончание» that belongs to a repeated heading.</summary>
    public static bool IsHeadingTail(GridRow row) =>
        row.Speaking.Count() >= 2 && row.Speaking.All(c => ColumnMeaning.IsPeriod(row[c].Text) || row[c].Text.Length < 25 && ColumnMeaning.Of(row[c].Text) is Meaning.Start or Meaning.End);

    /// <summary>A row whose cells slid by one column is put back where its numbers, dates and people fit.</summary>
    public static GridRow Unshift(GridRow row, TableHeader header)
    {
        if (!row[0].SaysNothing && !row[row.Cells.Length - 1].SaysNothing) return row; // no room to slide
        if (row.Cells.Any(c => c.Span > 1 || c.FromAbove || c.FromLeft) || row.Speaking.Take(3).Count() < 2) return row;
        var (best, shift) = (Fit(row, header, 0) + 1.5, 0);
        foreach (var by in (ReadOnlySpan<int>)[-1, 1])
        {
            var edge = by < 0 ? row[0] : row[row.Cells.Length - 1];
            if (!edge.SaysNothing) continue;
            var fit = Fit(row, header, by);
            if (fit > best) (best, shift) = (fit, by);
        }
        if (shift == 0) return row;
        var cells = new GridCell[row.Cells.Length];
        for (var c = 0; c < cells.Length; c++)
            cells[c] = c - shift >= 0 && c - shift < cells.Length ? row[c - shift] : new GridCell("", row[c].Place);
        return row with { Cells = cells };
    }

    private static double Fit(GridRow row, TableHeader header, int shift)
    {
        double fit = 0;
        for (var c = 0; c < row.Cells.Length; c++)
        {
            var to = c + shift;
            if (!row[c].Speaks || to < 0 || to >= header.Columns.Length) continue;
            var text = row[c].Text;
            var meaning = header.Columns[to].Meaning;
            var time = row[c].Date is not null || DeadlineWords.Looks(text);
            var number = Numbering.IsNumber(text);
            fit += meaning switch
            {
                Meaning.Number => number ? 1 : -1,
                Meaning.Deadline or Meaning.Start or Meaning.End => time ? 1 : -1,
                Meaning.Executor or Meaning.CoExecutor => time || number ? -1 : Executors.Looks(text) ? 1 : 0,
                Meaning.Title => time || number ? -1 : 0.25,
                _ => 0,
            };
        }
        return fit;
    }

    /// <summary>Whether a text is broken off so that the next row goes on with it.</summary>
    public static bool IsOpen(string text)
    {
        var line = text.TrimEnd();
        if (line.Length == 0) return false;
        if (line[^1] is ',' or '-' or '(' or '«' or '/') return true;
        var opened = line.Count(c => c == '(') > line.Count(c => c == ')') || line.Count(c => c == '«') > line.Count(c => c == '»');
        return opened || DanglingWord.IsMatch(line);
    }

    [GeneratedRegex(@"(?<!\p{L})(?:в|во|на|по|и|с|со|к|о|об|для|при|от|из|за|у|до|под|над|между|или|а\s+также|не)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DanglingWord { get; }
}
