using System.Security.Cryptography;
using System.Text;
using Vekha.Documents.Reading;
using Vekha.Events;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>A list of participants on its way in: a file that nobody vouches for, read by a child process.</summary>
internal static class AttendeeFile
{
    private const long MostBytes = 5 * 1024 * 1024;

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <exception cref="Refusal">Empty, too large, not a table.</exception>
    public static async Task<AttendeeList> Read(IFormFile? sheet, CancellationToken cancel)
    {
        if (sheet is null || sheet.Length == 0) throw Refused("Файл не выбран или пуст");
        if (sheet.Length > MostBytes) throw Refused("Файл больше 5 МБ: список участников столько не занимает");
        var place = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.list");
        try
        {
            await using (var file = new FileStream(place, FileMode.CreateNew)) await sheet.CopyToAsync(file, cancel);
            var reading = await ChildReader.ReadAsync(place, sheet.FileName, cancel);
            if (reading.Source is not { } source) throw Refused(reading.Problems.FirstOrDefault(p => p.IsFatal)?.Text.Split(". ")[0] ?? "Файл не читается как таблица");
            var list = AttendeeList.Read(RowsOf(source));
            return list.People.Count == 0 && list.Problems is [{ Words: "" } nothing] ? throw Refused(nothing.Why) : list;
        }
        finally
        {
            File.Delete(place);
        }
    }

    // A sheet of one column comes as paragraphs, of several as a table.
    private static List<IReadOnlyList<string>> RowsOf(SourceDocument source) =>
        [.. source.Blocks.SelectMany(b => b is SourceTable table ? table.Rows.Select(r => RowOf(r, table.ColumnCount)) : b is SourceParagraph { Text.Length: > 0 } line ? [(IReadOnlyList<string>)[line.Text]] : [])];

    private static IReadOnlyList<string> RowOf(SourceRow row, int columns)
    {
        var cells = new string[columns];
        Array.Fill(cells, "");
        foreach (var cell in row.Cells.Where(c => c.Column < columns)) cells[cell.Column] = cell.Text;
        return cells;
    }

    private static Refusal Refused(string why) => new("Список не принят", why, "Пришлите таблицу Excel с графой «ФИО»") { Field = "sheet" };
}
