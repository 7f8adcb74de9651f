using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Reminders;

/// <summary>
/// «Кто отвечает и кто над ним»: from a unit to those who report for it, and up to the head, the head above, the curator.
/// Where a place is empty the next one above is taken: a matter never stops for want of an addressee.
/// </summary>
internal sealed class Chain
{
    /// <summary>A person in a place from a day to a day.</summary>
    internal sealed record Place(Guid Where, Guid Person, DateOnly From, DateOnly? Until)
    {
        public bool Lasts(DateOnly day) => From <= day && !(Until < day);
    }

    private readonly VekhaDb db;
    private List<(Guid Id, string Surname, string Initials, Guid Unit)>? people;

    private Chain(VekhaDb db) => this.db = db;

    internal required Dictionary<Guid, Guid?> Parents { get; init; }
    internal required ILookup<Guid, Guid> HoldExecutor { get; init; }
    internal required ILookup<Guid, Guid> HoldCurator { get; init; }
    internal required ILookup<Guid, (Guid Successor, DateOnly On)> Successors { get; init; }
    internal required ILookup<Guid, Place> Heads { get; init; }
    internal required ILookup<Guid, Place> Deputies { get; init; }
    internal required ILookup<Guid, Place> Named { get; init; }
    internal required ILookup<Guid, Place> StandIns { get; init; }

    /// <summary>Read whole, once a run: some ten thousand short rows for a region.</summary>
    public static async Task<Chain> Load(VekhaDb db, CancellationToken cancel)
    {
        var gone = db.Accounts.Where(a => a.DisabledAt != null);
        var held = await db.Set<RoleHolding>().AsNoTracking()
            .Where(r => r.RevokedAt == null && (r.Role == Role.Executor || r.Role == Role.Curator) && !gone.Any(a => a.PersonId == r.PersonId))
            .Select(r => new { r.Role, r.UnitId, r.PersonId }).ToListAsync(cancel);
        return new(db)
        {
            Parents = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.ParentId }).ToDictionaryAsync(o => o.Id, o => o.ParentId, cancel),
            HoldExecutor = held.Where(r => r.Role == Role.Executor).ToLookup(r => r.UnitId, r => r.PersonId),
            HoldCurator = held.Where(r => r.Role == Role.Curator).ToLookup(r => r.UnitId, r => r.PersonId),
            Successors = (await db.Successions.AsNoTracking().Select(s => new { s.PredecessorId, s.SuccessorId, s.On }).ToListAsync(cancel)).ToLookup(s => s.PredecessorId, s => (s.SuccessorId, s.On)),
            Heads = (await db.Headships.Where(h => !h.IsDeputy).Select(h => new Place(h.UnitId, h.PersonId, h.From, h.Until)).ToListAsync(cancel)).ToLookup(h => h.Where),
            Deputies = (await db.Headships.Where(h => h.IsDeputy).Select(h => new Place(h.UnitId, h.PersonId, h.From, h.Until)).ToListAsync(cancel)).ToLookup(h => h.Where),
            Named = (await db.Appointments.Where(a => a.Role == ProgrammeRole.Curator).Select(a => new Place(a.ProgrammeId, a.PersonId, a.Since, a.Until)).ToListAsync(cancel)).ToLookup(a => a.Where),
            StandIns = (await db.Substitutions.Select(s => new Place(s.PersonId, s.SubstituteId, s.From, s.Until)).ToListAsync(cancel)).ToLookup(s => s.Where),
        };
    }

    /// <summary>Those who report for a unit: its own executors, else those of the unit above; for one that is no more, those of its successor.</summary>
    public IReadOnlyList<Guid> Executors(Guid unit, DateOnly? day = null) => [.. Present(unit, day).SelectMany(u => Nearest(u, HoldExecutor)).Distinct()];

    /// <summary>Those who watch over a programme: its curators by name, else those of its organisation, else those above it.</summary>
    public IReadOnlyList<Guid> Curators(Programme programme, DateOnly day) =>
        On(Named[programme.Id], day) is { Count: > 0 } named ? named : Nearest(programme.OrganisationId, HoldCurator);

    /// <summary>Who acts for somebody who is away.</summary>
    public IReadOnlyList<Guid> Instead(Guid person, DateOnly day) => On(StandIns[person], day);

    /// <summary>Those whom something overdue has reached.</summary>
    /// <param name="unit">The unit that owes it, or <c>null</c>.</param>
    /// <param name="step">1 the head of the unit, 2 the head above, 3 the curator.</param>
    public IReadOnlyList<Guid> Reached(Guid? unit, Programme programme, int step, DateOnly day)
    {
        var rungs = new List<IReadOnlyList<Guid>>();
        if (unit is { } first)
        {
            var units = Present(first, day);
            rungs.Add([.. units.SelectMany(u => HeadsOf(u, day)).Distinct()]);
            rungs.Add([.. units.Select(Above).OfType<Guid>().SelectMany(u => HeadsOf(u, day)).Distinct()]);
        }
        rungs.Add(Curators(programme, day));
        // An empty rung is stepped over, so that the first step finds somebody.
        return rungs.Skip(Math.Max(0, Math.Min(step, rungs.Count) - 1)).FirstOrDefault(r => r.Count > 0) ?? [];
    }

    /// <summary>«СОЛОНЕНКО В.В.»: the person in the tree of an organisation whom the plan itself names; none where it is not certain who that is.</summary>
    public async Task<Guid?> Find(string name, Guid owner, CancellationToken cancel)
    {
        people ??= [.. (await db.People.AsNoTracking().Select(p => new { p.Id, p.FullName, p.UnitId }).ToListAsync(cancel)).Select(p => (p.Id, Key(p.FullName).Surname, Key(p.FullName).Initials, p.UnitId))];
        var (surname, initials) = Key(name);
        var root = Root(owner);
        var found = people.Where(p => p.Surname == surname && p.Initials.StartsWith(initials, StringComparison.Ordinal) && Root(p.Unit) == root).Take(2).ToList();
        return initials.Length > 0 && found is [var one] ? one.Id : null;
    }

    // «Гатчинский район» went into «Гатчинский округ»: what the first owed, the second owes.
    private IReadOnlyList<Guid> Present(Guid unit, DateOnly? day)
    {
        HashSet<Guid> passed = [unit];
        List<Guid> present = [], asked = [unit];
        for (var i = 0; i < asked.Count; i++)
        {
            var next = Successors[asked[i]].Where(s => day is null || s.On <= day).Select(s => s.Successor).ToList();
            if (next.Count == 0) present.Add(asked[i]);
            else asked.AddRange(next.Where(passed.Add));
        }
        return present;
    }

    // Where there is no head, his deputies stand for him; where nobody is written down, who watches over just this unit does.
    private IReadOnlyList<Guid> HeadsOf(Guid unit, DateOnly day)
    {
        var (heads, deputies) = (On(Heads[unit], day), On(Deputies[unit], day));
        return heads.Count > 0 ? heads : deputies.Count > 0 ? deputies : [.. HoldCurator[unit].Distinct()];
    }

    private static IReadOnlyList<Guid> On(IEnumerable<Place> places, DateOnly day) => [.. places.Where(p => p.Lasts(day)).Select(p => p.Person).Distinct()];

    private IReadOnlyList<Guid> Nearest(Guid unit, ILookup<Guid, Guid> holders)
    {
        for (Guid? up = unit; up is { } at; up = Above(at))
            if (holders.Contains(at)) return [.. holders[at].Distinct()];
        return [];
    }

    private Guid? Above(Guid unit) => Parents.GetValueOrDefault(unit);

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
