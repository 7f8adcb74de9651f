using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>«Приглашение»: a link with which a person sets a password. The link itself is never kept, only its hash.</summary>
public sealed class Invitation
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private Invitation() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PersonId { get; private init; }

    public Person? Person { get; private set; }

    public string Login { get; private init; } = "";

    public string TokenHash { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <returns>The invitation and the secret part of its link, to be shown once.</returns>
    public static (Invitation Invitation, string Token) Send(Person person, string login, DateTimeOffset at)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        return (new() { PersonId = person.Id, Login = login.Trim(), TokenHash = HashOf(token), CreatedAt = at, ExpiresAt = at + Life }, token);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public void Accept(DateTimeOffset at)
    {
        if (AcceptedAt is not null) throw new Refusal("Приглашение не принято", "По этой ссылке уже входили", "Войдите с вашим паролем или попросите новую ссылку");
        if (at > ExpiresAt) throw new Refusal("Приглашение не принято", "Ссылка действовала семь дней", "Попросите администратора прислать новую");
        AcceptedAt = at;
    }

    internal static void Map(ModelBuilder model) => model.Entity<Invitation>(invitation =>
    {
        invitation.ToTable("invitations");
        invitation.HasIndex(i => i.TokenHash).IsUnique();
        invitation.HasOne(i => i.Person).WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Cascade);
        invitation.Property<int>("Version");
    });
}

public static class InvitationSets
{
    extension(VekhaDb db)
    {
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}
