using System.Text.Json.Serialization;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Norms;

namespace Vekha.Resolving;

/// <summary>«Вид срока»: by which rule a day off moves it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeadlineClass>))]
public enum DeadlineClass
{
    /// <summary>«мероприятие плана».</summary>
    Plan,
    /// <summary>«поручение» of a leader or of minutes.</summary>
    Assignment,
    /// <summary>«срок по закону»: both days are shown, back and forward.</summary>
    Statutory,
    /// <summary>«гражданско-правовой срок», ст. 193 ГК.</summary>
    Civil,
    /// <summary>«ответ на обращение».</summary>
    Appeal,
    /// <summary>«событие» bound to its day: a concert on a Saturday stays on Saturday.</summary>
    Event,
}

/// <summary>«Правило выходного»: where a deadline goes that falls on a day off.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShiftRule>))]
public enum ShiftRule
{
    /// <summary>«назад»: to the preceding working day.</summary>
    Back,
    /// <summary>«не переносится».</summary>
    Stay,
    /// <summary>«вперёд»: to the next working day.</summary>
    Forward,
}

/// <summary>«Начало срока»: which day is the first one of «30 дней со дня …».</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CountFrom>))]
public enum CountFrom
{
    /// <summary>The day after the event, ст. 191 ГК.</summary>
    NextDay,
    /// <summary>The day of signing itself.</summary>
    SigningDay,
}

/// <summary>«Отчёт по постоянным мероприятиям»: how often «постоянно» is reported.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StandingReport>))]
public enum StandingReport
{
    /// <summary>Once a year, by <see cref="DeadlinePolicy.AnnualReport"/> of the next one.</summary>
    Annual,
    /// <summary>Every quarter, by <see cref="DeadlinePolicy.ReportDay"/> of the next month; the fourth with the annual report.</summary>
    Quarterly,
}

/// <summary>A day of a year: 20 January.</summary>
/// <param name="Month">1–12.</param>
/// <param name="Day">1–31.</param>
public readonly record struct DayOfYear(int Month, int Day)
{
    /// <summary>The day in a year; 29 February of a common year is the 28th.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}

/// <summary>«срочно», «оперативно»: a term named by a word.</summary>
/// <param name="Word">The word on the paper, lower case.</param>
/// <param name="Count">How many units.</param>
/// <param name="Unit">Calendar or working days.</param>
public sealed record UrgentTerm(string Word, int Count, OffsetUnit Unit);

/// <summary>The shift rule of each class of deadline.</summary>
public sealed record ShiftRules
{
    /// <summary>Measures of a plan.</summary>
    public ShiftRule Plan { get; init; } = ShiftRule.Back;
    /// <summary>Assignments: the preceding working day by the Government's rules of procedure.</summary>
    public ShiftRule Assignment { get; init; } = ShiftRule.Back;
    /// <summary>Duties set by a law; the safe day is the earlier one.</summary>
    public ShiftRule Statutory { get; init; } = ShiftRule.Back;
    /// <summary>Civil terms: the next working day, ст. 193 ГК.</summary>
    public ShiftRule Civil { get; init; } = ShiftRule.Forward;
    /// <summary>Answers to citizens.</summary>
    public ShiftRule Appeal { get; init; } = ShiftRule.Back;
    /// <summary>Events stand on their day.</summary>
    public ShiftRule Event { get; init; } = ShiftRule.Stay;

    /// <summary>The rule of a class.</summary>
    public ShiftRule Of(DeadlineClass deadlineClass) => deadlineClass switch
    {
        DeadlineClass.Assignment => Assignment,
        DeadlineClass.Statutory => Statutory,
        DeadlineClass.Civil => Civil,
        DeadlineClass.Appeal => Appeal,
        DeadlineClass.Event => Event,
        _ => Plan,
    };
}

/// <summary>
/// «Правила счёта сроков»: how one town counts. A value that is stored as JSON; the profiles that ship are
/// <see cref="Profiles"/>, a town makes its own <c>with</c> changes.
/// </summary>
public sealed partial record DeadlinePolicy
{
    /// <summary>What the rules are called: «Общие правила муниципалитета».</summary>
    public required string Name { get; init; }

    /// <summary>«до 1 октября» includes 1 October. «не позднее» always does.</summary>
    public bool BeforeIsInclusive { get; init; } = true;

    /// <summary>Where a deadline on a day off goes.</summary>
    public ShiftRules Shifts { get; init; } = new();

    /// <summary>The first day of a term counted from an event.</summary>
    public CountFrom EventsCountFrom { get; init; } = CountFrom.NextDay;

    /// <summary>The first day of a term of an assignment.</summary>
    public CountFrom AssignmentsCountFrom { get; init; } = CountFrom.SigningDay;

    /// <summary>The day of the next month by which a month or a quarter is reported, 1–28.</summary>
    public int ReportDay { get; init; } = 10;

    /// <summary>The day of the next year by which a year is reported.</summary>
    public DayOfYear AnnualReport { get; init; } = new(1, 20);

    /// <summary>How «постоянно» is reported.</summary>
    public StandingReport StandingReport { get; init; } = StandingReport.Annual;

    /// <summary>The term of an assignment that names none, in months.</summary>
    public int DefaultTermMonths { get; init; } = 1;

    /// <summary>Terms named by a word.</summary>
    public IReadOnlyList<UrgentTerm> UrgentTerms { get; init; } = [];

    /// <summary>Whether «нерабочие дни по указу» move deadlines.</summary>
    public bool DecreeDaysMove { get; init; }

    /// <summary>Names of the regional layers of the calendar that apply: «Ставропольский край».</summary>
    public IReadOnlyList<string> RegionalLayers { get; init; } = [];

    /// <summary>The time zone of the territory by its IANA name; the last day ends at 24:00 there (ст. 194 ГК).</summary>
    public string TimeZoneId { get; init; } = "Europe/Moscow";

    /// <summary>How many working days before the control day to remind; 0 is the day itself.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [10, 5, 3, 1, 0];

    /// <summary>From how many working days before the control day «срок близко».</summary>
    public int RiskDays { get; init; } = 5;

    /// <summary>What a norm asks of an interval of which only a part lies in the plan; <c>null</c> until the town is asked.</summary>
    public PartialRule? PartialIntervals { get; init; }

    /// <summary>How many working days before the control day an extension must be asked for.</summary>
    public int ExtensionNoticeDays { get; init; } = 3;

    /// <summary>The calendar these rules count by: federal, with the regional layers that ship.</summary>
    public WorkCalendar Calendar() => CalendarLayer.Regional.Where(l => RegionalLayers.Contains(l.Name))
        .Aggregate(WorkCalendar.Russia.WithDecreeDaysOff(DecreeDaysMove), (calendar, layer) => calendar.With(layer));

    /// <summary>The day it is in the territory at a moment.</summary>
    /// <exception cref="TimeZoneNotFoundException">The system does not know <see cref="TimeZoneId"/>.</exception>
    public DateOnly DayAt(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(TimeZoneId)).DateTime);

    /// <summary>The last day on which an extension can be asked for in time.</summary>
    public DateOnly LastDayToAskForExtension(DateOnly controlDay, WorkCalendar calendar) => calendar.AddWorkingDays(controlDay, -ExtensionNoticeDays);
}
