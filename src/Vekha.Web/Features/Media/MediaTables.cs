using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>The tables of media plans.</summary>
public static class MediaTables
{
    extension(VekhaDb db)
    {
        public DbSet<MediaPlan> MediaPlans => db.Set<MediaPlan>();
        public DbSet<Publication> Publications => db.Set<Publication>();
        public DbSet<PublicationText> PublicationTexts => db.Set<PublicationText>();
        public DbSet<PublicationFile> PublicationFiles => db.Set<PublicationFile>();
        public DbSet<MediaRow> MediaRows => db.Set<MediaRow>();
        public DbSet<Premiere> Premieres => db.Set<Premiere>();
        public DbSet<ChannelChoice> ChannelChoices => db.Set<ChannelChoice>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<MediaPlan>(plan =>
        {
            plan.ToTable("media_plans").HasKey(p => p.Id);
            plan.Property(p => p.First).HasColumnName("first_day");
            plan.Property(p => p.Last).HasColumnName("last_day");
            plan.Property(p => p.Channels).AsJson();
            plan.Ignore(p => p.Period);
            plan.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            plan.HasOne<Plan>().WithMany().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Restrict);
            plan.HasOne<Organisation>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
            // «О.3 по отдельному плану» is one media plan, not two.
            plan.HasIndex(p => p.MeasureId).IsUnique();
            plan.HasIndex(p => p.ProgrammeId);
        });
        model.Entity<ChannelChoice>(choice =>
        {
            choice.ToTable("media_channels").HasKey(c => c.Key);
            choice.Property(c => c.Key).HasMaxLength(40);
            choice.Property(c => c.Hosts).AsJson();
        });
        model.Entity<MediaRow>(row =>
        {
            row.ToTable("media_rows").HasKey(r => new { r.MediaPlanId, r.MeasureId });
            row.Property(r => r.Channels).AsJson();
            row.HasOne<MediaPlan>().WithMany().HasForeignKey(r => r.MediaPlanId).OnDelete(DeleteBehavior.Restrict);
            row.HasOne<Measure>().WithMany().HasForeignKey(r => r.MeasureId).OnDelete(DeleteBehavior.Restrict);
        });
        MapPublication(model);
    }

    private static void MapPublication(ModelBuilder model)
    {
        model.Entity<Publication>(publication =>
        {
            publication.ToTable("publications").HasKey(p => p.Id);
            publication.Ignore(p => p.IsOpen);
            publication.HasOne<MediaPlan>().WithMany().HasForeignKey(p => p.MediaPlanId).OnDelete(DeleteBehavior.Restrict);
            publication.HasOne<Measure>().WithMany().HasForeignKey(p => p.MeasureId).OnDelete(DeleteBehavior.Restrict);
            publication.HasOne<Assignment>().WithMany().HasForeignKey(p => p.AssignmentId).OnDelete(DeleteBehavior.Restrict);
            publication.HasOne<Organisation>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
            publication.HasMany(p => p.Texts).WithOne().HasForeignKey(t => t.PublicationId);
            publication.HasMany(p => p.Files).WithOne().HasForeignKey(f => f.PublicationId);
            // The list, the number in the menu and «опубликовано из запланированного».
            publication.HasIndex(p => new { p.MediaPlanId, p.State, p.Due });
            publication.HasIndex(p => new { p.MediaPlanId, p.OutOn });
            publication.HasIndex(p => new { p.UnitId, p.State });
            publication.HasIndex(p => p.TaskId);
            publication.HasIndex(p => p.MeasureId);
            // A job that looks twice at an assignment makes its publication once.
            publication.Property(p => p.Turn).HasDefaultValue(1).ValueGeneratedNever();
            publication.HasIndex(p => new { p.AssignmentId, p.Channel, p.Turn }).IsUnique();
            // Decisions of one day are told once in a channel.
            publication.HasIndex(p => new { p.MediaPlanId, p.MeasureId, p.Channel, p.DraftedOf }).IsUnique().HasDatabaseName("ix_publications_drafted_of");
        });
        model.Entity<PublicationText>(text =>
        {
            text.ToTable("publication_texts").HasKey(t => t.Id);
            text.HasIndex(t => new { t.PublicationId, t.Number }).IsUnique();
        });
        model.Entity<PublicationFile>().ToTable("publication_files").HasKey(f => f.Id);
    }
}
