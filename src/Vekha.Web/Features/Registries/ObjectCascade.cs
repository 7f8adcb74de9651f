using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Registries;

/// <summary>«Роздано по объектам»: a measure that every object of a registry owes; one that opens later gets its own assignment.</summary>
public sealed class ObjectCascade
{
    private ObjectCascade() { }

    public ObjectCascade(Measure measure, Registry registry, int bufferDays, Author by) =>
        (Id, MeasureId, RegistryId, BufferDays, On, ByName) = (Guid.CreateVersion7(), measure.Id, registry.Id, bufferDays, by.On, by.Name);

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid MeasureId { get; private set; }
    public Guid RegistryId { get; private set; }

    /// <summary>By how many working days an object's part is due before the day of the plan.</summary>
    public int BufferDays { get; private set; }
    public DateOnly On { get; private set; }
    public string ByName { get; private set; } = "";

    internal static void Map(ModelBuilder model) => model.Entity<ObjectCascade>(cascade =>
    {
        cascade.ToTable("object_cascades").HasKey(c => c.Id);
        cascade.Property(c => c.On).HasColumnName("on_day");
        cascade.HasOne<Measure>().WithMany().HasForeignKey(c => c.MeasureId).OnDelete(DeleteBehavior.Restrict);
        cascade.HasOne<Registry>().WithMany().HasForeignKey(c => c.RegistryId).OnDelete(DeleteBehavior.Restrict);
        // Two who hand out at one moment hand out once.
        cascade.HasIndex(c => new { c.MeasureId, c.RegistryId }).IsUnique();
        cascade.HasIndex(c => c.RegistryId);
    });
}

public static class ObjectCascadeSets
{
    extension(VekhaDb db)
    {
        public DbSet<ObjectCascade> ObjectCascades => db.Set<ObjectCascade>();
    }
}
