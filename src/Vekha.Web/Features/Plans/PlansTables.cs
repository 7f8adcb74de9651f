using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Features.Plans;

/// <summary>The tables of programmes, plans and assignments.</summary>
public static class PlansTables
{
    extension(VekhaDb db)
    {
        public DbSet<Programme> Programmes => db.Set<Programme>();
        public DbSet<Plan> Plans => db.Set<Plan>();
        public DbSet<Stage> Stages => db.Set<Stage>();
        public DbSet<Measure> Measures => db.Set<Measure>();
        public DbSet<Assignment> Assignments => db.Set<Assignment>();
        public DbSet<Report> Reports => db.Set<Report>();
        public DbSet<ConsentReply> ConsentReplies => db.Set<ConsentReply>();
        public DbSet<Remembered> Remembered => db.Set<Remembered>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Programme>(programme =>
        {
            programme.ToTable("programmes").HasKey(p => p.Id);
            programme.Property(p => p.Policy).AsJson();
            programme.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            programme.HasMany(p => p.Appointments).WithOne().HasForeignKey(a => a.ProgrammeId);
        });
        Appointment.Map(model);
        MapPlan(model);
        MapMeasure(model);
        MapAssignment(model);
        Plans.Remembered.Map(model);
        DelayReason.Map(model);
        DueTally.Map(model);
        AgreementRound.Map(model);
        Dependency.Map(model);
        Anchor.Map(model);
    }

    private static void MapPlan(ModelBuilder model)
    {
        model.Entity<Plan>(plan =>
        {
            plan.ToTable("plans").HasKey(p => p.Id);
            plan.Property(p => p.Abbreviations).AsJson();
            plan.Property(p => p.Notes).AsJson();
            plan.Property(p => p.First).HasColumnName("first_day");
            plan.Property(p => p.Last).HasColumnName("last_day");
            plan.Ignore(p => p.Period);
            plan.Ignore(p => p.InForce);
            plan.Ignore(p => p.Rows);
            plan.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            plan.HasMany(p => p.Stages).WithOne().HasForeignKey(s => s.PlanId);
            plan.HasMany(p => p.Measures).WithOne().HasForeignKey(m => m.PlanId);
            plan.HasMany(p => p.Versions).WithOne().HasForeignKey(v => v.PlanId);
        });
        model.Entity<Stage>(stage =>
        {
            stage.ToTable("stages").HasKey(s => s.Id);
            stage.Property(s => s.Deadlines).AsJson();
        });
        model.Entity<PlanVersion>(version =>
        {
            version.ToTable("plan_versions").HasKey(v => v.Id);
            // Two clicks, two people: only one of them makes a version of this number.
            version.HasIndex(v => new { v.PlanId, v.Number }).IsUnique();
        });
    }

    private static void MapMeasure(ModelBuilder model)
    {
        model.Entity<Measure>(measure =>
        {
            measure.ToTable("measures").HasKey(m => m.Id);
            measure.Property(m => m.Deadlines).AsJson();
            measure.Property(m => m.Norms).AsJson();
            measure.Property(m => m.Fields).AsJson();
            measure.Property(m => m.ProofSet).AsJson();
            measure.Ignore(m => m.Proof);
            measure.Property(m => m.CountsFromEvent).HasDefaultValue(false).ValueGeneratedNever();
            measure.HasOne<Stage>().WithMany().HasForeignKey(m => m.StageId);
            measure.HasMany(m => m.Executors).WithOne().HasForeignKey(e => e.MeasureId);
            measure.HasMany(m => m.Deliverables).WithOne().HasForeignKey(d => d.MeasureId);
        });
        model.Entity<MeasureExecutor>(executor =>
        {
            executor.ToTable("measure_executors").HasKey(e => e.Id);
            executor.Ignore(e => e.IsLead);
            executor.Ignore(e => e.Called);
            executor.Ignore(e => e.Answer);
            executor.HasMany(e => e.Replies).WithOne().HasForeignKey(r => r.ExecutorId);
        });
        model.Entity<ConsentReply>().ToTable("consent_replies").HasKey(r => r.Id);
        model.Entity<Deliverable>().ToTable("deliverables").HasKey(d => d.Id);
    }

    private static void MapAssignment(ModelBuilder model)
    {
        model.Entity<Assignment>(assignment =>
        {
            assignment.ToTable("assignments").HasKey(a => a.Id);
            assignment.Ignore(a => a.IsClosed);
            // An event that a hundred of them wait for moves them all to one day.
            RowsTogether.Allow<Assignment>(added: false);
            assignment.Ignore(a => a.IsMandatory);
            assignment.HasOne<Plan>().WithMany().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Restrict);
            assignment.HasOne<Measure>().WithMany().HasForeignKey(a => a.MeasureId).OnDelete(DeleteBehavior.Restrict);
            assignment.HasMany(a => a.Reports).WithOne().HasForeignKey(r => r.AssignmentId);
            assignment.HasMany(a => a.Returns).WithOne().HasForeignKey(r => r.AssignmentId);
            assignment.HasMany(a => a.TermChanges).WithOne().HasForeignKey(c => c.AssignmentId);
            assignment.HasMany(a => a.Extensions).WithOne().HasForeignKey(e => e.AssignmentId);
            assignment.HasOne(a => a.Acceptance).WithOne().HasForeignKey<Acceptance>(a => a.AssignmentId);
            assignment.HasOne(a => a.Release).WithOne().HasForeignKey<Release>(r => r.AssignmentId);
            // «Просрочено»: open work of a programme in order of the control day; counted and put in order without touching a row.
            assignment.HasIndex(a => new { a.ProgrammeId, a.Phase, a.Kind, a.Answers, a.Control, a.Id }).HasDatabaseName("ix_assignments_overdue");
            // The same over all programmes in order of the day: the first fifty are found by walking from the oldest.
            assignment.HasIndex(a => new { a.Answers, a.Control, a.Id, a.ProgrammeId }).HasFilter("\"phase\" IN ('Open', 'Returned') AND \"kind\" = 'Dated'").HasDatabaseName("ix_assignments_by_day");
            // «Мои мероприятия» of a unit and of a person.
            assignment.HasIndex(a => new { a.OrganisationId, a.Phase, a.Control });
            assignment.HasIndex(a => new { a.PersonId, a.Phase, a.Control });
            assignment.Property(a => a.IsOptional).HasDefaultValue(false).ValueGeneratedNever();
            assignment.HasOne<Assignment>().WithMany().HasForeignKey(a => a.ParentId).OnDelete(DeleteBehavior.Restrict);
            // A unit gets one part of a whole, however often it is handed down.
            assignment.HasIndex(a => new { a.ParentId, a.OrganisationId }).IsUnique().HasFilter("\"object_id\" IS NULL");
            // A unit answers for several clubs; one that was closed and opened again has a part taken off and a new one.
            assignment.HasIndex(a => new { a.ParentId, a.ObjectId });
            assignment.HasIndex(a => a.MeasureId);
            assignment.HasIndex(a => new { a.ObjectId, a.MeasureId });
        });
        model.Entity<Report>(report =>
        {
            report.ToTable("reports").HasKey(r => r.Id);
            report.Property(r => r.Given).AsJson();
            report.HasMany(r => r.Files).WithOne().HasForeignKey(f => f.ReportId);
            report.HasIndex(r => new { r.AssignmentId, r.Number }).IsUnique();
        });
        model.Entity<ReportFile>().ToTable("report_files").HasKey(f => f.Id);
        model.Entity<Return>().ToTable("returns").HasKey(r => r.Id);
        model.Entity<Acceptance>().ToTable("acceptances").HasKey(a => a.Id);
        model.Entity<Extension>().ToTable("extensions").HasKey(e => e.Id);
        model.Entity<TermChange>(change =>
        {
            change.ToTable("term_changes").HasKey(c => c.Id);
            RowsTogether.Allow<TermChange>(added: true);
            change.Property(c => c.ByEvent).HasDefaultValue(false).ValueGeneratedNever();
        });
        model.Entity<Release>().ToTable("releases").HasKey(r => r.Id);
        model.Entity<HandOver>(pass =>
        {
            pass.ToTable("hand_overs").HasKey(h => h.Id);
            pass.Property(h => h.On).HasColumnName("on_day");
            pass.HasOne<Assignment>().WithMany().HasForeignKey(h => h.AssignmentId);
        });
    }
}
