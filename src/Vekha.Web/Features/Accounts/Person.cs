using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>«Сотрудник»: a person with a post in a unit. May have an account, may have none.</summary>
public sealed class Person
{
    private readonly List<RoleHolding> roles = [];

    private Person() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>«Зотова Мария Андреевна».</summary>
    [Display(Name = "Фамилия, имя, отчество")]
    public string FullName { get; private set; } = "";

    [Display(Name = "Должность")]
    public string Post { get; private set; } = "";

    [Display(Name = "Подразделение")]
    public Guid UnitId { get; private set; }

    public Organisation? Unit { get; private set; }

    [Display(Name = "Рабочая почта")]
    public string? Email { get; private set; }

    [Display(Name = "Рабочий телефон")]
    public string? Phone { get; private set; }

    /// <summary>Made up for the examples.</summary>
    public bool IsDemo { get; private init; }

    public int Version { get; private set; }

    public IReadOnlyList<RoleHolding> Roles => roles;

    /// <summary>«М.А. Зотова».</summary>
    public string ShortName => Shorten(FullName);

    public static Person Hire(string fullName, string post, Guid unit, string? email = null, string? phone = null, bool isDemo = false)
    {
        var person = new Person { IsDemo = isDemo };
        person.Describe(fullName, post, unit, email, phone);
        return person;
    }

    public void Describe(string fullName, string post, Guid unit, string? email, string? phone)
    {
        if (string.IsNullOrWhiteSpace(fullName)) throw new Refusal("Сотрудник не сохранён", "Нет фамилии и имени", "Впишите их полностью");
        FullName = string.Join(' ', fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Post = (post ?? "").Trim();
        UnitId = unit;
        Email = string.IsNullOrWhiteSpace(email) ? null : email.Trim();
        Phone = string.IsNullOrWhiteSpace(phone) ? null : phone.Trim();
    }

    /// <summary>Gives a role in a unit: its holder acts there and in all that is below.</summary>
    public void Grant(Role role, Guid unit, DateTimeOffset at)
    {
        if (roles.Any(r => r.Role == role && r.UnitId == unit && r.RevokedAt is null))
            throw new Refusal("Роль не добавлена", "Она у сотрудника уже есть");
        roles.Add(new RoleHolding(Id, role, unit, at));
    }

    public void Revoke(Guid holding, DateTimeOffset at)
    {
        var role = roles.SingleOrDefault(r => r.Id == holding && r.RevokedAt is null)
            ?? throw new Refusal("Роль не снята", "Её уже нет", "Обновите страницу");
        role.Revoke(at);
    }

    /// <summary>«Зотова Мария Андреевна» → «М.А. Зотова».</summary>
    internal static string Shorten(string fullName)
    {
        var words = fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? fullName : $"{string.Concat(words.Skip(1).Take(2).Select(w => w[0] + "."))} {words[0]}";
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.HasOne(p => p.Unit).WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
            person.HasMany(p => p.Roles).WithOne().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
            person.Navigation(p => p.Roles).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<RoleHolding>(role =>
        {
            role.ToTable("roles");
            role.HasOne(r => r.Unit).WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

public static class PersonSets
{
    extension(VekhaDb db)
    {
        public DbSet<Person> People => db.Set<Person>();
    }
}
