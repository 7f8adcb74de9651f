using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Vekha.Web.Features.Accounts;

/// <summary>The second factor: the secret lies enciphered, spare codes as hashes.</summary>
internal sealed partial class AccountStore : IUserTwoFactorStore<Account>, IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    private const string Purpose = "Vekha.Factor";

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancel) => Set(() => user.AskFactor(enabled, time.GetUtcNow()));

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancel) => Task.FromResult(user.HasFactor);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancel) => Set(() => user.FactorKey = keys.CreateProtector(Purpose).Protect(key));

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancel) =>
        Task.FromResult(user.FactorKey is { } kept ? keys.CreateProtector(Purpose).Unprotect(kept) : null);

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancel) => Set(() => user.Spare(recoveryCodes));

    public Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancel) => Task.FromResult(user.Spend(code));

    public Task<int> CountCodesAsync(Account user, CancellationToken cancel) => Task.FromResult(user.SpareLeft);
}
