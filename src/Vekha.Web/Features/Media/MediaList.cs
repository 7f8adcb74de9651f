using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Media;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Media;

/// <summary>What of a media plan the person asked to see; all of it lives in the address.</summary>
/// <param name="State"><c>over</c>, <c>open</c>, <c>sent</c>, <c>out</c>, <c>dropped</c> or nothing for all that are not dropped.</param>
/// <param name="Month">«2020-11».</param>
public sealed record MediaFilter(string? State, string? Channel, Guid? Unit, Guid? Measure, Guid? Object, string? Month, string? Search)
{
    public bool IsEmpty => State is null && Channel is null && Unit is null && Measure is null && Object is null && Month is null && string.IsNullOrWhiteSpace(Search);

    /// <summary>The month asked for, or <c>null</c>.</summary>
    public DateRange? MonthDays => DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
        && day.Year is >= 1990 and <= 2100 ? DateRange.Month(day.Year, day.Month) : null;
}

/// <summary>A publication in a list.</summary>
public sealed record MediaLine(Guid Id, Guid TaskId, string Title, PublicationFormat Format, string Channel, PublicationState State, DateOnly? Due, string? DueWhy, DateOnly? OutOn,
    string? Remark, DateOnly? GoneOn, Guid? UnitId, string? Unit, string? Responsible, Guid? MeasureId, string? Code, Guid? ObjectId, string? ObjectName, string? Link, string? Issue, long? Reach, int Files)
{
    /// <summary>The day it stands on in a calendar: that on which it came out, else that by which it is owed.</summary>
    public DateOnly? Day => OutOn ?? Due;

    public (string Look, string Word) On(DateOnly day, WorkCalendar calendar, int riskDays) =>
        State.On(Due, OutOn, State == PublicationState.Draft && Remark is not null, GoneOn is not null, day, calendar, riskDays);
}

/// <summary>How many of a media plan stand where.</summary>
public sealed record MediaCounts(int Over, int Open, int Submitted, int Out, int Dropped)
{
    /// <summary>«Запланировано»: everything that was not dropped.</summary>
    public int Planned => Open + Out;
}

/// <summary>Queries over publications that several pages share.</summary>
public static class MediaList
{
    public static readonly PublicationState[] OpenStates = [PublicationState.Idea, PublicationState.Draft, PublicationState.Submitted, PublicationState.Approved];

    /// <summary>Publications as the filter asks; words of the title are compared by <see cref="Named"/>.</summary>
    public static IQueryable<Publication> Where(this IQueryable<Publication> all, MediaFilter filter, DateOnly day)
    {
        if (filter.Channel is { } channel) all = all.Where(p => p.Channel == channel);
        if (filter.Unit is { } unit) all = all.Where(p => p.UnitId == unit);
        if (filter.Measure is { } measure) all = all.Where(p => p.MeasureId == measure);
        if (filter.Object is { } about) all = all.Where(p => p.ObjectId == about);
        if (filter.MonthDays is { } month) all = all.Where(p => (p.OutOn ?? p.Due) >= month.First && (p.OutOn ?? p.Due) <= month.Last);
        return filter.State switch
        {
            "over" => all.Where(p => OpenStates.Contains(p.State) && p.Due < day),
            "open" => all.Where(p => OpenStates.Contains(p.State)),
            "sent" => all.Where(p => p.State == PublicationState.Submitted),
            "out" => all.Where(p => p.State == PublicationState.Out),
            "dropped" => all.Where(p => p.State == PublicationState.Dropped),
            _ => all.Where(p => p.State != PublicationState.Dropped),
        };
    }

    /// <summary>Those whose title holds the words: SQLite does not know that «К» and «к» are one letter, so titles are compared here.</summary>
    public static async Task<IQueryable<Publication>> Named(this IQueryable<Publication> all, string? words)
    {
        if (string.IsNullOrWhiteSpace(words)) return all;
        var titles = await all.Select(p => new { p.Id, p.Title, p.ObjectName }).ToListAsync();
        var found = titles.Where(t => t.Title.Contains(words.Trim(), StringComparison.CurrentCultureIgnoreCase)
            || t.ObjectName?.Contains(words.Trim(), StringComparison.CurrentCultureIgnoreCase) == true).Select(t => t.Id).ToArray();
        return all.Where(p => found.Contains(p.Id));
    }

    /// <summary>What burns first: overdue, then by day, then without a day, then what came out, the latest first.</summary>
    public static IOrderedQueryable<Publication> InOrder(this IQueryable<Publication> all, DateOnly day) => all
        .OrderBy(p => p.State == PublicationState.Dropped ? 4 : p.State == PublicationState.Out ? 3 : p.Due == null ? 2 : p.Due < day ? 0 : 1)
        .ThenBy(p => p.State == PublicationState.Out ? null : p.Due).ThenByDescending(p => p.OutOn).ThenBy(p => p.Id);

    /// <summary>With the names of units and the codes of measures, one query.</summary>
    public static IQueryable<MediaLine> Lines(this IQueryable<Publication> publications, VekhaDb db)
    {
        var (units, measures) = (db.Set<Accounts.Organisation>(), db.Set<Plans.Measure>());
        return publications.Select(p => new MediaLine(p.Id, p.TaskId, p.Title, p.Format, p.Channel, p.State, p.Due, p.DueWhy, p.OutOn, p.Remark, p.GoneOn, p.UnitId,
            units.Where(u => u.Id == p.UnitId).Select(u => u.ShortName).FirstOrDefault(), p.Responsible, p.MeasureId,
            measures.Where(m => m.Id == p.MeasureId).Select(m => m.Code).FirstOrDefault(), p.ObjectId, p.ObjectName, p.Link, p.Issue, p.Reach, p.Files.Count));
    }

    public static async Task<MediaCounts> Count(this IQueryable<Publication> all, DateOnly day)
    {
        var by = await all.GroupBy(p => new { p.State, Over = p.Due < day }).Select(g => new { g.Key.State, g.Key.Over, Number = g.Count() }).ToListAsync();
        int Of(Func<PublicationState, bool> state, bool late = false) => by.Where(b => state(b.State) && (!late || b.Over)).Sum(b => b.Number);
        return new(Of(OpenStates.Contains, late: true), Of(OpenStates.Contains), Of(s => s == PublicationState.Submitted), Of(s => s == PublicationState.Out), Of(s => s == PublicationState.Dropped));
    }

    /// <summary>«Назначено»: publications that are due and have not come out yet.</summary>
    public static async Task<IReadOnlyList<Facts.PlannedFact>> Ahead(VekhaDb db, Guid programme, DateRange days) =>
        await db.Publications.AsNoTracking().Where(p => p.ProgrammeId == programme && OpenStates.Contains(p.State) && p.Due >= days.First && p.Due <= days.Last)
            .Select(p => new Facts.PlannedFact(PublicationDesk.Kind, p.MeasureId, p.Due!.Value, p.Title, "/desk/media/publication/" + p.Id, p.UnitId, p.UnitId, p.ObjectId)).ToListAsync();

    /// <summary>«По отдельному плану»: published of planned, for the measures that a media plan stands for.</summary>
    public static async Task<IReadOnlyList<Plans.LinkedProgress>> Progress(VekhaDb db, IReadOnlyCollection<Guid> measures)
    {
        var publications = db.Publications;
        return await db.MediaPlans.Where(m => m.MeasureId != null && measures.Contains(m.MeasureId.Value)).Select(m => new Plans.LinkedProgress(m.MeasureId!.Value, m.Title, "/desk/media/plan/" + m.Id,
            publications.Count(p => p.MediaPlanId == m.Id && p.State == PublicationState.Out), publications.Count(p => p.MediaPlanId == m.Id && p.State != PublicationState.Dropped))).ToListAsync();
    }
}
