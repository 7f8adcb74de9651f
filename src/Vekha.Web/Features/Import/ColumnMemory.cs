using Vekha.Documents.Reading.Plans;
using Vekha.Documents.Reading;
using Vekha.Plans;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Import;

/// <summary>«Столбцы документа»: what a person said a column means, taken at once and in the next document of the organisation.</summary>
internal static class ColumnMemory
{
    /// <summary>Meanings of a column in Russian, in the order in which they are offered.</summary>
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["number"] = "номер", ["title"] = "мероприятие", ["deadline"] = "срок", ["start"] = "начало", ["end"] = "окончание", ["mark"] = "отметка месяца или квартала",
        ["executor"] = "исполнитель", ["co-executor"] = "соисполнитель", ["leader"] = "руководитель", ["section"] = "раздел", ["result"] = "результат",
        ["evidence"] = "подтверждение", ["audience"] = "для кого", ["method"] = "способ", ["place"] = "место", ["time"] = "время", ["funding"] = "финансирование",
        ["indicator"] = "показатель", ["control"] = "контроль", ["note"] = "примечание", ["none"] = "не нужно",
    };

    /// <summary>«Столбец «Форма» прочитан как «способ»: так решили при прошлом разборе, «файл»».</summary>
    public static string Says(ColumnDraft column) => $"Столбец «{column.Heading}» прочитан как «{Words.GetValueOrDefault(column.Meaning, column.Meaning)}»: так решили при прошлом разборе, «{column.From}».";

    /// <summary>The reading with the remembered columns that occur in it and were read otherwise.</summary>
    public static DocumentReading Recall(DocumentReading reading, ImportDraft file, IReadOnlyList<Remembered> memory)
    {
        if (reading is not { Source: { } source, Draft: { } draft }) return reading;
        var known = memory.Where(m => m.Kind == RememberedKind.Column).ToDictionary(m => m.Key);
        var said = draft.ColumnMeanings.Where(c => known.TryGetValue(Key(c.Heading), out var m) && m.Value != c.Meaning).ToDictionary(c => c.Heading, c => known[Key(c.Heading)]);
        if (said.Count == 0 || Read(source, file, said.ToDictionary(s => s.Key, s => s.Value.Value)) is not { } anew) return reading;
        // Where a table could not do without its column, the meaning stays as read and nothing is said of it.
        return reading with { Draft = anew with { ColumnMeanings = [.. anew.ColumnMeanings.Select(c => said.GetValueOrDefault(c.Heading) is { } m && m.Value == c.Meaning ? c with { From = m.Source } : c)] } };
    }

    /// <summary>The plan of a document whose columns mean what a person says; <c>null</c> where nothing of a plan is left.</summary>
    public static PlanDraft? Read(SourceDocument source, ImportDraft file, IReadOnlyDictionary<string, string> said) =>
        PlanFinder.Find(source, file.FileName, file.Year, said) is { Measures.Count: > 0 } draft ? draft : null;

    /// <summary>What a column teaches; taken back to what was read, it is forgotten.</summary>
    public static Lesson Lesson(ColumnDraft before, string meaning) =>
        new(RememberedKind.Column, Key(before.Heading), before.Heading, (before.ReadAs ?? before.Meaning) == meaning ? null : meaning, Words[meaning]);

    private static string Key(string heading) => "column|" + Ru.Key(heading);
}
