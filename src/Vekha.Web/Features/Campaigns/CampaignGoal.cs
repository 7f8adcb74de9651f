using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Базовое и целевое значение» of an indicator: of one unit, or of all together.</summary>
public sealed class CampaignGoal
{
    private CampaignGoal() { }

    public CampaignGoal(Campaign campaign, string field, Guid? unit) => (Id, CampaignId, Field, UnitId) = (Guid.CreateVersion7(), campaign.Id, field, unit);

    public Guid Id { get; private set; }
    public Guid CampaignId { get; private set; }

    /// <summary>Key of the field of the form.</summary>
    public string Field { get; private set; } = "";

    /// <summary>Whose; <c>null</c> for all together.</summary>
    public Guid? UnitId { get; private set; }
    public decimal? Baseline { get; private set; }
    public decimal? Target { get; private set; }

    public void Set(decimal? baseline, decimal? target) => (Baseline, Target) = (baseline, target);
}

/// <summary>«Скачок подтверждён»: a number far above the previous one that a controller has looked into.</summary>
public sealed class OutlierNote
{
    private OutlierNote() { }

    public OutlierNote(FormReport report, string cell, string value, string? words, DateOnly on, FormAuthor by)
    {
        if (string.IsNullOrWhiteSpace(words)) throw new Refusal("Скачок не подтверждён", "Не написано, чем он объясняется", "Спросите подразделение и запишите ответ") { Field = "Words" };
        Id = Guid.CreateVersion7();
        (ReportId, Cell, Value, Words, On, ByName) = (report.Id, cell, value, words.Trim(), on, by.Name);
    }

    public Guid Id { get; private set; }
    public Guid ReportId { get; private set; }
    public string Cell { get; private set; } = "";

    /// <summary>The number confirmed: another one asks again.</summary>
    public string Value { get; private set; } = "";
    public string Words { get; private set; } = "";
    public DateOnly On { get; private set; }
    public string ByName { get; private set; } = "";
}

/// <summary>Tables of monitoring.</summary>
internal static class MonitoringTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CampaignGoal>(goal =>
        {
            goal.ToTable("campaign_goals").HasKey(g => g.Id);
            goal.HasOne<Campaign>().WithMany().HasForeignKey(g => g.CampaignId);
            goal.HasOne<Organisation>().WithMany().HasForeignKey(g => g.UnitId).OnDelete(DeleteBehavior.Restrict);
            goal.HasIndex(g => new { g.CampaignId, g.Field, g.UnitId }).IsUnique();
        });
        model.Entity<OutlierNote>(note =>
        {
            note.ToTable("form_outliers").HasKey(n => n.Id);
            note.Property(n => n.On).HasColumnName("on_day");
            note.HasOne<FormReport>().WithMany().HasForeignKey(n => n.ReportId);
            note.HasIndex(n => new { n.ReportId, n.Cell, n.Value }).IsUnique();
        });
    }
}
