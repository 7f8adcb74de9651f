using System.Text;
using Vekha.Documents.Reading.Plain;

namespace Vekha.Documents.Reading.Sheets;

/// <summary>Reads a .csv file: «;», «,», tab or «|» between cells, quotes around cells with breaks inside.</summary>
internal static class TableTextFormat
{
    private static readonly char[] Separators = [';', '\t', ',', '|'];

    public static SourceDocument Read(string text)
    {
        text = Leftovers.Plain(text);
        // Excel writes the separator into the first line.
        var separator = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 ? text[4] : Separator(text);
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) text = text[Math.Min(text.Length, text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var budget = new ReadingBudget();
        var sheet = new Sheet();
        foreach (var (index, cells) in Rows(text, separator).Index())
        {
            var row = new SheetRow(index, hidden: false);
            for (var column = 0; column < Math.Min(cells.Count, ReadingLimits.Columns); column++)
                if (!string.IsNullOrWhiteSpace(cells[column])) row.Cells.Add(new() { Column = column, Text = cells[column] });
            if (row.Cells.Count == 0) continue;
            budget.Row(sheet.Place(index));
            sheet.Rows.Add(row);
        }
        var blocks = SheetLayout.Blocks(sheet, budget);
        return blocks.Count > 0 ? new(blocks, new Dictionary<string, string>()) : throw new UnreadableException("Файл пуст: в нём нет текста.");
    }

    /// <summary>The sign that splits most rows into equally many cells.</summary>
    private static char Separator(string text) => Separators.MaxBy(separator =>
        Rows(text, separator).Take(50).Where(r => r.Count > 1).GroupBy(r => r.Count).Select(g => g.Count() * 100 + g.Key).DefaultIfEmpty(0).Max());

    private static IEnumerable<List<string>> Rows(string text, char separator)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"' && (quoted || cell.Length == 0)) quoted = !quoted;
            else if (quoted || (c != separator && c != '\n')) cell.Append(c);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c != '\n') continue;
                yield return row;
                row = [];
            }
        }
        row.Add(cell.ToString());
        yield return row;
    }
}
