using System.Security.Cryptography;
using System.Text;
using Vekha.Web.Data;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Data;

/// <summary>
/// What a release has shipped runs in towns: a migration of it is never written anew, the next one mends it. The list holds
/// the hash of each; <c>VEKHA_ACCEPT=1</c> adds new ones at a release and never touches those that stand there.
/// </summary>
public sealed class ReleasedMigrations
{
    private const string List = "tests/Vekha.Web.Tests/Data/Releases/migrations.sha256";

    [Fact]
    public void A_migration_that_was_released_is_never_rewritten()
    {
        var now = Enum.GetValues<Engine>().SelectMany(e => Migrator.NamesFor(e).Select(n => (File: n + Migrator.EndingFor(e), Hash: HashOf(Migrator.TextOf(n, e))))).ToDictionary(m => m.File, m => m.Hash);
        var released = Repository.Read(List).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("  ")).ToDictionary(l => l[1], l => l[0]);

        released.Where(r => now.GetValueOrDefault(r.Key) != r.Value).Select(r => r.Key).ShouldBeEmpty("released migrations were rewritten or removed: write the next number instead");

        if (Environment.GetEnvironmentVariable("VEKHA_ACCEPT") != "1") return;
        var all = now.Select(m => (m.Key, m.Value)).OrderBy(m => m.Key, StringComparer.Ordinal);
        File.WriteAllText(Path.Combine(Repository.Root, List), string.Concat(all.Select(m => $"{m.Value}  {m.Key}\n")));
    }

    // Whatever way the sources were checked out, a line ends in one way.
    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n"))));
}
