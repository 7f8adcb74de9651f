using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>The proof that comes with a report: checked before anything is kept.</summary>
public static class Reporting
{
    /// <summary>More files than this in one report are a parcel, not a proof.</summary>
    public const int MostFiles = 10;

    /// <summary>Keeps the attached files; they are saved together with the report.</summary>
    public static async Task<IReadOnlyList<ReportFile>> Keep(this Files store, IReadOnlyList<IFormFile> uploads, CancellationToken cancel)
    {
        if (uploads.Count > MostFiles) throw Refused($"Приложено {Ru.Count(uploads.Count, Vekha.Wording.Noun.File)}, а в одном отчёте не больше {MostFiles}", "Сложите снимки в один документ или архив");
        foreach (var upload in uploads)
        {
            if (upload.Length == 0) throw Refused($"Файл «{NameOf(upload)}» пуст", "Проверьте его на своём компьютере и приложите снова");
            if (upload.Length > Files.Limit) throw Refused($"Файл «{NameOf(upload)}» занимает {Ru.FileSize(upload.Length)}, а примем до 25{Ru.Nbsp}МБ", "Сожмите снимки или разделите файл");
        }
        var kept = new List<ReportFile>();
        foreach (var upload in uploads)
        {
            var file = await store.Keep(upload, cancel);
            kept.Add(new(file.Id, file.Name, file.Size));
        }
        return kept;
    }

    private static Refusal Refused(string why, string next) => new("Отчёт не отправлен", why, next + ". Остальные файлы тоже выберите ещё раз") { Field = "Proof" };

    private static string NameOf(IFormFile upload) => upload.FileName.Split('/', '\\')[^1];
}
