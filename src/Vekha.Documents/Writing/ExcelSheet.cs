using DocumentFormat.OpenXml.Spreadsheet;

namespace Vekha.Documents.Writing;

/// <summary>Draws one sheet from top to bottom.</summary>
internal sealed partial class ExcelSheet
{
    // The width of a lying A4 sheet in characters of the default face; a wider one is fitted to the page.
    private const double WholeWidth = 136;
    private const double LineHeight = 15;
    // Above this the frozen heading would leave no room for rows on a small screen.
    private const double HighestFrozen = 230;

    private readonly ExcelLooks looks;
    private readonly ExcelSheetPart part;
    private readonly IReadOnlyList<ExcelColumn> columns;
    private readonly double[] widths;
    private readonly SheetData data = new();
    private readonly MergeCells merges = new();
    private uint row;
    private double height;
    private uint firstHeader;
    private uint lastHeader;
    private uint lastRow;

    /// <summary>A sheet for a part of the paper; looks are shared by the book.</summary>
    public ExcelSheet(ExcelLooks looks, ExcelSheetPart part)
    {
        this.looks = looks;
        this.part = part;
        if (part.Table?.Rows.OfType<PaperRow.Cells>().FirstOrDefault(r => r.Items.Count != part.Table.Columns.Count) is { } torn)
            throw new ArgumentException($"A row has {torn.Items.Count} cells, the table has {part.Table.Columns.Count} columns.");
        columns = part.Table is { } table ? ExcelColumn.Of(table) : [new ExcelColumn("", null, 1, PaperAlignment.Left, 0, false)];
        widths = [.. ColumnWidths.Of([.. columns.Select(c => c.Width)], [.. columns.Select(Least)], WholeWidth).Select(w => Math.Round(w, 1))];
    }

    private double Least(ExcelColumn column)
    {
        var words = (part.Table?.Rows ?? []).OfType<PaperRow.Cells>().Select(row => row.Items[column.Source]).Select(cell => column.IsSecond
            ? ColumnWidths.LongestWord(cell.Second?.ToString() ?? "")
            : ColumnWidths.LongestWord(cell, withSecond: !IsApart(column)));
        return words.Append(ColumnWidths.LongestWord(column.Heading) * 1.05).Max() * 1.1 + 1.5;
    }

    /// <summary>The second lines of the column stand in a column of their own.</summary>
    private bool IsApart(ExcelColumn column) => columns.Any(c => c.IsSecond && c.Source == column.Source);

    /// <summary>The sheet itself.</summary>
    public Worksheet Draw(bool isFirst)
    {
        if (part.Opening is { } opening)
            Open(opening);
        foreach (var block in part.Before)
            Block(block);
        var aboveTable = height;
        if (part.Table is { } table)
        {
            Header();
            foreach (var line in table.Rows)
                Line(line);
            lastRow = row;
        }

        var frozen = lastHeader > 0 && aboveTable <= HighestFrozen;
        Below();
        return Assemble(isFirst, frozen);
    }

    /// <summary>Names the book keeps for this sheet: rows that repeat in print, the filtered range.</summary>
    public IEnumerable<DefinedName> Names(string sheet, uint index)
    {
        var quoted = "'" + sheet.Replace("'", "''", StringComparison.Ordinal) + "'";
        // Names are kept in alphabetical order by Excel itself.
        if (FilterRange() is { } range)
        {
            var absolute = string.Join(':', range.Split(':').Select(Absolute));
            yield return new DefinedName($"{quoted}!{absolute}") { Name = "_xlnm._FilterDatabase", LocalSheetId = index, Hidden = true };
        }

        if (firstHeader > 0)
            yield return new DefinedName($"{quoted}!${firstHeader}:${lastHeader}") { Name = "_xlnm.Print_Titles", LocalSheetId = index };
    }

    private Worksheet Assemble(bool isFirst, bool frozen)
    {
        var view = new SheetView { ShowGridLines = false, TabSelected = isFirst ? true : null, WorkbookViewId = 0 };
        if (frozen)
        {
            var below = "A" + Number(lastHeader + 1);
            view.Append(new Pane { VerticalSplit = lastHeader, TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
            view.Append(new Selection { Pane = PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new([below]) });
        }

        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = $"A1:{ColumnName(columns.Count - 1)}{Number(Math.Max(row, 1))}" },
            new SheetViews(view),
            new SheetFormatProperties { DefaultRowHeight = LineHeight },
            new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
            data);
        if (FilterRange() is { } range)
            sheet.Append(new AutoFilter { Reference = range });
        if (merges.HasChildren)
            sheet.Append(merges);
        sheet.Append(
            // 20/10/20/20 mm in inches.
            new PageMargins { Left = 0.787, Right = 0.394, Top = 0.787, Bottom = 0.787, Header = 0.394, Footer = 0.394 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&Rстр. &P из &N")));
        if (columns.Count > 0 && row > 0)
        {
            // «2.1» is the number of a measure: no green corner should ask to make a number of it.
            sheet.Append(new IgnoredErrors(new IgnoredError
            {
                SequenceOfReferences = new([$"A1:{ColumnName(columns.Count - 1)}{Number(row)}"]),
                NumberStoredAsText = true,
            }));
        }

        return sheet;
    }

    // Rows of stages are one cell wide: sorting or filtering would tear them from their measures.
    private string? FilterRange() =>
        part.Table is { Rows.Count: > 0 } table && table.Rows.All(r => r is PaperRow.Cells { IsTotal: false })
            ? $"A{Number(lastHeader)}:{ColumnName(columns.Count - 1)}{Number(lastRow)}"
            : null;

    private static string Absolute(string reference)
    {
        var digits = reference.AsSpan().IndexOfAnyInRange('0', '9');
        return $"${reference[..digits]}${reference[digits..]}";
    }
}

/// <summary>A column of the sheet: one of the table's, or the second lines of one.</summary>
/// <param name="Heading">Words of the heading.</param>
/// <param name="Group">Heading over several columns, or <c>null</c>.</param>
/// <param name="Width">Width in relation to the others.</param>
/// <param name="Alignment">How its cells lie.</param>
/// <param name="Source">Position of the table's column.</param>
/// <param name="IsSecond">Holds the second lines.</param>
internal sealed record ExcelColumn(string Heading, string? Group, double Width, PaperAlignment Alignment, int Source, bool IsSecond)
{
    /// <summary>Columns of a table, each followed by one of its second lines where they would make a day or a number words.</summary>
    public static IReadOnlyList<ExcelColumn> Of(PaperTable table)
    {
        List<ExcelColumn> columns = [];
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            var cells = table.Rows.OfType<PaperRow.Cells>().Select(r => r.Items[i]).Where(c => c.Second is not null).ToList();
            var apart = cells.Count > 0 && (column.SecondHeading is not null || cells.Any(c => c.Value is not PaperValue.Text));
            columns.Add(new ExcelColumn(column.Heading, column.Group, Math.Max(column.Width, 0.1), column.Alignment, i, false));
            if (apart)
                columns.Add(new ExcelColumn(column.SecondHeading ?? column.Heading + ", примечание", column.Group, Math.Max(column.Width, 0.1), column.Alignment, i, true));
        }

        return columns;
    }
}
