using System.Globalization;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Numbers of one stage or measure that do not agree: «10 видеосюжетов» and «каждая из 10 площадок — по 2».</summary>
internal static class Contradictions
{
    /// <summary>Asks about each; the words of the document are quoted.</summary>
    public static void Ask(IReadOnlyList<NormDraft> norms, string where, int? measure, SourcePlace place, List<DraftQuestion> questions)
    {
        foreach (var each in norms.Where(n => n.Per is not null))
        {
            var total = norms.FirstOrDefault(n => n.Per is null && Same(n.Unit, each.Unit));
            var count = norms.FirstOrDefault(n => n.Per is null && Same(n.Unit, each.Per!));
            if (total is null || count is null || total.AtLeast || total.Quantity == each.Quantity * count.Quantity) continue;
            Add($"{where}: «{total.Text}» и «{each.Text}» не сходятся: {Figure(total.Quantity)} и {Figure(each.Quantity * count.Quantity)}. Сколько всего?",
                total.Quantity, each.Quantity * count.Quantity);
        }

        void Add(string text, params decimal[] values) =>
            questions.Add(new DraftQuestion($"norm-{questions.Count}", "norm", measure, text, [.. values.Select(v => new QuestionOption($"{Figure(v)}", Figure(v)))], place));
    }

    /// <summary>«2 практики» where the plan has 10 places: two in all or two in each.</summary>
    public static void AskScope(IReadOnlyList<StageDraft> stages, List<DraftQuestion> questions)
    {
        var places = stages.SelectMany(s => s.Norms).FirstOrDefault(n => n.Per is null && n.Quantity > 2 && IsPlaces(n.Unit));
        if (places is null) return;
        foreach (var stage in stages)
        {
            if (stage.Norms is not [{ Per: null } only] || only.Quantity >= places.Quantity || IsPlaces(only.Unit)) continue;
            questions.Add(new DraftQuestion($"norm-scope-{questions.Count}", "norm", null,
                $"«{stage.Title}»: «{only.Text}» — всего или на каждую из {Figure(places.Quantity)} площадок (территорий)?",
                [new QuestionOption($"Всего {Figure(only.Quantity)}", Figure(only.Quantity)), new QuestionOption($"На каждую, всего {Figure(only.Quantity * places.Quantity)}", Figure(only.Quantity * places.Quantity))], stage.Place));
        }
    }

    private static bool IsPlaces(string unit) => unit.Contains("площадк", StringComparison.Ordinal) || unit.Contains("регион", StringComparison.Ordinal) || unit.Contains("район", StringComparison.Ordinal) || unit.Contains("территори", StringComparison.Ordinal);

    private static bool Same(string a, string b) => Words.Key(a) == Words.Key(b) || Words.Key(a).EndsWith(Words.Key(b), StringComparison.Ordinal) || Words.Key(b).EndsWith(Words.Key(a), StringComparison.Ordinal);

    private static string Figure(decimal value) => value.ToString("0.##", CultureInfo.GetCultureInfo("ru-RU"));
}
