using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>«Сохранённый вид»: a name that a person gave to an address of the board with its filters; colleagues of the unit may see it.</summary>
public sealed class BoardView
{
    /// <summary>More than this is a list of its own trouble.</summary>
    public const int Most = 30;

    private const int Longest = 1000;

    private BoardView() { }

    public BoardView(Person owner, string? name, string? address, bool isShared, DateTimeOffset at)
    {
        (Id, PersonId, At) = (Guid.CreateVersion7(), owner.Id, at);
        Rename(name);
        Address = Checked(address);
        Share(isShared ? owner.UnitId : null);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>The unit whose people see it, or <c>null</c> for a private one.</summary>
    public Guid? UnitId { get; private set; }

    [Display(Name = "Название")]
    public string Name { get; private set; } = "";

    /// <summary>Path and query inside the desk.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The desk opens on it.</summary>
    public bool IsDefault { get; private set; }
    public DateTimeOffset At { get; private set; }

    public void Rename(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new Refusal("Вид не сохранён", "У него нет названия", "Назовите его так, чтобы узнать в списке: «Просроченное по районам»") { Field = "name" };
        Name = name.Trim();
    }

    public void Share(Guid? unit) => UnitId = unit;

    public void OpenFirst(bool first) => IsDefault = first;

    // Only pages of the board: an address is opened by a redirect and must not lead out.
    private static string Checked(string? address) => address is { Length: > 0 and <= Longest } && address.StartsWith("/desk/control", StringComparison.Ordinal) && !address.Contains('\\') && !address.Contains("//", StringComparison.Ordinal)
        ? address
        : throw new Refusal("Вид не сохранён", "Это не адрес доски", "Откройте доску, выберите нужное и сохраните вид оттуда");

    internal static void Map(ModelBuilder model) => model.Entity<BoardView>(view =>
    {
        view.ToTable("board_views").HasKey(v => v.Id);
        view.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Cascade);
        view.HasIndex(v => v.PersonId);
        view.HasIndex(v => v.UnitId);
    });
}

/// <summary>A saved view in a list.</summary>
/// <param name="Owner">Who saved it: «М.А. Зотова».</param>
public sealed record SavedView(Guid Id, string Name, string Address, bool IsDefault, bool IsOwn, bool IsShared, string Owner, int Version);

/// <summary>Saved views that the person sees: one's own, and those shared in one's unit.</summary>
public sealed class BoardViews(VekhaDb db, CurrentPerson me)
{
    public async Task<IReadOnlyList<SavedView>> Mine()
    {
        var person = await me.Get();
        var (id, unit, people) = (person.Id, (Guid?)person.UnitId, db.People);
        var found = await db.BoardViews.Where(v => v.PersonId == id || v.UnitId == unit).Join(people, v => v.PersonId, p => p.Id, (v, p) => new { v.Id, v.Name, v.Address, v.IsDefault, v.PersonId, v.UnitId, v.Version, p.FullName }).ToListAsync();
        return [.. found.Select(v => new SavedView(v.Id, v.Name, v.Address, v.IsDefault && v.PersonId == id, v.PersonId == id, v.UnitId != null, Person.Shorten(v.FullName), v.Version))
            .OrderByDescending(v => v.IsDefault).ThenByDescending(v => v.IsOwn).ThenBy(v => v.Name, StringComparer.Create(new("ru-RU"), ignoreCase: true))];
    }

    /// <summary>Where the desk opens, or <c>null</c> where nothing was chosen.</summary>
    public async Task<string?> First()
    {
        var id = (await me.Get()).Id;
        return await db.BoardViews.Where(v => v.PersonId == id && v.IsDefault).Select(v => v.Address).FirstOrDefaultAsync();
    }
}

public static class BoardViewSets
{
    extension(VekhaDb db)
    {
        public DbSet<BoardView> BoardViews => db.Set<BoardView>();
    }
}
