using System.Globalization;
using System.Text;

namespace Vekha.Deadlines;

/// <summary>How long one interval of a <see cref="Recurrence"/> is, before it is multiplied.</summary>
public enum Frequency
{
    /// <summary>«ежедневно».</summary>
    Daily,
    /// <summary>«еженедельно».</summary>
    Weekly,
    /// <summary>«ежемесячно»; times three, «ежеквартально».</summary>
    Monthly,
    /// <summary>«ежегодно».</summary>
    Yearly,
}

/// <summary>
/// «Периодичность»: which days come again. The core of a recurrence rule of RFC 5545, section 3.3.10.
/// Quarterly is <c>FREQ=MONTHLY;INTERVAL=3</c>.
/// </summary>
/// <param name="Frequency">The base interval.</param>
/// <param name="Interval">How many of them make one interval; 1 or more.</param>
public sealed record Recurrence(Frequency Frequency, int Interval = 1)
{
    /// <summary>Months (1–12) the rule is bound to, ascending; empty when any.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>Days of the month (1–31, or −1 for the last), ascending; empty when any.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    /// <summary>Days of the week; empty when any.</summary>
    public IReadOnlyList<DayOfWeek> WeekDays { get; init; } = [];

    /// <summary>Which of the days of the week in a month («первая и третья среда» is 1, 3, «последняя» −1); empty when each.</summary>
    public IReadOnlyList<int> Positions { get; init; } = [];

    private static readonly string[] DayNames = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>«FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10».</summary>
    public override string ToString()
    {
        var rule = new StringBuilder("FREQ=").Append(Frequency.ToString().ToUpperInvariant());
        if (Interval != 1) rule.Append(CultureInfo.InvariantCulture, $";INTERVAL={Interval}");
        if (Months.Count > 0) rule.Append(";BYMONTH=").AppendJoin(',', Months);
        if (MonthDays.Count > 0) rule.Append(";BYMONTHDAY=").AppendJoin(',', MonthDays);
        // «первая среда» is BYDAY=1WE; «последний рабочий день» takes one of a set of days, which only BYSETPOS can say.
        if (WeekDays.Count == 1 && Positions.Count > 0) rule.Append(";BYDAY=").AppendJoin(',', Positions.Select(p => FormattableString.Invariant($"{p}{DayNames[(int)WeekDays[0]]}")));
        else if (WeekDays.Count > 0) rule.Append(";BYDAY=").AppendJoin(',', WeekDays.Select(d => DayNames[(int)d]));
        if (WeekDays.Count != 1 && Positions.Count > 0) rule.Append(";BYSETPOS=").AppendJoin(',', Positions);
        return rule.ToString();
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not such a rule.</exception>
    public static Recurrence Parse(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var parts = rule.Split(';').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p.Length == 2 ? p[1] : throw Bad(rule));
        if (!parts.TryGetValue("FREQ", out var frequency) || !Enum.TryParse<Frequency>(frequency, ignoreCase: true, out var value)) throw Bad(rule);
        int[] Numbers(string key) => parts.TryGetValue(key, out var list) ? [.. list.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))] : [];
        var days = parts.TryGetValue("BYDAY", out var named) ? named.Split(',') : [];
        var positions = days.Where(d => d.Length > 2).Select(d => int.Parse(d.AsSpan(0, d.Length - 2), CultureInfo.InvariantCulture)).ToArray();
        return new(value, Numbers("INTERVAL") is [var interval] ? interval : 1)
        {
            Months = Numbers("BYMONTH"),
            MonthDays = Numbers("BYMONTHDAY"),
            WeekDays = [.. days.Select(d => DayNumber(d, rule)).Distinct()],
            Positions = positions.Length > 0 ? positions : Numbers("BYSETPOS"),
        };
    }

    private static DayOfWeek DayNumber(string day, string rule) =>
        day.Length >= 2 && Array.IndexOf(DayNames, day[^2..]) is >= 0 and var number ? (DayOfWeek)number : throw Bad(rule);

    private static FormatException Bad(string rule) => new($"«{rule}» is not a recurrence rule.");

    /// <summary>Equal rules name the same days; the lists are compared by content.</summary>
    public bool Equals(Recurrence? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
