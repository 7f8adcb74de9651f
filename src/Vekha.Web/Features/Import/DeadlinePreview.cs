using System.Text.RegularExpressions;
using Vekha.Deadlines;
using Vekha.Plans;

namespace Vekha.Web.Features.Import;

/// <summary>A reading of typed words that a person may take.</summary>
public sealed record DeadlineChoice(string Value, DayWords Words);

/// <summary>Words a person typed for a deadline and how they are understood: shown before they are taken.</summary>
/// <param name="Text">The words.</param>
/// <param name="Choices">Readings, the likeliest first; empty where nothing can be made of the words.</param>
/// <param name="Note">How they were understood, or what is doubtful.</param>
public sealed record DeadlinePreview(string Text, IReadOnlyList<DeadlineChoice> Choices, string? Note)
{
    public static DeadlinePreview Of(string text, ReviewDays days)
    {
        var reading = DeadlineReader.Read(text.Trim(), new(days.Review.Head.Year, days.Review.Head.Year is null ? null : "из плана"));
        IEnumerable<IReadOnlyList<Deadline>> readings = [reading.Deadlines, .. reading.Questions.SelectMany(q => q.Candidates)];
        var choices = readings.Where(r => r.Count > 0 && !r.Any(d => d is Deadline.Unknown))
            .Select(r => new DeadlineChoice(ReviewValue.Of(r), DayWords.Of(days, r, text))).DistinctBy(c => c.Value).ToList();
        var note = reading.Questions.FirstOrDefault()?.Text ?? reading.Explanation;
        return new(text.Trim(), choices, choices.Count == 0 ? "Не понимаю эти слова. Напишите, например: «до 20.03.2023», «октябрь 2023», «ежеквартально», «10 рабочих дней со дня заключения контракта»." : note);
    }
}
