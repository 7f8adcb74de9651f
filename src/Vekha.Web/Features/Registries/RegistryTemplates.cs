using System.Reflection;
using System.Text.Json;
using Vekha.Registries;

namespace Vekha.Web.Features.Registries;

/// <summary>«Шаблон реестра»: a ready description, one file each in the folder Templates.</summary>
/// <param name="Key">Name of the file: <c>clubs</c>.</param>
/// <param name="About">What it is for, in a sentence or two.</param>
public sealed record RegistryTemplate(string Key, string About, RegistryDefinition Definition)
{
    private const string Place = "Vekha.Web.Features.Registries.Templates.";

    private static readonly string[] Order = ["clubs", "initiative-projects", "practices", "sites", "partners", "premises"];

    /// <summary>All that are shipped; those that are not in the usual order come last.</summary>
    public static IReadOnlyList<RegistryTemplate> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Place, StringComparison.Ordinal)).Select(Read)
            .OrderBy(t => Array.IndexOf(Order, t.Key) is var at && at < 0 ? Order.Length : at).ThenBy(t => t.Key, StringComparer.Ordinal),
    ];

    public static RegistryTemplate? Of(string? key) => All.FirstOrDefault(t => t.Key == key);

    /// <summary>A registry to be built by hand: two states, the first move and the last one.</summary>
    public static RegistryDefinition Empty(string title, string one, string few, string many) => new(title, one, few, many)
    {
        States = [new("open", "действует") { Counts = true }, new("closed", "закрыт") { IsEnd = true }],
        Moves = [new("create", "Создан") { IsFirst = true, To = "open" }, new("close", "Закрыт") { From = ["open"], To = "closed" }],
    };

    private static RegistryTemplate Read(string resource)
    {
        using var content = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var (about, definition) = JsonSerializer.Deserialize<Written>(content)!;
        return new(resource[Place.Length..^".json".Length], about, definition);
    }

    private sealed record Written(string About, RegistryDefinition Definition);
}
