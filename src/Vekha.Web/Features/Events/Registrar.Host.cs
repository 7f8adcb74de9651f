using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vekha.Events;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>What became of a list that was uploaded.</summary>
/// <param name="Placed">Got a place.</param>
/// <param name="Waiting">Stand in the waiting list.</param>
/// <param name="Known">Were on the list already, by their mailbox.</param>
/// <param name="Problems">Rows that were not taken.</param>
public sealed record ListOutcome(int Placed, int Waiting, IReadOnlyList<string> Known, IReadOnlyList<AttendeeProblem> Problems);

/// <summary>A whole list at once: the host's Excel sheet.</summary>
public sealed partial class Registrar
{
    /// <summary>Takes the rows of a list that are new; consents lie on paper with whoever made it.</summary>
    public async Task<ListOutcome> Take(Event happening, AttendeeList list, IReadOnlyList<Purpose> asked, ConsentGiven given)
    {
        MustAgree(asked, [.. asked.Select(p => p.Id)]);
        var needed = asked.Where(p => p.Use == PurposeUse.Registration).ToList();
        using var turn = await turnstile.Enter(db.Engine);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Lock(happening.Id);
        string[] mailboxes = [.. list.People.Select(p => p.Email).OfType<string>()];
        var known = (await db.Registrations.Where(r => r.EventId == happening.Id && r.EmailKey != null && mailboxes.Contains(r.EmailKey)).Select(r => r.EmailKey!).ToListAsync()).ToHashSet();
        // A row without a mailbox that is sent once more is the same person of the same organisation.
        var names = (await db.Registrations.Where(r => r.EventId == happening.Id && r.EmailKey == null && r.Source == RegistrationSource.Host && r.State != RegistrationState.Left).Select(r => new { r.Name, r.Organisation }).ToListAsync()).Select(r => (r.Name, r.Organisation)).ToHashSet();
        bool IsKnown(Attendee row) => row.Email is { } mailbox ? known.Contains(mailbox) : names.Contains((row.Name, row.Organisation));
        var codes = (await db.Registrations.Where(r => r.EventId == happening.Id).Select(r => r.Code).ToListAsync()).ToHashSet();
        var seats = await db.EventSeats.AsNoTracking().SingleAsync(s => s.EventId == happening.Id);
        var (placed, waiting, next) = (0, 0, seats.Turns);
        foreach (var row in list.People.Where(p => !IsKnown(p)))
        {
            var fits = seats.Waiting + waiting == 0 && (seats.Places is not { } places || seats.Taken + placed < places);
            if (fits) placed++;
            else waiting++;
            await Write(happening, row, fits ? RegistrationState.Placed : RegistrationState.Waiting, ++next, Free(codes), needed, given);
        }
        // The row is locked: the condition holds, and is asked nevertheless.
        if (await db.EventSeats.Where(s => s.EventId == happening.Id && (s.Places == null || placed == 0 || s.Taken + placed <= s.Places))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken + placed).SetProperty(x => x.Waiting, x => x.Waiting + waiting).SetProperty(x => x.Turns, next)) == 0)
            throw new InvalidOperationException($"Places of {happening.Id} changed under a lock.");
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return new(placed, waiting, [.. list.People.Where(IsKnown).Select(p => $"строка {p.Row}: {p.Email ?? p.Name}")], list.Problems);
    }

    private async Task Write(Event happening, Attendee row, RegistrationState state, long turn, string code, IReadOnlyList<Purpose> purposes, ConsentGiven given)
    {
        var registration = new Registration(happening, new(row.Name, row.Email, row.Phone, row.Organisation, row.Post), RegistrationSource.Host, state, turn, code, time.GetUtcNow());
        db.Add(registration);
        Agree(registration, new(row.Name), purposes, [.. purposes.Select(p => p.Id)], given);
        await letters.Tell(happening, registration, state == RegistrationState.Placed ? Telling.Placed : Telling.Waiting, "");
    }

    private static string Free(HashSet<string> taken)
    {
        while (true)
        {
            var code = TicketCode.Of(RandomNumberGenerator.GetInt32(TicketCode.Count));
            if (taken.Add(code)) return code;
        }
    }

    /// <summary>Tells everybody on the list of a change; the caller saves.</summary>
    public async Task TellAll(Event happening, Telling telling, Guid change)
    {
        var people = await db.Registrations.AsNoTracking().Where(r => r.EventId == happening.Id && r.State != RegistrationState.Left && r.Email != null).OrderBy(r => r.Turn).ToListAsync();
        foreach (var person in people) await letters.Tell(happening, person, telling, change.ToString("N"));
    }
}
