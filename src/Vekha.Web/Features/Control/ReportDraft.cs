using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>A file that waits in a draft.</summary>
public sealed record DraftFile(Guid FileId, string Name, long Size);

/// <summary>
/// «Черновик отчёта»: what the executor has written so far, with its files. One for an assignment: colleagues of the unit go on
/// with it. Only those who report see it; sending makes a report of it and removes it.
/// </summary>
public sealed class ReportDraft
{
    private ReportDraft() { }

    public ReportDraft(Guid assignment) => AssignmentId = assignment;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Version { get; private set; }
    public Guid AssignmentId { get; private init; }

    [Display(Name = "Что сделано")]
    public string Text { get; private set; } = "";

    [Display(Name = "Когда сделано")]
    public DateOnly? FactOn { get; private set; }

    [Display(Name = "Почему отчёт сдаётся позже срока")]
    public string? LateReason { get; private set; }

    /// <summary>The reason of the list chosen so far.</summary>
    [Display(Name = "Что помешало")]
    public string? LateKind { get; private set; }

    public List<DraftFile> Files { get; private set; } = [];

    /// <summary>«Реквизиты подтверждения» written so far.</summary>
    public ProofGiven? Given { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid ById { get; private set; }

    public void Write(string? text, DateOnly? factOn, string? lateReason, string? lateKind, ProofGiven given, DateTimeOffset at, Guid by) =>
        (Text, FactOn, LateReason, LateKind, Given, At, ById) = (text ?? "", factOn, lateReason, string.IsNullOrWhiteSpace(lateKind) ? null : lateKind, given.IsEmpty ? null : given, at, by);

    /// <summary>Leaves out the files dropped and takes those added.</summary>
    public void Attach(IReadOnlyCollection<Guid> dropped, IEnumerable<ReportFile> added) =>
        Files = [.. Files.Where(f => !dropped.Contains(f.FileId)), .. added.Select(f => new DraftFile(f.FileId, f.Name, f.Size))];

    /// <summary>The files as proof of a report.</summary>
    public IEnumerable<ReportFile> Proof() => Files.Select(f => new ReportFile(f.FileId, f.Name, f.Size));

    internal static void Map(ModelBuilder model) => model.Entity<ReportDraft>(draft =>
    {
        draft.ToTable("report_drafts").HasKey(d => d.Id);
        draft.Property(d => d.Files).AsJson();
        draft.Property(d => d.Given).AsJson();
        draft.HasOne<Assignment>().WithMany().HasForeignKey(d => d.AssignmentId);
        draft.HasIndex(d => d.AssignmentId).IsUnique();
    });
}

public static class ReportDraftSets
{
    extension(VekhaDb db)
    {
        public DbSet<ReportDraft> ReportDrafts => db.Set<ReportDraft>();
    }
}
