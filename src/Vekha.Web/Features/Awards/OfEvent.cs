using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Awards;

/// <summary>What an event and a card show of this feature: lists and how many awards, never names.</summary>
/// <param name="Planned">To be handed over at the event, or named for the card.</param>
public sealed record AwardLine(Guid ListId, string Title, int Planned, int Handed);

public sealed record OfEvent(IReadOnlyList<AwardLine> Lines)
{
    internal static async Task<object?> Load(HttpContext http, Guid id)
    {
        var (db, lists) = await Seen(http);
        var awards = db.Awards;
        return Shown(await lists.Where(l => l.EventId == id || awards.Any(a => a.ListId == l.Id && a.EventId == id))
            .Select(l => new AwardLine(l.Id, l.Title, awards.Count(a => a.ListId == l.Id && a.State != AwardState.Declined && (a.EventId == id || (l.EventId == id && a.EventId == null))), awards.Count(a => a.ListId == l.Id && a.EventId == id))).ToListAsync());
    }

    internal static async Task<object?> LoadCard(HttpContext http, Guid id)
    {
        var (db, lists) = await Seen(http);
        var awards = db.Awards;
        return Shown(await lists.Where(l => awards.Any(a => a.ListId == l.Id && a.ObjectId == id))
            .Select(l => new AwardLine(l.Id, l.Title, awards.Count(a => a.ListId == l.Id && a.State != AwardState.Declined && a.ObjectId == id), awards.Count(a => a.ListId == l.Id && a.State == AwardState.Handed && a.ObjectId == id))).ToListAsync());
    }

    private static async Task<(VekhaDb Db, IQueryable<AwardList> Lists)> Seen(HttpContext http) =>
        (http.RequestServices.GetRequiredService<VekhaDb>(), (await http.RequestServices.GetRequiredService<AwardAccess>().Seen()).AsNoTracking().OrderBy(l => l.Title));

    private static OfEvent? Shown(IReadOnlyList<AwardLine> lines) => lines.Count == 0 ? null : new(lines);
}
