using System.Text.RegularExpressions;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Wording;

namespace Vekha.Web.Features.Import;

/// <summary>A deadline as understood: the words that stand beside those of the document.</summary>
/// <param name="Main">The control day, or what stands for it.</param>
/// <param name="Why">The reason in a word.</param>
/// <param name="IsBad">Nothing could be made of it.</param>
/// <param name="Chains">How each day was found, link by link.</param>
public sealed partial record DayWords(string Main, string Why, bool IsBad, IReadOnlyList<string> Chains)
{
    /// <summary>More days than this are counted, not listed.</summary>
    private const int MostDays = 6;

    public static DayWords Of(ReviewDays days, ReviewRow row)
    {
        // A row without words of its own speaks with those of its stage: «01.03.2020 -31.05.2020» is a span with both its ends.
        var text = row.DeadlineText ?? (row is { DeadlineInherited: true, Stage: { } stage } && stage < days.Review.Stages.Count ? days.Review.Stages[stage].DeadlineText : null);
        var words = Of(days, row.Deadlines, text);
        var notes = new[] { words.Why, row.DeadlineInherited ? "срок этапа" : "", row.DeadlineExplanation ?? "" };
        return words with { Why = string.Join("; ", notes.Where(n => n.Length > 0).Distinct()) };
    }

    public static DayWords Of(ReviewDays days, IReadOnlyList<Deadline> deadlines, string? text)
    {
        var found = days.Of(deadlines, text);
        if (found.Count == 0) return new("Срок не указан", "", true, []);
        var control = found.OfType<Resolution.Days>().SelectMany(d => d.Items).OrderBy(d => d.Control).ToList();
        if (control.Count == 0) return Without(days, found[0], deadlines[0]);
        var chains = control.Select(d => d.Explanation).Distinct().ToList();
        if (control.Count > 1) return new(Several(control), Reasons(days, control, deadlines), false, chains);
        var day = control[0];
        // «01.04.2023-31.05.2023» is a span and both its ends matter; «октябрь 2020» is a day by which.
        var isSpan = day.Start is { } start && start < day.Control && Span().IsMatch(text ?? "");
        var main = isSpan ? $"{FirstOf(day.Start!.Value, day.Control)} — {Ru.Day(day.Control)}" : Ru.Day(day.Control);
        return new(main, day.Why, false, chains);
    }

    private static string FirstOf(DateOnly first, DateOnly last) =>
        first.Year != last.Year ? Ru.DayMonthYear(first) : first.Month != last.Month ? Ru.DayMonth(first) : $"{first.Day}";

    private static DayWords Without(ReviewDays days, Resolution resolution, Deadline deadline) => resolution.Match(
        _ => new DayWords("Срок не указан", "", true, []),
        standing => new(Whole(days), "исполняется постоянно" + (standing.Stubs.Count > 0 ? $", {Reports(standing.Stubs)}" : ""), false, [.. standing.Stubs.Select(s => s.Explanation)]),
        waits => new(deadline is Deadline.Relative { Anchor.Length: > 0 } relative && !waits.Reason.Contains('«') ? $"Ждёт {relative.Anchor}" : "Дата не вычислена", waits.Reason, false, []),
        link => new("Открытая ссылка", $"срок в другом документе: {link.To}", false, []),
        needs => new("Нужен год", needs.Reason, true, []),
        unreadable => new("Срок не распознан", Reason(unreadable.Reason), true, []));

    private static string Reason(string reason) => reason.Replace("срок не распознан: ", "", StringComparison.Ordinal) is var rest && rest == "срок не распознан" ? "" : rest;

    private static string Whole(ReviewDays days) => days.Review.Head.Period() is { } period
        ? period == DateRange.Year(period.First.Year) ? $"весь {period.First.Year} год" : Ru.Range(period)
        : "постоянно";

    private static string Reports(IReadOnlyList<ControlDay> stubs) => stubs.Count == 1
        ? $"отчёт {Ru.Digits(stubs[0].Control)}"
        : $"отчёты {string.Join(", ", stubs.Take(MostDays).Select(s => Ru.Digits(s.Control)))}{(stubs.Count > MostDays ? "…" : "")}";

    /// <summary>«10.04, 10.07, 10.10.2023, 10.01.2024»: the year stands with the last day that has it.</summary>
    private static string Several(IReadOnlyList<ControlDay> days)
    {
        var shown = days.Count > MostDays ? days.Take(MostDays - 1).ToList() : days;
        var words = shown.Select((d, i) => i + 1 < shown.Count && shown[i + 1].Control.Year == d.Control.Year ? Ru.Brief(d.Control) : Ru.Digits(d.Control));
        return string.Join(", ", words) + (days.Count > shown.Count ? $" … {Ru.Digits(days[^1].Control)}" : "");
    }

    private static string Reasons(ReviewDays days, IReadOnlyList<ControlDay> control, IReadOnlyList<Deadline> deadlines)
    {
        var count = Ru.Count(control.Count, "срок", "срока", "сроков");
        if (deadlines is [Deadline.Every { Rule.MonthDays.Count: 0, Times: null or 1 }] && control.All(d => d.Why.StartsWith("отчёт", StringComparison.Ordinal) || d.Control != d.Nominal))
            return $"{count}, {days.Rules().ReportDay}-е число следующего месяца";
        var moved = control.Where(d => d.Control != d.Nominal).Select(d => $"{Ru.Brief(d.Nominal)}: {d.Why}").ToList();
        return moved.Count == 0 ? count : $"{count}; {string.Join(", ", moved.Take(2))}{(moved.Count > 2 ? "…" : "")}";
    }

    [GeneratedRegex(@"[\dа-я.]\s*[-–—]\s*[\dа-яIVX]|\bпо\b|^с\s", RegexOptions.IgnoreCase)]
    private static partial Regex Span();
}
