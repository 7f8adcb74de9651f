using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>What one chooses from when an event of a programme is prepared.</summary>
public sealed class EventChoices
{
    private readonly Dictionary<Guid, Guid> planOf;
    private readonly HashSet<Guid> mayHold;
    private readonly HashSet<Guid> places;

    private EventChoices(IReadOnlyList<(Guid Id, Guid Plan, string Words)> measures, IReadOnlyList<SelectListItem> units, IReadOnlyList<SelectListItem> territories, IReadOnlyList<EventResource> resources)
    {
        (planOf, Units, Territories, Resources) = (measures.ToDictionary(m => m.Id, m => m.Plan), units, territories, resources);
        Measures = [.. measures.Select(m => new SelectListItem(m.Words, m.Id.ToString()))];
        (mayHold, places) = ([.. units.Select(u => Guid.Parse(u.Value))], [.. territories.Select(u => Guid.Parse(u.Value))]);
    }

    public IReadOnlyList<SelectListItem> Measures { get; }

    /// <summary>Units that the person may write events for.</summary>
    public IReadOnlyList<SelectListItem> Units { get; }
    public IReadOnlyList<SelectListItem> Territories { get; }
    public IReadOnlyList<EventResource> Resources { get; }

    /// <param name="keep">Units of the event as it is: among the choices whatever else.</param>
    public static async Task<EventChoices> Load(VekhaDb db, EventAccess access, PlanAccess plans, Programme programme, params Guid?[] keep)
    {
        var seenPlans = await plans.Plans();
        var rows = await db.Measures.AsNoTracking().Where(m => m.RemovedOn == null && seenPlans.Any(p => p.Id == m.PlanId && p.ProgrammeId == programme.Id && p.IsApproved))
            .OrderBy(m => m.PlanId).ThenBy(m => m.Position).Select(m => new { m.Id, m.PlanId, m.Code, m.Title }).Take(1000).ToListAsync();
        var inside = db.UnitsUnder(programme.OrganisationId);
        var territories = await OrganisationTree.Load(db, inside, keep);
        var own = await access.OwnUnits();
        var units = await access.MayKeep(programme.Id) ? territories : await OrganisationTree.Load(db, own);
        var resources = await db.EventResources.AsNoTracking().Where(r => r.ProgrammeId == programme.Id && !r.IsRetired).OrderBy(r => r.Kind).ThenBy(r => r.Name).ToListAsync();
        return new([.. rows.Select(m => (m.Id, m.PlanId, Short($"{m.Code}. {m.Title}")))], [.. units.Choices()], [.. territories.Choices()], resources);
    }

    /// <summary>The plan of a measure that was chosen.</summary>
    public Guid? PlanOf(Guid? measure) => measure is { } id && planOf.TryGetValue(id, out var plan) ? plan : null;

    /// <summary>Everything chosen is among the choices: nothing of another district comes in by a made-up form.</summary>
    public void MustHold(EventInput input)
    {
        const string not = "Событие не сохранено";
        if (input.UnitId is not { } unit || !mayHold.Contains(unit)) throw new Refusal(not, "Не указано, кто проводит", "Выберите подразделение из списка") { Field = "Input.UnitId" };
        if (input.TerritoryId is { } place && !places.Contains(place) && place != unit) throw new Refusal(not, "Такой территории в программе нет", "Выберите её из списка") { Field = "Input.TerritoryId" };
        if (input.MeasureId is { } measure && !planOf.ContainsKey(measure)) throw new Refusal(not, "Такого мероприятия в плане программы нет", "Выберите его из списка") { Field = "Input.MeasureId" };
    }

    private static string Short(string words) => words.Replace('\n', ' ') is { Length: > 140 } s ? s[..139] + "…" : words.Replace('\n', ' ');
}
