using Microsoft.EntityFrameworkCore;

namespace Vekha.Web.Data;

/// <summary>«Отметка»: a number that grows with every change of a kind of thing, saved together with it. What was remembered under another number is forgotten.</summary>
public sealed class Stamp
{
    private Stamp() { }

    public string Name { get; private init; } = "";
    public long Value { get; private init; }

    /// <summary>The statement that makes what others remember stale.</summary>
    public static FormattableString Grow(string name) => $"INSERT INTO stamps (name, value) VALUES ({name}, 1) ON CONFLICT (name) DO UPDATE SET value = stamps.value + 1";

    /// <summary>For <see cref="Mappings.Alongside"/>: grows a stamp when a save touches one of the entities it stands for.</summary>
    public static Func<CancellationToken, Task>? GrowWith(VekhaDb db, string name, Func<object, bool> isOne) =>
        db.Alongside(db.ChangeTracker.Entries().Any(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && isOne(e.Entity)) ? [Grow(name)] : []);

    internal static void Map(ModelBuilder model) => model.Entity<Stamp>(stamp => stamp.ToTable("stamps").HasKey(s => s.Name));
}

/// <summary>Statements that belong to the transaction of a save: see <see cref="Mappings.Alongside"/>.</summary>
public static class StatementsAlongside
{
    extension(VekhaDb db)
    {
        /// <param name="statements">In an order that two instances share, so that neither waits for the other in a circle.</param>
        public Func<CancellationToken, Task>? Alongside(IReadOnlyList<FormattableString> statements) => statements.Count == 0 ? null : async cancel =>
        {
            foreach (var statement in statements) await db.Database.ExecuteSqlAsync(statement, cancel);
        };
    }
}
