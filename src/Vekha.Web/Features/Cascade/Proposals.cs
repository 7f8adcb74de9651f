using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Cascade;

/// <summary>To whom each measure of a plan should go by its own words; nothing goes anywhere before a person confirms.</summary>
public sealed class Proposals
{
    private readonly Dictionary<Guid, CascadeGroup> byMeasure;

    private Proposals(Dictionary<Guid, CascadeGroup> byMeasure) => this.byMeasure = byMeasure;

    /// <summary>«класс: 15 подразделений» or nothing.</summary>
    public CascadeGroup? Of(Guid measure) => byMeasure.GetValueOrDefault(measure);

    /// <summary>The chosen measures, those that go to the same units together; what could not be told stands in a group without units.</summary>
    public IReadOnlyList<CascadeGroup> Groups(IReadOnlyCollection<Guid> measures) =>
        [.. measures.GroupBy(m => Of(m) is { } g ? g.Class + string.Join(',', g.Units) : "").Select(g => (Of(g.First()) ?? new CascadeGroup("", [], [], [], "Слова документа не говорят, каким подразделениям: выберите их вид")) with { Measures = [.. g] })];

    /// <param name="plan">With measures and executors.</param>
    public static async Task<Proposals> Of(VekhaDb db, Plan plan, Programme programme, DateOnly on)
    {
        var inside = db.UnitsUnder(programme.OrganisationId);
        var kinds = plan.Measures.SelectMany(m => m.Executors).Select(e => ExecutorClass.Of(e, plan.Abbreviations)?.Kind).OfType<OrganisationKind>().Distinct().ToArray();
        var units = await db.Organisations.Where(o => inside.Contains(o.Id) && kinds.Contains(o.Kind) && (o.From == null || o.From <= on) && (o.Until == null || o.Until >= on))
            .OrderBy(o => o.Name).Select(o => new UnitOfKind(o.Id, o.Kind)).ToListAsync();
        // «15 районов» beside three that the plan names by their heads: the other fifteen are meant.
        var named = plan.Measures.SelectMany(m => m.Executors).Where(e => ExecutorClass.Of(e, plan.Abbreviations) is null).Select(e => e.OrganisationId).OfType<Guid>().ToHashSet();
        var proposals = new Dictionary<Guid, CascadeGroup>();
        foreach (var measure in plan.Measures)
            if (Propose(measure, plan, units, named) is { } group) proposals[measure.Id] = group;
        return new(proposals);
    }

    private static CascadeGroup? Propose(Measure measure, Plan plan, List<UnitOfKind> units, HashSet<Guid> named)
    {
        if (measure.Executors.Select(e => ExecutorClass.Of(e, plan.Abbreviations)).OfType<ExecutorClass>().FirstOrDefault() is { } found) return OfClass(found, units, named);
        var people = measure.Executors.Where(e => measure.EveryExecutorAnswers || e.Kind == ExecutorKind.Person).ToList();
        // «КОПО; комитет образования А; комитет образования Б; …»: behind the lead stand the units that each do their share.
        if (people.Count < 2 && measure.Executors.Where(e => !e.IsLead && e.OrganisationId is not null).ToList() is { Count: > 2 } shares) people = shares;
        var known = people.Select(e => e.OrganisationId).OfType<Guid>().Distinct().ToArray();
        if (known.Length < 2 && people.Count < 2) return null;
        var lost = people.Where(e => e.OrganisationId is null).Select(e => e.Name).ToList();
        return new(string.Join(", ", people.Select(p => p.Name)), [], known, known, lost.Count == 0 ? null : $"Не найдено подразделение: {string.Join(", ", lost)}");
    }

    private static CascadeGroup OfClass(ExecutorClass found, List<UnitOfKind> units, HashSet<Guid> named)
    {
        Guid[] offered = [.. units.Where(u => u.Kind == found.Kind).Select(u => u.Id)];
        if (found.Kind is null) return new(found.Name, [], [], [], "По этим словам вид подразделений не понятен: выберите его");
        if (found.Count is not { } count || offered.Length == count) return new(found.Name, [], offered, offered, offered.Length == 0 ? $"Подразделений вида «{found.Kind.Value.Word()}» в организации нет" : null);
        Guid[] others = [.. offered.Where(u => !named.Contains(u))];
        return others.Length == count
            ? new(found.Name, [], others, offered, $"В документе {count}, всего таких {offered.Length}: не отмечены те, кого план называет отдельно ({offered.Length - count})")
            : new(found.Name, [], offered, offered, $"В документе {count}, найдено {offered.Length}: снимите лишние или добавьте недостающие в «Организациях»");
    }

    private sealed record UnitOfKind(Guid Id, OrganisationKind Kind);
}
