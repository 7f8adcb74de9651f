using Vekha.Deadlines;
using Vekha.Wording;

namespace Vekha.Resolving;

internal sealed partial class Resolver
{
    /// <summary>A hundred years in days: a longer term is a slip of the pen.</summary>
    private const int LongestTerm = 36525;

    private static readonly string[] NominativeEndings = ["ние", "тие", "ция", "сия"];

    private Resolution Relative(Deadline.Relative relative)
    {
        var named = NamedByWord(relative);
        if (named is not null) relative = relative with { Offset = named.Count, Unit = named.Unit, Limit = OffsetLimit.Within };
        if (relative.Offset is not { } offset || relative.Unit is not { } unit)
            return new Resolution.Unreadable("срок не распознан: в документе потеряно число дней");
        if (AnchorDay(relative.Anchor) is not { } anchor) return new Resolution.Waits(Missing(relative.Anchor));
        if (offset is < 0 or > LongestTerm || (unit is OffsetUnit.Month or OffsetUnit.Year or OffsetUnit.Week && offset > 1200)
            || anchor.Year is < FirstYear or > LastYear)
            return new Resolution.Unreadable("срок не распознан: такой срок не бывает");
        return One(Counted(relative, offset, unit, anchor, named));
    }

    private ControlDay Counted(Deadline.Relative relative, int offset, OffsetUnit unit, DateOnly anchor, UrgentTerm? named)
    {
        List<string> steps = [words];
        var term = DeadlineWords.Term(offset, unit);
        if (named is not null) steps.Add($"правило — «{named.Word}» значит {term}");
        steps.Add($"день отсчёта — {Ru.Day(anchor)}");
        if (relative.Direction == OffsetDirection.Before)
        {
            // «до начала сезона»: the day before it. «за 15 дней до»: counted back, so a day off moves back as well.
            var before = offset == 0 ? anchor.AddDays(-1) : Count(anchor, -offset, unit);
            return Finish(null, before, steps, offset == 0 ? $"до {Ru.DayMonth(anchor)}" : $"за {term} до {Ru.DayMonth(anchor)}", "",
                Policy.Shifts.Of(context.Class) == ShiftRule.Forward ? ShiftRule.Back : null);
        }
        if (offset == 0) return Finish(null, anchor, steps, "день события");
        var signing = CountsFromSigning;
        if (unit is OffsetUnit.CalendarDay or OffsetUnit.WorkingDay) steps.Add(signing ? "считается с этого дня" : "считается со следующего дня");
        var nominal = Count(anchor, offset, unit);
        var first = relative.NotBefore is > 0 and <= LongestTerm and { } earliest && earliest <= offset ? Count(anchor, earliest, unit)
            : relative.Limit == OffsetLimit.Exactly ? (DateOnly?)null
            : signing ? anchor : anchor.AddDays(1);
        return Finish(first, nominal, steps, $"{term} от {Ru.DayMonth(anchor)}", DeadlineWords.LastOf(offset, unit));
    }

    private bool CountsFromSigning =>
        (context.Class == DeadlineClass.Assignment ? Policy.AssignmentsCountFrom : Policy.EventsCountFrom) == CountFrom.SigningDay;

    /// <summary>The last day of a term. From the signing day, that day is the first one; weeks, months and years end on the same day either way (ст. 192 ГК).</summary>
    private DateOnly Count(DateOnly anchor, int offset, OffsetUnit unit)
    {
        var origin = CountsFromSigning && offset > 0 ? anchor.AddDays(-1) : anchor;
        return unit switch
        {
            OffsetUnit.CalendarDay => origin.AddDays(offset),
            OffsetUnit.WorkingDay => calendar.AddWorkingDays(origin, offset),
            OffsetUnit.Week => anchor.AddDays(7 * offset),
            OffsetUnit.Month => anchor.AddMonths(offset),
            _ => anchor.AddMonths(12 * Math.Clamp(offset, -200, 200)),
        };
    }

    private DateOnly? AnchorDay(string anchor) =>
        AnchorWords.Find(anchor, context.Anchors) ?? (AnchorWords.IsUnnamed(anchor) ? context.Signed : null);

    private static string Missing(string anchor)
    {
        if (AnchorWords.IsUnnamed(anchor)) return "нельзя вычислить: не назван день, от которого считать";
        // «завершения проекта» continues the sentence, «завершение проекта» must be quoted.
        var first = anchor.Split(' ')[0];
        return NominativeEndings.Any(e => first.EndsWith(e, StringComparison.Ordinal))
            ? $"нельзя вычислить: нет дня события «{anchor}»"
            : $"нельзя вычислить: нет дня {anchor}";
    }
}
