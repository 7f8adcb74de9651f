using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts.Organisations;

/// <summary>«Загруженный список»: a sheet of organisations on its way into the tree; only who brought it sees it.</summary>
public sealed class UnitLoad
{
    private UnitLoad() { }

    public UnitLoad(StoredFile file, Guid under, Guid by, DateTimeOffset at) => (FileId, UnderId, ById, At) = (file.Id, under, by, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid FileId { get; private init; }

    /// <summary>The organisation that rows without a parent go into.</summary>
    public Guid UnderId { get; private init; }

    public Guid ById { get; private init; }

    public DateTimeOffset At { get; private init; }

    internal static void Map(ModelBuilder model) => model.Entity<UnitLoad>(load => load.ToTable("unit_loads"));
}

public static class UnitLoadSets
{
    extension(VekhaDb db)
    {
        public DbSet<UnitLoad> UnitLoads => db.Set<UnitLoad>();
    }
}
