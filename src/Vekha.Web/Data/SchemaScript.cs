using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Vekha.Web.Data;

/// <summary>
/// «./run schema»: what EF would create for the present entities, without what the migrations already hold. The author
/// of a feature copies the rest into a pair of migration files.
/// </summary>
public static partial class SchemaScript
{
    public static string Full(Mappings mappings, Engine engine)
    {
        var source = engine == Engine.Sqlite ? DataSource.SqliteFile(":memory:") : DataSource.PostgresServer("Host=none");
        var options = new DbContextOptionsBuilder<VekhaDb>();
        source.Configure(options);
        using var db = new VekhaDb(options.Options, mappings);
        return db.Database.GenerateCreateScript();
    }

    /// <summary>What no migration holds yet; one that is being written anew does not count.</summary>
    public static string Missing(Mappings mappings, Engine engine, string? rewritten = null)
    {
        var known = Migrator.NamesFor(engine).Where(n => n != rewritten).SelectMany(n => Statements(Migrator.TextOf(n, engine))).Select(Plain).ToHashSet();
        return string.Concat(Statements(Full(mappings, engine)).Where(s => !known.Contains(Plain(s))).Select(s => s + ";\n\n"));
    }

    /// <summary>«./run schema 0020-plans»: writes the pair of files; without a name only prints.</summary>
    public static void Write(Mappings mappings, string? name)
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            var script = Missing(mappings, engine, name);
            if (name is null) Console.WriteLine($"-- {engine}\n{script}");
            else File.WriteAllText(Path.Combine("src/Vekha.Web/Data/Migrations", name + Migrator.EndingFor(engine)), script.TrimEnd() + "\n");
        }
    }

    private static IEnumerable<string> Statements(string script) =>
        Comment.Replace(script, "").Split(';').Select(s => s.Trim()).Where(s => s.Length > 0 && s != "GO");

    private static string Plain(string statement) => Space.Replace(statement, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space { get; }

    [GeneratedRegex(@"^\s*--.*$", RegexOptions.Multiline)]
    private static partial Regex Comment { get; }
}
