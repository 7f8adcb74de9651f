using Vekha.Documents.Reading;
using Vekha.Sites;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Sites;

/// <summary>A list of sites as a sheet on its way in, read by a child process from a place of its own.</summary>
internal static class SiteSheet
{
    private const long MostBytes = 5 * 1024 * 1024;

    /// <exception cref="Refusal">Empty, too large or not a table.</exception>
    public static async Task<SiteList> Read(IFormFile? sheet, CancellationToken cancel)
    {
        if (sheet is null || sheet.Length == 0) throw Refused("Он не выбран или пуст");
        if (sheet.Length > MostBytes) throw Refused("Он больше 5 МБ: список площадок столько не занимает");
        var place = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.sites");
        try
        {
            await using (var file = new FileStream(place, FileMode.CreateNew)) await sheet.CopyToAsync(file, cancel);
            var reading = await ChildReader.ReadAsync(place, sheet.FileName, cancel);
            var source = reading.Source ?? throw Refused(reading.Problems.FirstOrDefault(p => p.IsFatal)?.Text.Split(". ")[0] ?? "Он не читается как таблица");
            return source.Blocks.OfType<SourceTable>().Select(Rows).FirstOrDefault(r => r.Count > 1) is { } rows ? SiteList.Read(rows) : throw Refused("В нём нет таблицы");
        }
        finally
        {
            File.Delete(place);
        }
    }

    private static List<IReadOnlyList<string>> Rows(SourceTable table)
    {
        var width = table.Rows.SelectMany(r => r.Cells).Select(c => c.Column).DefaultIfEmpty(-1).Max() + 1;
        return [.. table.Rows.Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(0, width).Select(c => r.Cells.FirstOrDefault(x => x.Column == c)?.Text ?? "")])];
    }

    private static Refusal Refused(string why) => new("Файл не принят", why, "Скачайте образец, перенесите в него строки и загрузите") { Field = "Sheet" };
}
