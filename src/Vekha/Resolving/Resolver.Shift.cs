using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Wording;

namespace Vekha.Resolving;

internal sealed partial class Resolver
{
    /// <summary>Carries a nominal day over the rule of days off and closes the explanation.</summary>
    /// <param name="named">What the nominal day is called in the chain: «срок — последний день, ».</param>
    private ControlDay Finish(DateOnly? start, DateOnly nominal, List<string> steps, string why, string named = "", ShiftRule? force = null)
    {
        var control = nominal;
        if (calendar.IsWorking(nominal))
        {
            if (named.Length > 0) steps.Add(named + Short(nominal));
            if (calendar.Kind(nominal) is DayKind.Decree or DayKind.WorkingWeekend) steps.Add(calendar.Describe(nominal));
        }
        else
        {
            steps.Add(named + Short(nominal));
            var rule = force ?? Policy.Shifts.Of(context.Class);
            control = Shifted(nominal, rule);
            var sort = SortOf(nominal);
            steps.Add($"{(sort == "праздник" ? sort : "выходной")}, {Said(rule)}");
            why = $"{nominal.Day}-е — {sort}{(rule == ShiftRule.Stay ? ", не переносится" : "")}";
        }
        var opposite = Opposite(nominal, control);
        if (opposite is { } other) steps.Add($"срок по закону, {(other > control ? "вперёд" : "назад")} было бы {Ru.Day(other)}");
        var certain = WorkCalendar.IsCertain(nominal.Year) && WorkCalendar.IsCertain(control.Year);
        if (!certain) steps.Add($"календарь {nominal.Year} года ещё не утверждён");
        steps.Add(Ru.Day(control));
        return new()
        {
            Start = start, Nominal = nominal, Control = control, Steps = steps, Why = why, ByOppositeRule = opposite, IsCertain = certain,
            IsStatutory = context.Class == DeadlineClass.Statutory, IsOutsidePlan = context.Plan is { } plan && !plan.Contains(nominal),
        };
    }

    private DateOnly Shifted(DateOnly day, ShiftRule rule) => rule switch
    {
        ShiftRule.Back => calendar.PreviousWorking(day),
        ShiftRule.Forward => calendar.NextWorking(day),
        _ => day,
    };

    private DateOnly? Opposite(DateOnly nominal, DateOnly control) =>
        context.Class is not (DeadlineClass.Statutory or DeadlineClass.Civil) || calendar.IsWorking(nominal) ? null
        : control <= nominal ? calendar.NextWorking(nominal) : calendar.PreviousWorking(nominal);

    private static string Said(ShiftRule rule) => rule switch
    {
        ShiftRule.Back => "назад",
        ShiftRule.Forward => "вперёд",
        _ => "не переносится",
    };

    /// <summary>«суббота», «праздник», «выходной по переносу».</summary>
    private string SortOf(DateOnly day) => calendar.Kind(day) switch
    {
        DayKind.Weekend => Ru.Weekday(day.DayOfWeek),
        DayKind.Holiday => "праздник",
        DayKind.Transferred => "выходной по переносу",
        DayKind.Decree => "нерабочий день по указу",
        _ => calendar.Describe(day),
    };

    private static string Short(DateOnly day) => $"{Ru.Brief(day)},{Ru.Nbsp}{Ru.WeekdayShort(day.DayOfWeek)}";
}
