using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>Takes the lines of loads portion after portion, in the name of whoever gave the file.</summary>
public sealed class CardLoading(VekhaDb db, CardImport cards, Actor actor, Journal journal, ILogger<CardLoading> log)
{
    /// <summary>So many lines go in together.</summary>
    public const int Portion = 100;

    private const int MostAttempts = 3;

    private (Guid Load, CardLines Lines)? seen;

    /// <summary>As long as it may; what is left is taken by the job behind the page.</summary>
    /// <returns>Whether all is taken.</returns>
    public async Task<bool> Go(Guid id, TimeSpan budget, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        while (await Step(id, cancel))
            if (watch.Elapsed > budget) return false;
        return !await db.RegistryLoads.AnyAsync(l => l.Id == id, cancel);
    }

    /// <summary>One portion, saved with how far the load has come.</summary>
    /// <returns>Whether there is more to do at once.</returns>
    public async Task<bool> Step(Guid id, CancellationToken cancel = default)
    {
        db.ChangeTracker.Clear();
        if (await db.RegistryLoads.SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } load) return false;
        try
        {
            return await Take(load, cancel);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsDuplicate("registry_objects"))
        {
            // Another process has taken the portion at the same moment: nothing of ours was written.
            db.ChangeTracker.Clear();
            return false;
        }
        catch (Exception e) when (e is DbUpdateException or Refusal)
        {
            await Stumble(id, e, cancel);
            return false;
        }
    }

    private async Task<bool> Take(RegistryLoad load, CancellationToken cancel)
    {
        var import = await db.Set<RegistryImport>().SingleAsync(i => i.Id == load.Id, cancel);
        var registry = await db.Registries.Include(r => r.Goals).SingleAsync(r => r.Id == load.RegistryId, cancel);
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == registry.ProgrammeId, cancel);
        var desk = new RegistryOnDesk(registry, programme, load.Keeps, load.Own.ToHashSet());
        using var inTheName = actor.InTheNameOf(import.ById, import.ByName, load.UnitName);
        var lines = seen is { } known && known.Load == load.Id ? known.Lines : await CardLines.Load(db, desk, cancel);
        seen = (load.Id, lines);
        var portion = load.Waiting.Take(Portion).ToList();
        var taken = await cards.Take(desk, lines, portion, load.Done + 1, new Author(import.ById, import.ByName, import.On, import.At), cancel);
        import.Took(taken.Added, taken.Changed, taken.Same, taken.Bad);
        load.Took(portion.Count);
        if (load.Waiting.Count == 0)
        {
            db.Remove(load);
            journal.Write("реестр загружен из таблицы", "registry", registry.Id, after: new { Файл = import.FileName, Добавлено = import.Added, Изменено = import.Changed, НеВзято = import.Bad.Count });
        }
        FailPoint.Pass("cards.saving");
        await db.SaveChangesAsync(cancel);
        FailPoint.Pass("cards.saved");
        return load.Waiting.Count > 0;
    }

    /// <summary>A portion that breaks off again and again comes back with the reason; the rest goes on.</summary>
    private async Task Stumble(Guid id, Exception failure, CancellationToken cancel)
    {
        log.LogWarning(failure, "A portion of the load {Load} did not go in", id);
        db.ChangeTracker.Clear();
        seen = null;
        if (await db.RegistryLoads.SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } load) return;
        load.Stumbled();
        if (load.Attempts >= MostAttempts)
        {
            var import = await db.Set<RegistryImport>().SingleAsync(i => i.Id == id, cancel);
            var why = failure is Refusal refusal ? refusal.Why : "эти строки не записались: загрузите их ещё раз отдельным файлом";
            var lost = load.Waiting.Take(Portion).Select((l, i) => new BadLine(load.Done + i + 1, l, [why])).ToList();
            import.Took(0, 0, 0, lost);
            load.Took(lost.Count);
            if (load.Waiting.Count == 0) db.Remove(load);
        }
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another process has got it in meanwhile.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The job: loads in the order they were given.</summary>
    internal static async Task<string> Work(JobRun run, CancellationToken cancel)
    {
        var waiting = await run.Db.RegistryLoads.AsNoTracking().OrderBy(l => l.At).Select(l => l.Id).ToListAsync(cancel);
        foreach (var id in waiting)
            do await run.MustHold(cancel);
            while (await run.Get<CardLoading>().Step(id, cancel));
        return waiting.Count == 0 ? "загружать нечего" : $"загружалось: {Ru.Count(waiting.Count, "таблица", "таблицы", "таблиц")}";
    }
}
