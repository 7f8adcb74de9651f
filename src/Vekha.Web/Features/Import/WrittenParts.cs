using Vekha.Documents.Reading;
using Vekha.Plans;

namespace Vekha.Web.Features.Import;

/// <summary>
/// A measure written in its cell as several paragraphs may be several deliverables: «Формирование состава…», «Определение
/// ответственных…», «Формирование пула…». They are offered, never taken.
/// </summary>
internal static class WrittenParts
{
    private const int MostParts = 12;

    public static PlanDraft Offer(PlanDraft draft, SourceDocument source) =>
        draft with { Measures = [.. draft.Measures.Select(m => m.Parts.Count > 0 || PartsOf(m, source) is not { } parts ? m : m with { Parts = parts })] };

    private static string[]? PartsOf(MeasureDraft measure, SourceDocument source)
    {
        var place = measure.Places.GetValueOrDefault("title", measure.Place);
        if (place.Line >= 0 || CellAt(place, source) is not { } cell) return null;
        string[] lines = [.. cell.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (lines.Length is < 2 or > MostParts) return null;
        if (lines[0].IndexOf(measure.Title[..Math.Min(8, measure.Title.Length)], StringComparison.OrdinalIgnoreCase) is > 0 and var printed) lines[0] = lines[0][printed..];
        // Each part is a sentence of its own: a line that goes on with a small letter was only broken by the page.
        return lines.All(l => char.IsUpper(l[0]) && l.Contains(' ')) && Plain(string.Concat(lines)) == Plain(measure.Title) ? lines : null;
    }

    private static SourceCell? CellAt(SourcePlace place, SourceDocument source) =>
        place.Block >= 0 && place.Block < source.Blocks.Count && source.Blocks[place.Block] is SourceTable table && place.Row >= 0 && place.Row < table.Rows.Count
            ? table.Rows[place.Row].Cells.FirstOrDefault(c => c.Column == place.Cell) : null;

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
