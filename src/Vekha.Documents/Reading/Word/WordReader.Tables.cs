namespace Vekha.Documents.Reading.Word;

internal sealed partial class WordReader
{
    private void ReadTable(WordStory story)
    {
        if (xml.IsEmpty) return;
        var depth = xml.Depth;
        var page = Page;
        var table = new WordTable();
        var placeholder = false;
        while (xml.Within(depth))
        {
            if (!IsWord) PassForeign();
            else if (xml.Name == "gridCol") table.Widths.Add(Number("w") ?? 0);
            else if (xml.Name == "tblPr") xml.Skip();
            else if (xml.Name == "tr") ReadRow(table);
            else PassAround(ref placeholder);
        }
        foreach (var block in table.Blocks()) story.Add(block with { Page = page });
    }

    private void ReadRow(WordTable table)
    {
        if (xml.IsEmpty) return;
        context.Budget.Row($"таблица, строка {table.Rows.Count + 1}");
        var depth = xml.Depth;
        var row = new WordTable.Row();
        var placeholder = false;
        var deleted = false;
        while (xml.Within(depth))
        {
            if (!IsWord) PassForeign();
            else if (xml.Name == "trPr") ReadRowProperties(row, ref deleted);
            else if (xml.Name == "tc") ReadCell(row);
            else PassAround(ref placeholder);
        }
        if (!deleted && row.Cells.Count > 0) table.Rows.Add(row);
    }

    private void ReadRowProperties(WordTable.Row row, ref bool deleted)
    {
        if (xml.IsEmpty) return;
        var depth = xml.Depth;
        while (xml.Within(depth))
            switch (xml.Name)
            {
                case "gridBefore": row.Before = Math.Clamp(Number("val") ?? 0, 0, ReadingLimits.Columns); break;
                case "tblHeader": row.IsHeader = WordStyles.On(xml); break;
                // A deleted row, and a row hidden as hidden text is.
                case "del": deleted = true; break;
                case "hidden": deleted |= WordStyles.On(xml); break;
                case "trPrChange": xml.Skip(); break;
            }
    }

    private void ReadCell(WordTable.Row row)
    {
        var cell = new WordTable.Cell { Column = row.End };
        context.Budget.Cell("таблица");
        if (!xml.IsEmpty) ReadCell(row, cell);
        if (cell.Deleted) return;
        if (cell.JoinsLeft && row.Cells.Count > 0) row.Cells[^1].Span += cell.Span;
        else row.Cells.Add(cell);
        row.End += cell.Span;
        if (row.End > ReadingLimits.Columns) throw new UnreadableException($"В таблице больше {ReadingLimits.Columns} столбцов.", "таблица");
    }

    private void ReadCell(WordTable.Row row, WordTable.Cell cell)
    {
        var depth = xml.Depth;
        var placeholder = false;
        cell.Column = Math.Max(cell.Column, row.Before);
        if (row.End < row.Before) row.End = row.Before;
        while (xml.Within(depth))
        {
            if (!IsWord) PassForeign();
            else if (xml.Name == "tcPr") ReadCellProperties(cell);
            else if (xml.Name == "p") ReadParagraph(cell.Story);
            else if (xml.Name == "tbl") ReadTable(cell.Story);
            else PassAround(ref placeholder);
        }
        cell.Story.Flush();
    }

    private void ReadCellProperties(WordTable.Cell cell)
    {
        if (xml.IsEmpty) return;
        var depth = xml.Depth;
        while (xml.Within(depth))
            switch (xml.Name)
            {
                case "gridSpan": cell.Span = Math.Clamp(Number("val") ?? 1, 1, ReadingLimits.Columns); break;
                case "vMerge" when xml.Own("val") == "restart": cell.StartsDown = true; break;
                case "vMerge": cell.JoinsUp = true; break;
                case "hMerge": cell.JoinsLeft = xml.Own("val") != "restart"; break;
                case "cellDel": cell.Deleted = true; break;
                case "tcPrChange": xml.Skip(); break;
            }
    }

    private int? Number(string attribute) => int.TryParse(xml.Own(attribute), out var number) ? number : null;
}
