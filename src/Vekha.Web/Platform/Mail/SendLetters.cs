using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Wording;

namespace Vekha.Web.Platform;

/// <summary>
/// The job that empties the outbox. A letter is claimed under the number of the run before it is handed over, so that two
/// instances never send the same one side by side; one left half-way by a dead instance is sent again under its old Message-ID.
/// </summary>
internal static class SendLetters
{
    public static readonly Job Job = new("mail", "Отправка писем", TimeSpan.FromMinutes(1), Work);

    /// <summary>A reminder of three days ago helps nobody.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(3);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Growing pauses for a letter the server put off.</summary>
    private static readonly int[] PauseMinutes = [1, 5, 15, 30, 60];

    private const int Batch = 100;

    private static async Task<string> Work(JobRun run, CancellationToken cancel)
    {
        var db = run.Db;
        await db.Letters.Where(l => l.State == LetterState.Sent && l.SentAt < run.Now - Kept).ExecuteDeleteAsync(cancel);
        if (await MailSettings.Load(db, cancel) is not { IsOn: true } settings) return "почта не настроена";
        using var post = new SmtpPost(settings, run.Get<IDataProtectionProvider>());
        var (sent, refused) = (0, 0);
        while (await Due(run).Take(Batch).ToListAsync(cancel) is { Count: > 0 } letters)
        {
            foreach (var letter in letters)
            {
                var delivery = await Hand(run, post, letter, cancel);
                if (delivery is { IsTaken: true }) sent++;
                else if (delivery is { IsForEver: true }) refused++;
            }
        }
        return (sent, refused) switch
        {
            (0, 0) => "отправлять нечего",
            (_, 0) => $"отправлено {Ru.Count(sent, "письмо", "письма", "писем")}",
            _ => $"отправлено {Ru.Count(sent, "письмо", "письма", "писем")}, отвергнуто {refused}",
        };
    }

    private static IQueryable<Letter> Due(JobRun run)
    {
        var (now, fence) = (run.Now, run.Fence);
        return run.Db.Letters.AsNoTracking()
            .Where(l => (l.State == LetterState.Waiting && l.NextAt <= now) || (l.State == LetterState.Sending && l.Fence < fence)).OrderBy(l => l.NextAt);
    }

    private static async Task<Delivery?> Hand(JobRun run, SmtpPost post, Letter letter, CancellationToken cancel)
    {
        if (run.Now - (letter.TriedAgainAt ?? letter.CreatedAt) > Life)
        {
            var old = new Delivery(letter.Failure is null ? "Не отправлено за трое суток" : $"Не доставлено за трое суток: {letter.Failure}", true);
            await Note(run, letter, old);
            return old;
        }
        if (!await Claim(run, letter, cancel)) throw new LeaseLost(run.Name, run.Fence);
        FailPoint.Pass("mail.claimed");
        try
        {
            var delivery = await post.Send(letter, cancel);
            FailPoint.Pass("mail.handed");
            await Note(run, letter, delivery);
            return delivery;
        }
        catch (JobSetback)
        {
            // Not this letter's fault: it waits as it was.
            await Mine(run, letter).ExecuteUpdateAsync(l => l.SetProperty(x => x.State, LetterState.Waiting), CancellationToken.None);
            throw;
        }
    }

    private static async Task<bool> Claim(JobRun run, Letter letter, CancellationToken cancel)
    {
        var (jobs, name, fence) = (run.Db.Jobs, run.Name, run.Fence);
        return await run.Db.Letters.Where(l => l.Id == letter.Id && (l.State == LetterState.Waiting || (l.State == LetterState.Sending && l.Fence < fence)) && jobs.Any(j => j.Name == name && j.Fence == fence))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.State, LetterState.Sending).SetProperty(x => x.Fence, fence), cancel) == 1;
    }

    // Once the server has taken it, stopping must not lose that knowledge.
    private static Task Note(JobRun run, Letter letter, Delivery delivery)
    {
        var (now, attempts) = (run.Now, letter.Attempts + 1);
        var state = delivery.IsTaken ? LetterState.Sent : delivery.IsForEver ? LetterState.Refused : LetterState.Waiting;
        var next = now.AddMinutes(PauseMinutes[Math.Min(attempts, PauseMinutes.Length) - 1]);
        DateTimeOffset? sentAt = delivery.IsTaken ? now : null;
        return run.Db.Letters.Where(l => l.Id == letter.Id && l.Fence <= run.Fence).ExecuteUpdateAsync(l => l.SetProperty(x => x.State, state).SetProperty(x => x.Attempts, attempts)
            .SetProperty(x => x.NextAt, next).SetProperty(x => x.SentAt, sentAt).SetProperty(x => x.Failure, delivery.Words), CancellationToken.None);
    }

    private static IQueryable<Letter> Mine(JobRun run, Letter letter) =>
        run.Db.Letters.Where(l => l.Id == letter.Id && l.State == LetterState.Sending && l.Fence == run.Fence);
}
