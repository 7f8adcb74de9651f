using System.Text.RegularExpressions;
using Vekha.Deadlines;
using Vekha.Wording;

namespace Vekha.Plans;

/// <summary>The questions a review opens with: the reader's, gathered, and its own about what would otherwise be guessed.</summary>
internal static partial class ReviewDoubts
{
    public static IReadOnlyList<ReviewQuestion> Of(PlanDraft draft, Review review)
    {
        var asked = Gathered(draft, review).ToList();
        return [.. asked, .. WithoutDeadline(review, asked), .. PlanTitle(review), .. Titles(review), .. Inclusive(review), .. Year(review, asked), .. Same(draft, review), .. Territories(draft)];
    }

    /// <summary>
    /// One question for several rows where words and answers are the same: «Ответственные обрываются запятой» in 3.3 and 4.2.
    /// A question without ready answers stays by itself: two lost deadlines need not be alike.
    /// </summary>
    private static IEnumerable<ReviewQuestion> Gathered(PlanDraft draft, Review review)
    {
        // Proposed repairs of titles are one decision for the plan, see Titles.
        var own = draft.Questions.Where(q => q.Kind != ReviewQuestionKind.Territory && !(q.Kind == ReviewQuestionKind.Title && q.Measure is { } m && review.Rows[m].ProposedTitle is not null));
        var sole = 0;
        return own.GroupBy(q => q.Options.Count == 0 || q.Measure is null ? $"{sole++}" : $"{q.Kind}|{q.Text}|{string.Join('|', q.Options.Select(o => o.Value))}")
            .Select(same => new ReviewQuestion
            {
                Id = same.First().Id,
                Kind = same.First().Kind,
                Rows = [.. same.Where(q => q.Measure is not null).Select(q => q.Measure!.Value).Distinct()],
                Text = same.First().Text,
                Options = same.First().Options,
                Place = same.First().Place,
            });
    }

    private static IEnumerable<ReviewQuestion> WithoutDeadline(Review review, IReadOnlyList<ReviewQuestion> asked)
    {
        var known = asked.Where(q => q.AsksDeadline()).SelectMany(q => q.Rows).ToHashSet();
        var lacking = review.Rows.Where(r => r.LacksDeadline() && !known.Contains(r.Id)).ToList();
        var silent = lacking.Where(r => string.IsNullOrWhiteSpace(r.DeadlineText)).ToList();
        foreach (var row in lacking.Except(silent))
            yield return About(row, row.Deadlines.Any(d => d is Deadline.Relative { Offset: null })
                ? $"Число дней утеряно: «{row.DeadlineText}». Каким оно было в подлиннике?"
                : $"Срок не распознан: «{row.DeadlineText}». Что он значит?");
        // A document without a deadline column would ask the same of every row.
        if (silent.Count > 3)
            yield return new()
            {
                Id = "no-deadlines",
                Kind = ReviewQuestionKind.DeadlineLost,
                Rows = [.. silent.Select(r => r.Id)],
                Text = $"У {Ru.Count(silent.Count, "мероприятия", "мероприятий", "мероприятий")} не указан срок. Есть ли он в подлиннике, один для всех?",
                Place = silent[0].Place,
            };
        else
            foreach (var row in silent) yield return About(row, "Срок не указан. Каким он был в подлиннике?");
    }

    private static ReviewQuestion About(ReviewRow row, string text) => new()
    {
        Id = $"lost-{row.Id}",
        Kind = ReviewQuestionKind.DeadlineLost,
        Rows = [row.Id],
        Text = text,
        Place = row.Places.GetValueOrDefault("deadline", row.Place),
    };

    /// <summary>«МЕДИАСПЛАН», «400- ЛЕТИЯ»: the name of the plan is printed on every paper, so its misprint is one question of its own.</summary>
    private static IEnumerable<ReviewQuestion> PlanTitle(Review review)
    {
        if (TitleRepair.Propose(review.Head.Title) is not { } repaired) yield break;
        yield return new()
        {
            Id = "plan-title",
            Kind = ReviewQuestionKind.Title,
            Text = $"В названии плана, похоже, опечатка. Исправить «{review.Head.Title}»?",
            Options = [new(repaired, repaired), new("Оставить как в документе", ReviewValue.Keep)],
        };
    }

    private static IEnumerable<ReviewQuestion> Titles(Review review)
    {
        var rows = review.Rows.Where(r => r.ProposedTitle is not null).ToList();
        if (rows.Count == 0) yield break;
        yield return new()
        {
            Id = "titles",
            Kind = ReviewQuestionKind.Titles,
            Rows = [.. rows.Select(r => r.Id)],
            Text = $"В {Ru.Count(rows.Count, "названии", "названиях", "названиях")} слиплись слова или есть опечатки. Исправить в плане? Слова документа сохранятся рядом.",
            Options = [new("Исправить все", "true"), new("Оставить как в документе", "false")],
            Place = rows[0].Place,
        };
    }

    /// <summary>Courts and linguists disagree whether «до 1 октября» includes 1 October: the town says it once for the plan.</summary>
    private static IEnumerable<ReviewQuestion> Inclusive(Review review)
    {
        var rows = review.Rows.Where(r => r.Deadlines.Any(d => d is Deadline.By) && Before().IsMatch(r.DeadlineText ?? "")).ToList();
        if (rows.Count == 0) yield break;
        var example = rows[0].DeadlineText!.Split('\n')[0].Trim();
        yield return new()
        {
            Id = "inclusive",
            Kind = ReviewQuestionKind.Inclusive,
            Rows = [.. rows.Select(r => r.Id)],
            Text = $"«{example}» — входит ли сам этот день в срок? Ответ действует на весь план.",
            Options = [new("Да, «до» включительно: в названный день ещё не поздно", "true"), new("Нет, последний день — накануне", "false")],
            Place = rows[0].Places.GetValueOrDefault("deadline", rows[0].Place),
        };
    }

    /// <summary>«постоянно» and «до 15 мая» need to know the year.</summary>
    private static IEnumerable<ReviewQuestion> Year(Review review, IReadOnlyList<ReviewQuestion> asked)
    {
        if (review.Head.Period() is not null || review.Rows.Count == 0 || asked.Any(q => q.Kind == ReviewQuestionKind.Year)) yield break;
        yield return new() { Id = "year", Kind = ReviewQuestionKind.Year, Text = "На какой год составлен план? В документе год не назван." };
    }

    [GeneratedRegex(@"(^|[\s(])до\s", RegexOptions.IgnoreCase)]
    private static partial Regex Before();
}
