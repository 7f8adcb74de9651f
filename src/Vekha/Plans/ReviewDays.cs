using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Wording;

namespace Vekha.Plans;

/// <summary>
/// «Дни разбора»: the deadlines of a review as days of a calendar, and the questions that only a calendar raises.
/// </summary>
/// <param name="Review">The review.</param>
/// <param name="Calendar">The calendar of the programme's territory.</param>
/// <param name="Policy">How the programme counts; what the head of the review says goes before it.</param>
public sealed record ReviewDays(Review Review, WorkCalendar Calendar, DeadlinePolicy Policy)
{
    /// <summary>The rules of the programme with the answers given in the review.</summary>
    public DeadlinePolicy Rules() => Policy with
    {
        BeforeIsInclusive = Review.Head.BeforeIsInclusive ?? Policy.BeforeIsInclusive,
        Shifts = Enum.TryParse<ShiftRule>(Review.Head.Shift, out var shift) ? Policy.Shifts with { Plan = shift } : Policy.Shifts,
    };

    /// <summary>What each deadline of a row comes to, in order.</summary>
    public IReadOnlyList<Resolution> Of(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Of(row.Deadlines, row.DeadlineText);
    }

    /// <summary>What deadlines come to that nobody has taken yet.</summary>
    public IReadOnlyList<Resolution> Of(IReadOnlyList<Deadline> deadlines, string? text)
    {
        var context = new ResolutionContext(Calendar, Rules(), Review.Head.Period()) { Text = text };
        return [.. deadlines.Select(d => Resolution.Of(d, context))];
    }

    /// <summary>Questions to add to a fresh review: deadlines on days off, decided by rule, and reports that fall after the plan.</summary>
    public IReadOnlyList<ReviewQuestion> Doubts() => [.. Outside(), .. DaysOff()];

    private IEnumerable<ReviewQuestion> DaysOff()
    {
        var moved = Review.Rows.Select(r => (Row: r, Day: Of(r).OfType<Resolution.Days>().SelectMany(d => d.Items).FirstOrDefault(d => !Calendar.IsWorking(d.Nominal))))
            .Where(m => m.Day is not null).ToList();
        if (moved.Count == 0) yield break;
        var (row, day) = moved[0];
        var options = new[] { ShiftRule.Back, ShiftRule.Forward, ShiftRule.Stay }.Select(r => new QuestionOption(Said(r), r.ToString())).ToArray();
        var rule = Policy.Shifts.Plan;
        yield return new()
        {
            Id = "days-off",
            Kind = ReviewQuestionKind.Shift,
            Rows = [.. moved.Select(m => m.Row.Id)],
            Text = $"Срок приходится на выходной: «{row.DeadlineText?.Split('\n')[0].Trim() ?? Ru.Digits(day!.Nominal)}» — {Ru.Day(day!.Nominal)}. Какой день контрольный?",
            Options = options,
            Place = row.Places.GetValueOrDefault("deadline", row.Place),
            Answer = new(Said(rule), rule.ToString(), ByRule: true),
        };
    }

    private static string Said(ShiftRule rule) => rule switch
    {
        ShiftRule.Back => "предыдущий рабочий день",
        ShiftRule.Forward => "следующий рабочий день",
        _ => "сам этот день, не переносится",
    };

    /// <summary>«ежеквартально» in a plan of one year: the report about the last quarter falls into the next year.</summary>
    private IEnumerable<ReviewQuestion> Outside()
    {
        var late = Review.Rows.Where(r => r.Deadlines is [Deadline.Every]).Select(r => (Row: r, Day: Of(r).SelectMany(d => d is Resolution.Days days ? days.Items : []).LastOrDefault()))
            .Where(r => r.Day is { IsOutsidePlan: true, Start: not null });
        foreach (var same in late.GroupBy(r => ReviewValue.Of(r.Row.Deadlines)))
        {
            var (row, day) = same.First();
            var every = (Deadline.Every)row.Deadlines[0];
            var shorter = every with { Last = WrittenDate.Of(day!.Start!.Value.AddDays(-1)) };
            yield return new()
            {
                Id = $"outside-{row.Id}",
                Kind = ReviewQuestionKind.Deadline,
                Rows = [.. same.Select(r => r.Row.Id)],
                Text = $"«{row.DeadlineText}»: последний срок — {Ru.Day(day.Control)}, уже после плана. Оставить его?",
                Options = [new($"Оставить: {day.Occurrence ?? "последний раз"} — {Ru.Digits(day.Control)}", same.Key), new($"Убрать: {day.Occurrence ?? "последний раз"} не отчитываться", ReviewValue.Of([shorter]))],
                Place = row.Places.GetValueOrDefault("deadline", row.Place),
            };
        }
    }
}
