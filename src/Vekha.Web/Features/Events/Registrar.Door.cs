using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>What the host decides at the door.</summary>
public sealed partial class Registrar
{
    /// <summary>
    /// «Пустить из очереди»: gives somebody who waits a place that is free, or one above the limit by the host's own decision
    /// with its ground. A place that is free is taken by the same conditional update as everywhere.
    /// </summary>
    /// <param name="along">What else belongs to the same transaction: the mark that the person came.</param>
    /// <exception cref="Refusal">The person does not wait, or nothing is free and no ground is named.</exception>
    public async Task<Registration> LetIn(Event happening, Guid registration, string? ground, string by, Action<Registration> along)
    {
        const string not = "Из очереди не пущен";
        using var turn = await turnstile.Enter(db.Engine);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Lock(happening.Id);
        var found = await db.Registrations.SingleAsync(r => r.Id == registration && r.EventId == happening.Id);
        if (found.State != RegistrationState.Waiting) throw new Refusal(not, $"{found.Name}: в очереди уже не стоит", "Обновите страницу");
        var seats = found.Seats;
        var isFree = await db.EventSeats.Where(s => s.EventId == happening.Id && (s.Places == null || s.Taken + seats <= s.Places))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken + seats).SetProperty(x => x.Waiting, x => x.Waiting - 1)) == 1;
        if (!isFree)
        {
            var now = await db.EventSeats.AsNoTracking().SingleAsync(s => s.EventId == happening.Id);
            if (string.IsNullOrWhiteSpace(ground))
                throw new Refusal(not, $"Свободных мест нет: занято {Ru.OutOf(now.Taken, now.Places!.Value)}", "Если решаете пустить сверх мест, напишите основание: «не пришли записанные», «поставлены стулья»") { Field = "ground" };
            await db.EventSeats.Where(s => s.EventId == happening.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken + seats).SetProperty(x => x.Waiting, x => x.Waiting - 1));
        }
        found.LetIn(time.GetUtcNow(), by, isFree ? null : ground);
        along(found);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return found;
    }
}
