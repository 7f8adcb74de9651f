using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Walks down a table: stages, measures, torn rows, repeated headings, totals.</summary>
internal sealed class TableReader(RawPlan plan, SaidColumns said)
{
    private TableHeader header = null!;
    private Grid grid = null!;
    private RawStage? stage;
    private RawMeasure? last;
    private HashSet<string> sections = [];
    private readonly LeaderScheme scheme = new(plan);

    /// <summary>Stage under which the next table goes on («torn by a page»).</summary>
    public RawStage? Stage { get => stage; set => stage = value; }

    /// <summary>Name of the second plan of a file, put on its measures.</summary>
    public string? PlanName { get; set; }

    /// <summary>The heading of the table read last: the next one may go on without its own.</summary>
    public TableHeader? Header => header;

    /// <summary>Reads the table under a heading; rows above the heading are left to the title.</summary>
    public void Read(Grid table, TableHeader found)
    {
        grid = table;
        header = Mend(found);
        StageLines.Release(grid, header);
        sections = SectionNumbers(table, header);
        if (plan.Columns.Count == 0) plan.Columns = [.. header.Headings];
        for (var r = header.Last + 1; r < grid.Rows.Count; r++)
        {
            var row = grid.Rows[r];
            if (row.Cells.All(c => c.SaysNothing) || TableRows.IsColumnNumbers(row) || TableRows.RepeatsHeading(row, header) || TableRows.IsHeadingTail(row)) continue;
            if (r > header.Last + 1 && row.Speaking.Count() > 2 && TableHeader.IsSure(row) && TableHeader.At(grid, r) is { } next)
            {
                header = Mend(next);
                r = header.Last;
                continue;
            }
            if (TableRows.IsTotal(row) || TableRows.IsRemark(row) || TableRows.IsUnderHeading(row, header)) continue;
            Take(TableRows.Unshift(row, header), r);
        }
    }

    /// <summary>What the headings and cells say, then what a person said; both are kept to be shown.</summary>
    private TableHeader Mend(TableHeader found)
    {
        var mended = TableColumns.Mend(found, grid);
        var taken = said.Over(mended);
        for (var c = 0; c < taken.Columns.Length; c++)
            if (taken.Columns[c] is { Key.Length: > 0 } column && plan.ColumnMeanings.TrueForAll(k => Words.Key(k.Heading) != column.Key))
                plan.ColumnMeanings.Add(SaidColumns.Draft(column, mended.Columns[c].Meaning));
        return taken;
    }

    private void Take(GridRow row, int r)
    {
        if (StageOf(row, r) is { } heading)
        {
            Open(heading);
            return;
        }
        if (header.TitleStandsIn) scheme.Take(row, header, grid);
        else if (Continues(row)) Glue(row);
        else Add(row);
    }

    private void Open(RawStage heading)
    {
        // A section torn by a page is repeated on the next one.
        if (stage is not null && Words.Key(stage.Title) == Words.Key(heading.Title)) return;
        stage = heading;
        last = null;
        plan.Stages.Add(heading);
    }

    // Stages

    private RawStage? StageOf(GridRow row, int r)
    {
        var speaking = row.Speaking.ToList();
        if (speaking.Count is 0 or > 2 || row.Cells.Any(c => c.FromAbove && !c.SaysNothing && !IsSectionColumn(row, c))) return null;
        var text = row[speaking[^1]].Text;
        var number = header.Find(Meaning.Number);
        if (speaking.Count == 2)
        {
            if (speaking[0] != 0 && speaking[0] != number || !IsHeadOfStage(row, speaking)) return null;
            return MakeStage(Words.Line(text), Numbering.Clean(row[speaking[0]].Text), row[speaking[1]].Place);
        }
        var cell = row[speaking[0]];
        if (Numbering.IsNumber(text) || cell.Date is not null) return null;
        var wide = cell.Span * 5 >= grid.Width * 3 && grid.Width > 1 && cell.Span > 1;
        var column = speaking[0];
        var leading = column == 0 || column == header.Find(Meaning.Title) || column == number || column == header.Find(Meaning.Section);
        if (!wide && !leading || text.Length > 400) return null;
        if (!wide && (Numbering.SplitItem(text).Mark is not null || IsTornTitle(text, row))) return null;
        if (!wide && column == header.Find(Meaning.Title) && !IsStageName(text, row, r)) return null;
        if (wide && last is not null && char.IsLower(Words.FirstLetter(text)) && Numbering.Split(text).Number is null && !Words.Line(text).Contains("квартал", StringComparison.OrdinalIgnoreCase)) return null;
        return MakeStage(Words.Line(text), null, cell.Place);
    }

    private bool IsSectionColumn(GridRow row, GridCell cell) => header.Find(Meaning.Section) is >= 0 and var c && ReferenceEquals(row[c], cell);

    /// <summary>«I. | Нормативное регулирование», «1 | Организационная работа» over rows 1.1, 1.2.</summary>
    private bool IsHeadOfStage(GridRow row, List<int> speaking)
    {
        var number = row[speaking[0]].Text.Trim();
        var text = row[speaking[1]];
        if (Numbering.Section(number) is not null) return true;
        if (!Numbering.IsNumber(number)) return false;
        if (Numbering.IsRoman(number)) return true;
        if (text.Text.TrimEnd().EndsWith(':')) return false;
        if (text.Span > 1 && (text.Span + 1) * 5 >= grid.Width * 4) return true;
        return sections.Contains(Numbering.Clean(number));
    }

    /// <summary>Numbers that only head others: every whole number of the table stands alone above its N.1, N.2.</summary>
    private static HashSet<string> SectionNumbers(Grid grid, TableHeader header)
    {
        HashSet<string> heads = [];
        var column = Math.Max(0, header.Find(Meaning.Number));
        var title = header.Find(Meaning.Title);
        var numbers = grid.Rows.Skip(header.Last + 1).Select(r => (Row: r, Number: Number(r))).Where(x => x.Number is not null).ToList();
        foreach (var (row, number) in numbers)
            if (!number!.Contains('.') && row.Speaking.Count() <= 2 && numbers.Any(x => Numbering.IsUnder(x.Number, number))) heads.Add(number);
        var plain = numbers.Count(x => !x.Number!.Contains('.') && !heads.Contains(x.Number!));
        return plain == 0 || heads.Count > plain ? heads : [];

        string? Number(GridRow row) =>
            row[column].Speaks && Numbering.IsNumber(row[column].Text) ? Numbering.Clean(row[column].Text)
            : row[title].Speaks ? Numbering.Split(Words.Line(row[title].Text)).Number : null;
    }

    /// <summary>Whether a title alone in its row names a stage rather than a measure without date and executor.</summary>
    private bool IsStageName(string text, GridRow row, int r)
    {
        var (number, rest) = Numbering.Split(Words.Line(text));
        if (Numbering.Section(text) is not null || Numbering.IsRoman(number)) return true;
        if (number is not null) return sections.Contains(number);
        if (rest.EndsWith(':') && char.IsLower(Words.FirstLetter(rest))) return false;
        if (row[header.Find(Meaning.Title)].Bold || Words.IsCapital(rest)) return true;
        if (header.Has(Meaning.Number) && last is not null && char.IsLower(Words.FirstLetter(rest))) return false;
        // Two bare titles one after the other are measures; one above full rows is a stage.
        var next = r + 1 < grid.Rows.Count ? grid.Rows[r + 1] : null;
        return next is not null && next.Cells.Count(c => c.Speaks || c.FromAbove) > 1 && char.IsUpper(Words.FirstLetter(rest));
    }

    private static RawStage MakeStage(string text, string? number, SourcePlace place, bool bare = false)
    {
        var title = text.Trim();
        if (number is not null && Numbering.Section(number) is { } named) number = named.Number;
        if (number is null && Numbering.Section(title) is { } section) (number, title) = section;
        else if (number is null && Numbering.Split(title, bare) is { Number: { } own } split) (number, title) = (own, split.Text);
        return new RawStage(title.TrimEnd(' ', ':', '.').Length > 0 ? title.TrimEnd(' ', ':') : title) { Number = number, Place = place };
    }

    // Torn rows

    private bool IsTornTitle(string text, GridRow row) =>
        last is not null && header.Has(Meaning.Number) && (char.IsLower(Words.FirstLetter(text)) && !char.IsDigit(text[0]) && !text.TrimEnd().EndsWith(':') || TableRows.IsOpen(last.Title) && !Words.IsCapital(text));

    private bool Continues(GridRow row)
    {
        if (last is null) return false;
        var title = row[header.Find(Meaning.Title)];
        var number = header.Find(Meaning.Number);
        if (number >= 0 && row[number].Speaks && Numbering.IsNumber(row[number].Text)) return false;
        if (title.FromAbove && !title.SaysNothing && (number < 0 || !row[number].Speaks)) return true;
        if (!title.Speaks) return true;
        if (Numbering.Split(title.Text).Number is not null || Numbering.SplitItem(title.Text).Mark is not null) return false;
        if (TableRows.IsOpen(last.Title) && !last.Title.EndsWith(':') && !char.IsUpper(Words.FirstLetter(title.Text))) return true;
        if (!char.IsLower(Words.FirstLetter(title.Text)) || char.IsDigit(title.Text[0])) return false;
        if (last.Title.EndsWith(':') || last.IsChild) return false;
        // Lower case, and no deadline of its own: the tail of the row above. Without numbers in the table lower case means nothing.
        var own = header.All(Meaning.Deadline).Any(c => row[c].Speaks && (row[c].Date is not null || DeadlineWords.Looks(row[c].Text)));
        if (last.Number is null && !TableRows.IsOpen(last.Title)) return false;
        return !own || last.Deadlines.Count == 0;
    }

    private void Glue(GridRow row)
    {
        var title = row[header.Find(Meaning.Title)];
        if (title.Speaks) last!.Title = Words.Line(last.Title + "\n" + title.Text);
        foreach (var c in header.All(Meaning.Executor).Concat(header.All(Meaning.CoExecutor)))
            if (row[c].Speaks) last!.ExecutorText = last.ExecutorText.Length == 0 ? row[c].Text : $"{last.ExecutorText}\n{row[c].Text}";
        foreach (var c in header.All(Meaning.Deadline))
            if (row[c].Speaks) last!.Deadlines.Add(row[c].Text);
        if (last!.Deadlines.Count > 1 && header.All(Meaning.Deadline).Count() == 1)
        {
            var text = string.Join("\n", last.Deadlines);
            last.Deadlines.Clear();
            last.Deadlines.Add(text);
            last.Known = null;
        }
        foreach (var (c, key) in RowReading.OtherFields(header))
            if (row[c].Speaks) last.Fields[key] = last.Fields.TryGetValue(key, out var before) ? Words.Line(before + "\n" + row[c].Text) : Words.Line(row[c].Text);
        last.Confidence = Math.Min(last.Confidence, 0.8);
    }

    // Measures

    private void Add(GridRow row)
    {
        var section = header.Find(Meaning.Section);
        if (section >= 0 && row[section] is { SaysNothing: false, FromLeft: false } heading && !heading.FromAbove)
            Open(MakeStage(Words.Line(heading.Text), null, heading.Place, bare: true));
        var measure = RowReading.Of(row, header, grid);
        if (measure is null) return;
        measure.Stage = stage;
        if (PlanName is not null) measure.Fields["plan"] = PlanName;
        if (measure.Number is null && StackedRows.Of(row[header.Find(Meaning.Title)].Text, measure.DeadlineText ?? "", measure.ExecutorText) is { } stacked)
        {
            Stack(measure, stacked.Shares, stacked.Tail);
            return;
        }
        if (measure.Number is null && last is not null && (last.Title.EndsWith(':') || last.IsChild) && char.IsLower(Words.FirstLetter(measure.Title))) measure.IsChild = true;
        plan.Measures.Add(measure);
        last = measure;
    }

    /// <summary>One row held several measures; a torn end of a deadline goes back to the row above.</summary>
    private void Stack(RawMeasure whole, List<StackedRows.Share> shares, string? tail)
    {
        if (tail is not null && last is { Deadlines.Count: 0 })
        {
            last.Deadlines.Add(tail);
            last.DeadlineLost = false;
        }
        foreach (var share in shares)
        {
            var measure = new RawMeasure { Title = Words.Line(share.Title), ExecutorText = share.Who, Stage = stage, Place = whole.Place, FromText = whole.FromText, Confidence = 0.6 };
            foreach (var (key, place) in whole.Places) measure.Places[key] = place;
            foreach (var (key, value) in whole.Fields) measure.Fields[key] = value;
            if (share.Time is not null) measure.Deadlines.Add(share.Time);
            else measure.DeadlineLost = true;
            plan.Measures.Add(last = measure);
        }
    }
}
