using Vekha.Wording;

namespace Vekha.Deadlines;

public static partial class DeadlineText
{
    private static string Write(Deadline.Relative relative)
    {
        if (relative.Offset == 0) return AtEvent(relative);
        return relative.Direction == OffsetDirection.Before ? Ahead(relative) : Afterwards(relative);
    }

    private static string AtEvent(Deadline.Relative relative) => (relative.Direction, relative.Limit) switch
    {
        (OffsetDirection.Before, _) => $"до {relative.Anchor}",
        (_, OffsetLimit.Exactly) => relative.Anchor.Length == 0 ? "в тот же день" : $"в день {relative.Anchor}",
        _ => relative.Anchor.Length == 0 ? "незамедлительно" : $"после {relative.Anchor}",
    };

    private static string Afterwards(Deadline.Relative relative)
    {
        var since = relative.Anchor.Length == 0 ? "" : $" со дня {relative.Anchor}";
        return (relative.Limit, relative.NotBefore) switch
        {
            (OffsetLimit.Unsaid, { } least) => $"не ранее чем через {Of(least, relative.Unit, accusative: true)}{since}",
            (OffsetLimit.NotLater, { } least) => $"не ранее {Ru.Number(least)} и не позднее {Of(relative.Offset, relative.Unit)}{since}",
            (OffsetLimit.Within, { } least) when least < relative.Offset => $"в течение {Ru.Number(least)}–{Of(relative.Offset, relative.Unit)}{since}",
            (OffsetLimit.Within, { }) => $"не менее {Of(relative.Offset, relative.Unit)}{since}",
            (OffsetLimit.NotLater, null) => $"не позднее {Of(relative.Offset, relative.Unit)}{since}",
            (OffsetLimit.Within, null) => $"в течение {Of(relative.Offset, relative.Unit)}{since}",
            _ => $"через {Of(relative.Offset, relative.Unit, accusative: true)}{since}",
        };
    }

    private static string Ahead(Deadline.Relative relative)
    {
        var until = relative.Anchor.Length == 0 ? "" : $" до {relative.Anchor}";
        var term = Of(relative.Offset, relative.Unit, accusative: true);
        return (relative.Limit, relative.NotBefore) switch
        {
            (OffsetLimit.NotLater, { } least) => $"не ранее чем за {Ru.Number(least)} и не позднее чем за {term}{until}",
            (OffsetLimit.NotLater, null) => $"не позднее чем за {term}{until}",
            (OffsetLimit.Within, _) => $"не более чем за {term}{until}",
            _ => $"за {term}{until}",
        };
    }

    /// <summary>«30 календарных дней», «1 месяца» or, in the accusative, «1 месяц»; a lost number is «… дней».</summary>
    private static string Of(int? offset, OffsetUnit? unit, bool accusative = false)
    {
        if (offset is not { } count) return "… дней";
        // Behind «в течение», «не позднее» the genitive: «2 недель», «21 дня».
        string Form(string one, string few, string many, string oneGenitive) =>
            accusative ? Ru.Count(count, one, few, many) : $"{Ru.Number(count)}{Ru.Nbsp}{(count % 10 == 1 && count % 100 != 11 ? oneGenitive : many)}";
        return unit switch
        {
            OffsetUnit.WorkingDay => Form("рабочий день", "рабочих дня", "рабочих дней", "рабочего дня"),
            OffsetUnit.Week => Form("неделю", "недели", "недель", "недели"),
            OffsetUnit.Month => Form("месяц", "месяца", "месяцев", "месяца"),
            OffsetUnit.Year => Form("год", "года", "лет", "года"),
            _ => Form("календарный день", "календарных дня", "календарных дней", "календарного дня"),
        };
    }
}
