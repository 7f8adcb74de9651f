using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Awards;

/// <summary>What is said about a list of the awarded: the act will be drafted from it.</summary>
public sealed record AwardTerms
{
    public required string Title { get; init; }
    public required Guid UnitId { get; init; }
    public Guid? MeasureId { get; init; }
    public Guid? EventId { get; init; }
    public ActKind Act { get; init; }
    public string? Subject { get; init; }
    public string? Ground { get; init; }
    public string? Merit { get; init; }
    public string? SignPost { get; init; }
    public string? SignName { get; init; }
    public string? Control { get; init; }
}

/// <summary>«Список награждаемых»: who is to be thanked on one occasion, and what the act about it says.</summary>
public sealed class AwardList
{
    private AwardList() { }

    public AwardList(Programme programme, AwardTerms terms)
    {
        (Id, ProgrammeId) = (Guid.CreateVersion7(), programme.Id);
        Describe(terms);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }

    /// <summary>The measure of the plan whose deliverable it is, or <c>null</c>.</summary>
    public Guid? MeasureId { get; private set; }

    /// <summary>Who prepares it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The event at which awards are to be handed over, or <c>null</c>.</summary>
    public Guid? EventId { get; private set; }

    [Display(Name = "Название списка")]
    public string Title { get; private set; } = "";

    /// <summary>«О награждении предпринимателей …»: the heading of the act.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>What stands after «В соответствии с», or <c>null</c>.</summary>
    public string? Ground { get; private set; }

    /// <summary>What stands after «за» for all of them; each may have a merit of his own.</summary>
    public string? Merit { get; private set; }
    public ActKind Act { get; private set; }
    public string SignPost { get; private set; } = "";
    public string? SignName { get; private set; }

    /// <summary>«возложить на заместителя главы …»; the head keeps it himself where nothing is said.</summary>
    public string? Control { get; private set; }

    public void Describe(AwardTerms terms)
    {
        const string not = "Список не сохранён";
        if (string.IsNullOrWhiteSpace(terms.Title)) throw new Refusal(not, "У него нет названия", "Назовите, кого и за что благодарят: «Предприниматели, помогавшие проектам 2023 года»") { Field = "Input.Title" };
        (Title, UnitId, MeasureId, EventId, Act) = (terms.Title.Trim(), terms.UnitId, terms.MeasureId, terms.EventId, terms.Act);
        Subject = Clean(terms.Subject) ?? "О награждении";
        (Ground, Merit, Control) = (Clean(terms.Ground), Clean(terms.Merit), Clean(terms.Control));
        (SignPost, SignName) = (Clean(terms.SignPost) ?? "Глава", Clean(terms.SignName));
    }

    internal static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    internal static void Map(ModelBuilder model) => model.Entity<AwardList>(list =>
    {
        list.ToTable("award_lists").HasKey(l => l.Id);
        list.HasOne<Programme>().WithMany().HasForeignKey(l => l.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        list.HasOne<Measure>().WithMany().HasForeignKey(l => l.MeasureId).OnDelete(DeleteBehavior.Restrict);
        list.HasOne<Organisation>().WithMany().HasForeignKey(l => l.UnitId).OnDelete(DeleteBehavior.Restrict);
        list.HasOne<Event>().WithMany().HasForeignKey(l => l.EventId).OnDelete(DeleteBehavior.Restrict);
        list.HasIndex(l => l.ProgrammeId);
        list.HasIndex(l => l.MeasureId);
        list.HasIndex(l => l.EventId);
    });
}

public static class AwardSets
{
    extension(VekhaDb db)
    {
        public DbSet<AwardList> AwardLists => db.Set<AwardList>();
        public DbSet<Award> Awards => db.Set<Award>();
    }
}
