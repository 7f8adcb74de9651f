using System.Numerics;
using System.Runtime.InteropServices;

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
            var dated = !part.Unit.NamedByPlan && !part.YearFromPlan && !part.YearGuessed && part.Unit.HasYear && !part.Unit.Yearly;
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
            yearlyDays.Add((every, day.Month, day.Day));
        }
        else
        {
            item.Repetition.Months |= MonthsOf(part.Unit.Edge == Edge.Whole ? part.Unit : SoftPart(part.Unit));
        }
        part.Dropped = true;
    }

    private static WrittenDate Yearless(WrittenDate date, int startYear) => WrittenDate.Of(Math.Clamp(date.Year - Math.Max(startYear, 0), 0, 1), date.Month, date.Day);

    private readonly List<(int Every, int Month, int Day)> yearlyDays = [];

    /// <summary>How many of <see cref="yearlyDays"/> were said: they are said in order of their repetitions.</summary>
    private int saidDays;

    private ReadOnlySpan<(int Every, int Month, int Day)> YearlyDaysOf(int every)
    {
        while (saidDays < yearlyDays.Count && yearlyDays[saidDays].Every < every) saidDays++;
        var first = saidDays;
        while (saidDays < yearlyDays.Count && yearlyDays[saidDays].Every == every) saidDays++;
        return CollectionsMarshal.AsSpan(yearlyDays)[first..saidDays];
    }

    /// <summary>
    /// One rule holds several days only when they are every combination of its months and days («1 марта и 1 сентября»);
    /// other days become a rule for each day of the month («15 января и 20 июля»).
    /// </summary>
    private void SayYearlyDays(in Item item, ReadOnlySpan<(int Every, int Month, int Day)> yearly)
    {
        uint months = 0, days = 0;
        foreach (var (_, month, day) in yearly)
        {
            months |= 1u << month;
            days |= 1u << day;
        }
        if (yearly.Length == BitOperations.PopCount(months) * BitOperations.PopCount(days))
        {
            SayRule(item, item.Repetition with { Months = (ushort)(item.Repetition.Months | months), MonthDays = item.Repetition.MonthDays | days });
            return;
        }
        for (var day = 1; day <= LastDayOfAnyMonth; day++)
        {
            months = 0;
            foreach (var (_, month, other) in yearly)
                if (other == day) months |= 1u << month;
            if (months != 0) SayRule(item, item.Repetition with { Months = (ushort)months, MonthDays = 1u << day });
        }
    }
}
