using System.Security.Cryptography;
using System.Text;

namespace Vekha.Web.Features.Accounts;

/// <summary>«Второй фактор»: a code of the telephone beside the password, and spare codes for a lost telephone.</summary>
public sealed partial class Account
{
    /// <summary>Since when the second factor is asked; <c>null</c> where only the password is.</summary>
    public DateTimeOffset? FactorSince { get; private set; }

    /// <summary>The secret the telephone knows too, enciphered.</summary>
    public string? FactorKey { get; internal set; }

    /// <summary>Hashes of spare codes not used yet.</summary>
    public List<string>? SpareCodes { get; private set; }

    public int SpareLeft => SpareCodes?.Count ?? 0;

    /// <summary>Hash of the code that let in last: seen over a shoulder, it lets in nobody again.</summary>
    public string? UsedCode { get; private set; }

    public bool HasFactor => FactorSince is not null;

    internal void AskFactor(bool isAsked, DateTimeOffset at)
    {
        FactorSince = isAsked ? FactorSince ?? at : null;
        if (!isAsked) (FactorKey, SpareCodes, UsedCode) = (null, null, null);
    }

    /// <summary>Puts other spare codes in place of those before.</summary>
    internal void Spare(IEnumerable<string> codes) => SpareCodes = [.. codes.Select(HashOf)];

    /// <summary>A spare code lets in once.</summary>
    internal bool Spend(string code)
    {
        var hash = HashOf(code);
        if (SpareCodes?.Contains(hash) != true) return false;
        SpareCodes = [.. SpareCodes.Where(c => c != hash)];
        return true;
    }

    /// <returns>False for the code that was used last.</returns>
    internal bool UseOnce(string code)
    {
        var hash = HashOf(code);
        if (UsedCode == hash) return false;
        UsedCode = hash;
        return true;
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. code.Where(char.IsLetterOrDigit)]).ToUpperInvariant())));
}
