using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Vekha.Web.Data;

/// <summary>The table mappings of all features, in the order Program names them.</summary>
public sealed record Mappings(IReadOnlyList<Action<ModelBuilder>> All)
{
    /// <summary>Sums that features keep beside their rows: see <see cref="VekhaDb.SaveChangesAsync(bool, CancellationToken)"/>.</summary>
    public IReadOnlyList<Func<VekhaDb, Func<CancellationToken, Task>?>> Alongside { get; init; } = [];

    // Not static: a compiled query belongs to the model of one application.
    internal Func<VekhaDb, IAsyncEnumerable<Stamp>> ReadStamps { get; } = EF.CompileAsyncQuery((VekhaDb db) => db.Set<Stamp>().AsNoTracking());
}

/// <summary>
/// The database. Features map their own entities and add their own sets as extension properties
/// (<c>db.Organisations</c>); this class knows only what is common to all tables.
/// </summary>
public sealed class VekhaDb(DbContextOptions<VekhaDb> options, Mappings mappings) : DbContext(options)
{
    private readonly List<object> many = [];
    private Dictionary<string, long>? stamps;

    public Engine Engine => Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal) ? Engine.Sqlite : Engine.Postgres;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        // Words, not numbers: a town's database administrator reads these tables.
        conventions.Properties<Enum>().HaveConversion<string>();
        if (Engine == Engine.Sqlite)
            conventions.Properties<DateTimeOffset>().HaveConversion<UtcMoment>();
        else
            conventions.Properties<DateTimeOffset>().HaveConversion<UtcOffset>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var map in mappings.All) map(model);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.FindProperty("Version") is { } version && version.ClrType == typeof(int))
                version.IsConcurrencyToken = true;
            // Keys are made by the entities (Guid.CreateVersion7), so that a new one can be linked before it is saved.
            foreach (var key in entity.GetDeclaredProperties().Where(p => p.IsPrimaryKey() && p.ClrType == typeof(Guid)))
                key.ValueGenerated = ValueGenerated.Never;
        }
        SnakeCase.Apply(model.Model);
    }

    /// <summary>Sum of some stamps. They only grow, so the same sum says that none has grown. All are read with one statement, and again after a save.</summary>
    public async Task<long> StampOf(IReadOnlyList<string> names)
    {
        if (stamps is null)
        {
            var read = new Dictionary<string, long>();
            await foreach (var stamp in mappings.ReadStamps(this)) read[stamp.Name] = stamp.Value;
            stamps = read;
        }
        return names.Sum(n => stamps.GetValueOrDefault(n));
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        stamps = null;
        StepVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>
    /// Saves; sums kept beside the rows (<see cref="Mappings.Alongside"/>) are written in the same transaction, after the rows:
    /// either all of it stands or nothing, and the context still knows what was to be saved.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        stamps = null;
        // Changes are looked for once: everybody who asks about them below would look through all that was read again.
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        if (looks) ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try { return await Save(acceptAllChangesOnSuccess, cancellationToken); }
        finally { ChangeTracker.AutoDetectChangesEnabled = looks; }
    }

    private async Task<int> Save(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        StepVersions();
        var sums = mappings.Alongside.Select(a => a(this)).OfType<Func<CancellationToken, Task>>().ToList();
        if (sums.Count + many.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var together = RowsTogether.Take(this);
        int rows;
        try
        {
            rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
            if (many.Count > 0) rows += await ManyRows.Write(this, many, cancellationToken);
            if (together is not null) await together.Write(cancellationToken);
            foreach (var write in sums) await write(cancellationToken);
            if (own is not null) await own.CommitAsync(cancellationToken);
        }
        catch
        {
            together?.GiveBack();
            throw;
        }
        if (acceptAllChangesOnSuccess) ChangeTracker.AcceptAllChanges();
        many.Clear();
        return rows;
    }

    /// <summary>New rows for the next save that nobody looks at again here: thousands of them, written by a few long statements and not tracked.</summary>
    public void AddMany<T>(IEnumerable<T> rows) where T : class => many.AddRange(rows);

    /// <summary>What <see cref="AddMany"/> was given and the next save writes.</summary>
    public IEnumerable<T> Many<T>() => many.OfType<T>();

    /// <summary>Lets go of everything read and not saved.</summary>
    public void Forget()
    {
        ChangeTracker.Clear();
        many.Clear();
    }

    /// <summary>
    /// Says which version of an entity the person was looking at: saving fails with
    /// <see cref="DbUpdateConcurrencyException"/> when somebody has changed it since.
    /// </summary>
    public void Expect(object entity, int version) => Entry(entity).Property("Version").OriginalValue = version;

    private void StepVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;
            if (entry.Metadata.FindProperty("Version") is not { } version || version.ClrType != typeof(int)) continue;
            var property = entry.Property("Version");
            property.CurrentValue = entry.State == EntityState.Added ? 1 : (int)property.OriginalValue! + 1;
        }
    }

    // SQLite keeps moments as sortable text without an offset; all are UTC.
    private sealed class UtcMoment() : ValueConverter<DateTimeOffset, DateTime>(
        v => v.UtcDateTime, v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)));

    // PostgreSQL's driver refuses an offset other than zero.
    private sealed class UtcOffset() : ValueConverter<DateTimeOffset, DateTimeOffset>(v => v.ToUniversalTime(), v => v);
}
