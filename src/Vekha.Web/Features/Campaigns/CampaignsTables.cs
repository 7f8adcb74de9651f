using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Campaigns;

/// <summary>The tables of report campaigns.</summary>
public static class CampaignsTables
{
    extension(VekhaDb db)
    {
        public DbSet<Campaign> Campaigns => db.Set<Campaign>();
        public DbSet<FormReport> FormReports => db.Set<FormReport>();
        public DbSet<CampaignGoal> CampaignGoals => db.Set<CampaignGoal>();
        public DbSet<OutlierNote> OutlierNotes => db.Set<OutlierNote>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Campaign>(campaign =>
        {
            campaign.ToTable("campaigns").HasKey(c => c.Id);
            campaign.Ignore(c => c.IsStarted).Ignore(c => c.IsClosed);
            campaign.Property(c => c.Fields).AsJson();
            campaign.HasOne<Programme>().WithMany().HasForeignKey(c => c.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            campaign.HasOne<Plan>().WithMany().HasForeignKey(c => c.PlanId).OnDelete(DeleteBehavior.Restrict);
            campaign.HasMany(c => c.Dates).WithOne().HasForeignKey(d => d.CampaignId);
            campaign.HasMany(c => c.Units).WithOne().HasForeignKey(u => u.CampaignId);
            campaign.HasMany(c => c.Measures).WithOne().HasForeignKey(m => m.CampaignId);
        });
        model.Entity<CampaignDate>(date =>
        {
            date.ToTable("campaign_dates").HasKey(d => d.Id);
            date.HasIndex(d => new { d.CampaignId, d.Due }).IsUnique();
        });
        model.Entity<CampaignUnit>(unit =>
        {
            unit.ToTable("campaign_units").HasKey(u => new { u.CampaignId, u.UnitId });
            unit.HasOne<Organisation>().WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CampaignMeasure>(measure =>
        {
            measure.ToTable("campaign_measures").HasKey(m => new { m.CampaignId, m.MeasureId });
            measure.HasOne<Measure>().WithMany().HasForeignKey(m => m.MeasureId).OnDelete(DeleteBehavior.Restrict);
        });
        MapReport(model);
        MonitoringTables.Map(model);
    }

    private static void MapReport(ModelBuilder model)
    {
        model.Entity<FormReport>(report =>
        {
            report.ToTable("form_reports").HasKey(r => r.Id);
            report.Ignore(r => r.TakesAnswers);
            report.Property(r => r.Draft).AsJson();
            report.Property(r => r.Confirmed).AsJson();
            report.HasOne<Campaign>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
            report.HasOne<CampaignDate>().WithMany().HasForeignKey(r => r.DateId).OnDelete(DeleteBehavior.Restrict);
            report.HasOne<Organisation>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
            report.HasMany(r => r.Acts).WithOne().HasForeignKey(a => a.ReportId);
            // Two who begin a campaign at one moment make its forms once.
            report.HasIndex(r => new { r.DateId, r.UnitId }).IsUnique();
            report.HasIndex(r => new { r.CampaignId, r.Due });
            // «Мои формы» and the number beside «Отчётность».
            report.HasIndex(r => new { r.UnitId, r.Phase, r.Due });
        });
        model.Entity<FormAct>(act =>
        {
            act.ToTable("form_acts").HasKey(a => a.Id);
            act.Property(a => a.On).HasColumnName("on_day");
            act.Property(a => a.Before).HasColumnName("value_before");
            act.Property(a => a.After).HasColumnName("value_after");
            act.Property(a => a.Values).HasColumnName("sent_values");
            act.Property(a => a.Values!).AsJson();
            act.Property(a => a.Confirmed).AsJson();
            act.HasIndex(a => new { a.ReportId, a.Number }).IsUnique();
        });
    }
}
