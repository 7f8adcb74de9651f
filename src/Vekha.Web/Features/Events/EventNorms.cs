using Microsoft.EntityFrameworkCore;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;

namespace Vekha.Web.Features.Events;

/// <summary>«Не менее 15 участников на каждом семинаре»: what a norm of the programme asks of one event.</summary>
/// <param name="Text">The norm in the words of the document.</param>
/// <param name="Needed">How many participants.</param>
public sealed record EventNorm(string Text, long Needed)
{
    /// <summary>A seminar that was held with too few is red, whatever the sum of all of them.</summary>
    public bool IsMissed(EventState state, int? present) => state == EventState.Held && present is { } came && came < Needed;

    /// <summary>The strictest norm for participants of each event of this kind; <c>null</c> for none.</summary>
    public static async Task<EventNorm?> Of(VekhaDb db, Guid programme, Guid? measure, string kind)
    {
        var (per, unit) = (CountedUnit.Key(kind), CountedUnit.Key(EventFacts.Participant));
        var norms = await db.Norms.AsNoTracking().Where(n => n.ProgrammeId == programme && n.Phase == NormPhase.Confirmed && n.Per == NormPer.Event && n.PerKey == per && n.UnitKey == unit && n.AtLeast).ToListAsync();
        return norms.Where(n => n.Counts(measure)).MaxBy(n => n.Quantity) is { } norm ? new(norm.Text, norm.Quantity) : null;
    }
}
