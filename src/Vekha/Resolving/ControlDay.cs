using Vekha.Calendars;

namespace Vekha.Resolving;

/// <summary>«Контрольный день»: a deadline as a day of the calendar, with the reason why it is that one.</summary>
public sealed record ControlDay
{
    /// <summary>The first day of the window, where the text gives one («октябрь» starts on the 1st).</summary>
    public DateOnly? Start { get; init; }

    /// <summary>«номинальный день»: the day the words mean.</summary>
    public required DateOnly Nominal { get; init; }

    /// <summary>«контрольный день»: the nominal day after the rule of days off.</summary>
    public required DateOnly Control { get; init; }

    /// <summary>How the day was found, link by link, the last one is the control day.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>The reason in a word, to stand under the date: «31-е — суббота», «включительно»; «» where none is needed.</summary>
    public required string Why { get; init; }

    /// <summary>Which one of several: «за II квартал 2023»; <c>null</c> for a single day.</summary>
    public string? Occurrence { get; init; }

    /// <summary>
    /// The day by the opposite rule, where a law makes both worth showing (ст. 193 ГК: the next working day); otherwise <c>null</c>.
    /// </summary>
    public DateOnly? ByOppositeRule { get; init; }

    /// <summary>Whether a law sets the deadline: «срок по закону».</summary>
    public bool IsStatutory { get; init; }

    /// <summary>Whether the nominal day lies outside the period of the plan, so that a person should be asked.</summary>
    public bool IsOutsidePlan { get; init; }

    /// <summary>Whether only a part of the interval lies in the plan («октябрь с 23-го»), so that a full quota is a question.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether the calendar of the year is known; without the transfers of the Government the day may still move.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>How often within the window, where the text says («не менее 2 раз в месяц»).</summary>
    public int? Times { get; init; }

    /// <summary>One Russian line: «октябрь 2020 → 1–31 октября → срок — последний день, 31.10, сб → выходной, назад → 30 октября 2020, пт».</summary>
    public string Explanation => string.Join(" → ", Steps);

    /// <summary>The window from <see cref="Start"/> to <see cref="Nominal"/>, or the nominal day alone.</summary>
    public DateRange Window => new(Start is { } start && start <= Nominal ? start : Nominal, Nominal);
}
