using Vekha.Documents.Reading;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

/// <summary>Reads one kept file. The one place that knows by what means.</summary>
internal static class ReadFile
{
    /// <summary>Beyond this a plan is no longer confirmed by hand.</summary>
    private const int MostMeasures = 2000;

    public static async Task<DocumentReading> Of(Files files, StoredFile file, int? year, CancellationToken cancel)
    {
        var reading = await ChildReader.ReadAsync(files.PlaceOf(file), file.Name, cancel, year);
        return reading.Draft is { } draft && draft.Measures.Count > MostMeasures
            ? new(null, null, [new ReadingProblem($"В документе {Wording.Ru.Count(draft.Measures.Count, "строка", "строки", "строк")}: это больше, чем можно подтвердить руками (до {Wording.Ru.Number(MostMeasures)}). Разделите его на планы по программам.", IsFatal: true)])
            : reading;
    }
}
