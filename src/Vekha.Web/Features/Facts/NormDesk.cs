using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Norms;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Facts;

/// <summary>«Нашли в документе»: a quantity of the reading that nobody has confirmed or put aside yet.</summary>
public sealed record FoundNorm(Measure Measure, int Index, NormWords Words);

/// <summary>Norms that the document demands and people have not decided about.</summary>
public sealed class NormDesk(VekhaDb db, IEnumerable<ObjectKindSource> sources)
{
    private static readonly string[] Territories = ["район", "муниципалитет", "муниципальн", "территори", "округ", "город", "поселени", "регион", "площадк"];
    private static readonly string[] Events = ["семинар", "мероприяти", "встреч", "круглый стол", "конференци", "заняти", "событи", "съёмк", "сюжет"];

    public async Task<IReadOnlyList<FoundNorm>> Found(Plan plan, Programme programme, Guid? measure = null)
    {
        var rows = await db.Measures.AsNoTracking().Where(m => m.PlanId == plan.Id && m.RemovedOn == null && (measure == null || m.Id == measure)).OrderBy(m => m.Position).ToListAsync();
        var decided = (await db.Norms.Where(n => n.PlanId == plan.Id && n.MeasureId != null).Select(n => new { n.MeasureId, n.Text }).ToListAsync()).Select(n => (n.MeasureId, n.Text)).ToHashSet();
        var kinds = await Kinds(programme.Id);
        return [.. rows.SelectMany(m => Of(m, plan, programme).Select((w, i) => new FoundNorm(m, i, Known(w, kinds)))).Where(f => !decided.Contains((f.Measure.Id, f.Words.Text)))];
    }

    /// <summary>What objects of the programme are called in its registries and among what is counted already.</summary>
    private async Task<IReadOnlyList<string>> Kinds(Guid programme)
    {
        var kinds = new HashSet<string>(await db.FactObjects.Where(o => o.ProgrammeId == programme).Select(o => o.Kind).Distinct().ToListAsync());
        foreach (var source in sources) kinds.UnionWith(await source.Read(db, programme));
        return [.. kinds];
    }

    /// <summary>
    /// «Не менее двух «клубов по месту жительства» в каждом районе» counts what the registry of the programme calls «клуб»: its facts
    /// are opened cards. Cards of every row count for a district, whichever row they were founded by.
    /// </summary>
    internal static NormWords Known(NormWords words, IReadOnlyList<string> kinds) => CountedUnit.KindOf(words.Unit, kinds) is { } kind
        ? words with { Unit = kind, WholeProgramme = words.WholeProgramme || words.Per == NormPer.Territory } : words;

    /// <summary>Norms of a row: the quantities of its text, and «не менее 2 раз в месяц» of its deadline.</summary>
    public static IEnumerable<NormWords> Of(Measure measure, Plan plan, Programme programme)
    {
        var span = SpanOf(measure, plan, programme);
        foreach (var draft in measure.Norms.Where(n => n.Quantity >= 1)) yield return Words(draft, measure, span);
        foreach (var every in measure.Deadlines.OfType<Deadline.Every>().Where(e => e.Times > 0))
            yield return new() { Text = measure.DeadlineText ?? "", Quantity = every.Times!.Value, Unit = Done(measure), Per = NormPer.Executor, Rhythm = RhythmOf(every.Rule), Span = span };
    }

    /// <summary>The days of a row: from the first start to the last end its deadlines come to, otherwise the period of the plan.</summary>
    public static DateRange SpanOf(Measure measure, Plan plan, Programme programme)
    {
        var context = new ResolutionContext(programme.Policy.Calendar(), programme.Policy, plan.Period);
        var days = measure.Deadlines.SelectMany(d => Resolution.Of(d, context).ControlDays).ToList();
        if (days.Count == 0) return plan.Period;
        var (first, last) = (days.Min(d => d.Start) ?? plan.First, days.Max(d => d.Nominal));
        return first <= last ? new(first, last) : new(plan.First <= last ? plan.First : last, last);
    }

    private static NormWords Words(NormDraft draft, Measure measure, DateRange span)
    {
        var per = draft.Per?.ToLowerInvariant();
        var rhythm = per switch { "неделя" => NormRhythm.Week, "месяц" => NormRhythm.Month, "квартал" => NormRhythm.Quarter, "год" => NormRhythm.Year, _ => NormRhythm.Once };
        var of = per is null || rhythm != NormRhythm.Once ? NormPer.Whole
            : Territories.Any(t => per.Contains(t, StringComparison.Ordinal)) ? NormPer.Territory
            : per.Contains("исполнител", StringComparison.Ordinal) || per.Contains("организаци", StringComparison.Ordinal) ? NormPer.Executor
            : Events.Any(e => per.Contains(e, StringComparison.Ordinal)) ? NormPer.Event
            : NormPer.Object;
        // «не менее 2-х раз в месяц»: everybody who is named does it so often; what it is, the title tells.
        if (CountedUnit.Key(draft.Unit) == "раз") return new() { Text = draft.Text, Quantity = (long)Math.Ceiling(draft.Quantity), AtLeast = draft.AtLeast, Unit = Done(measure), Per = NormPer.Executor, Rhythm = rhythm, Span = span };
        return new() { Text = draft.Text, Quantity = (long)Math.Ceiling(draft.Quantity), AtLeast = draft.AtLeast, Unit = draft.Unit, Per = of, PerKind = of is NormPer.Object or NormPer.Event ? draft.Per : null, Rhythm = rhythm, Span = span };
    }

    private static NormRhythm RhythmOf(Recurrence rule) => rule.Frequency switch
    {
        Frequency.Weekly => NormRhythm.Week,
        Frequency.Monthly => rule.Interval == 3 ? NormRhythm.Quarter : NormRhythm.Month,
        Frequency.Yearly => NormRhythm.Year,
        _ => NormRhythm.Once,
    };

    // «Освещение … в СМИ», «размещение материалов на сайте»: what is done again and again is a publication.
    private static string Done(Measure measure) =>
        new[] { "публикац", "освещ", "сми ", "сайт", "материал", "медиа", "пресс", "информаци", "массовой" }.Any(w => measure.Title.Contains(w, StringComparison.OrdinalIgnoreCase)) ? "публикация" : "мероприятие";
}
