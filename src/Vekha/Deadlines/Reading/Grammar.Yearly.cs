namespace Vekha.Deadlines.Reading;

/// <summary>«ежегодно» with its days and months: «ежегодно до 10 июня», «ежегодно в мае», «ежегодно с 1 июня по 1 сентября».</summary>
internal sealed partial class Grammar
{
    private bool BindYearly(int every, int first, int end)
    {
        var taken = false;
        for (var i = first; i < end; i++)
        {
            ref var part = ref items[i];
            if (part.Dropped || part.Kind != TermKind.Unit) continue;
            var dated = !part.YearFromPlan && !part.YearGuessed && part.Unit.HasYear && !part.Unit.Yearly;
            if (part.Unit is { Grain: Grain.Year, Edge: Edge.Whole } && !dated) part.Dropped = true;
            // A named year bounds the repetition: «ежегодно в 2022–2024 годах», «ежегодно до 2025 года».
            else if (dated && BindWindow(ref items[every], part, stoodBefore: i < every)) part.Dropped = true;
            else if (!dated) AddYearlyPart(every, ref part);
            taken |= part.Dropped;
        }
        return taken;
    }

    /// <summary>A day, month or window inside every year.</summary>
    private void AddYearlyPart(int every, ref Item part)
    {
        ref var item = ref items[every];
        if (part.IsSpan && part.Unit.Grain is Grain.Month or Grain.Quarter or Grain.HalfYear or Grain.Season && part.UnitTo.Grain == part.Unit.Grain)
        {
            var months = part.Unit with { LastMonth = part.UnitTo.LastMonth };
            item.Repetition.Months |= MonthsOf(months);
        }
        else if (part.IsSpan || part.Unit.Grain is Grain.Decade or Grain.Week or Grain.Span or Grain.SchoolYear or Grain.SchoolTerm && part.Role is not (Role.By or Role.NotLater))
        {
            item.From = Yearless(part.Unit.First, part.Unit.Year);
            item.To = Yearless(part.Final.Last, part.Unit.Year);
        }
        else if (part.Role is Role.From or Role.NotBefore or Role.After)
        {
            item.From = Yearless(part.Unit.First, part.Unit.Year);
        }
        else if (part.Unit.Grain == Grain.NthWeekday)
        {
            item.Repetition.Months |= (ushort)(1 << part.Unit.FirstMonth);
            item.Repetition.Weekdays |= (byte)(1 << part.Unit.Weekday);
            item.Repetition.Positions |= part.Unit.Ordinal < 0 ? 1u : 1u << part.Unit.Ordinal;
        }
        else if (part.Unit.Grain == Grain.Day || part is { Role: Role.By or Role.NotLater or Role.Through, Unit.Edge: not Edge.Whole })
        {
            var day = part.Unit.Grain == Grain.Day ? part.Unit.First : DueDay(part);
            AddYearlyDay(every, day.Month, day.Day);
        }
        else
        {
            item.Repetition.Months |= MonthsOf(part.Unit.Edge == Edge.Whole ? part.Unit : SoftPart(part.Unit));
        }
        part.Dropped = true;
    }

    private static WrittenDate Yearless(WrittenDate date, int startYear) => WrittenDate.Of(Math.Clamp(date.Year - Math.Max(startYear, 0), 0, 1), date.Month, date.Day);

    /// <summary>
    /// One rule holds several days only when they are every combination of its months and days («1 марта и 1 сентября»);
    /// other days become rules of their own.
    /// </summary>
    private void AddYearlyDay(int every, int month, int day)
    {
        ref var rule = ref items[every].Repetition;
        var fits = rule.MonthDays == 0 && rule.Months == 0 || rule.MonthDays == 1u << day || rule.Months == 1 << month;
        if (fits)
        {
            rule.Months |= (ushort)(1 << month);
            rule.MonthDays |= 1u << day;
            return;
        }
        moreRules.Add((every, month, day));
    }

    private readonly List<(int Every, int Month, int Day)> moreRules = [];
}
