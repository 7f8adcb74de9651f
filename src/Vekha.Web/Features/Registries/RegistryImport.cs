using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Registries;

/// <summary>«Строка, которую не взяли»: its cells as they came and what is wrong with them.</summary>
/// <param name="Line">Number under the heading, from 1.</param>
/// <param name="Cells">By heading, as typed.</param>
/// <param name="Problems">«графа «Число мест»: нужно число…».</param>
public sealed record BadLine(int Line, IReadOnlyDictionary<string, string> Cells, IReadOnlyList<string> Problems);

/// <summary>«Загрузка таблицы» into a registry: what was taken, and every line that was not, with its words.</summary>
public sealed class RegistryImport
{
    private RegistryImport() { }

    public RegistryImport(Guid registry, string fileName, Author by, IReadOnlyList<string> headings)
    {
        (Id, RegistryId, FileName, ById, ByName, On, At) = (Guid.CreateVersion7(), registry, fileName, by.Id, by.Name, by.On, by.At);
        Headings = [.. headings];
    }

    public Guid Id { get; private set; }
    public Guid RegistryId { get; private set; }
    public string FileName { get; private set; } = "";
    public Guid? ById { get; private set; }
    public string ByName { get; private set; } = "";
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public int Added { get; private set; }
    public int Changed { get; private set; }
    public int Same { get; private set; }
    public List<string> Headings { get; private set; } = [];
    public List<BadLine> Bad { get; private set; } = [];

    /// <summary>A portion of lines was looked at.</summary>
    /// <param name="bad">Those that were not taken.</param>
    internal void Took(int added, int changed, int same, IReadOnlyList<BadLine> bad)
    {
        (Added, Changed, Same) = (Added + added, Changed + changed, Same + same);
        if (bad.Count > 0) Bad = [.. Bad.Concat(bad).OrderBy(b => b.Line)];
    }

    internal static void Map(ModelBuilder model) => model.Entity<RegistryImport>(import =>
    {
        import.ToTable("registry_imports").HasKey(i => i.Id);
        import.Property(i => i.On).HasColumnName("on_day");
        import.Property(i => i.Headings).AsJson();
        import.Property(i => i.Bad).AsJson();
        import.HasOne<Registry>().WithMany().HasForeignKey(i => i.RegistryId).OnDelete(DeleteBehavior.Restrict);
        import.HasIndex(i => new { i.RegistryId, i.ById, i.At });
    });
}
