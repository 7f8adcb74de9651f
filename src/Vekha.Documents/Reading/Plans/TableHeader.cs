namespace Vekha.Documents.Reading.Plans;

/// <summary>A column of the plan: its heading, its sense and, for a month grid, the period its marks stand for.</summary>
internal sealed record Column(string Heading, Meaning Meaning)
{
    /// <summary>Heading above a merged group («Срок исполнения» over «начало» and «окончание»), or «».</summary>
    public string Group { get; init; } = "";

    public string Heading { get; } = Heading;

    /// <summary>The heading as every row is compared with it: a page break may repeat it.</summary>
    public string Key { get; } = Words.Key(Heading);
}

/// <summary>«Шапка»: the heading rows of a table and what its columns mean.</summary>
internal sealed record TableHeader(int First, int Last, Column[] Columns)
{
    /// <summary>How many rows are looked through for a heading.</summary>
    private const int Reach = 40;

    /// <summary>No column names the measure: its way or result stands for the title.</summary>
    public bool TitleStandsIn { get; init; }

    public int Find(Meaning meaning) => Array.FindIndex(Columns, c => c.Meaning == meaning);

    public IEnumerable<int> All(Meaning meaning) => Enumerable.Range(0, Columns.Length).Where(c => Columns[c].Meaning == meaning);

    public bool Has(Meaning meaning) => Find(meaning) >= 0;

    /// <summary>The column «Срок, ответственный» that holds both, or −1.</summary>
    public int BothInOne => Array.FindIndex(Columns, c => c.Meaning is Meaning.Deadline or Meaning.Executor && ColumnMeaning.IsTermAndExecutor(c.Heading)
        && !Columns.Any(o => !ReferenceEquals(o, c) && o.Meaning == (c.Meaning == Meaning.Deadline ? Meaning.Executor : Meaning.Deadline)));

    /// <summary>Headings as a person would list them, merged ones once.</summary>
    public IReadOnlyList<string> Headings => [.. Columns.Select(c => c.Heading).Where((h, i) => h.Length > 0 && (i == 0 || h != Columns[i - 1].Heading))];

    /// <summary>Finds the heading of a plan table at or after a row; <c>null</c> where there is none.</summary>
    public static TableHeader? In(Grid grid, int from = 0)
    {
        for (var r = from; r < Math.Min(grid.Rows.Count, from + Reach); r++)
            if (At(grid, r) is { } header) return header;
        return null;
    }

    /// <summary>Reads the row as a heading, with a second and third row under merged cells.</summary>
    public static TableHeader? At(Grid grid, int row)
    {
        if (!LooksLikeHeading(grid.Rows[row])) return null;
        var last = row;
        while (last + 1 < grid.Rows.Count && last - row < 3 && Continues(grid, row, last + 1)) last++;
        var columns = new Column[grid.Width];
        for (var c = 0; c < grid.Width; c++) columns[c] = Read(grid, row, last, c);
        var header = new TableHeader(row, last, columns);
        return header.IsPlan ? header : null;
    }

    /// <summary>A plan names measures (or forms and ways of them) and says when or who.</summary>
    private bool IsPlan
    {
        get
        {
            var time = Has(Meaning.Deadline) || Has(Meaning.Start) || Has(Meaning.End) || All(Meaning.Mark).Count() >= 2 || Has(Meaning.Time);
            var who = Has(Meaning.Executor) || Has(Meaning.CoExecutor) || Has(Meaning.Leader);
            var what = Has(Meaning.Title) || Has(Meaning.Method) || Has(Meaning.Result) || Has(Meaning.Evidence) || Has(Meaning.Section);
            return what && (time || who) || time && who || Has(Meaning.Number) && (time || who) && Columns.Length > 2;
        }
    }

    /// <summary>Inside a table only a row whose every cell is a name of a column opens a new heading.</summary>
    public static bool IsSure(GridRow row) => row.Speaking.All(c => ColumnMeaning.Of(row[c].Text) != Meaning.Unknown);

    /// <summary>«2024 год» over quarters.</summary>
    private static bool IsYear(string text) => text.Trim().Length <= 12 && text.AsSpan().Trim().StartsWith("20") && char.IsAsciiDigit(text.Trim()[^1]) | text.Contains('г');

    private static bool LooksLikeHeading(GridRow row)
    {
        if (row.Speaking.Any(c => row[c].Date is not null || DeadlineWords.Looks(row[c].Text) && !ColumnMeaning.IsPeriod(row[c].Text) && !IsYear(row[c].Text) && row[c].Text.Length > 6)) return false;
        int known = 0, cells = 0;
        HashSet<Meaning> kinds = [];
        foreach (var c in row.Speaking)
        {
            cells++;
            var text = row[c].Text;
            if (text.Length > 160 || char.IsLower(Words.FirstLetter(text)) && text.Length > 60) continue;
            var meaning = ColumnMeaning.Of(text);
            if (meaning == Meaning.Unknown || DeadlineWords.Share(text) > 0.8 && meaning != Meaning.Mark) continue;
            // A body row holds sentences; a heading holds names of columns.
            if (Words.Count(text) > 12) continue;
            known++;
            kinds.Add(meaning);
        }
        if (cells < 2 || kinds.Count < 2) return false;
        return known * 2 >= cells && (kinds.Contains(Meaning.Title) || kinds.Contains(Meaning.Deadline) || kinds.Contains(Meaning.Executor)
            || kinds.Contains(Meaning.Start) || kinds.Contains(Meaning.Method) || kinds.Contains(Meaning.Leader));
    }

    /// <summary>A second heading row: sub-headings under a merged cell, or cells that are all known names of columns.</summary>
    private static bool Continues(Grid grid, int first, int row)
    {
        var cells = grid.Rows[row];
        var speaking = cells.Speaking.ToList();
        if (speaking.Count == 0) return cells.Cells.Any(c => c.FromAbove && c.Place.Row >= first && !c.SaysNothing) && cells.Cells.All(c => c.FromAbove || c.FromLeft || c.SaysNothing);
        // A merged row under the heading is a stage («Сентябрь»), not a part of the heading.
        if (TableRows.IsColumnNumbers(cells) || speaking.Count == 1 && cells[speaking[0]].Span * 2 > grid.Width || speaking.Count == 1 && !cells.Cells.Any(c => c.FromAbove && !c.SaysNothing)) return false;
        var under = speaking.All(c => Above(grid, first, row, c) is { Span: > 1 } || grid.Rows[row - 1][c].FromLeft || grid.Rows[row - 1][c].SaysNothing);
        var merged = cells.Cells.Any(c => c.FromAbove && c.Place.Row >= first);
        var known = speaking.Count(c => IsSubheading(cells[c].Text));
        if (under && merged && (known > 0 || speaking.All(c => cells[c].Text.Length <= 30 && !char.IsDigit(cells[c].Text[0])))) return true;
        // Text tables lose their merging: «начало · окончание» alone in the row under the heading.
        return known == speaking.Count && speaking.All(c => under || grid.Rows[row - 1][c].SaysNothing || IsSubheading(cells[c].Text) && ColumnMeaning.IsPeriod(cells[c].Text));
    }

    private static GridCell Above(Grid grid, int first, int row, int column)
    {
        for (var r = row - 1; r >= first; r--)
            if (!grid.Rows[r][column].SaysNothing) return grid.Rows[r][column];
        return GridCell.None;
    }

    private static bool IsSubheading(string text) =>
        ColumnMeaning.Of(text) != Meaning.Unknown && text.Length <= 60 && !(DeadlineWords.Looks(text) && !ColumnMeaning.IsPeriod(text))
        || text.Trim() is { Length: 4 } year && int.TryParse(year, out var y) && y is > 1990 and < 2100
        || ColumnMeaning.IsPeriod(text);

    private static Column Read(Grid grid, int first, int last, int column)
    {
        List<string> texts = [];
        for (var r = first; r <= last; r++)
        {
            var cell = grid.Rows[r][column];
            if (cell.SaysNothing || cell.FromAbove) continue;
            var text = Words.Line(cell.Text);
            if (texts.Count == 0 || texts[^1] != text) texts.Add(text);
        }
        // In text a merged heading stands over its first column only.
        if (grid.FromText && texts.Count == 1 && grid.Rows[first][column].SaysNothing && last > first)
            for (var c = column - 1; c >= 0; c--)
                if (!grid.Rows[first][c].SaysNothing)
                {
                    if (!grid.Rows[last][c].SaysNothing) texts.Insert(0, Words.Line(grid.Rows[first][c].Text));
                    break;
                }
        if (texts.Count == 0) return new Column("", Meaning.Unknown);
        var leaf = texts[^1];
        var group = texts.Count > 1 ? texts[0] : "";
        var meaning = ColumnMeaning.Of(leaf);
        if (group.Length == 0) return new Column(leaf, meaning);
        var above = ColumnMeaning.Of(group);
        if (above is Meaning.Funding or Meaning.Indicator or Meaning.Note || meaning == Meaning.Unknown && above != Meaning.Unknown) meaning = above;
        return new Column(leaf, meaning) { Group = group };
    }
}
