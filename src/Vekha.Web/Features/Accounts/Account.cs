using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Accounts;

/// <summary>«Учётная запись»: the key with which a person comes in. Passwords and lockout are the framework's business; it writes here through <see cref="AccountStore"/>.</summary>
public sealed partial class Account
{
    private Account() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PersonId { get; private init; }

    public Person? Person { get; private set; }

    public string Login { get; internal set; } = "";

    public string NormalizedLogin { get; internal set; } = "";

    public string? PasswordHash { get; internal set; }

    /// <summary>Changes with the password and the roles: sessions opened before end within minutes.</summary>
    public string SecurityStamp { get; internal set; } = Guid.NewGuid().ToString("N");

    public int AccessFailedCount { get; internal set; }

    public DateTimeOffset? LockoutEnd { get; internal set; }

    public DateTimeOffset? LastSignInAt { get; private set; }

    public DateTimeOffset? DisabledAt { get; private set; }

    public int Version { get; private set; }

    public static Account For(Person person, string login) => new() { PersonId = person.Id, Person = person, Login = login.Trim() };

    /// <summary>A person left: the account stays for the history, nobody comes in with it.</summary>
    public void Disable(DateTimeOffset at)
    {
        DisabledAt ??= at;
        EndSessions();
    }

    public void Enable() => DisabledAt = null;

    /// <summary>Open sessions ask again who they are: roles or the unit have changed.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");

    internal static void Map(ModelBuilder model) => model.Entity<Account>(account =>
    {
        account.ToTable("accounts");
        account.Ignore(a => a.HasFactor).Ignore(a => a.SpareLeft);
        account.Property(a => a.SpareCodes!).AsJson();
        account.HasIndex(a => a.NormalizedLogin).IsUnique();
        account.HasIndex(a => a.PersonId).IsUnique();
        account.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
    });
}

public static class AccountSets
{
    extension(VekhaDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();
    }
}
