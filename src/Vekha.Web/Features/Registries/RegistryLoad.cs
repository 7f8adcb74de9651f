using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Registries;

/// <summary>
/// «Очередь загрузки»: the lines of a table that are still to be taken into a registry. They go in portions, each in one transaction with
/// how far it has come: broken off anywhere, the load goes on where it stood. Gone when nothing is left.
/// </summary>
public sealed class RegistryLoad
{
    private RegistryLoad() { }

    /// <param name="import">What it is written down as.</param>
    /// <param name="keeps">The person keeps the programme.</param>
    /// <param name="own">Units the person answers for, when the file was given.</param>
    public RegistryLoad(RegistryImport import, bool keeps, IEnumerable<Guid> own, List<Dictionary<string, string>> lines, string unit)
    {
        (Id, RegistryId, Keeps, Own, Waiting, Total, At, UnitName) = (import.Id, import.RegistryId, keeps, [.. own], lines, lines.Count, import.At, unit);
    }

    /// <summary>Of the <see cref="RegistryImport"/>.</summary>
    public Guid Id { get; private set; }

    /// <summary>Two that take the same portion: the second gives way.</summary>
    public int Version { get; private set; }
    public Guid RegistryId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public bool Keeps { get; private set; }
    public List<Guid> Own { get; private set; } = [];

    /// <summary>The unit of the person, as the journal prints it.</summary>
    public string UnitName { get; private set; } = "";

    /// <summary>In the order of the file.</summary>
    public List<Dictionary<string, string>> Waiting { get; private set; } = [];

    /// <summary>Lines of the file.</summary>
    public int Total { get; private set; }

    /// <summary>How many times the next portion has broken off.</summary>
    public int Attempts { get; private set; }

    /// <summary>How many lines have been looked at.</summary>
    public int Done { get; private set; }

    /// <summary>The first lines have been looked at.</summary>
    internal void Took(int lines) => (Waiting, Done, Attempts) = ([.. Waiting.Skip(lines)], Done + lines, 0);

    internal void Stumbled() => Attempts++;

    internal static void Map(ModelBuilder model) => model.Entity<RegistryLoad>(load =>
    {
        load.ToTable("registry_loads").HasKey(l => l.Id);
        load.Property(l => l.Own).AsJson();
        load.Property(l => l.Waiting).AsJson();
        load.HasOne<RegistryImport>().WithOne().HasForeignKey<RegistryLoad>(l => l.Id).OnDelete(DeleteBehavior.Cascade);
        load.HasOne<Registry>().WithMany().HasForeignKey(l => l.RegistryId).OnDelete(DeleteBehavior.Restrict);
    });
}
