using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>What a signed-in person's cookie says: name, unit and roles, so that a page needs no query to know who asks.</summary>
internal sealed class AccountClaims(VekhaDb db) : IUserClaimsPrincipalFactory<Account>
{
    public async Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var person = user.Person ?? throw new InvalidOperationException("An account is loaded together with its person.");
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, person.FullName));
        identity.AddClaim(new("AspNet.Identity.SecurityStamp", user.SecurityStamp));
        identity.AddClaim(new(Actor.PersonClaim, person.Id.ToString()));
        identity.AddClaim(new(Actor.ShortNameClaim, person.ShortName));
        identity.AddClaim(new(Actor.UnitClaim, person.UnitId.ToString()));
        identity.AddClaim(new(Actor.UnitNameClaim, person.Unit?.ShortName ?? ""));
        foreach (var role in person.Roles.Where(r => r.RevokedAt is null).Select(r => r.Role).Distinct())
            identity.AddClaim(new(ClaimTypes.Role, role.ToString()));
        if (!user.HasFactor && await db.AsksFactor(person)) identity.AddClaim(new(FactorSets.Owed, "true"));
        return new ClaimsPrincipal(identity);
    }
}

/// <summary>A disabled account does not come in, and says so only to who knows the password.</summary>
internal sealed class OnlyEnabled : IUserConfirmation<Account>
{
    public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => Task.FromResult(user.DisabledAt is null);
}

/// <summary>The framework's complaints in Russian.</summary>
internal sealed class RussianComplaints : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say("Не получилось. Попробуйте ещё раз.");

    public override IdentityError ConcurrencyFailure() => Say("Запись изменил другой человек. Откройте страницу заново.");

    public override IdentityError PasswordMismatch() => Say("Прежний пароль не подходит.");

    public override IdentityError InvalidUserName(string? userName) => Say($"Логин «{userName}» не подходит: только буквы, цифры и знаки . - _ @.");

    public override IdentityError DuplicateUserName(string userName) => Say($"Логин «{userName}» занят. Придумайте другой.");

    public override IdentityError PasswordTooShort(int length) => Say($"Пароль короче {length} знаков. Возьмите три-четыре слова подряд: их легче помнить.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Say($"В пароле меньше {uniqueChars} разных знаков.");

    private static IdentityError Say(string text) => new() { Code = text, Description = text };
}
