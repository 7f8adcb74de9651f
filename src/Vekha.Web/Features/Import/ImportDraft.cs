using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Reading;
using Vekha.Plans;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

/// <summary>Where an imported document is on its way to a plan.</summary>
public enum ImportState
{
    /// <summary>«читается».</summary>
    Reading,

    /// <summary>«разбор»: waits for answers and confirmations.</summary>
    Ready,

    /// <summary>«не прочитан».</summary>
    Failed,

    /// <summary>«план собран».</summary>
    Assembled,
}

/// <summary>«Загруженный документ»: the file, what was read from it, and the review a person makes of it. Nothing of it is a plan.</summary>
public sealed class ImportDraft
{
    private Review? review;

    private ImportDraft() { }

    public ImportDraft(Programme programme, StoredFile file, int? year, DateTimeOffset at, Actor by)
    {
        ProgrammeId = programme.Id;
        FileId = file.Id;
        FileName = file.Name;
        Sha256 = file.Sha256;
        Year = year;
        UploadedAt = ChangedAt = at;
        UploadedBy = ChangedBy = by.Name;
        UploadedById = by.PersonId;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private init; }
    public Guid FileId { get; private init; }
    public string FileName { get; private init; } = "";

    /// <summary>The same bytes again are the same document.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>The year a person named when the document was uploaded.</summary>
    public int? Year { get; private init; }

    public DateTimeOffset UploadedAt { get; private init; }
    public string UploadedBy { get; private init; } = "";
    public Guid? UploadedById { get; private init; }
    public ImportState State { get; private set; } = ImportState.Reading;

    /// <summary>Until when somebody has taken the file to read; a reader that died lets go by itself.</summary>
    public DateTimeOffset? TakenUntil { get; private set; }

    /// <summary>What could not be read and where.</summary>
    public List<ReadingProblem> Problems { get; private set; } = [];

    /// <summary>Title as it was read, for lists.</summary>
    public string Title { get; private set; } = "";

    /// <summary>How many rows are confirmed, and how many there are, for lists.</summary>
    public int Confirmed { get; private set; }
    public int Rows { get; private set; }

    /// <summary>The document as it is, JSON.</summary>
    public string? SourceText { get; private set; }

    /// <summary>The draft as it was read, JSON, never changed.</summary>
    public string? DraftText { get; private set; }

    /// <summary>The review, JSON.</summary>
    public string? ReviewText { get; private set; }

    public string ChangedBy { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The plan that was assembled.</summary>
    public Guid? PlanId { get; private set; }

    public Review Review => review ??= Whole(ImportJson.Read<Review>(ReviewText ?? throw new InvalidOperationException("The document has not been read.")));

    public PlanDraft Draft => ImportJson.Read<PlanDraft>(DraftText ?? throw new InvalidOperationException("The document has not been read."));

    public SourceDocument Source => ImportJson.Read<SourceDocument>(SourceText ?? throw new InvalidOperationException("The document has not been read."));

    // A review kept before abbreviations could be corrected has none of its own.
    private Review Whole(Review kept) => kept.Abbreviations is null ? kept with { Abbreviations = ReviewAbbreviation.Of(Draft) } : kept;

    /// <summary>Takes what reading gave: a review to make, or the reason there is none.</summary>
    /// <param name="doubts">Questions that the programme's calendar raises about a fresh review.</param>
    public void Take(DocumentReading reading, Func<Review, IReadOnlyList<ReviewQuestion>> doubts)
    {
        TakenUntil = null;
        Problems = [.. reading.Problems];
        if (reading.Source is null || reading.Draft is not { Measures.Count: > 0 } draft)
        {
            State = ImportState.Failed;
            return;
        }
        State = ImportState.Ready;
        SourceText = ImportJson.Write(reading.Source);
        DraftText = ImportJson.Write(draft);
        var fresh = Review.Of(WrittenParts.Offer(draft, reading.Source));
        Keep(fresh.Ask(doubts(fresh)));
    }

    /// <summary>Reading broke down: nothing of the file is kept but the file.</summary>
    public void Fail(string why)
    {
        TakenUntil = null;
        State = ImportState.Failed;
        Problems = [new(why, IsFatal: true)];
    }

    /// <summary>Keeps the work in progress.</summary>
    public void Keep(Review changed, Actor? by = null, DateTimeOffset? at = null)
    {
        if (State != ImportState.Ready) throw new Refusal("Разбор не изменён", "План по этому документу уже собран", "Правьте план или загрузите документ ещё раз");
        review = changed;
        ReviewText = ImportJson.Write(changed);
        Title = changed.Head.Title;
        (Confirmed, Rows) = (changed.ConfirmedCount(), changed.Rows.Count);
        if (by is not null) ChangedBy = by.Name;
        if (at is { } moment) ChangedAt = moment;
    }

    /// <summary>The review has become a plan.</summary>
    public void Became(Plan plan)
    {
        State = ImportState.Assembled;
        PlanId = plan.Id;
    }

    /// <summary>Forgets what was read before the database is asked again.</summary>
    internal void Forget() => review = null;

    internal static void Map(ModelBuilder model) => model.Entity<ImportDraft>(draft =>
    {
        draft.ToTable("imports").HasKey(d => d.Id);
        draft.Property(d => d.Problems).AsJson();
        draft.Ignore(d => d.Review).Ignore(d => d.Draft).Ignore(d => d.Source);
        draft.HasOne<Programme>().WithMany().HasForeignKey(d => d.ProgrammeId);
        draft.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.FileId);
        draft.HasIndex(d => new { d.ProgrammeId, d.Sha256 });
        draft.HasIndex(d => d.State);
    });
}

public static class ImportSets
{
    extension(VekhaDb db)
    {
        public DbSet<ImportDraft> Imports => db.Set<ImportDraft>();
    }
}
