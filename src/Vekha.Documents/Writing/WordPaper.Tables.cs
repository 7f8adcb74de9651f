using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Vekha.Documents.Writing;

public static partial class WordPaper
{
    // Longer than about half a page: such a row may break, or it would leave the page half empty or be cut off.
    private const int UnbreakableLength = 1500;

    private static Table TableOf(PaperTable table, WordSheet sheet)
    {
        if (table.Rows.OfType<PaperRow.Cells>().FirstOrDefault(r => r.Items.Count != table.Columns.Count) is { } torn)
            throw new ArgumentException($"A row has {torn.Items.Count} cells, the table has {table.Columns.Count} columns.");
        var widths = sheet.Widths(table);
        var result = new Table(
            new TableProperties(
                new TableStyle { Val = "PaperTable" },
                new TableWidth { Width = Dxa(sheet.TextWidth), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = PaperXml.Clean(table.Name) },
                new TableDescription { Val = PaperXml.Clean(table.Description ?? table.Name) }),
            new TableGrid(widths.Select(width => new GridColumn { Width = Dxa(width) })));
        result.Append(HeaderRows(table.Columns, widths));
        for (var i = 0; i < table.Rows.Count; i++)
            result.Append(RowOf(table, widths, i));
        return result;
    }

    private static IEnumerable<TableRow> HeaderRows(IReadOnlyList<PaperColumn> columns, int[] widths)
    {
        if (columns.All(c => c.Group is null))
        {
            yield return Header(columns.Select((column, i) => HeaderCell(column.Heading, widths[i])));
            yield break;
        }

        List<TableCell> upper = [];
        for (var i = 0; i < columns.Count;)
        {
            var next = i + 1;
            while (columns[i].Group is not null && next < columns.Count && columns[next].Group == columns[i].Group)
                next++;
            upper.Add(columns[i].Group is { } group
                ? HeaderCell(group, widths[i..next].Sum(), span: next - i)
                : HeaderCell(columns[i].Heading, widths[i], merge: MergedCellValues.Restart));
            i = next;
        }

        yield return Header(upper);
        yield return Header(columns.Select((column, i) =>
            column.Group is null ? HeaderCell("", widths[i], merge: MergedCellValues.Continue) : HeaderCell(column.Heading, widths[i])));
    }

    private static TableRow Header(IEnumerable<TableCell> cells)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        row.Append(cells);
        return row;
    }

    private static TableCell HeaderCell(string text, int width, int span = 1, MergedCellValues? merge = null)
    {
        var properties = new TableCellProperties(CellWidth(width));
        if (span > 1)
            properties.Append(new GridSpan { Val = span });
        if (merge is { } kind)
            properties.Append(new VerticalMerge { Val = kind });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, Words("TableHead", text));
    }

    private static TableRow RowOf(PaperTable table, int[] widths, int index)
    {
        // The last row goes with what stands below: a signature alone on a sheet proves nothing.
        var isLast = index == table.Rows.Count - 1;
        return table.Rows[index] switch
        {
            PaperRow.Stage stage => new TableRow(new TableRowProperties(new CantSplit()), StageCell(stage, widths)),
            PaperRow.Cells cells => CellsRow(table.Columns, widths, cells, isLast),
            var other => throw new InvalidOperationException($"{other.GetType()} is outside the family."),
        };
    }

    private static TableCell StageCell(PaperRow.Stage stage, int[] widths)
    {
        var cell = new TableCell(
            new TableCellProperties(CellWidth(widths.Sum()), new GridSpan { Val = widths.Length }),
            Words("TableStage", stage.Title));
        if (stage.Second is { Length: > 0 } second)
            cell.Append(Words("TableStageSecond", second));
        return cell;
    }

    private static TableRow CellsRow(IReadOnlyList<PaperColumn> columns, int[] widths, PaperRow.Cells row, bool isLast)
    {
        var properties = new TableRowProperties();
        if (row.Items.All(cell => cell.Value.ToString()!.Length < UnbreakableLength))
            properties.Append(new CantSplit());
        var result = new TableRow(properties);
        for (var i = 0; i < columns.Count; i++)
            result.Append(CellOf(row.Items[i], columns[i], widths[i], row.IsTotal, isLast));
        return result;
    }

    private static TableCell CellOf(PaperCell cell, PaperColumn column, int width, bool isTotal, bool isLast)
    {
        var result = new TableCell(new TableCellProperties(CellWidth(width)));
        foreach (var line in PaperXml.Lines(cell.Value.ToString()!))
            result.Append(CellLine("TableText", line, column.Alignment, cell.Bold || isTotal, isLast));
        if (cell.SecondWords() is { } second)
        {
            foreach (var line in PaperXml.Lines(second))
                result.Append(CellLine("TableSecond", line, column.Alignment, bold: false, isLast));
        }

        return result;
    }

    private static Paragraph CellLine(string style, string line, PaperAlignment alignment, bool bold, bool keepWithNext)
    {
        var properties = Style(style);
        if (keepWithNext)
            properties.Append(new KeepNext());
        if (alignment is not PaperAlignment.Left)
            properties.Append(new Justification { Val = alignment is PaperAlignment.Center ? JustificationValues.Center : JustificationValues.Right });
        var paragraph = new Paragraph(properties);
        if (line.Length > 0)
            paragraph.Append(bold ? new Run(new RunProperties(new Bold()), Text(line)) : new Run(Text(line)));
        return paragraph;
    }

    private static TableCellWidth CellWidth(int width) => new() { Width = Dxa(width), Type = TableWidthUnitValues.Dxa };
}
