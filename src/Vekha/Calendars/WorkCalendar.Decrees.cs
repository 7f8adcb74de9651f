namespace Vekha.Calendars;

public sealed partial class WorkCalendar
{
    /// <summary>«Нерабочие дни по указу» inside a span, as ranges: 30.03–30.04 and 6–8.05 of 2020. Weekends between them do not part a range, holidays do.</summary>
    public IReadOnlyList<DateRange> DecreeDays(DateRange within)
    {
        var ranges = new List<DateRange>();
        DateOnly? first = null, last = null;
        foreach (var day in within.Days())
        {
            var kind = Kind(day);
            if (kind == DayKind.Decree) (first, last) = (first ?? day, day);
            else if (kind != DayKind.Weekend && first is { } from)
            {
                ranges.Add(new(from, last!.Value));
                first = null;
            }
        }
        if (first is { } open) ranges.Add(new(open, last!.Value));
        return ranges;
    }
}
