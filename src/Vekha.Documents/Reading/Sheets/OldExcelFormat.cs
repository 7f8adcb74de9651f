using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Vekha.Documents.Reading.Sheets;

/// <summary>Reads a .xls file of Excel 97–2003.</summary>
internal static class OldExcelFormat
{
    static OldExcelFormat() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static SourceDocument Read(byte[] bytes)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(bytes, writable: false), new() { FallbackEncoding = Encoding.GetEncoding(1251) });
            return Read(reader);
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableException("Файл защищён паролем. Откройте его, снимите пароль и загрузите снова.");
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or NullReferenceException or OverflowException or InvalidOperationException or FormatException or InvalidCastException)
        {
            // The library answers a damaged file with whatever its code meets first.
            throw new InvalidDataException("xls", e);
        }
    }

    private static SourceDocument Read(IExcelDataReader reader)
    {
        var budget = new ReadingBudget();
        var problems = new List<ReadingProblem>();
        var blocks = new List<SourceBlock>();
        do
        {
            if (reader.VisibleState != "visible")
            {
                problems.Add(new($"Скрытый лист не прочитан: «{reader.Name}»."));
                continue;
            }
            var sheet = new Sheet { Name = reader.Name };
            ReadSheet(reader, sheet, budget);
            HiddenRows.Settle(sheet, problems);
            blocks.AddRange(SheetLayout.Blocks(sheet, budget));
        }
        while (reader.NextResult());
        if (blocks.Count == 0) throw new UnreadableException("В файле Excel нет данных.");
        return new(blocks, new Dictionary<string, string>()) { Problems = problems };
    }

    private static void ReadSheet(IExcelDataReader reader, Sheet sheet, ReadingBudget budget)
    {
        foreach (var range in reader.MergeCells ?? []) sheet.Merges.Add(new(range.FromRow, range.FromColumn, range.ToRow, range.ToColumn));
        var columns = Math.Min(reader.FieldCount, ReadingLimits.Columns);
        for (var column = 0; column < columns; column++)
            if (reader.GetColumnWidth(column) == 0) sheet.HiddenColumns.Add(column);
        for (var index = 0; reader.Read(); index++)
        {
            var row = new SheetRow(index, reader.RowHeight == 0);
            for (var column = 0; column < columns; column++)
                if (Cell(reader, column) is { } cell && !cell.Text.AsSpan().Trim().IsEmpty)
                {
                    budget.Cell(sheet.Place(index));
                    row.Cells.Add(cell);
                }
            if (row.Cells.Count > 0) budget.Row(sheet.Place(index));
            sheet.Rows.Add(row);
        }
    }

    private static SheetCell? Cell(IExcelDataReader reader, int column)
    {
        var format = ShownNumber.Of(reader.GetNumberFormatIndex(column), reader.GetNumberFormatString(column) is { } code && code != "General" ? Russian(code) : null);
        return reader.GetValue(column) switch
        {
            null => null,
            DateTime date when format.IsDate => new() { Column = column, Text = format.Show(date), Date = date, ShowsDay = format.ShowsDay },
            DateTime date => new() { Column = column, Text = ShownNumber.Of(14, null).Show(date), Date = date, ShowsDay = true },
            double number => new() { Column = column, Text = format.Show(number), Number = number },
            int number => new() { Column = column, Text = format.Show(number), Number = number },
            bool value => new() { Column = column, Text = value ? "ИСТИНА" : "ЛОЖЬ" },
            TimeSpan time => new() { Column = column, Text = time.ToString(@"h\:mm", System.Globalization.CultureInfo.InvariantCulture) },
            var other => new() { Column = column, Text = other.ToString() ?? "" },
        };
    }

    /// <summary>The library names the built-in formats in the American way; a Russian spreadsheet shows them differently.</summary>
    private static string? Russian(string code) => code.ToLowerInvariant() switch
    {
        "m/d/yyyy" or "mm-dd-yy" or "m/d/yy" or "dd/mm/yyyy" => "dd.mm.yyyy",
        "d-mmm-yy" => "dd.mmm.yy",
        "d-mmm" => "dd.mmm",
        "mmm-yy" => "mmm.yy",
        "m/d/yy h:mm" => "dd.mm.yyyy h:mm",
        _ => code,
    };
}
