namespace Vekha.Documents.Reading.Plans;

/// <summary>
/// Tables whose columns came one after the other: a heading with all its cells, then the next heading; or all
/// headings first and the cells of each column after them.
/// </summary>
internal static class ColumnBlocks
{
    /// <summary>A column: its heading and the lines up to the next one.</summary>
    private sealed record Block(TextLine Heading, List<TextLine> Lines);

    public static TextTables.Found? At(IReadOnlyList<TextLine> lines, int first)
    {
        if (!IsHeading(lines[first].Text)) return null;
        return Interleaved(lines, first) ?? AfterHeadings(lines, first);
    }

    private static bool IsHeading(string text) =>
        text.Length is > 0 and <= 60 && !text.Contains(':') && !char.IsLower(text[0]) && !(text.Any(char.IsDigit)) && Words.Count(text) <= 5 && !DeadlineWords.Looks(text) && ColumnMeaning.Of(text) is not (Meaning.Unknown or Meaning.Mark);

    /// <summary>Heading, its cells, the next heading, its cells: every block holds the same number of cells.</summary>
    private static TextTables.Found? Interleaved(IReadOnlyList<TextLine> lines, int first)
    {
        List<Block> blocks = [];
        var end = first;
        for (var i = first; i < lines.Count; i++)
        {
            if (lines[i].IsBlank) continue;
            if (Words.SaysNothing(lines[i].Text)) break;
            if (IsHeading(lines[i].Text) && (blocks.Count == 0 || blocks[^1].Lines.Count > 1) && blocks.All(b => ColumnMeaning.Of(b.Heading.Text) != ColumnMeaning.Of(lines[i].Text)))
                blocks.Add(new Block(lines[i], []));
            else if (blocks.Count == 0) return null;
            else
            {
                // After the last column the same number of cells ends the table.
                if (blocks.Count >= 3 && blocks[^1].Lines.Count >= blocks[0].Lines.Count && AfterBlank(lines, i) && NoMoreHeadings(lines, i)) break;
                blocks[^1].Lines.Add(lines[i]);
            }
            end = i + 1;
        }
        if (blocks.Count < 3 || blocks.Any(b => b.Lines.Count < 2)) return null;
        var columns = blocks.Select(b => new Column(b.Heading.Text, ColumnMeaning.Of(b.Heading.Text))).ToArray();
        var rows = Count(blocks, columns);
        return rows < 2 ? null : Build(blocks, columns, rows, first, end);
    }

    private static bool AfterBlank(IReadOnlyList<TextLine> lines, int i) => i > 0 && lines[i - 1].IsBlank;

    private static bool NoMoreHeadings(IReadOnlyList<TextLine> lines, int i) => !lines.Skip(i).Any(l => !l.IsBlank && IsHeading(l.Text));

    /// <summary>How many rows: the numbers say so, else the deadlines, else the most common count.</summary>
    private static int Count(List<Block> blocks, Column[] columns)
    {
        var number = Array.FindIndex(columns, c => c.Meaning == Meaning.Number);
        if (number >= 0 && blocks[number].Lines.All(l => Numbering.IsNumber(l.Text))) return blocks[number].Lines.Count;
        var time = Array.FindIndex(columns, c => c.Meaning == Meaning.Deadline);
        if (time >= 0 && blocks[time].Lines.All(l => DeadlineWords.Looks(l.Text))) return blocks[time].Lines.Count;
        var common = blocks.GroupBy(b => b.Lines.Count).OrderByDescending(g => g.Count()).First();
        return common.Count() > 1 ? common.Key : 0;
    }

    /// <summary>All headings together, then a run of numbers, a run of titles, a run of dates …</summary>
    private static TextTables.Found? AfterHeadings(IReadOnlyList<TextLine> lines, int first)
    {
        List<TextLine> headings = [];
        var i = first;
        for (; i < lines.Count && (lines[i].IsBlank || IsHeading(lines[i].Text)); i++)
            if (!lines[i].IsBlank) headings.Add(lines[i]);
        var columns = headings.Select(h => new Column(h.Text, ColumnMeaning.Of(h.Text))).ToArray();
        if (columns.Length < 3 || columns.Select(c => c.Meaning).Distinct().Count() != columns.Length || columns[0].Meaning != Meaning.Number) return null;
        var body = lines.Skip(i).TakeWhile(l => l.IsBlank || !Words.SaysNothing(l.Text)).ToList();
        var filled = body.Where(l => !l.IsBlank).ToList();
        var rows = filled.TakeWhile(l => Numbering.IsNumber(l.Text)).Count();
        if (rows < 2 || filled.Count < rows * columns.Length) return null;
        var blocks = headings.Select((h, c) => new Block(h, [])).ToList();
        blocks[0].Lines.AddRange(filled.Take(rows));
        if (!Divide(filled.Skip(rows).ToList(), blocks, columns, rows)) return null;
        var last = blocks[^1].Lines[^1];
        return Build(blocks, columns, rows, first, lines.ToList().IndexOf(last) + 1);
    }

    /// <summary>Divides the lines after the numbers among the other columns: the dates stand out, the rest follows.</summary>
    private static bool Divide(List<TextLine> lines, List<Block> blocks, Column[] columns, int rows)
    {
        if (lines.Count == rows * (columns.Length - 1) || columns.All(c => c.Meaning != Meaning.Deadline))
        {
            for (var c = 1; c < columns.Length; c++) blocks[c].Lines.AddRange(lines.Skip((c - 1) * rows).Take(rows));
            return true;
        }
        var time = Array.FindIndex(columns, c => c.Meaning == Meaning.Deadline);
        var start = lines.FindIndex(l => DeadlineWords.Looks(l.Text));
        var count = start < 0 ? 0 : lines.Skip(start).TakeWhile(l => DeadlineWords.Looks(l.Text)).Count();
        if (count != rows || time != 2 || columns.Length != 4) return false;
        blocks[1].Lines.AddRange(lines.Take(start));
        blocks[2].Lines.AddRange(lines.Skip(start).Take(rows));
        blocks[3].Lines.AddRange(lines.Skip(start + rows));
        return true;
    }

    private static TextTables.Found? Build(List<Block> blocks, Column[] columns, int rows, int first, int end)
    {
        List<List<GridCell>> cells = [[.. blocks.Select(b => new GridCell(b.Heading.Text, b.Heading.Place))]];
        for (var r = 0; r < rows; r++) cells.Add([.. columns.Select(_ => new GridCell("", blocks[0].Heading.Place))]);
        for (var c = 0; c < blocks.Count; c++)
        {
            var merged = Merge(blocks[c].Lines, rows, columns[c].Meaning);
            if (merged is null) return null;
            for (var r = 0; r < rows; r++) cells[r + 1][c] = merged[r];
        }
        return new TextTables.Found(Grid.OfText(cells, columns.Length), first, end - first);
    }

    /// <summary>More lines than rows: the ones that open in lower case or follow an unfinished line go to the cell above.</summary>
    private static List<GridCell>? Merge(List<TextLine> lines, int rows, Meaning meaning)
    {
        var cells = lines.Select(l => new GridCell(l.Text, l.Place)).ToList();
        while (cells.Count > rows)
        {
            var at = -1;
            var best = 0.0;
            for (var i = 1; i < cells.Count; i++)
            {
                var weight = (TableRows.IsOpen(cells[i - 1].Text) ? 2 : 0) + (char.IsLower(Words.FirstLetter(cells[i].Text)) ? 1.5 : 0)
                    + (meaning == Meaning.Executor && Executors.Person.Match(cells[i].Text) is { Success: true, Index: 0 } && !Executors.Person.IsMatch(cells[i - 1].Text) ? 1 : 0) + 0.001 * i / cells.Count;
                if (weight > best) (best, at) = (weight, i);
            }
            if (at < 0 || best < 0.5) return null;
            cells[at - 1] = cells[at - 1] with { Text = cells[at - 1].Text + "\n" + cells[at].Text };
            cells.RemoveAt(at);
        }
        return cells.Count == rows ? cells : null;
    }
}
