using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Features.Reminders;

/// <summary>
/// «Кто отвечает и кто над ним»: from a unit to those who report for it, and up to the head, the supervising one, the
/// curator. Where a place is empty the next one above is taken: a matter never stops for want of an addressee.
/// </summary>
internal sealed class Chain
{
    private readonly Dictionary<Guid, Guid?> parents;
    private readonly ILookup<Guid, Guid> executors;
    private readonly ILookup<Guid, Guid> curators;
    private readonly VekhaDb db;
    private List<(Guid Id, string Surname, string Initials, Guid Unit)>? people;

    private Chain(VekhaDb db, Dictionary<Guid, Guid?> parents, ILookup<Guid, Guid> executors, ILookup<Guid, Guid> curators) =>
        (this.db, this.parents, this.executors, this.curators) = (db, parents, executors, curators);

    public static async Task<Chain> Load(VekhaDb db, CancellationToken cancel)
    {
        var parents = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.ParentId }).ToDictionaryAsync(o => o.Id, o => o.ParentId, cancel);
        var gone = db.Accounts.Where(a => a.DisabledAt != null);
        var held = await db.Set<RoleHolding>().AsNoTracking()
            .Where(r => r.RevokedAt == null && (r.Role == Role.Executor || r.Role == Role.Curator) && !gone.Any(a => a.PersonId == r.PersonId))
            .Select(r => new { r.Role, r.UnitId, r.PersonId }).ToListAsync(cancel);
        return new(db, parents, held.Where(r => r.Role == Role.Executor).ToLookup(r => r.UnitId, r => r.PersonId), held.Where(r => r.Role == Role.Curator).ToLookup(r => r.UnitId, r => r.PersonId));
    }

    /// <summary>Those who report for a unit: its own executors, else those of the unit above.</summary>
    public IReadOnlyList<Guid> Executors(Guid unit) => Nearest(unit, executors);

    /// <summary>Those who watch over a programme: curators of its organisation, else above it.</summary>
    public IReadOnlyList<Guid> Curators(Guid organisation) => Nearest(organisation, curators);

    /// <summary>Those whom something overdue has reached.</summary>
    /// <param name="unit">The unit that owes it, or <c>null</c>.</param>
    /// <param name="owner">The organisation of the programme.</param>
    /// <param name="step">1 the head of the unit, 2 the supervising one above, 3 the curator.</param>
    public IReadOnlyList<Guid> Reached(Guid? unit, Guid owner, int step)
    {
        var rungs = new List<IReadOnlyList<Guid>>();
        if (unit is { } first)
        {
            rungs.Add(HeadsOf(first));
            rungs.Add(Above(first) is { } above ? HeadsOf(above) : []);
        }
        rungs.Add(Curators(owner));
        // An empty rung is stepped over, so that the first step finds somebody.
        return rungs.Skip(Math.Max(0, Math.Min(step, rungs.Count) - 1)).FirstOrDefault(r => r.Count > 0) ?? [];
    }

    /// <summary>«СОЛОНЕНКО В.В.»: the person in the tree of an organisation whom the plan itself names; none where it is not certain who that is.</summary>
    public async Task<Guid?> Named(string name, Guid owner, CancellationToken cancel)
    {
        people ??= [.. (await db.People.AsNoTracking().Select(p => new { p.Id, p.FullName, p.UnitId }).ToListAsync(cancel)).Select(p => (p.Id, Key(p.FullName).Surname, Key(p.FullName).Initials, p.UnitId))];
        var (surname, initials) = Key(name);
        var root = Root(owner);
        var found = people.Where(p => p.Surname == surname && p.Initials.StartsWith(initials, StringComparison.Ordinal) && Root(p.Unit) == root).Take(2).ToList();
        return initials.Length > 0 && found is [var one] ? one.Id : null;
    }

    // Who heads a unit watches over it: the curators of just this unit.
    private IReadOnlyList<Guid> HeadsOf(Guid unit) => [.. curators[unit].Distinct()];

    private IReadOnlyList<Guid> Nearest(Guid unit, ILookup<Guid, Guid> holders)
    {
        for (Guid? up = unit; up is { } at; up = Above(at))
            if (holders.Contains(at)) return [.. holders[at].Distinct()];
        return [];
    }

    private Guid? Above(Guid unit) => parents.GetValueOrDefault(unit);

    private Guid Root(Guid unit)
    {
        while (Above(unit) is { } up) unit = up;
        return unit;
    }

    // «СОЛОНЕНКО В.В.» and «Солоненко Виктор Васильевич» are («солоненко», «вв»).
    private static (string Surname, string Initials) Key(string name)
    {
        var words = name.ToLowerInvariant().Replace('ё', 'е').Split([' ', '.', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? ("", "") : (words[0], string.Concat(words.Skip(1).Take(2).Select(w => w[0])));
    }
}
