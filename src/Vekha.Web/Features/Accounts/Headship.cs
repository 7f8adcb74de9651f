using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Accounts;

/// <summary>«Руководство»: who heads a unit, or deputises there, in which post and from which day to which.</summary>
public sealed class Headship
{
    private Headship() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid UnitId { get; private init; }

    public Guid PersonId { get; private init; }

    public Person? Person { get; private set; }

    /// <summary>«председатель комитета».</summary>
    public string Post { get; private init; } = "";

    /// <summary>«заместитель руководителя».</summary>
    public bool IsDeputy { get; private init; }

    public DateOnly From { get; private init; }

    /// <summary>The last day in the post; <c>null</c> while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    public int Version { get; private set; }

    /// <summary>Appoints; a head of the same unit whose time is open steps down the day before.</summary>
    /// <param name="present">The headships of the unit.</param>
    public static Headship Appoint(Guid unit, Person person, string? post, bool isDeputy, DateOnly from, IEnumerable<Headship> present)
    {
        if (!isDeputy && present.FirstOrDefault(h => !h.IsDeputy && h.Until is null) is { } before)
        {
            if (before.PersonId == person.Id) throw new Refusal("Руководитель не назначен", $"{person.ShortName} уже руководит с {Ru.Digits(before.From)}");
            if (from <= before.From) throw new Refusal("Руководитель не назначен", $"Прежний назначен {Ru.Digits(before.From)}, новый день не позже", "Укажите день после назначения прежнего") { Field = "From" };
            before.End(from.AddDays(-1));
        }
        return new() { UnitId = unit, PersonId = person.Id, Post = string.IsNullOrWhiteSpace(post) ? person.Post : post.Trim(), IsDeputy = isDeputy, From = from };
    }

    /// <summary>Ends it with this last day.</summary>
    public void End(DateOnly until)
    {
        if (until < From) throw new Refusal("Срок не сохранён", $"Последний день раньше первого, {Ru.Digits(From)}", "Проверьте дату") { Field = "Until" };
        Until = until;
    }

    public bool Lasts(DateOnly day) => From <= day && !(Until < day);

    internal static void Map(ModelBuilder model) => model.Entity<Headship>(headship =>
    {
        headship.ToTable("headships");
        headship.Property(h => h.From).HasColumnName("from_day");
        headship.Property(h => h.Until).HasColumnName("until_day");
        headship.HasOne<Organisation>().WithMany().HasForeignKey(h => h.UnitId).OnDelete(DeleteBehavior.Restrict);
        headship.HasOne(h => h.Person).WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Restrict);
        headship.HasIndex(h => new { h.UnitId, h.From });
    });
}

public static class HeadshipSets
{
    extension(VekhaDb db)
    {
        public DbSet<Headship> Headships => db.Set<Headship>();

        /// <summary>Who heads units on a day; deputies do not.</summary>
        public IQueryable<Headship> HeadsOn(DateOnly day) =>
            db.Set<Headship>().Where(h => !h.IsDeputy && h.From <= day && (h.Until == null || h.Until >= day));
    }
}
