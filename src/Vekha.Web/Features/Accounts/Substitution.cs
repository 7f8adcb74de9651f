using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>«Замещение»: somebody is away, another sees and does what the absent one owes, and each act says for whom.</summary>
public sealed class Substitution
{
    private Substitution() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Who is away.</summary>
    public Guid PersonId { get; private init; }

    public Person? Person { get; private set; }

    /// <summary>Who acts instead.</summary>
    public Guid SubstituteId { get; private init; }

    public Person? Substitute { get; private set; }

    public DateOnly From { get; private init; }

    public DateOnly Until { get; private set; }

    /// <summary>«отпуск, приказ от 01.10.2020 № 15-к».</summary>
    public string Ground { get; private init; } = "";

    public int Version { get; private set; }

    public static Substitution Of(Person absent, Person substitute, DateOnly from, DateOnly until, string? ground, IEnumerable<Substitution> others)
    {
        if (absent.Id == substitute.Id) throw Refused("Сотрудник не замещает сам себя", "Выберите другого", "SubstituteId");
        if (until < from) throw Refused("Последний день раньше первого", "Проверьте обе даты", "Until");
        if (string.IsNullOrWhiteSpace(ground)) throw Refused("Не указано основание", "Впишите приказ или причину: «отпуск», «командировка»", "Ground");
        if (others.Any(o => o.From <= until && o.Until >= from)) throw Refused("В эти дни уже назначен заместитель", "Завершите прежнее замещение или выберите другие дни", "From");
        return new() { PersonId = absent.Id, SubstituteId = substitute.Id, From = from, Until = until, Ground = ground.Trim() };
    }

    /// <summary>The absent one is back: this is the last day.</summary>
    public void End(DateOnly on) => Until = on < From ? From.AddDays(-1) : on < Until ? on : Until;

    public bool Lasts(DateOnly day) => From <= day && day <= Until;

    private static Refusal Refused(string why, string next, string field) => new("Замещение не назначено", why, next) { Field = field };

    internal static void Map(ModelBuilder model) => model.Entity<Substitution>(substitution =>
    {
        substitution.ToTable("substitutions");
        substitution.Property(s => s.From).HasColumnName("from_day");
        substitution.Property(s => s.Until).HasColumnName("until_day");
        substitution.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
        substitution.HasOne(s => s.Substitute).WithMany().HasForeignKey(s => s.SubstituteId).OnDelete(DeleteBehavior.Restrict);
        substitution.HasIndex(s => new { s.SubstituteId, s.Until });
    });
}

public static class SubstitutionSets
{
    extension(VekhaDb db)
    {
        public DbSet<Substitution> Substitutions => db.Set<Substitution>();
    }
}
