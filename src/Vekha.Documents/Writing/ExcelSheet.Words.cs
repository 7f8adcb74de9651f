using DocumentFormat.OpenXml.Spreadsheet;

namespace Vekha.Documents.Writing;

internal sealed partial class ExcelSheet
{
    // 8 cm in characters of the default face.
    private const double CornerWidth = 38;
    private const double StampWidth = 48;
    private const double SmallLineHeight = 12.5;
    // Bold letters take more room.
    private const double BoldRoom = 0.85;
    // Excel allows no more than 409.
    private const double HighestRow = 400;

    /// <summary>Corner and title stand side by side, so that the frozen heading leaves room for rows.</summary>
    private void Open(Paper paper)
    {
        var last = columns.Count - 1;
        var title = new ExcelLook(ExcelFace.Title, Alignment: PaperAlignment.Center, Middle: true);
        if (paper.Corner.Count == 0)
        {
            Across(NewRow(HeightOf(paper.Title, widths.Sum(), 19)), paper.Title, title, 0, last);
        }
        else
        {
            var corner = string.Join("\n\n", paper.Corner.Select(block =>
                string.Join('\n', block.Lines().Select(line => line.Replace("\t", "______________ ", StringComparison.Ordinal)))));
            var first = FirstOfCorner();
            var cornerHeight = HeightOf(corner, widths[first..].Sum(), LineHeight);
            if (first == 0)
            {
                Across(NewRow(cornerHeight), corner, new ExcelLook(), 0, last);
                Across(NewRow(HeightOf(paper.Title, widths.Sum(), 19)), paper.Title, title, 0, last);
            }
            else
            {
                var line = NewRow(Math.Max(cornerHeight, HeightOf(paper.Title, widths[..first].Sum(), 19)));
                Across(line, paper.Title, title, 0, first - 1);
                Across(line, corner, new ExcelLook(), first, last);
            }
        }

        foreach (var lead in paper.Lead)
            Across(NewRow(HeightOf(lead, widths.Sum(), LineHeight)), lead, new ExcelLook(Alignment: PaperAlignment.Center), 0, last);
        NewRow(6);
    }

    /// <summary>The column the corner begins with: 8 cm from the right, the title keeps at least half of the width.</summary>
    private int FirstOfCorner()
    {
        var first = columns.Count - 1;
        while (first > 0 && widths[first..].Sum() < CornerWidth)
            first--;
        return widths[..first].Sum() < WholeWidth * 0.4 ? Math.Min(first + 1, columns.Count - 1) : first;
    }

    private void Block(PaperBlock block)
    {
        if (block is PaperPageBreak)
            return;
        var (text, face) = block switch
        {
            PaperHeading heading => (heading.Text, ExcelFace.Bold),
            PaperParagraph paragraph => (paragraph.Text, paragraph.Bold ? ExcelFace.Bold : ExcelFace.Plain),
            PaperCorner corner => (string.Join("\n", corner.Block.Lines().Select(l => l.Trim())), ExcelFace.Plain),
            PaperSigned signed => ($"{signed.Signature.Post}  {signed.Signature.Name}".Trim(), ExcelFace.Plain),
            PaperPicture picture => (picture.Description, ExcelFace.Plain),
            _ => throw new InvalidOperationException($"{block.GetType()} is outside the family."),
        };
        Across(NewRow(HeightOf(text, widths.Sum(), LineHeight)), text, new ExcelLook(face), 0, columns.Count - 1);
    }

    private void Header()
    {
        firstHeader = row + 1;
        var look = new ExcelLook(ExcelFace.Bold, Alignment: PaperAlignment.Center, Bordered: true, Middle: true);
        if (columns.Any(c => c.Group is not null))
            GroupHeader(look);
        var line = NewRow(columns.Select((c, i) => HeightOf(c.Heading, widths[i] * BoldRoom, LineHeight)).Max());
        var grouped = columns.Any(c => c.Group is not null);
        for (var i = 0; i < columns.Count; i++)
            line.Append(grouped && columns[i].Group is null ? new Cell { CellReference = At(i), StyleIndex = looks.Of(look) } : TextCell(columns[i].Heading, look, i));
        lastHeader = row;
    }

    private void GroupHeader(ExcelLook look)
    {
        var line = NewRow(LineHeight);
        for (var i = 0; i < columns.Count;)
        {
            var next = i + 1;
            while (columns[i].Group is not null && next < columns.Count && columns[next].Group == columns[i].Group)
                next++;
            if (columns[i].Group is { } group)
                Across(line, group, look, i, next - 1);
            else
                line.Append(TextCell(columns[i].Heading, look, i));
            if (columns[i].Group is null)
                merges.Append(new MergeCell { Reference = $"{At(i)}:{ColumnName(i)}{Number(row + 1)}" });
            i = next;
        }
    }

    private void Line(PaperRow line)
    {
        switch (line)
        {
            case PaperRow.Stage stage:
                var look = new ExcelLook(ExcelFace.Bold, Alignment: PaperAlignment.Center, Bordered: true, Middle: true);
                var text = stage.Second is { Length: > 0 } second ? stage.Title + "\n" + second : stage.Title;
                Across(NewRow(HeightOf(text, widths.Sum(), LineHeight) + 3), stage.Title, look, 0, columns.Count - 1,
                    stage.Second is { Length: > 0 } small ? WithSecond(stage.Title, small, bold: true) : null);
                break;
            case PaperRow.Cells cells:
                CellsLine(cells);
                break;
            default:
                throw new InvalidOperationException($"{line.GetType()} is outside the family.");
        }
    }

    private void CellsLine(PaperRow.Cells cells)
    {
        var line = NewRow(columns.Select((column, i) => HeightOf(cells.Items[column.Source], column, widths[i])).Max(), fits: true);
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = cells.Items[columns[i].Source];
            var bold = cell.Bold || cells.IsTotal;
            var look = new ExcelLook(bold && !columns[i].IsSecond ? ExcelFace.Bold : ExcelFace.Plain, Alignment: columns[i].Alignment, Bordered: true);
            line.Append(columns[i].IsSecond
                ? cell.Second is { } value ? ValueCell(value, look, i) : TextCell("", look, i)
                : !IsApart(columns[i]) && cell.SecondWords() is { } second
                    ? Inline(WithSecond(cell.Value.ToString()!, second, bold), look, i)
                    : ValueCell(cell.Value, look, i));
        }
    }

    private void Below()
    {
        if (part.After.Count > 0 || part.Closing is { } closes && closes.Notes.Count + closes.Signatures.Count > 0)
            NewRow(9);
        foreach (var block in part.After)
            Block(block);
        if (part.Closing is not { } closing)
            return;
        foreach (var note in closing.Notes)
            Across(NewRow(HeightOf(note, widths.Sum() * 1.2, SmallLineHeight)), note, new ExcelLook(ExcelFace.Small), 0, columns.Count - 1);
        foreach (var signature in closing.Signatures)
            Sign(signature);
        if (closing.ElectronicSignature is { } mark)
            Stamp(mark);
    }

    private void Stamp(ElectronicSignature mark)
    {
        NewRow(12);
        var text = string.Join('\n', mark.Lines());
        var last = 0;
        while (last < columns.Count - 1 && widths[..(last + 1)].Sum() < StampWidth)
            last++;
        Across(NewRow(HeightOf(text, widths[..(last + 1)].Sum(), LineHeight)), text, new ExcelLook(Bordered: true, Middle: true), 0, last);
    }

    private void Sign(PaperSignature signature)
    {
        NewRow(18);
        var name = "_______________ " + PaperSignature.Tie(signature.Name ?? "____________________");
        var first = columns.Count > 1 ? Math.Max(FirstOfCorner(), 1) : 0;
        if (first == 0)
        {
            Across(NewRow(), signature.Post + "  " + name, new ExcelLook(), 0, 0);
            return;
        }

        var line = NewRow(HeightOf(signature.Post, widths[..first].Sum(), LineHeight));
        Across(line, signature.Post, new ExcelLook(), 0, first - 1);
        Across(line, name, new ExcelLook(), first, columns.Count - 1);
    }

    /// <summary>Not every program fits the height of rows by itself: lines of words times the height of one.</summary>
    private static double HeightOf(string text, double width, double line)
    {
        // A large face takes more room: the width is counted in characters of the default one.
        var fits = Math.Max((int)(width * LineHeight / line * 0.95), 4);
        return Math.Min(PaperXml.Wrap(text, fits).Count * line + 2, HighestRow);
    }

    private double HeightOf(PaperCell cell, ExcelColumn column, double width)
    {
        if (column.IsSecond)
            return HeightOf(cell.Second?.ToString() ?? "", width, LineHeight);
        var first = HeightOf(cell.Value.ToString()!, width, LineHeight);
        return !IsApart(column) && cell.SecondWords() is { } second ? Math.Min(first + HeightOf(second, width, SmallLineHeight), HighestRow) : first;
    }
}
