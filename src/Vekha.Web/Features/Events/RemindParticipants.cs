using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>The job that reminds participants on the day before: once each, through the outbox.</summary>
internal static class RemindParticipants
{
    private const int Batch = 200;

    public static async Task<string> Work(JobRun run, CancellationToken cancel)
    {
        var (db, letters, told) = (run.Db, run.Get<RegistrationLetters>(), 0);
        var (now, until) = (run.Now, run.Now.AddHours(24));
        var soon = await db.Events.AsNoTracking().Where(e => e.State == EventState.Appointed && e.StartsAt > now && e.StartsAt <= until).ToListAsync(cancel);
        foreach (var happening in soon)
        {
            while (true)
            {
                var people = await db.Registrations.Where(r => r.EventId == happening.Id && r.State == RegistrationState.Placed && r.RemindedAt == null && r.Email != null).OrderBy(r => r.Turn).Take(Batch).ToListAsync(cancel);
                foreach (var person in people)
                {
                    person.Remind(now);
                    await letters.Tell(happening, person, Telling.Reminder, "");
                }
                await run.Save(cancel);
                told += people.Count;
                if (people.Count < Batch) break;
            }
        }
        return told == 0 ? "напоминать некому" : $"напомнено {Ru.Count(told, "участнику", "участникам", "участникам")}";
    }
}
