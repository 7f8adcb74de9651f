using Microsoft.EntityFrameworkCore;
using Vekha.Norms;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>
/// «Объект учёта»: a card of a registry as far as counting needs it. A norm «в каждом клубе» asks for every club that lived in
/// its window, also for those of which nothing has happened yet; a closed one counts until its day.
/// </summary>
public sealed class FactObject
{
    private FactObject() { }

    internal FactObject(ObjectCard card)
    {
        (Id, ProgrammeId) = (card.Id, card.ProgrammeId);
        Be(card);
    }

    /// <summary>Identity of the card in its registry.</summary>
    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }

    /// <summary>«клуб», «инициативный проект»: what norms call it, nominative singular.</summary>
    public string Kind { get; private set; } = "";
    public string KindKey { get; private set; } = "";

    /// <summary>The first word of <see cref="KindKey"/>.</summary>
    public string KindHead { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>On whose territory it lies, a unit of the tree.</summary>
    public Guid? TerritoryId { get; private set; }

    /// <summary>The unit that keeps it.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Degrees, where the card says them: the map of a norm.</summary>
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }

    /// <summary>The first day it counts.</summary>
    public DateOnly Opened { get; private set; }

    /// <summary>The day it was closed: on it the object does not count any more; <c>null</c> while it lives.</summary>
    public DateOnly? Closed { get; private set; }

    /// <summary>Local address of the card.</summary>
    public string? Address { get; private set; }

    public bool LivesOn(DateOnly day) => Opened <= day && !(Closed <= day);

    internal void Be(ObjectCard card)
    {
        if (string.IsNullOrWhiteSpace(card.Name)) throw new Refusal("Объект не учтён", "У него нет названия", "Впишите название в карточке");
        (Kind, KindKey, Name) = (CountedUnit.Plain(card.Kind), CountedUnit.Key(card.Kind), card.Name.Trim());
        KindHead = CountedUnit.Head(KindKey);
        (TerritoryId, UnitId, Opened, Address) = (card.TerritoryId, card.UnitId, card.Opened, card.Address);
        (Latitude, Longitude) = (card.Latitude, card.Longitude);
    }

    internal void Close(DateOnly? day)
    {
        if (day < Opened) throw new Refusal("Объект не закрыт", $"{Ru.Digits(day.Value)} раньше дня открытия, {Ru.Digits(Opened)}", "Проверьте дату закрытия");
        Closed = day;
    }

    internal static void Map(ModelBuilder model) => model.Entity<FactObject>(thing =>
    {
        thing.ToTable("fact_objects").HasKey(o => o.Id);
        thing.HasOne<Programme>().WithMany().HasForeignKey(o => o.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        thing.HasOne<Organisation>().WithMany().HasForeignKey(o => o.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        thing.HasOne<Organisation>().WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
        thing.Property(o => o.KindHead).HasDefaultValue("").ValueGeneratedNever();
        thing.HasIndex(o => new { o.ProgrammeId, o.KindKey, o.Name });
        thing.HasIndex(o => new { o.ProgrammeId, o.KindHead });
    });
}

/// <summary>What a registry says about a card when it opens or changes.</summary>
/// <param name="Id">Identity of the card.</param>
/// <param name="Kind">«клуб», nominative singular.</param>
/// <param name="Opened">The first day it counts.</param>
/// <param name="TerritoryId">On whose territory.</param>
/// <param name="UnitId">Who keeps it.</param>
/// <param name="Address">Local address of the card.</param>
/// <param name="Latitude">Degrees, where they are known.</param>
public sealed record ObjectCard(Guid Id, Guid ProgrammeId, string Kind, string Name, DateOnly Opened, Guid? TerritoryId = null, Guid? UnitId = null, string? Address = null, double? Latitude = null, double? Longitude = null);
