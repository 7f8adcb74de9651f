using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>What kind of body an organisation is.</summary>
public enum OrganisationKind
{
    /// <summary>«администрация».</summary>
    Administration,

    /// <summary>«управление, комитет, отдел».</summary>
    Unit,

    /// <summary>«подведомственное учреждение».</summary>
    Subordinate,

    /// <summary>«орган власти субъекта»: комитет или министерство области, края, республики.</summary>
    RegionalBody,

    /// <summary>«муниципальное образование»: район, округ, город, поселение.</summary>
    Municipality,

    /// <summary>«муниципальный орган управления образованием», МОУО.</summary>
    EducationAuthority,

    /// <summary>«образовательная организация»: школа, детский сад, учреждение дополнительного образования.</summary>
    School,

    /// <summary>«учреждение культуры»: дом культуры, библиотека, музей, клуб.</summary>
    CulturalInstitution,

    /// <summary>«территориальное управление».</summary>
    TerritorialOffice,

    /// <summary>«коллегиальный орган»: совет, рабочая группа, комиссия.</summary>
    CollegialBody,

    /// <summary>«площадка программы»: ресурсный центр, пилотная площадка. What is theirs their sisters do not see.</summary>
    Site,

    /// <summary>«организация вне подчинения»: общественная, частная, другого уровня; её приглашают, а не обязывают.</summary>
    Outside,
}

/// <summary>«Организация» or its unit: a node of the tree from the administration down to an institution.</summary>
public sealed partial class Organisation
{
    private Organisation() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    [Display(Name = "Наименование")]
    public string Name { get; private set; } = "";

    /// <summary>«Проектный офис»: for tables and the bar at the top.</summary>
    [Display(Name = "Краткое наименование")]
    public string ShortName { get; private set; } = "";

    [Display(Name = "Вид")]
    public OrganisationKind Kind { get; private set; }

    /// <summary>The district or town it acts in, where that matters: «Тосненский район».</summary>
    [Display(Name = "Территория")]
    public string? Territory { get; private set; }

    [Display(Name = "Входит в")]
    public Guid? ParentId { get; private set; }

    /// <summary>Units live and are merged away: a report of 2017 still shows «район».</summary>
    [Display(Name = "Действует с")]
    public DateOnly? From { get; private set; }

    [Display(Name = "Действует по")]
    public DateOnly? Until { get; private set; }

    /// <summary>«Часовой пояс», an IANA name; <c>null</c> for that of the organisation above.</summary>
    [Display(Name = "Часовой пояс")]
    public string? TimeZoneId { get; private set; }

    public int Version { get; private set; }

    public static Organisation Found(string name, OrganisationKind kind, Organisation? parent = null, string? shortName = null, string? territory = null)
    {
        var organisation = new Organisation { ParentId = parent?.Id };
        organisation.StandUnder(parent);
        organisation.Describe(name, shortName, kind, territory ?? parent?.Territory);
        return organisation;
    }

    public void Describe(string name, string? shortName, OrganisationKind kind, string? territory)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new Refusal("Организация не сохранена", "У неё нет наименования", "Впишите наименование как в положении или уставе");
        Name = name.Trim();
        ShortName = string.IsNullOrWhiteSpace(shortName) ? Name : shortName.Trim();
        Kind = kind;
        Territory = string.IsNullOrWhiteSpace(territory) ? null : territory.Trim();
    }

    /// <summary>Puts the organisation under another one.</summary>
    /// <param name="parent">The new parent, <c>null</c> for the top.</param>
    /// <remarks>What lies below moves along: <see cref="UnitTree.Rehang"/> rewrites the lines.</remarks>
    internal void MoveUnder(Organisation? parent)
    {
        if (parent is not null && parent.Lines.Any(l => l.AboveId == Id))
            throw new Refusal("Организация не перенесена", $"«{parent.ShortName}» сама входит в «{ShortName}»", "Выберите организацию выше") { Field = "Input.ParentId" };
        ParentId = parent?.Id;
    }

    public void Live(DateOnly? from, DateOnly? until)
    {
        if (from > until) throw new Refusal("Сроки не сохранены", "Последний день раньше первого", "Проверьте обе даты") { Field = "Input.Until" };
        (From, Until) = (from, until);
    }

    /// <summary>Sets the zone; an unknown name is refused.</summary>
    public void KeepTimeOf(string? zone)
    {
        if (!string.IsNullOrWhiteSpace(zone) && !TimeZoneInfo.TryFindSystemTimeZoneById(zone.Trim(), out _))
            throw new Refusal("Часовой пояс не сохранён", $"Пояса «{zone}» нет", "Выберите пояс из списка") { Field = "Input.TimeZoneId" };
        TimeZoneId = string.IsNullOrWhiteSpace(zone) ? null : zone.Trim();
    }

    public bool IsAlive(DateOnly day) => !(day < From) && !(day > Until);

    internal static void Map(ModelBuilder model) => model.Entity<Organisation>(organisation =>
    {
        organisation.ToTable("organisations");
        organisation.Property(o => o.From).HasColumnName("lives_from");
        organisation.Property(o => o.Until).HasColumnName("lives_until");
        organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
        organisation.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.UnitId).OnDelete(DeleteBehavior.Cascade);
        organisation.Navigation(o => o.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
    });
}

public static class OrganisationSets
{
    extension(VekhaDb db)
    {
        public DbSet<Organisation> Organisations => db.Set<Organisation>();
    }
}
