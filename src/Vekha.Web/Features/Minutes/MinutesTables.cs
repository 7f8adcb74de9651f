using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Minutes;

/// <summary>The table of minutes.</summary>
public static class MinutesTables
{
    extension(VekhaDb db)
    {
        public DbSet<MeetingMinutes> Minutes => db.Set<MeetingMinutes>();
    }

    public static void Map(ModelBuilder model) => model.Entity<MeetingMinutes>(minutes =>
    {
        minutes.ToTable("minutes").HasKey(m => m.Id);
        minutes.Ignore(m => m.IsSigned);
        minutes.Ignore(m => m.Title);
        minutes.Property(m => m.Day).HasColumnName("on_day");
        minutes.Property(m => m.Present).AsJson();
        minutes.Property(m => m.Invited).AsJson();
        minutes.Property(m => m.Items).AsJson();
        minutes.Property(m => m.Recommendations).AsJson();
        minutes.Property(m => m.Vote!).AsJson();
        minutes.HasOne<Programme>().WithMany().HasForeignKey(m => m.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        minutes.HasOne<Plan>().WithMany().HasForeignKey(m => m.PlanId).OnDelete(DeleteBehavior.Restrict);
        // Two who sign at one moment get two numbers; drafts have none.
        minutes.HasIndex(m => new { m.ProgrammeId, m.Kind, m.Year, m.Number }).IsUnique();
        minutes.HasIndex(m => m.EventId);
    });
}
