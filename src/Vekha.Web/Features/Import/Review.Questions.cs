using Microsoft.AspNetCore.Mvc;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

public sealed partial class ReviewModel
{
    /// <summary>The form of a question as it was sent.</summary>
    /// <param name="Id">The question.</param>
    /// <param name="Option">Position of the chosen answer; −1 leaves the field as it is.</param>
    /// <param name="Own">What was typed instead.</param>
    /// <param name="Taken">The reading of typed words that was shown and taken.</param>
    /// <param name="Days">The lost number of days.</param>
    /// <param name="Unit">Which days.</param>
    public sealed record AnswerForm(string Id, int? Option, string? Own, string? Taken, int? Days, OffsetUnit? Unit);

    private const int LeaveAsIs = -1;

    public async Task<IActionResult> OnPostAnswer(AnswerForm answer)
    {
        Q = answer.Id;
        if (await desk.Open(Id) is not { } open) return NotFound();
        if (open.Draft.Review.Question(answer.Id) is not { } question) return await BothTexts(open, null);
        if (TypedWords(question, answer) is { } words)
        {
            // Typed words are never taken unseen: first they are shown as understood.
            View = new(open, Q, null, false, Order);
            View.Preview = DeadlinePreview.Of(words, View.Days);
            return Page();
        }
        var given = Given(question, answer, open.Draft.Review);
        return await Act(o => SeenQuestion(o, answer.Id), r => Answered(r, answer.Id, given), "#questions", r =>
            r.Question(answer.Id) is { Answer: { } theirs } ? [$"Ответ: сейчас «{theirs.Label}», у вас «{given.Label}»."] : []);
    }

    public Task<IActionResult> OnPostSkip(string question)
    {
        Q = question;
        return Act(o => SeenQuestion(o, question), r => r.Skip(question), "#questions");
    }

    private static string? TypedWords(ReviewQuestion question, AnswerForm answer) =>
        question.AsksDeadline() && answer.Option is null && string.IsNullOrEmpty(answer.Taken) && !string.IsNullOrWhiteSpace(answer.Own) ? answer.Own : null;

    private static ReviewAnswer Given(ReviewQuestion question, AnswerForm answer, Review review)
    {
        if (answer.Option == LeaveAsIs) return new(Leave(question), ReviewValue.Keep);
        if (answer.Option is { } chosen && chosen >= 0 && chosen < question.Options.Count)
            return new(question.Options[chosen].Label, question.Options[chosen].Value);
        if (answer.Days is { } count && answer.Unit is { } unit && LostNumber(question, review) is { } lost)
        {
            if (count is < 0 or > 3650) throw new Refusal("Ответ не принят", $"{count} дней — слишком много для срока", "Проверьте число в подлиннике");
            var whole = lost with { Offset = count, Unit = unit };
            return new(WordsOf(count, unit, lost), ReviewValue.Of([whole]), Own: true);
        }
        if (!string.IsNullOrEmpty(answer.Taken) && ReviewValue.TryDeadlines(answer.Taken, out _)) return new(answer.Own?.Trim() ?? "", answer.Taken, Own: true);
        if (!string.IsNullOrWhiteSpace(answer.Own)) return new(answer.Own.Trim(), answer.Own.Trim(), Own: true);
        throw new Refusal("Ответ не принят", "Ничего не выбрано и не вписано", "Выберите ответ, впишите свой или пропустите вопрос");
    }

    private static Review Answered(Review review, string question, ReviewAnswer given)
    {
        try
        {
            return review.Answer(question, given);
        }
        catch (FormatException)
        {
            throw new Refusal("Ответ не принят", $"Не понимаю «{given.Label}»", "Выберите из предложенного или впишите иначе");
        }
    }

    /// <summary>«… дней с даты заключения контракта»: the deadline whose number is asked for.</summary>
    public static Deadline.Relative? LostNumber(ReviewQuestion question, Review review) =>
        question.AsksDeadline() && question.Rows is [var only] && review.Row(only)?.Deadlines is [Deadline.Relative { Offset: null } lost] ? lost : null;

    /// <summary>What leaving the field as it is means.</summary>
    public static string Leave(ReviewQuestion question) => question.Kind switch
    {
        ReviewQuestionKind.DeadlineLost => "Его нет и в подлиннике: оставить «дата не вычислена»",
        ReviewQuestionKind.Approval => "В подлиннике нет, впишем при утверждении",
        _ => "Оставить как прочитано",
    };

    private static string WordsOf(int count, OffsetUnit unit, Deadline.Relative lost)
    {
        var days = unit == OffsetUnit.WorkingDay ? Wording.Ru.WorkingDays(count) : Wording.Ru.CalendarDays(count);
        return $"{days} {(lost.Direction == OffsetDirection.Before ? "до" : "со дня")} {lost.Anchor}";
    }
}
