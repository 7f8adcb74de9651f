using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>
/// «Часы подразделения»: which day it is in a unit, by its own zone, else by that of the nearest unit above which has one, else
/// by that of the installation. A programme goes by the zone of its rules; whatever belongs to a unit or a person asks here.
/// </summary>
public sealed class UnitClock(VekhaDb db, TimeProvider time, Installation installation)
{
    public async Task<DateOnly> Today(Guid unit) => DayAt(await ZoneOf(unit));

    /// <summary>The zone of a unit.</summary>
    public async Task<TimeZoneInfo> ZoneOf(Guid unit) => await db.ZoneOf(unit) is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : installation.Zone;

    /// <summary>The day it is now where such time is kept.</summary>
    public DateOnly DayAt(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
}

/// <summary>Questions to the tree about time.</summary>
public static class UnitZones
{
    extension(VekhaDb db)
    {
        /// <summary>The zone of a unit: its own or that of the nearest organisation above which has one.</summary>
        public async Task<string?> ZoneOf(Guid unit) => (await db.ZonesOf([unit])).GetValueOrDefault(unit);

        /// <summary>The zone of each unit that has one, its own or that of the nearest above it.</summary>
        public async Task<IReadOnlyDictionary<Guid, string>> ZonesOf(IReadOnlyCollection<Guid> units, CancellationToken cancel = default)
        {
            var organisations = db.Organisations;
            var zones = await db.UnitLines.Where(l => units.Contains(l.UnitId)).Join(organisations.Where(o => o.TimeZoneId != null), l => l.AboveId, o => o.Id, (l, o) => new { l.UnitId, l.Depth, o.TimeZoneId }).ToListAsync(cancel);
            return zones.GroupBy(z => z.UnitId).ToDictionary(z => z.Key, z => z.MinBy(n => n.Depth)!.TimeZoneId!);
        }
    }
}

/// <summary>A page of the desk speaks about the day it is where its reader works, and tells moments by the reader's clock.</summary>
internal sealed class ReadersClock(Actor actor, CurrentPerson me, PageDay day) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (actor.IsKnown && context.HttpContext.Request.Path.StartsWithSegments("/desk")) day.ReadIn(await me.Zone());
        await next();
    }
}
