using System.Text.Json.Serialization;

namespace Vekha.Deadlines;

/// <summary>What a relative deadline is counted in.</summary>
public enum OffsetUnit
{
    /// <summary>Any day of the calendar.</summary>
    CalendarDay,
    /// <summary>A day the calendar calls working.</summary>
    WorkingDay,
    /// <summary>Seven days.</summary>
    Week,
    /// <summary>To the same number of another month, or its last day.</summary>
    Month,
    /// <summary>To the same day of another year.</summary>
    Year,
}

/// <summary>Which side of the event a relative deadline lies on.</summary>
public enum OffsetDirection
{
    /// <summary>«после», «со дня».</summary>
    After,
    /// <summary>«за 15 дней до».</summary>
    Before,
}

/// <summary>How a relative deadline binds: «не позднее», «в течение», «через».</summary>
public enum OffsetLimit
{
    /// <summary>«не позднее».</summary>
    NotLater,
    /// <summary>«в течение».</summary>
    Within,
    /// <summary>«через», «в день».</summary>
    Exactly,
    /// <summary>The text names the point and not how it binds: «после завершения», «за 3 дня до»; JSON <c>null</c>.</summary>
    Unsaid,
}

/// <summary>
/// «Срок»: what a document says about time, as a value. A closed family: every kind is listed here, and
/// <see cref="Match{T}"/> makes the compiler name the places that a new kind touches.
/// It becomes days only together with a calendar, a policy and the events known so far.
/// </summary>
[JsonConverter(typeof(DeadlineJson))]
public abstract record Deadline
{
    private Deadline() { }

    /// <summary>One day: «24 июня 2021».</summary>
    public sealed record On(WrittenDate Date) : Deadline;

    /// <summary>Not later than the day named: «до 01.10.2020», «к 9 мая», «не позднее марта».</summary>
    /// <param name="Date">The day named by the text.</param>
    /// <param name="NotBefore">The earliest day where the text gives one («не ранее 1 мая и не позднее 20 мая»).</param>
    public sealed record By(WrittenDate Date, WrittenDate? NotBefore = null) : Deadline;

    /// <summary>From a day on, without an end: «с 25 августа 2005 года».</summary>
    public sealed record From(WrittenDate Date) : Deadline;

    /// <summary>A span, both ends belong to it: «октябрь 2020», «IV квартал 2020 – II квартал 2021».</summary>
    public sealed record During(WrittenDate First, WrittenDate Last) : Deadline;

    /// <summary>«постоянно», «в течение периода», «на постоянном контроле».</summary>
    public sealed record Ongoing : Deadline;

    /// <summary>Again and again: «ежеквартально», «не менее 2 раз в месяц».</summary>
    /// <param name="Rule">Which interval, and the days inside it where the text names them.</param>
    /// <param name="Times">How often within one interval; <c>null</c> where the text does not say.</param>
    /// <param name="First">Where the repetition starts, or <c>null</c>. Without a year: a window inside every year.</param>
    /// <param name="Last">Where it ends, or <c>null</c>.</param>
    public sealed record Every(Recurrence Rule, int? Times = null, WrittenDate? First = null, WrittenDate? Last = null) : Deadline;

    /// <summary>Counted from an event: «не позднее 30 календарных дней со дня завершения».</summary>
    /// <param name="Offset">How many units; <c>null</c> where the number is lost in the document.</param>
    /// <param name="Unit">Units; <c>null</c> together with a lost number.</param>
    /// <param name="Anchor">The event in the words of the text, «» where the text names none.</param>
    /// <param name="NotBefore">The lower bound in the same unit («не ранее двух и не позднее пяти рабочих дней»), or <c>null</c>.</param>
    public sealed record Relative(
        int? Offset, OffsetUnit? Unit, OffsetDirection Direction, string Anchor, OffsetLimit Limit, int? NotBefore = null) : Deadline
    {
        /// <summary>«Событие»: the anchor in the nominative as far as its endings tell, «завершение реализации проекта».</summary>
        public string Event => EventName.Of(Anchor);
    }

    /// <summary>«по мере необходимости», «по мере реализации»: whenever it happens.</summary>
    public sealed record AsNeeded : Deadline;

    /// <summary>Set elsewhere: «по отдельному плану», «согласно графику».</summary>
    public sealed record Reference(string To) : Deadline;

    /// <summary>No deadline can be read from the text.</summary>
    public sealed record Unknown : Deadline;

    /// <summary>One answer for each kind.</summary>
    public T Match<T>(
        Func<On, T> on, Func<By, T> by, Func<From, T> from, Func<During, T> during, Func<Ongoing, T> ongoing,
        Func<Every, T> every, Func<Relative, T> relative, Func<AsNeeded, T> asNeeded, Func<Reference, T> reference, Func<Unknown, T> unknown) => this switch
    {
        On d => on(d),
        By d => by(d),
        From d => from(d),
        During d => during(d),
        Ongoing d => ongoing(d),
        Every d => every(d),
        Relative d => relative(d),
        AsNeeded d => asNeeded(d),
        Reference d => reference(d),
        Unknown d => unknown(d),
        _ => throw new InvalidOperationException($"{GetType()} is outside the family."),
    };
}
