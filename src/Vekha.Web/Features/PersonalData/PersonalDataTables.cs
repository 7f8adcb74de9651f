using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>The tables of personal data.</summary>
public static class PersonalDataTables
{
    extension(VekhaDb db)
    {
        public DbSet<Purpose> Purposes => db.Set<Purpose>();
        public DbSet<Consent> Consents => db.Set<Consent>();
        public DbSet<DataHolding> DataHoldings => db.Set<DataHolding>();
        public DbSet<DataSubject> DataSubjects => db.Set<DataSubject>();
        public DbSet<DataReading> DataReadings => db.Set<DataReading>();
        public DbSet<DestructionAct> DestructionActs => db.Set<DestructionAct>();
    }

    public static void Map(ModelBuilder model)
    {
        MapPurposes(model);
        model.Entity<DataSubject>(subject =>
        {
            subject.ToTable("data_subjects").HasKey(s => s.Id);
            subject.Ignore(s => s.IsErased);
            subject.HasOne<Programme>().WithMany().HasForeignKey(s => s.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            subject.HasOne<Organisation>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
            subject.HasIndex(s => new { s.ProgrammeId, s.UnitId, s.Kind });
        });
        model.Entity<DataReading>(reading =>
        {
            reading.ToTable("data_readings").HasKey(r => r.Id);
            reading.HasIndex(r => new { r.ProgrammeId, r.At });
            reading.HasIndex(r => r.SubjectId);
        });
        model.Entity<DestructionAct>(act =>
        {
            act.ToTable("destruction_acts").HasKey(a => a.Id);
            act.Ignore(a => a.KeptUntil);
            act.Property(a => a.Lines).AsJson();
            act.Property(a => a.On).HasColumnName("on_day");
            act.HasOne<Programme>().WithMany().HasForeignKey(a => a.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            // Two who destroy at one moment get two numbers.
            act.HasIndex(a => new { a.ProgrammeId, a.Number }).IsUnique();
        });
    }

    private static void MapPurposes(ModelBuilder model)
    {
        model.Entity<Purpose>(purpose =>
        {
            purpose.ToTable("purposes").HasKey(p => p.Id);
            purpose.Ignore(p => p.Text);
            purpose.Property(p => p.Fields).AsJson();
            purpose.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            purpose.HasMany(p => p.Texts).WithOne().HasForeignKey(t => t.PurposeId);
            purpose.HasIndex(p => new { p.ProgrammeId, p.Use });
        });
        model.Entity<ConsentText>(text =>
        {
            text.ToTable("consent_texts").HasKey(t => t.Id);
            text.HasIndex(t => new { t.PurposeId, t.Number }).IsUnique();
        });
        model.Entity<Consent>(consent =>
        {
            consent.ToTable("consents").HasKey(c => c.Id);
            consent.Ignore(c => c.Holds);
            consent.Property(c => c.On).HasColumnName("on_day");
            consent.Property(c => c.Terms).AsJson();
            consent.HasOne<Purpose>().WithMany().HasForeignKey(c => c.PurposeId).OnDelete(DeleteBehavior.Restrict);
            consent.HasOne<ConsentText>().WithMany().HasForeignKey(c => c.TextId).OnDelete(DeleteBehavior.Restrict);
            consent.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.ScanId).OnDelete(DeleteBehavior.Restrict);
            consent.HasIndex(c => new { c.SubjectId, c.PurposeId });
            consent.HasIndex(c => c.TextId);
        });
        model.Entity<DataHolding>(holding =>
        {
            holding.ToTable("data_holdings").HasKey(h => h.Id);
            holding.HasOne<Purpose>().WithMany().HasForeignKey(h => h.PurposeId).OnDelete(DeleteBehavior.Restrict);
            holding.HasIndex(h => new { h.SubjectId, h.PurposeId }).IsUnique();
            // What is due in a programme.
            holding.HasIndex(h => new { h.ProgrammeId, h.ActId, h.EndsOn });
        });
    }
}
