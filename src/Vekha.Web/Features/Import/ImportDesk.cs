using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

/// <summary>A document with the programme it was read for.</summary>
public sealed record OpenImport(ImportDraft Draft, Programme Programme);

/// <summary>«Стол разбора»: uploaded documents as their keepers may see them; a foreign one does not exist.</summary>
public sealed class ImportDesk(VekhaDb db, PlanAccess access, CurrentPerson current, Files files, ReadingBell bell, Journal journal, Actor actor, TimeProvider time)
{
    /// <summary>Programmes into which the person may read documents.</summary>
    public async Task<List<Programme>> Programmes()
    {
        var kept = await current.ReachAs(PlanAccess.Keepers);
        return await db.Programmes.AsNoTracking().Where(p => kept.Contains(p.OrganisationId)).OrderBy(p => p.Name).ToListAsync();
    }

    /// <summary>Documents of those programmes, the newest first.</summary>
    public async Task<IQueryable<ImportDraft>> Imports()
    {
        var kept = await current.ReachAs(PlanAccess.Keepers);
        var programmes = db.Programmes;
        return db.Imports.AsNoTracking().Where(d => programmes.Any(p => p.Id == d.ProgrammeId && kept.Contains(p.OrganisationId)));
    }

    /// <summary>A document to work on, or <c>null</c> where the person may not.</summary>
    public async Task<OpenImport?> Open(Guid id)
    {
        if (await db.Imports.SingleOrDefaultAsync(d => d.Id == id) is not { } draft) return null;
        var programme = await db.Programmes.SingleAsync(p => p.Id == draft.ProgrammeId);
        return await access.MayKeep(programme) ? new(draft, programme) : null;
    }

    /// <summary>The unit in which the person may found a programme.</summary>
    public async Task<Organisation?> Home()
    {
        return await current.HeldAs(PlanAccess.Keepers) is [var unit, ..] ? await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == unit) : null;
    }

    /// <summary>
    /// Takes a document in. The same bytes in the same programme are the document that is already there.
    /// </summary>
    /// <returns>The document, and whether it was there before.</returns>
    public async Task<(ImportDraft Draft, bool WasThere)> Upload(Programme programme, Stream content, string name, int? year, CancellationToken cancel)
    {
        var file = await files.Keep(content, name, cancel);
        var before = await db.Imports.Where(d => d.ProgrammeId == programme.Id && d.Sha256 == file.Sha256 && d.State != ImportState.Failed)
            .OrderByDescending(d => d.UploadedAt).FirstOrDefaultAsync(cancel);
        if (before is not null)
        {
            // The bytes lie under their hash once; a second record of them would say nothing new.
            db.Entry(file).State = EntityState.Detached;
            return (before, true);
        }
        var draft = new ImportDraft(programme, file, year, time.GetUtcNow(), actor);
        db.Add(draft);
        journal.Write("документ загружен", "import", draft.Id, after: new { file.Name, Программа = programme.Name });
        return (draft, false);
    }

    /// <summary>Called after the save: the reader starts at once.</summary>
    public void Ring() => bell.Ring();
}
