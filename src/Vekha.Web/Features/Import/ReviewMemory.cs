using Vekha.Documents.Reading;
using Vekha.Plans;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Import;

/// <summary>What one act of a person teaches; <see cref="Value"/> is <c>null</c> where it is taken back.</summary>
internal sealed record Lesson(RememberedKind Kind, string Key, string Words, string? Value, string Shown);

/// <summary>«Память разбора»: what a person decided about one document, offered as decided in the next of the same organisation.</summary>
internal static class ReviewMemory
{
    /// <summary>Starts the review of what was read, with the doubts of the programme's calendar and the remembered decisions.</summary>
    public static void Begin(ImportDraft draft, DocumentReading reading, Programme programme, IReadOnlyList<Remembered> memory)
    {
        draft.Take(reading, review => new ReviewDays(review, programme.Policy.Calendar(), programme.Policy).Doubts());
        if (draft.State == ImportState.Ready) draft.Keep(Recall(draft.Review, memory));
    }

    /// <summary>A fresh review with the remembered decisions taken; each says where it comes from and can be changed.</summary>
    public static Review Recall(Review fresh, IReadOnlyList<Remembered> memory)
    {
        var review = fresh;
        foreach (var question in fresh.OpenQuestions().ToList())
            if (KeyOf(question) is { } key && memory.FirstOrDefault(m => m.Key == key) is { } known && question.Options.FirstOrDefault(o => o.Value == known.Value) is { } option)
                review = review.Answer(question.Id, new(option.Label, option.Value) { From = known.Source });
        var number = 0;
        foreach (var known in memory.Where(m => m.Kind == RememberedKind.Executors))
            review = Recall(review, known, $"recall-{number++}");
        review = review.RecallAbbreviations(memory.Where(m => m.Kind == RememberedKind.Abbreviation).Select(m => new ReviewAbbreviation(m.Words, m.Value, m.Source)));
        // Nobody did this by hand in this review: there is nothing to undo step by step.
        return ReferenceEquals(review, fresh) ? fresh : review with { Steps = fresh.Steps };
    }

    private static Review Recall(Review review, Remembered known, string id)
    {
        var isClass = known.Key.StartsWith("class|", StringComparison.Ordinal);
        var rows = review.Rows.Where(r => isClass ? r.Executors.Any(e => ClassKey(e) == known.Key) : ListKey(r.Executors) == known.Key).ToList();
        if (rows.Count == 0) return review;
        var decided = new ReviewAnswer(known.Shown, known.Value) { From = known.Source };
        if (isClass)
        {
            var name = rows.SelectMany(r => r.Executors).First(e => ClassKey(e) == known.Key).Name;
            var asked = review.AskMembers(name, known.Value);
            return asked.Questions.FirstOrDefault(q => q.Kind == ReviewQuestionKind.Members && string.Equals(q.About, name, StringComparison.OrdinalIgnoreCase)) is { } members ? asked.Answer(members.Id, decided) : review;
        }
        var question = new ReviewQuestion
        {
            Id = id, Kind = ReviewQuestionKind.Executors, Rows = [.. rows.Select(r => r.Id)], Place = rows[0].Places.GetValueOrDefault("executors", rows[0].Place),
            Text = $"В документе исполнитель «{known.Words}». Кто исполняет?",
            Options = [new(known.Shown, known.Value), new($"Как в документе: {known.Words}", string.Join('\n', rows[0].Executors.Select(Line)))],
        };
        return review.Ask([question]).Answer(id, decided);
    }

    /// <summary>What the step from one state of the review to the next teaches.</summary>
    public static IEnumerable<Lesson> Learn(Review before, Review after, PlanDraft draft)
    {
        foreach (var lesson in OfAbbreviations(before.Abbreviations ?? [], after.Abbreviations ?? [], draft)) yield return lesson;
        var named = false;
        foreach (var question in after.Questions)
        {
            var was = before.Question(question.Id)?.Answer;
            if (Equals(was, question.Answer)) continue;
            named |= question.Kind is ReviewQuestionKind.Same or ReviewQuestionKind.Members;
            if (KeyOf(question) is not { } key) continue;
            var kind = question.Kind switch { ReviewQuestionKind.Same => RememberedKind.Spelling, ReviewQuestionKind.Members => RememberedKind.Executors, _ => RememberedKind.Rule };
            var words = question.Kind == ReviewQuestionKind.Members ? question.About! : question.Text;
            if (question.Answer is null || (question.Kind == ReviewQuestionKind.Members && question.Answer.Value.Length == 0)) yield return new(kind, key, words, null, "");
            else if (question.Answer is { ByRule: false, From: null } answer) yield return new(kind, key, words, answer.Value, answer.Label);
        }
        // An undone unfolding takes its question away.
        foreach (var gone in before.Questions.Where(q => after.Question(q.Id) is null))
        {
            named |= gone.Kind == ReviewQuestionKind.Members;
            if (gone.Kind == ReviewQuestionKind.Members && KeyOf(gone) is { } key) yield return new(RememberedKind.Executors, key, gone.About!, null, "");
        }
        if (named) yield break;
        foreach (var row in after.Rows)
        {
            if (row.Origins is not [var origin] || before.Row(row.Id) is not { } was || was.Executors.SequenceEqual(row.Executors)) continue;
            var read = draft.Measures[origin].Executors;
            if (read.Count == 0) continue;
            var isBack = read.SequenceEqual(row.Executors);
            yield return new(RememberedKind.Executors, ListKey(read), ReviewView.Words(read), isBack ? null : string.Join('\n', row.Executors.Select(Line)), ReviewView.Words(row.Executors));
        }
    }

    /// <summary>What the document says itself need not be remembered; what a person takes away or back is forgotten.</summary>
    private static IEnumerable<Lesson> OfAbbreviations(IReadOnlyList<ReviewAbbreviation> before, IReadOnlyList<ReviewAbbreviation> after, PlanDraft draft)
    {
        foreach (var (name, full, _) in after.Except(before))
            yield return new(RememberedKind.Abbreviation, "short|" + Ru.Key(name), name, draft.Abbreviations.GetValueOrDefault(name) == full ? null : full, full);
        foreach (var gone in before.Where(b => after.All(a => a.Short != b.Short)))
            yield return new(RememberedKind.Abbreviation, "short|" + Ru.Key(gone.Short), gone.Short, null, "");
    }

    private static string? KeyOf(ReviewQuestion question) => question.Kind switch
    {
        ReviewQuestionKind.Inclusive or ReviewQuestionKind.Shift => question.Kind,
        ReviewQuestionKind.Same => "same|" + string.Join('|', question.Options.SelectMany(o => o.Value.Split('\n')).Where(n => n.Length > 0).Distinct().Order(StringComparer.Ordinal)),
        ReviewQuestionKind.Members when question.About is { } name => "class|" + Ru.Key(name),
        _ => null,
    };

    private static string? ClassKey(ExecutorDraft executor) => executor.Kind == ExecutorKind.Class ? "class|" + Ru.Key(executor.Name) : null;

    private static string ListKey(IReadOnlyList<ExecutorDraft> executors) => "list|" + string.Join('|', executors.Select(e => Ru.Key(e.Name)));

    private static string Line(ExecutorDraft executor) => executor.ByConsent ? $"{executor.Name} (по согласованию)" : executor.Name;
}
