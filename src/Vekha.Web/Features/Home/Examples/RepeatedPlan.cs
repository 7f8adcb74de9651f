using System.Globalization;
using System.Text.RegularExpressions;
using Vekha.Calendars;
using Vekha.Plans;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>The portal of Khimki once more, for the year that is now: today's desk is alive.</summary>
internal static partial class RepeatedPlan
{
    /// <summary>By how many years to move a plan of August 2020 – July 2021 so that the day lies in its midst.</summary>
    public static int YearsUntil(DateOnly today) => today.Month >= 9 ? today.Year - 2020 : today.Year - 2021;

    public static ExampleProgramme Of(ExampleProgramme example, int years)
    {
        var first = 2020 + years;
        var on = example.Policy.Calendar().PreviousWorking(example.Approval.On.AddYears(years));
        return example with { Name = $"{example.Name}, {first}–{first + 1}", Approval = example.Approval with { On = on } };
    }

    /// <summary>The review with every day and every year in its words moved.</summary>
    public static Review Moved(Review review, int years) => review with
    {
        Head = review.Head with
        {
            Title = Words(review.Head.Title, years)!, Year = review.Head.Year + years,
            First = review.Head.First?.AddYears(years), Last = review.Head.Last?.AddYears(years), Approval = null,
        },
        Stages = [.. review.Stages.Select(s => s with { DeadlineText = Words(s.DeadlineText, years), Deadlines = [.. s.Deadlines.Select(d => Repetition.Shift(d, years))] })],
        Rows = [.. review.Rows.Select(r => r with { Title = Words(r.Title, years)!, DeadlineText = Words(r.DeadlineText, years), Deadlines = [.. r.Deadlines.Select(d => Repetition.Shift(d, years))] })],
        Notes = [$"План повторён с {2020} года: сроки сдвинуты на {Wording.Ru.Count(years, "год", "года", "лет")}."],
    };

    private static string? Words(string? text, int years) => text is null ? null
        : Year().Replace(text, y => (int.Parse(y.Value, CultureInfo.InvariantCulture) + years).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\b20\d\d\b")]
    private static partial Regex Year();
}
