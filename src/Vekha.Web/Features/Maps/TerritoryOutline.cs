using Microsoft.EntityFrameworkCore;
using Vekha.Maps;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Maps;

/// <summary>«Контур территории» of a programme: maps of its registries and norms are drawn over it.</summary>
public sealed class TerritoryOutline
{
    private TerritoryOutline() { }

    /// <param name="name">As the file calls it.</param>
    /// <param name="territory">The unit of the tree it belongs to, or <c>null</c> where none is found yet.</param>
    public TerritoryOutline(Guid programme, string name, Outline outline, Guid? territory, DateTimeOffset at, Actor by)
    {
        (Id, ProgrammeId, Name, TerritoryId) = (Guid.CreateVersion7(), programme, name, territory);
        Shape = outline.ToString();
        (At, ByName) = (at, by.Name);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public Guid? TerritoryId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>As <see cref="Outline.ToString"/> writes it.</summary>
    public string Shape { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public string ByName { get; private set; } = "";

    /// <summary>«Чей это контур».</summary>
    public void Belong(Guid? territory) => TerritoryId = territory;

    internal static void Map(ModelBuilder model) => model.Entity<TerritoryOutline>(outline =>
    {
        outline.ToTable("territory_outlines").HasKey(o => o.Id);
        outline.HasOne<Programme>().WithMany().HasForeignKey(o => o.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        outline.HasOne<Organisation>().WithMany().HasForeignKey(o => o.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        outline.HasIndex(o => new { o.ProgrammeId, o.Name }).IsUnique();
    });
}

/// <summary>«Сервер плиток» of the town itself. One row; without it no map calls any address.</summary>
public sealed class TileServer
{
    private TileServer() { }

    public int Id { get; private init; } = 1;

    /// <summary>With {z}, {x} and {y}.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Whose map it is, printed under it.</summary>
    public string Credit { get; private set; } = "";
    public int Version { get; private set; }

    public static TileServer Empty() => new();

    /// <summary>«Сохранить»; an empty address switches it off.</summary>
    public void Answer(string? address, string? credit)
    {
        var plain = (address ?? "").Trim();
        if (plain.Length > 0 && TileAddress.Problem(plain) is { } problem)
            throw new Refusal("Адрес не сохранён", char.ToUpperInvariant(problem[0]) + problem[1..], "Впишите адрес своего сервера плиток или оставьте поле пустым") { Field = "Input.Address" };
        (Address, Credit) = (plain, (credit ?? "").Trim());
    }

    internal static void Map(ModelBuilder model) => model.Entity<TileServer>(server =>
    {
        server.ToTable("tile_server").HasKey(s => s.Id);
        server.Property(s => s.Id).ValueGeneratedNever();
    });
}

public static class MapSets
{
    extension(VekhaDb db)
    {
        public DbSet<TerritoryOutline> TerritoryOutlines => db.Set<TerritoryOutline>();
        public DbSet<TileServer> TileServers => db.Set<TileServer>();
    }
}
