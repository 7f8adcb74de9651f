using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

/// <summary>Tells the reader that a document has come, so that nobody waits for its next round.</summary>
public sealed class ReadingBell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    internal async Task Wait(TimeSpan atMost, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(atMost);
        try { await rings.Reader.ReadAsync(patience.Token); }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { }
    }
}

/// <summary>Reads uploaded documents behind the pages. Any number of web processes share the work: a document is taken by a lease.</summary>
internal sealed class ReadImports(IServiceScopeFactory scopes, ReadingBell bell, TimeProvider time, ILogger<ReadImports> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    // A reader that was killed lets go within a minute; a living one says every ten seconds that it goes on.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await ReadOne(stoppingToken)) { }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Reading of documents stumbled; it goes on with the next round");
            }
            await bell.Wait(Round, stoppingToken);
        }
    }

    private async Task<bool> ReadOne(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<VekhaDb>();
        var now = time.GetUtcNow();
        var next = await db.Imports.AsNoTracking().Where(d => d.State == ImportState.Reading && (d.TakenUntil == null || d.TakenUntil < now))
            .OrderBy(d => d.UploadedAt).Select(d => new { d.Id, d.Version }).FirstOrDefaultAsync(cancel);
        if (next is null) return false;
        // Taken by one conditional update: two processes never read the same document at once.
        var until = now + Lease;
        var taken = await db.Imports.Where(d => d.Id == next.Id && d.Version == next.Version && d.State == ImportState.Reading)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.TakenUntil, until).SetProperty(x => x.Version, next.Version + 1), cancel);
        if (taken == 0) return true;
        FailPoint.Pass("import.taken");
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var holding = Hold(next.Id, done.Token);
        try { await Read(scope.ServiceProvider, next.Id, cancel); }
        finally
        {
            await done.CancelAsync();
            await holding;
        }
        return true;
    }

    private async Task Hold(Guid id, CancellationToken done)
    {
        try
        {
            for (; ; await Task.Delay(Round, done))
            {
                await using var scope = scopes.CreateAsyncScope();
                var until = time.GetUtcNow() + Lease;
                await scope.ServiceProvider.GetRequiredService<VekhaDb>().Imports.Where(d => d.Id == id && d.State == ImportState.Reading)
                    .ExecuteUpdateAsync(d => d.SetProperty(x => x.TakenUntil, until), done);
            }
        }
        catch (OperationCanceledException) { }
        catch (Exception e) when (e.IsOutage())
        {
            log.LogWarning("Document {Id}: the lease was not prolonged, {Reason}", id, e.GetBaseException().Message);
        }
    }

    private async Task Read(IServiceProvider services, Guid id, CancellationToken cancel)
    {
        var db = services.GetRequiredService<VekhaDb>();
        var draft = await db.Imports.SingleAsync(d => d.Id == id, cancel);
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == draft.ProgrammeId, cancel);
        var file = await db.Files.AsNoTracking().SingleAsync(f => f.Id == draft.FileId, cancel);
        try
        {
            var reading = await ReadFile.Of(services.GetRequiredService<Files>(), file, draft.Year, cancel);
            var memory = await db.Remembered.AsNoTracking().Where(r => r.OrganisationId == programme.OrganisationId).OrderBy(r => r.At).ToListAsync(cancel);
            ReviewMemory.Begin(draft, ColumnMemory.Recall(reading, draft, memory), programme, memory);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Document {Id} broke the reader", id);
            draft.Fail("Чтение файла оборвалось. Сохраните документ заново в Word или Excel и загрузите ещё раз.");
        }
        FailPoint.Pass("import.saving");
        await db.SaveChangesAsync(cancel);
        FailPoint.Pass("import.saved");
    }
}
