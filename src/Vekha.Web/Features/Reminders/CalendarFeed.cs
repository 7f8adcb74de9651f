using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Reminders;

/// <summary>Whose deadlines a calendar shows.</summary>
public enum FeedScope
{
    /// <summary>What the owner owes.</summary>
    Person,
    /// <summary>What a unit and those below it owe.</summary>
    Unit,
    /// <summary>All of a plan.</summary>
    Plan,
}

/// <summary>
/// «Календарь по ссылке»: an address with a secret that any calendar program reads without signing in. The secret itself is
/// never kept, only its hash; a lost one is revoked and made anew.
/// </summary>
public sealed class CalendarFeed
{
    private CalendarFeed() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Who made it; the calendar shows no more than this person may see on the day it is read.</summary>
    public Guid OwnerId { get; private init; }
    public FeedScope Scope { get; private init; }

    /// <summary>The person, the unit or the plan.</summary>
    public Guid ScopeId { get; private init; }
    public string SecretHash { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public int Version { get; private set; }

    /// <returns>The feed and the secret part of its address, to be shown once.</returns>
    public static (CalendarFeed Feed, string Secret) Open(Guid owner, FeedScope scope, Guid scopeId, DateTimeOffset at)
    {
        var feed = new CalendarFeed { OwnerId = owner, Scope = scope, ScopeId = scopeId };
        return (feed, feed.Renew(at));
    }

    /// <summary>«Сделать новый адрес»: the old one answers no more.</summary>
    public string Renew(DateTimeOffset at)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        (SecretHash, CreatedAt, RevokedAt) = (HashOf(secret), at, null);
        return secret;
    }

    /// <summary>«Отозвать»: the address answers no more.</summary>
    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    internal static void Map(ModelBuilder model) => model.Entity<CalendarFeed>(feed =>
    {
        feed.ToTable("calendar_feeds").HasKey(f => f.Id);
        feed.HasIndex(f => f.SecretHash).IsUnique();
        feed.HasIndex(f => new { f.OwnerId, f.Scope, f.ScopeId }).IsUnique();
    });
}

public static class CalendarFeedSets
{
    extension(VekhaDb db)
    {
        public DbSet<CalendarFeed> CalendarFeeds => db.Set<CalendarFeed>();
    }
}
