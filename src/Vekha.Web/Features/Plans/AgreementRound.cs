using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>
/// «Круг согласования»: the draft is sent to the units of all its executors; each says by a day whether it agrees. A new
/// round begins after the draft was mended; the earlier ones stay as they were.
/// </summary>
public sealed class AgreementRound
{
    private readonly List<Agreement> units = [];

    private AgreementRound() { }

    /// <param name="number">1 for the first round of the plan.</param>
    /// <param name="text">Mark of the text that is sent: <see cref="Plan.TextMark"/>.</param>
    /// <param name="forVersion">The version that changes of an approved plan are to become; <c>null</c> for a draft.</param>
    public AgreementRound(Plan plan, int number, string text, DateOnly by, DateOnly on, DateTimeOffset at, Actor actor, IEnumerable<(string Name, Guid? Unit)> executors, int? forVersion = null)
    {
        ForVersion = forVersion;
        if (by < on) throw new Refusal("На согласование не отправлено", $"День ответа {Ru.Digits(by)} уже прошёл", "Укажите, к какому дню подразделения отвечают") { Field = "By" };
        (Id, PlanId, ProgrammeId, Number, Text, By, On, At, StartedBy) = (Guid.CreateVersion7(), plan.Id, plan.ProgrammeId, number, text, by, on, at, actor.Name);
        units.AddRange(executors.Select(e => new Agreement(Id, units.Count, e.Name, e.Unit)));
        if (units.Count == 0) throw new Refusal("На согласование не отправлено", "В плане не назван ни один исполнитель", "Назовите исполнителей и отправьте снова");
        foreach (var (unit, position) in units.Select((u, i) => (u, i))) unit.StandAt(position);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid PlanId { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public int Number { get; private set; }

    /// <summary>The version of an approved plan whose changes are agreed; <c>null</c> for a draft.</summary>
    public int? ForVersion { get; private set; }

    /// <summary>Mark of the text that was sent: a changed draft shows another one.</summary>
    public string Text { get; private set; } = "";

    /// <summary>By this day the units answer.</summary>
    public DateOnly By { get; private set; }

    /// <summary>The day it was sent.</summary>
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string StartedBy { get; private set; } = "";
    public IReadOnlyList<Agreement> Units => units;

    /// <summary>Whether words may still be said: the draft is no plan yet, the version is not approved. Needs the versions of the plan.</summary>
    public bool GoesOn(Plan plan) => ForVersion is { } version ? plan.InForce is { } force && force.Number < version : !plan.IsApproved;

    /// <summary>Units without a word and remarks without an answer.</summary>
    public IReadOnlyList<Agreement> Open => [.. units.Where(u => u.IsOpen).OrderBy(u => u.Position)];

    internal static void Map(ModelBuilder model)
    {
        model.Entity<AgreementRound>(round =>
        {
            round.ToTable("agreement_rounds").HasKey(r => r.Id);
            round.Ignore(r => r.Open);
            round.Property(r => r.By).HasColumnName("answer_by");
            round.Property(r => r.On).HasColumnName("sent_on");
            round.Property(r => r.Text).HasColumnName("text_mark");
            round.HasOne<Plan>().WithMany().HasForeignKey(r => r.PlanId);
            round.HasMany(r => r.Units).WithOne().HasForeignKey(u => u.RoundId);
            round.HasIndex(r => new { r.PlanId, r.Number }).IsUnique();
        });
        model.Entity<Agreement>(unit =>
        {
            unit.ToTable("agreements").HasKey(u => u.Id);
            unit.Ignore(u => u.IsOpen);
            unit.Property(u => u.On).HasColumnName("said_on");
            unit.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            // What waits for a unit.
            unit.HasIndex(u => new { u.OrganisationId, u.Word });
        });
    }
}

/// <summary>What a unit said.</summary>
public enum AgreementWord
{
    /// <summary>«ждём ответа».</summary>
    Waiting,
    /// <summary>«согласовано».</summary>
    Agrees,
    /// <summary>«согласовано с замечаниями».</summary>
    Remarks,
    /// <summary>«не согласовано».</summary>
    Declines,
}

public static class AgreementSets
{
    extension(VekhaDb db)
    {
        public DbSet<AgreementRound> AgreementRounds => db.Set<AgreementRound>();

        /// <summary>The last round of a plan with its units, not tracked; <c>null</c> for a plan that was never sent.</summary>
        public Task<AgreementRound?> LastRound(Guid plan) => db.Set<AgreementRound>().AsNoTracking().Include(r => r.Units)
            .Where(r => r.PlanId == plan).OrderByDescending(r => r.Number).FirstOrDefaultAsync();
    }

    /// <summary>«согласовано с замечаниями».</summary>
    public static string Said(this AgreementWord word) => word switch
    {
        AgreementWord.Waiting => "ждём ответа",
        AgreementWord.Agrees => "согласовано",
        AgreementWord.Remarks => "согласовано с замечаниями",
        _ => "не согласовано",
    };

    /// <summary>Name of the look.</summary>
    public static string Look(this AgreementWord word) => word switch
    {
        AgreementWord.Waiting => "idle",
        AgreementWord.Agrees => "yes",
        AgreementWord.Remarks => "part",
        _ => "no",
    };
}
