using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>«Ключ первого запуска»: lies in the data folder while there are no accounts; who can read that may take the installation over anyway.</summary>
public sealed class FirstStartKey(Installation installation)
{
    private string Place => Path.Combine(installation.DataFolder, "first-start.key");

    public bool Fits(string key) => File.Exists(Place)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(File.ReadAllText(Place)), Encoding.UTF8.GetBytes(key.Trim()));

    public void Forget() => File.Delete(Place);

    /// <summary>What the console says after a start: the demo sign-ins, or how to make the first administrator.</summary>
    public static async Task<string?> Greet(IServiceProvider services, string address)
    {
        var db = services.GetRequiredService<VekhaDb>();
        var demo = await db.Accounts.Where(a => a.Person!.IsDemo && a.DisabledAt == null).OrderBy(a => a.Id).Select(a => $"{a.Login} ({a.Person!.Post})").ToListAsync();
        if (demo.Count > 0) return $"Sign in as {string.Join(", ", demo)}; password {ExamplePeople.Password}";
        if (await db.Accounts.AnyAsync()) return null;
        return $"Make the first administrator: {address}/first-start?key={services.GetRequiredService<FirstStartKey>().Make()}";
    }

    private string Make()
    {
        if (!File.Exists(Place)) File.WriteAllText(Place, WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(12)));
        return File.ReadAllText(Place);
    }
}
