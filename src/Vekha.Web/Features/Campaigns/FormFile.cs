using Vekha.Documents.Reading;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>A filled form on its way in: a file that nobody vouches for, read by a child process from a place of its own.</summary>
internal static class FormFile
{
    private const long MostBytes = 5 * 1024 * 1024;

    /// <exception cref="Refusal">Empty, too large or not a table.</exception>
    public static async Task<SourceDocument> Read(IFormFile? sheet, CancellationToken cancel)
    {
        if (sheet is null || sheet.Length == 0) throw Refused("Он не выбран или пуст");
        if (sheet.Length > MostBytes) throw Refused("Он больше 5 МБ: форма столько не занимает");
        var place = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.form");
        try
        {
            await using (var file = new FileStream(place, FileMode.CreateNew)) await sheet.CopyToAsync(file, cancel);
            var reading = await ChildReader.ReadAsync(place, sheet.FileName, cancel);
            // The reader's second sentence advises about plans.
            return reading.Source ?? throw Refused(reading.Problems.FirstOrDefault(p => p.IsFatal)?.Text.Split(". ")[0] ?? "Он не читается как таблица");
        }
        finally
        {
            File.Delete(place);
        }
    }

    private static Refusal Refused(string why) => new("Файл не принят", why, "Скачайте форму с этой страницы, заполните её и загрузите") { Field = "Sheet" };
}
