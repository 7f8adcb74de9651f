using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Media;

/// <summary>What the media plan knows of an assignment: how many publications came out in its window, where, and how many people they reached.</summary>
internal static class MediaKnown
{
    private const int MostLinks = 40;

    /// <summary>Those made for the assignment, and those of its row that came out in its window in the unit that owes it.</summary>
    public static async Task<ReportKnown?> Of(VekhaDb db, Assignment assignment, DateOnly day)
    {
        var window = await WindowOf(db, assignment, day);
        var (id, measure, about, unit, first, last) = (assignment.Id, assignment.MeasureId, assignment.ObjectId, assignment.OrganisationId, window.First, window.Last);
        var lines = db.UnitLines;
        // A press unit publishes for the one who owes the row; where several owe it, each reports what its own units published.
        var alone = unit is null || !await db.Assignments.AnyAsync(a => a.MeasureId == measure && a.Answers && a.OrganisationId != null && a.OrganisationId != unit);
        var found = await db.Publications.AsNoTracking().Where(p => p.State == PublicationState.Out && p.OutOn <= day && (p.AssignmentId == id
                || (p.AssignmentId == null && p.MeasureId == measure && p.OutOn >= first && p.OutOn <= last && (about == null || p.ObjectId == about)
                    && (alone || p.UnitId == null || lines.Any(l => l.UnitId == p.UnitId && l.AboveId == unit)))))
            .OrderBy(p => p.OutOn).ThenBy(p => p.Title).Select(p => new Told(p.MediaPlanId, p.Title, p.Channel, p.OutOn!.Value, p.Link, p.Issue, p.Reach)).ToListAsync();
        if (found.Count == 0) return null;
        var channels = ChannelTable.Shipped;
        var names = await db.ChannelChoices.AsNoTracking().ToDictionaryAsync(c => c.Key, c => c.Name);
        string Channel(string key) => names.GetValueOrDefault(key) ?? channels.Find(key)?.Name ?? key;
        return new(Words(found, Channel, window), "из медиаплана", $"/desk/media/plan/{found[^1].Plan}?measure={measure}&state=out")
        {
            Links = [.. found.Select(p => p.Link).OfType<string>().Distinct().Take(MostLinks)],
            FactOn = found[^1].On,
        };
    }

    private sealed record Told(Guid Plan, string Title, string Channel, DateOnly On, string? Link, string? Issue, long? Reach);

    // «Вышло 3 публикации за 01.10–31.10.2017: сайт — 2, газета — 1. Охват 2 140, у одной не посчитан.» and a line for each.
    private static string Words(IReadOnlyList<Told> found, Func<string, string> channel, DateRange window)
    {
        var by = string.Join(", ", found.GroupBy(p => p.Channel).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => $"{channel(g.Key)} — {g.Count()}"));
        var uncounted = found.Count(p => p.Reach is null);
        var reach = uncounted == found.Count ? "Охват не посчитан." : $"Охват {Ru.Number(found.Sum(p => p.Reach ?? 0))}{(uncounted > 0 ? $", не посчитан у {Ru.Number(uncounted)}" : "")}.";
        var since = window.First == DateOnly.MinValue ? $"по {Ru.Digits(window.Last)}" : $"за {Ru.RangeDigits(window)}";
        var lines = found.Take(MostLinks).Select(p => $"{Ru.Digits(p.On)}, {channel(p.Channel)}: «{p.Title}»{(p.Link is { } link ? $", {link}" : p.Issue is { } issue ? $", {issue}" : "")}");
        return $"{Ru.Plural(found.Count, "Вышла", "Вышло", "Вышло")} {Ru.Count(found.Count, "публикация", "публикации", "публикаций")} {since}: {by}. {reach}\n{string.Join('\n', lines)}";
    }

    /// <summary>«Окно поручения»: from its first day, or from the day after the occurrence before it, to the day of the report, or to the eve of the next one.</summary>
    private static async Task<DateRange> WindowOf(VekhaDb db, Assignment assignment, DateOnly day)
    {
        var (measure, executor, about, id) = (assignment.MeasureId, assignment.ExecutorId, assignment.ObjectId, assignment.Id);
        var others = await db.Assignments.AsNoTracking().Where(a => a.MeasureId == measure && a.ExecutorId == executor && a.ObjectId == about && a.ParentId == assignment.ParentId && a.Id != id && a.Nominal != null)
            .Select(a => new { a.Start, Nominal = a.Nominal!.Value }).ToListAsync();
        var mine = assignment.Nominal ?? DateOnly.MaxValue;
        var before = others.Where(o => o.Nominal < mine).Select(o => (DateOnly?)o.Nominal).Max();
        var next = others.Where(o => o.Nominal > mine).OrderBy(o => o.Nominal).FirstOrDefault();
        var first = assignment.Start ?? before?.AddDays(1) ?? DateOnly.MinValue;
        // A late publication still serves an occurrence until the next one begins.
        var until = next is null ? day : next.Start?.AddDays(-1) ?? mine;
        var last = until < day ? until : day;
        return new(first, last < first ? first : last);
    }
}
