using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>Keeps drafts of reports. Whoever may not report on an assignment does not find its draft.</summary>
public sealed class ReportDrafts(VekhaDb db, PlanAccess access, Files files, CurrentPerson me, TimeProvider time)
{
    /// <summary>The draft of an assignment of one's own, to show.</summary>
    public Task<ReportDraft?> Find(Guid assignment) => db.ReportDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.AssignmentId == assignment);

    /// <summary>Assignments of one's own with a draft.</summary>
    public async Task<IReadOnlySet<Guid>> Mine()
    {
        var mine = await access.Mine();
        return (await db.ReportDrafts.Where(d => mine.Any(a => a.Id == d.AssignmentId && (a.Phase == AssignmentPhase.Open || a.Phase == AssignmentPhase.Returned)))
            .Select(d => d.AssignmentId).ToListAsync()).ToHashSet();
    }

    /// <summary>A file of a draft of one's own.</summary>
    public async Task<StoredFile?> Proof(Guid assignment, Guid file)
    {
        var mine = await access.Mine();
        var draft = await db.ReportDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.AssignmentId == assignment && mine.Any(a => a.Id == assignment));
        return draft is not null && draft.Files.Exists(f => f.FileId == file) ? await db.Files.AsNoTracking().SingleAsync(f => f.Id == file) : null;
    }

    /// <summary>Writes what the form holds into the draft, not yet saved.</summary>
    public async Task<ReportDraft> Write(Assignment assignment, ReportInput input, bool isSending, CancellationToken cancel)
    {
        if (assignment.Phase is not (AssignmentPhase.Open or AssignmentPhase.Returned))
            throw new Refusal("Черновик не сохранён", assignment.IsClosed ? "Поручение уже закрыто" : "Отчёт уже на проверке", "Откройте карточку, чтобы увидеть решение");
        var stored = await db.ReportDrafts.SingleOrDefaultAsync(d => d.AssignmentId == assignment.Id);
        var draft = stored ?? new ReportDraft(assignment.Id);
        var left = draft.Files.Count(f => !input.Dropped.Contains(f.FileId));
        if (left > 0 && left + input.Proof.Count > Reporting.MostFiles)
            throw new Refusal("Файлы не приняты", $"Вместе с сохранёнными их {left + input.Proof.Count}, а в одном отчёте не больше {Reporting.MostFiles}", "Отметьте лишние «убрать» или сложите снимки в один документ") { Field = "Proof" };
        draft.Attach(input.Dropped, await files.Keep(input.Proof, cancel));
        draft.Write(input.Text, input.FactOn, input.LateReason, input.LateKind, input.Given, time.GetUtcNow(), (await me.Get()).Id);
        if (stored is null) db.Add(draft);
        // Who sends is told in words that a colleague has gone on; who saves is shown both texts.
        else if (isSending && stored.Version != input.DraftVersion) throw new Refusal("Отчёт не отправлен", "Пока страница была открыта, черновик дополнил коллега", "Сравните текст и файлы и отправьте снова");
        else db.Expect(draft, input.DraftVersion);
        return draft;
    }

    /// <summary>Saves the draft; two who begin one at the same moment make one.</summary>
    public async Task Save()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (e.IsDuplicate("report_drafts"))
        {
            throw new Refusal("Черновик не сохранён", "Коллега только что начал черновик этого же отчёта", "Скопируйте свой текст и откройте поручение снова");
        }
    }

    /// <summary>Keeps as a draft what was refused as a report: neither words nor files are lost. The key of the form stays free for the next press.</summary>
    public async Task Rescue()
    {
        foreach (var key in db.ChangeTracker.Entries<FormKey>().ToList()) key.State = EntityState.Detached;
        await Save();
    }

    /// <summary>The report is sent: its draft goes in the same save.</summary>
    public void Sent(ReportDraft draft) => db.Remove(draft);
}

/// <summary>What the form of a report holds.</summary>
/// <param name="Dropped">Files of the draft to leave out.</param>
/// <param name="DraftVersion">Version of the draft the form was filled from.</param>
public sealed record ReportInput(string? Text, DateOnly? FactOn, string? LateReason, IReadOnlyList<IFormFile> Proof, IReadOnlyList<Guid> Dropped, int DraftVersion)
{
    /// <summary>«Реквизиты подтверждения».</summary>
    public ProofGiven Given { get; init; } = new();

    /// <summary>The reason of the list why it comes late.</summary>
    public string? LateKind { get; init; }
}
