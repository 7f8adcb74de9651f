using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>A plan that stands in one table or in several, torn by pages or spread over sheets.</summary>
internal static partial class TablePlan
{
    public static RawPlan Read(Outline outline, SaidColumns said)
    {
        var plan = new RawPlan { Kind = "roadmap" };
        var reader = new TableReader(plan, said);
        string? sheet = null;
        List<TextLine> between = [];
        var started = false;
        var opening = OpeningStage(outline);
        foreach (var piece in outline.Pieces)
        {
            if (piece is Piece.Text { Line: var line })
            {
                (started ? plan.After : plan.Before).Add(line);
                if (!line.IsBlank) between.Add(line);
                continue;
            }
            var grid = ((Piece.Table)piece).Grid;
            var header = TableHeader.In(grid);
            if (header is null && started && reader.Header is { } before && before.Columns.Length == grid.Width && grid.Sheet == sheet && HoldsRows(grid, before))
                header = before with { First = -1, Last = -1 };
            header ??= started ? null : TableColumns.Guess(grid);
            if (header is null) continue;
            if (grid.Sheet != sheet) NewSheet(plan, reader, grid, started, outline);
            if (opening is not null && between.Count > 0 && ReferenceEquals(between[^1], opening)) Open(plan, reader, opening);
            else if (header.First >= 0) Between(plan, reader, between, started);
            for (var r = 0; r < Math.Max(0, header.First); r++)
                (started ? plan.After : plan.Before).AddRange(grid.Rows[r].Cells.Where(c => c.Speaks).Select(c => new TextLine(c.Text, c.Place) { Bold = c.Bold, Sheet = grid.Sheet }));
            reader.Read(grid, header);
            (started, sheet) = (plan.Measures.Count > 0, grid.Sheet);
            between.Clear();
        }
        return plan;
    }

    /// <summary>«I квартал», «Май»: where several sheets hold tables, the name of a sheet is a stage, unless it says nothing.</summary>
    private static void NewSheet(RawPlan plan, TableReader reader, Grid grid, bool started, Outline outline)
    {
        if (started) reader.Stage = null;
        if (grid.Sheet is not { } name || GenericName.IsMatch(name)) return;
        if (outline.Grids.Where(g => TableHeader.In(g) is not null).Select(g => g.Sheet).Distinct().Count() < 2) return;
        reader.Stage = new RawStage(name.Trim()) { Place = new SourcePlace(-1, Sheet: name) };
        plan.Stages.Add(reader.Stage);
    }

    [GeneratedRegex(@"^(?:лист|sheet|таблица|table)?\s*\d*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GenericName { get; }

    /// <summary>A table without a heading goes on with the one above if its rows fit the columns.</summary>
    private static bool HoldsRows(Grid grid, TableHeader header)
    {
        var number = header.Find(Meaning.Number);
        var time = header.Find(Meaning.Deadline);
        return grid.Rows.Any(r => number >= 0 && Numbering.IsNumber(r[number].Text) || time >= 0 && DeadlineWords.Looks(r[time].Text));
    }

    /// <summary>A heading above the first table that looks like the one above the second: both name stages.</summary>
    private static TextLine? OpeningStage(Outline outline)
    {
        List<TextLine> lines = [];
        TextLine? first = null;
        foreach (var piece in outline.Pieces)
        {
            if (piece is Piece.Text { Line: var line })
            {
                if (!line.IsBlank && !Words.SaysNothing(line.Text)) lines.Add(line);
                continue;
            }
            if (lines.Count == 0 || TableHeader.In(((Piece.Table)piece).Grid) is null) continue;
            if (first is not null) return Alike(first, lines[^1]) ? first : null;
            // The name of the plan stands above it.
            if (!lines.Take(lines.Count - 1).Any(l => Titles.OpensName(l.Text)) || Titles.OpensName(lines[^1].Text)) return null;
            first = lines[^1];
            lines.Clear();
        }
        return null;
    }

    private static bool Alike(TextLine one, TextLine other) =>
        one.Heading == other.Heading && one.Bold == other.Bold && (one.Heading > 0 || one.Bold) && char.IsUpper(Words.FirstLetter(one.Text)) && one.Text.Length < 160 && !Titles.OpensName(other.Text);

    private static void Open(RawPlan plan, TableReader reader, TextLine line)
    {
        plan.Before.Remove(line);
        var (number, title) = Numbering.Section(line.Text) ?? Numbering.Split(Words.Line(line.Text));
        reader.Stage = new RawStage(title.TrimEnd(':', '.', ' ')) { Number = number, Place = line.Place };
        plan.Stages.Add(reader.Stage);
    }

    /// <summary>Words right above a table may name its stage, or a second plan of the file.</summary>
    private static void Between(RawPlan plan, TableReader reader, List<TextLine> between, bool started)
    {
        if (between.LastOrDefault(l => !Words.SaysNothing(l.Text)) is not { } line || line.Text.Length > 200) return;
        if (started && between.FindLast(l => Titles.IsPlanName(l.Text)) is { } second)
        {
            reader.Stage = null;
            reader.PlanName = Words.Line(string.Join("\n", between.SkipWhile(l => !ReferenceEquals(l, second)).Select(l => l.Text)));
            return;
        }
        var text = Words.Line(line.Text);
        var split = Numbering.Split(text);
        var named = Numbering.Section(text) is not null || Numbering.IsRoman(split.Number);
        if (!started && split.Number is not null && !split.Number.Contains('.') && text.Length < 120 && !text.EndsWith(';')) named = true;
        var styled = started && (line.Heading > 0 || line.Bold || Words.IsCapital(text) || split.Number is not null || text.Length < 120 && char.IsUpper(text[0]) && text[^1] is not ('.' or ';'));
        if (!named && !styled) return;
        var (number, title) = Numbering.Section(text) ?? split;
        reader.Stage = new RawStage(title.TrimEnd(':', '.', ' ')) { Number = number ?? line.Number?.TrimEnd('.', ')'), Place = line.Place };
        plan.Stages.Add(reader.Stage);
    }
}
