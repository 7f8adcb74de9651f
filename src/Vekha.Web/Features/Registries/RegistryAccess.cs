using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

/// <summary>A registry with what the person may do in it.</summary>
/// <param name="Keeps">Keeps the programme: builds the registry, confirms, merges.</param>
/// <param name="Own">Units for which the person answers, with all below.</param>
public sealed record RegistryOnDesk(Registry Registry, Programme Programme, bool Keeps, IReadOnlyCollection<Guid> Own)
{
    public bool MayAdd => Keeps || Own.Count > 0;

    /// <summary>Of one's own territory, or of the unit that coordinates the object.</summary>
    public bool MayChange(RegistryObject card) => !card.IsMerged && (Keeps || Own.Contains(card.TerritoryId) || (card.UnitId is { } unit && Own.Contains(unit)));

    /// <summary>«Персональные данные» are for those who keep the card.</summary>
    public bool SeesPersonal(RegistryObject card) => Keeps || Own.Contains(card.TerritoryId) || (card.UnitId is { } unit && Own.Contains(unit));
}

/// <summary>
/// Who sees and changes which cards. Those who keep a programme see all; an executor makes and changes cards of his own
/// territory and sees of the others only what was confirmed, of sites nothing. What a person may not see does not exist for him.
/// </summary>
public sealed class RegistryAccess(VekhaDb db, PlanAccess plans, CurrentPerson me, Actor actor, PageDay day, TimeProvider time)
{
    /// <summary>Registries of the programmes the person sees.</summary>
    public async Task<IQueryable<Registry>> Registries()
    {
        var seen = (await plans.Programmes()).Select(p => p.Id);
        return db.Registries.Where(r => seen.Contains(r.ProgrammeId));
    }

    public async Task<RegistryOnDesk?> Find(Guid id, bool tracked = false)
    {
        var seen = (await Registries()).Include(r => r.Goals);
        if (await (tracked ? seen : seen.AsNoTracking()).SingleOrDefaultAsync(r => r.Id == id) is not { } registry) return null;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == registry.ProgrammeId);
        return new(registry, programme, await plans.MayKeep(programme), await Own());
    }

    /// <summary>Cards of the registry that the person sees; merged ones are not among them.</summary>
    public IQueryable<RegistryObject> Cards(RegistryOnDesk desk) => Seen(desk).Where(o => o.MergedIntoId == null);

    /// <summary>A card with its registry, found by whoever may see it; a merged one too.</summary>
    /// <param name="whole">With its events, values, words about progress and files.</param>
    public async Task<(RegistryOnDesk Desk, RegistryObject Card)?> FindCard(Guid id, bool tracked = false, bool whole = true)
    {
        if (await db.RegistryObjects.Where(o => o.Id == id).Select(o => (Guid?)o.RegistryId).SingleOrDefaultAsync() is not { } registry) return null;
        if (await Find(registry) is not { } desk) return null;
        var query = Seen(desk).Where(o => o.Id == id);
        if (whole) query = query.Include(o => o.Events.OrderBy(e => e.Number)).Include(o => o.Spans).Include(o => o.Changes.OrderBy(c => c.At)).Include(o => o.Updates.OrderBy(u => u.Number)).Include(o => o.Files).AsSplitQuery();
        var card = await (tracked ? query : query.AsNoTracking()).SingleOrDefaultAsync();
        return card is null ? null : (desk, card);
    }

    /// <summary>Units in whose territory the person may make cards, as choices of a list.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Territories(RegistryOnDesk desk, Guid? chosen = null)
    {
        var below = db.UnitsUnder(desk.Programme.OrganisationId);
        var own = desk.Own.ToArray();
        var tree = await OrganisationTree.Load(db, desk.Keeps ? below : db.UnitLines.Where(l => own.Contains(l.UnitId) && l.Depth == 0).Select(l => l.UnitId), chosen);
        return [.. tree.InOrder().Select(o => new SelectListItem(new string('\u2003', o.Depth) + (o.Organisation.Territory is { } t && t != o.Organisation.ShortName ? $"{t} — {o.Organisation.ShortName}" : o.Organisation.ShortName), o.Organisation.Id.ToString(), o.Organisation.Id == chosen))];
    }

    /// <summary>The day acts of the programme are dated by.</summary>
    public DateOnly Today(Programme programme) => programme.Today(time.GetUtcNow());

    /// <summary>The day the page speaks about.</summary>
    public DateOnly Shown(Programme programme) => day.Of(programme.ShownOn, programme.Policy.TimeZoneId);

    public Author Author(Programme programme) => new(actor.PersonId, actor.Name, Today(programme), time.GetUtcNow());

    private IQueryable<RegistryObject> Seen(RegistryOnDesk desk)
    {
        var (id, own) = (desk.Registry.Id, desk.Own.ToArray());
        var cards = db.RegistryObjects.Where(o => o.RegistryId == id);
        // What a site of a programme has is no matter of its sisters.
        var sites = db.UnitsOfSites();
        return desk.Keeps ? cards : cards.Where(o => (o.ConfirmedOn != null && !sites.Contains(o.TerritoryId)) || own.Contains(o.TerritoryId) || (o.UnitId != null && own.Contains(o.UnitId.Value)));
    }

    /// <summary>Units of the executor's role and those headed today, also of people who are away and are replaced.</summary>
    private async Task<IReadOnlyCollection<Guid>> Own()
    {
        List<Person> owing = [await me.Get(), .. await me.Absent()];
        Guid[] ids = [.. owing.Select(p => p.Id)];
        var headed = await db.HeadsOn(day.Today()).Where(h => ids.Contains(h.PersonId)).Select(h => h.UnitId).ToListAsync();
        Guid[] held = [.. owing.SelectMany(p => CurrentPerson.HeldBy(p, Role.Executor)).Concat(headed).Distinct()];
        return held.Length == 0 ? [] : (await db.UnitsUnder(held).Distinct().ToListAsync()).ToHashSet();
    }
}
