using Vekha.Wording;

namespace Vekha.Plans;

internal static partial class ReviewDoubts
{
    /// <summary>«Рабочие группы» (П.2) and «рабочие группы» (О.1): proposed as one, both spellings with their places.</summary>
    private static IEnumerable<ReviewQuestion> Same(PlanDraft draft, Review review)
    {
        var codes = PlanCodes.Of(review);
        for (var i = 0; i < draft.SameExecutors.Count; i++)
        {
            var same = draft.SameExecutors[i];
            var all = string.Join('\n', same.Spellings.Select(s => s.Text));
            var joins = same.Spellings.Select(s => new QuestionOption($"Один: «{s.Text}»", $"{s.Text}\n{all}"));
            QuestionOption[] apart = [new("Это разные исполнители", ReviewValue.Keep)];
            yield return new()
            {
                Id = $"same-{i}",
                Kind = ReviewQuestionKind.Same,
                Text = $"{string.Join(" и ", same.Spellings.Select(s => $"«{s.Text}» ({Where(s, codes)})"))} — один исполнитель? В документе {same.Reason}.",
                Options = same.IsLikely ? [.. joins, .. apart] : [.. apart, .. joins],
                Place = same.Spellings[^1].Place,
            };
        }
    }

    private static string Where(ExecutorSpelling spelling, IReadOnlyDictionary<int, string> codes)
    {
        var named = spelling.Measures.Take(3).Select(m => codes.GetValueOrDefault(m, "")).Where(c => c.Length > 0).ToList();
        var more = spelling.Measures.Count - named.Count;
        return string.Join(", ", named) + (more > 0 ? $" и ещё {Ru.Count(more, "строка", "строки", "строк")}" : "");
    }

    private static IEnumerable<ReviewQuestion> Territories(PlanDraft draft) =>
        draft.Questions.Where(q => q.Kind == ReviewQuestionKind.Territory).Select(q => new ReviewQuestion { Id = q.Id, Kind = q.Kind, Text = q.Text, Options = q.Options, Place = q.Place });
}
