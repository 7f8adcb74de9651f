using Microsoft.EntityFrameworkCore;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Cascade;

/// <summary>Goes on with cascades too big for one press of a button; what an earlier run has made stays.</summary>
internal static class MakeCascades
{
    public static async Task<string> Work(JobRun run, CancellationToken cancel)
    {
        var running = await run.Db.Cascades.Where(c => c.State == CascadeState.Running).OrderBy(c => c.At).Select(c => c.Id).ToListAsync(cancel);
        foreach (var id in running)
            do await run.MustHold(cancel);
            while (await run.Get<CascadeMaking>().Step(id, cancel));
        return running.Count == 0 ? "нечего раздавать" : $"роздано: {Ru.Count(running.Count, "каскад", "каскада", "каскадов")}";
    }
}
