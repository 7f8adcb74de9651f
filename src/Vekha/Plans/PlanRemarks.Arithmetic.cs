using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Wording;

namespace Vekha.Plans;

public static partial class PlanRemarks
{
    /// <summary>
    /// «Поручения строки»: how many units of control a row comes to: each territory that owes it, each other executor, on each day.
    /// </summary>
    public static int DutiesOf(MeasureDraft measure, PlanDraft draft)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(draft);
        if (measure.IsParent) return 0;
        var local = measure.Territories.Count == 0 ? 0 : measure.Executors.Count(e => StandsForPlaces(e, measure, draft));
        var owing = local > 0 ? measure.Territories.Count + measure.Executors.Count - local : Math.Max(1, measure.Executors.Count);
        return owing * Math.Max(1, measure.Deadlines.Count);
    }

    /// <summary>«Руководители МОУО» stand for every territory of the row, «Федоренко И.П.» for his own.</summary>
    private static bool StandsForPlaces(ExecutorDraft executor, MeasureDraft measure, PlanDraft draft) =>
        executor.Kind == ExecutorKind.Class && measure.Territories.Count > 1
        || measure.Territories.Any(t => draft.Territories[t].Executors.Contains(executor.Name));

    private static void AddDuties(PlanDraft draft, List<PlanRemark> remarks)
    {
        var rows = draft.Measures.Where(m => !m.IsParent).ToList();
        var duties = rows.Sum(m => DutiesOf(m, draft));
        if (duties <= rows.Count) return;
        var places = rows.SelectMany(m => m.Territories).Distinct().Count();
        var over = places > 1 ? $" по {Ru.Count(places, "территории", "территориям", "территориям")}" : "";
        remarks.Add(new PlanRemark("duties", null, $"Строк: {rows.Count}. С учётом исполнителей{(places > 1 ? ", территорий" : "")} и отдельных сроков из них следует около {duties} поручений{over}.", SourcePlace.Nowhere));
        foreach (var (count, which) in rows.Where(m => m.Territories.Count > 3).GroupBy(m => m.Territories.Count).OrderByDescending(g => g.Key * g.Count()).Select(g => (g.Key, g.ToList())).Take(2))
            remarks.Add(new PlanRemark("duties", null,
                $"{Numbers(which)}: {Ru.Count(which.Count, "строка", "строки", "строк")} × {Ru.Count(count, "территория", "территории", "территорий")} = {which.Count * count} на один срок.", which[0].Place));
    }

    /// <summary>«п. 20–26», or titles where rows have no numbers.</summary>
    private static string Numbers(List<MeasureDraft> rows)
    {
        if (rows.Any(r => r.Number is null)) return rows.Count == 1 ? $"«{rows[0].Title}»" : $"«{rows[0].Title}» и другие";
        List<string> runs = [];
        for (var i = 0; i < rows.Count;)
        {
            var j = i;
            while (j + 1 < rows.Count && int.TryParse(rows[j].Number, out var a) && int.TryParse(rows[j + 1].Number, out var b) && b == a + 1) j++;
            runs.Add(j > i + 1 ? $"{rows[i].Number}–{rows[j].Number}" : j == i ? rows[i].Number! : $"{rows[i].Number}, {rows[j].Number}");
            i = j + 1;
        }
        return "п. " + string.Join(", ", runs.Take(12)) + (runs.Count > 12 ? "…" : "");
    }

    /// <summary>«не менее 3 мероприятий в каждом клубе» with 2 + 2 + 11 clubs in other rows is not less than 45.</summary>
    private static void AddTotals(PlanDraft draft, List<PlanRemark> remarks)
    {
        var totals = draft.Measures.SelectMany(m => m.Norms).Where(n => n.Per is null).GroupBy(n => Key(n.Unit)).ToDictionary(g => g.Key, g => g.Sum(n => n.Quantity));
        for (var i = 0; i < draft.Measures.Count; i++)
            foreach (var norm in draft.Measures[i].Norms.Where(n => n.Per is not null && n.Quantity > 0))
            {
                var places = IsPlace(norm.Per!) ? draft.Measures[i].Territories.Count : 0;
                var count = places > 1 ? places : totals.GetValueOrDefault(Key(norm.Per!));
                if (count <= 1) continue;
                remarks.Add(new PlanRemark("norm-total", i,
                    $"{Name(draft.Measures[i])}: «{norm.Text}» при количестве {Ru.Number(count, 0)} ({norm.Per}) даёт {(norm.AtLeast ? "не менее " : "")}{Ru.Number(count * norm.Quantity, 0)}.", draft.Measures[i].Place));
            }
    }

    private static bool IsPlace(string unit) => unit is "район" or "округ" or "территория" or "муниципалитет" or "муниципальное образование" or "муниципальный район" or "городской округ" or "поселение" or "регион";

    private static string Key(string unit) => string.Concat(unit.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>A body that the document explains and never charges with anything.</summary>
    private static void AddUnused(PlanDraft draft, List<PlanRemark> remarks)
    {
        foreach (var (name, full) in draft.Abbreviations)
        {
            if (name.Length > 12 || !name.All(c => char.IsUpper(c) || c is '-' or ' ')) continue;
            if (draft.Measures.Any(m => Holds(m.Title, name) || Holds(m.Title, full) || m.Executors.Any(e => Holds(e.Name, name) || Holds(e.Name, full)) || m.Fields.Values.Any(v => Holds(v, name)))) continue;
            remarks.Add(new PlanRemark("unused", null, $"«{name}» ({full}) названо в документе, но ни одного мероприятия за ним нет.", SourcePlace.Nowhere));
        }
        foreach (var territory in draft.Territories.Where((_, t) => draft.Territories.Count > 1 && draft.Measures.All(m => !m.Territories.Contains(t))))
            remarks.Add(new PlanRemark("territory", null, $"{territory.Name}: территория названа, но ни одно мероприятие к ней не относится.", territory.Mentions.Count > 0 ? territory.Mentions[0].Place : SourcePlace.Nowhere));
    }

    private static bool Holds(string text, string name) => text.Contains(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>One remark for a day, whatever the number of its rows.</summary>
    private static void AddDaysOff(PlanDraft draft, WorkCalendar calendar, List<PlanRemark> remarks)
    {
        var dues = draft.Measures.Where(m => !m.IsParent && !m.DeadlineInherited).SelectMany(m => m.Deadlines.Select(Due).OfType<WrittenDate>().Where(d => d.HasYear || draft.Year is not null)
            .Select(d => (Measure: m, Day: (d.HasYear ? d : d.In(draft.Year!.Value)).ToDay())));
        foreach (var day in dues.Where(d => !calendar.IsWorking(d.Day)).GroupBy(d => d.Day).OrderBy(g => g.Key))
        {
            var rows = day.Select(d => d.Measure).Distinct().ToList();
            remarks.Add(new PlanRemark("day-off", draft.Measures.ToList().IndexOf(rows[0]), $"{Ru.Day(day.Key)} — выходной: {Numbers(rows)}.", rows[0].Place));
        }
    }

    /// <summary>Years of the dated rows, when there are enough to tell an odd one.</summary>
    private static List<int> Years(PlanDraft draft) => [.. draft.Measures.SelectMany(Days).Where(d => d.HasYear).Select(d => d.Year)];

    /// <summary>«2032» among rows of 2022 and 2023 is a slip of the hand.</summary>
    private static void AddYear(PlanDraft draft, int i, List<int> years, List<PlanRemark> remarks)
    {
        if (years.Count < 5) return;
        foreach (var day in Days(draft.Measures[i]).Where(d => d.HasYear))
            if (years.Count(y => Math.Abs(y - day.Year) <= 2) <= 2)
            {
                Add(remarks, draft, i, "year", $"год {day.Year} далеко от сроков остальных строк");
                return;
            }
    }
}
