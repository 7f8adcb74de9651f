using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Accounts;

/// <summary>
/// «Линия подчинения»: one pair of the tree, an organisation and one that stands above it at any height, itself included.
/// «Everything below» is one look into an index on both databases (docs/decisions/0005).
/// </summary>
public sealed class UnitLine
{
    private UnitLine() { }

    internal UnitLine(Guid above, Guid unit, int depth) => (AboveId, UnitId, Depth) = (above, unit, depth);

    public Guid AboveId { get; private init; }

    public Guid UnitId { get; private init; }

    /// <summary>0 for the organisation itself, 1 for the one it belongs to.</summary>
    public int Depth { get; private init; }

    internal static void Map(ModelBuilder model) => model.Entity<UnitLine>(line =>
    {
        line.ToTable("unit_lines").HasKey(l => new { l.AboveId, l.UnitId });
        line.HasOne<Organisation>().WithMany().HasForeignKey(l => l.AboveId).OnDelete(DeleteBehavior.Restrict);
        // The chain upwards of one organisation.
        line.HasIndex(l => new { l.UnitId, l.Depth });
    });
}

public sealed partial class Organisation
{
    private readonly List<UnitLine> lines = [];

    /// <summary>The organisation itself and all above it.</summary>
    public IReadOnlyList<UnitLine> Lines => lines;

    private void StandUnder(Organisation? parent)
    {
        if (parent is { lines.Count: 0 }) throw new InvalidOperationException($"«{parent.Name}» is loaded without its lines.");
        lines.Add(new(Id, Id, 0));
        if (parent is not null) lines.AddRange(parent.lines.Select(l => new UnitLine(l.AboveId, Id, l.Depth + 1)));
    }
}

/// <summary>Questions to the tree that one index answers.</summary>
public static class UnitTree
{
    extension(VekhaDb db)
    {
        public DbSet<UnitLine> UnitLines => db.Set<UnitLine>();

        /// <summary>These units and everything below them; a unit may come twice.</summary>
        public IQueryable<Guid> UnitsUnder(params IReadOnlyCollection<Guid> units) =>
            db.Set<UnitLine>().Where(l => units.Contains(l.AboveId)).Select(l => l.UnitId);

        /// <summary>Units that are a «площадка» or lie in one: what is theirs is seen by them and by those who keep the programme, never by a sister.</summary>
        public IQueryable<Guid> UnitsOfSites()
        {
            var organisations = db.Organisations;
            return db.Set<UnitLine>().Where(l => organisations.Any(o => o.Id == l.AboveId && o.Kind == OrganisationKind.Site)).Select(l => l.UnitId);
        }

        /// <summary>The unit, the one it belongs to and so on to the top.</summary>
        public IQueryable<Guid> UnitsAbove(Guid unit) => db.Set<UnitLine>().Where(l => l.UnitId == unit).OrderBy(l => l.Depth).Select(l => l.AboveId);

        /// <summary>Puts an organisation with all that is below it under another one; the caller saves.</summary>
        /// <param name="unit">Tracked.</param>
        /// <param name="parent">Loaded with its lines, <c>null</c> for the top.</param>
        public async Task Rehang(Organisation unit, Organisation? parent)
        {
            if (unit.ParentId == parent?.Id) return;
            unit.MoveUnder(parent);
            var below = await db.Set<UnitLine>().AsNoTracking().Where(l => l.AboveId == unit.Id).ToListAsync();
            var inside = db.UnitsUnder(unit.Id);
            db.RemoveRange(await db.Set<UnitLine>().Where(l => inside.Contains(l.UnitId) && !inside.Contains(l.AboveId)).ToListAsync());
            if (parent is null) return;
            db.AddRange(below.SelectMany(b => parent.Lines.Select(p => new UnitLine(p.AboveId, b.UnitId, p.Depth + b.Depth + 1))));
        }
    }
}
