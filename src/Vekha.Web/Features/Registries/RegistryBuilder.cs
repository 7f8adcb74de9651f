using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Registries;

/// <summary>What the builder of a registry asks about the cards that are there.</summary>
public sealed class RegistryBuilder(VekhaDb db)
{
    /// <summary>States that some card stands in or has passed.</summary>
    public async Task<IReadOnlyCollection<string>> Used(Guid registry)
    {
        var cards = db.RegistryObjects.Where(o => o.RegistryId == registry).Select(o => o.Id);
        var events = await db.Set<ObjectEvent>().Where(e => cards.Contains(e.ObjectId)).Select(e => e.ToState).Distinct().ToListAsync();
        return [.. events];
    }
}
