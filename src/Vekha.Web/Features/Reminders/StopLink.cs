using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Vekha.Web.Features.Reminders;

/// <summary>The link at the foot of a letter that ends such letters: it names its reader and cannot be made up.</summary>
internal static class StopLink
{
    private const string Purpose = "Vekha.Reminders.Stop";

    public static string For(Guid person, string site, IDataProtectionProvider keys) =>
        $"{site}/reminders/stop/{WebEncoders.Base64UrlEncode(keys.CreateProtector(Purpose).Protect(person.ToByteArray()))}";

    /// <returns>Whose link it is, or <c>null</c> when it is nobody's.</returns>
    public static Guid? Read(string token, IDataProtectionProvider keys)
    {
        try
        {
            return new Guid(keys.CreateProtector(Purpose).Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
