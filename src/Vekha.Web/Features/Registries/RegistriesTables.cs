using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Registries;

/// <summary>The tables of registries and their cards.</summary>
public static class RegistriesTables
{
    extension(VekhaDb db)
    {
        public DbSet<Registry> Registries => db.Set<Registry>();

        /// <summary>Cards, also drafts and merged ones: see <see cref="Standing"/>.</summary>
        public DbSet<RegistryObject> RegistryObjects => db.Set<RegistryObject>();
        public DbSet<ObjectSpan> ObjectSpans => db.Set<ObjectSpan>();
        public DbSet<RegistryLoad> RegistryLoads => db.Set<RegistryLoad>();
    }

    /// <summary>Confirmed cards that were not merged into others: what another feature offers to choose from.</summary>
    public static IQueryable<RegistryObject> Standing(this IQueryable<RegistryObject> cards) => cards.Where(o => o.ConfirmedOn != null && o.MergedIntoId == null);

    /// <summary>Those that count on a day: a closed one to its last day, a reopened one again.</summary>
    public static IQueryable<RegistryObject> CountedOn(this IQueryable<RegistryObject> cards, DateOnly day) =>
        cards.Where(o => o.MergedIntoId == null && o.Spans.Any(s => s.From <= day && (s.Until == null || s.Until >= day)));

    public static void Map(ModelBuilder model)
    {
        model.Entity<Registry>(registry =>
        {
            registry.ToTable("registries").HasKey(r => r.Id);
            registry.Property(r => r.Definition).AsJson();
            registry.HasOne<Programme>().WithMany().HasForeignKey(r => r.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            registry.HasMany(r => r.Goals).WithOne().HasForeignKey(g => g.RegistryId);
        });
        model.Entity<TerritoryGoal>(goal =>
        {
            goal.ToTable("registry_goals").HasKey(g => new { g.RegistryId, g.TerritoryId });
            goal.HasOne<Organisation>().WithMany().HasForeignKey(g => g.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        });
        MapObject(model);
        model.Entity<ObjectEvent>(happened =>
        {
            happened.ToTable("registry_events").HasKey(e => e.Id);
            happened.Ignore(e => e.IsTakenBack);
            happened.Property(e => e.Papers).AsJson();
            happened.Property(e => e.Day).HasColumnName("on_day");
            happened.Property(e => e.On).HasColumnName("recorded_on");
            // Two who record at one moment: the second is told.
            happened.HasIndex(e => new { e.ObjectId, e.Number }).IsUnique();
        });
        model.Entity<ObjectSpan>(span =>
        {
            span.ToTable("registry_spans").HasKey(s => s.Id);
            span.Property(s => s.From).HasColumnName("from_day");
            span.Property(s => s.Until).HasColumnName("until_day");
            span.HasIndex(s => new { s.ObjectId, s.From, s.Until });
        });
        model.Entity<ValueChange>(change =>
        {
            change.ToTable("registry_changes").HasKey(c => c.Id);
            change.Property(c => c.Key).HasColumnName("field_key");
            change.Property(c => c.Before).HasColumnName("value_before");
            change.Property(c => c.After).HasColumnName("value_after");
            change.Property(c => c.On).HasColumnName("on_day");
            change.HasIndex(c => new { c.ObjectId, c.On });
        });
        model.Entity<ObjectUpdate>(update =>
        {
            update.ToTable("registry_updates").HasKey(u => u.Id);
            update.Property(u => u.Day).HasColumnName("on_day");
            update.HasIndex(u => new { u.ObjectId, u.Day });
        });
        model.Entity<ObjectFile>(file =>
        {
            file.ToTable("registry_files").HasKey(f => f.Id);
            file.HasIndex(f => f.ObjectId);
            file.HasOne<Platform.StoredFile>().WithMany().HasForeignKey(f => f.FileId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapObject(ModelBuilder model) => model.Entity<RegistryObject>(card =>
    {
        card.ToTable("registry_objects").HasKey(o => o.Id);
        card.Ignore(o => o.IsConfirmed);
        card.Ignore(o => o.IsMerged);
        card.Ignore(o => o.IsOpen);
        card.Ignore(o => o.Face);
        card.Property(o => o.Values).HasColumnName("field_values");
        card.Property(o => o.Values).AsJson();
        card.HasOne<Registry>().WithMany().HasForeignKey(o => o.RegistryId).OnDelete(DeleteBehavior.Restrict);
        card.HasOne<Organisation>().WithMany().HasForeignKey(o => o.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        card.HasOne<Organisation>().WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
        card.HasOne<Measure>().WithMany().HasForeignKey(o => o.MeasureId).OnDelete(DeleteBehavior.Restrict);
        card.HasOne<RegistryObject>().WithMany().HasForeignKey(o => o.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        card.HasMany(o => o.Events).WithOne().HasForeignKey(e => e.ObjectId);
        card.HasMany(o => o.Spans).WithOne().HasForeignKey(s => s.ObjectId);
        card.HasMany(o => o.Changes).WithOne().HasForeignKey(c => c.ObjectId);
        card.HasMany(o => o.Updates).WithOne().HasForeignKey(u => u.ObjectId);
        card.HasMany(o => o.Files).WithOne().HasForeignKey(f => f.ObjectId);
        card.HasIndex(o => new { o.RegistryId, o.Number }).IsUnique();
        // The list of a registry by name, by territory and by the last word about progress.
        card.HasIndex(o => new { o.RegistryId, o.MergedIntoId, o.Name });
        card.HasIndex(o => new { o.RegistryId, o.TerritoryId });
        card.HasIndex(o => new { o.ProgrammeId, o.State });
        card.HasIndex(o => o.PersonName);
    });
}
