using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vekha.Events;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>
/// «Запись на событие»: gives places and keeps the waiting list. A place is taken by one conditional update of the row of
/// places, in the transaction that writes the registration: never more than there are, in the order of coming.
/// </summary>
public sealed partial class Registrar(VekhaDb db, ConsentBook consents, RegistrationLetters letters, Turnstile turnstile, TimeProvider time)
{
    private const string Table = "event_registrations";

    /// <summary>Key of the place of personal data.</summary>
    public const string Place = "registrations";

    /// <summary>Writes a person onto the list, with his consents; a letter goes out if he has left an address.</summary>
    /// <param name="asked">Purposes of the programme for registration and photographs.</param>
    /// <param name="agreed">Those the person agreed to.</param>
    /// <exception cref="Refusal">No name, no consent, registered already, too many from one address.</exception>
    public async Task<Registration> Register(Event happening, Applicant person, RegistrationSource source, IReadOnlyList<Purpose> asked, IReadOnlyCollection<Guid> agreed, ConsentGiven given, string? address = null)
    {
        MustBeWhole(person);
        MustAgree(asked, agreed);
        var hash = address is null ? null : HashOf(happening.Id, address);
        if (hash is not null) await MustBeFewFrom(happening, hash);
        var mailbox = string.IsNullOrWhiteSpace(person.Email) ? null : person.Email.Trim().ToLowerInvariant();
        if (mailbox is not null && await IsOn(happening, mailbox)) throw Known();
        using var turn = await turnstile.Enter(db.Engine);
        for (var left = 5; ; left--)
        {
            try
            {
                return await Write(happening, person, source, asked, agreed, given, hash);
            }
            catch (DbUpdateException e) when (e.IsDuplicate(Table) && left > 0)
            {
                // The same mailbox a moment earlier, or a code that somebody has: the next one is drawn.
                if (mailbox is not null && await IsOn(happening, mailbox)) throw Known();
            }
        }
    }

    private async Task<Registration> Write(Event happening, Applicant person, RegistrationSource source, IReadOnlyList<Purpose> asked, IReadOnlyCollection<Guid> agreed, ConsentGiven given, string? hash)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var state = await TakePlace(happening.Id, 1 + person.Children);
        var turn = await db.EventSeats.Where(s => s.EventId == happening.Id).Select(s => s.Turns).SingleAsync();
        var registration = new Registration(happening, person, source, state, turn, TicketCode.Of(RandomNumberGenerator.GetInt32(TicketCode.Count)), now) { AddressHash = hash };
        db.Add(registration);
        Agree(registration, person, asked, agreed, given);
        await letters.Tell(happening, registration, state == RegistrationState.Placed ? Telling.Placed : Telling.Waiting, "");
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // The form key stays: it belongs to the whole request.
            foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added && e.Entity is Registration or Consent or DataHolding or Letter).ToList()) entry.State = EntityState.Detached;
            throw;
        }
        await transaction.CommitAsync();
        return registration;
    }

    /// <summary>The one conditional update; who comes to a full house stands at the end of the waiting list.</summary>
    private async Task<RegistrationState> TakePlace(Guid happening, int seats)
    {
        // Whoever waits comes first, even when a single place is free and he needs two.
        var taken = await db.EventSeats.Where(s => s.EventId == happening && s.Waiting == 0 && (s.Places == null || s.Taken + seats <= s.Places))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken + seats).SetProperty(x => x.Turns, x => x.Turns + 1));
        if (taken == 1) return RegistrationState.Placed;
        await db.EventSeats.Where(s => s.EventId == happening).ExecuteUpdateAsync(s => s.SetProperty(x => x.Waiting, x => x.Waiting + 1).SetProperty(x => x.Turns, x => x.Turns + 1));
        return RegistrationState.Waiting;
    }

    private void Agree(Registration registration, Applicant person, IReadOnlyList<Purpose> asked, IReadOnlyCollection<Guid> agreed, ConsentGiven given)
    {
        var subject = new DataOf(registration.Id, Place, registration.IsChild);
        foreach (var purpose in asked)
        {
            if (purpose.Ground != LegalGround.Consent) consents.Collect(subject, purpose, given.On);
            else if (agreed.Contains(purpose.Id)) consents.Give(subject, purpose, given with { ParentName = person.ParentName });
        }
    }

    /// <summary>«Отказаться»: the place goes to the first of the waiting list, who is told.</summary>
    public async Task Leave(Event happening, Guid registration)
    {
        using var turn = await turnstile.Enter(db.Engine);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Lock(happening.Id);
        var found = await db.Registrations.SingleAsync(r => r.Id == registration && r.EventId == happening.Id);
        if (!found.IsOn) throw new Refusal("Запись не отменена", "Она уже отменена", "Обновите страницу");
        var (freed, waiting) = found.State == RegistrationState.Placed ? (found.Seats, 0) : (0, 1);
        found.Leave(time.GetUtcNow());
        await db.EventSeats.Where(s => s.EventId == happening.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken - freed).SetProperty(x => x.Waiting, x => x.Waiting - waiting));
        await MoveUp(happening);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Another number of places, inside the caller's transaction; never fewer than are taken. Those who wait move up.</summary>
    public async Task Resize(Event happening, int? places)
    {
        if (happening.Seats.Places == places) return;
        if (await db.EventSeats.Where(s => s.EventId == happening.Id && (places == null || s.Taken <= places)).ExecuteUpdateAsync(s => s.SetProperty(x => x.Places, places)) == 0)
        {
            var taken = await db.EventSeats.Where(s => s.EventId == happening.Id).Select(s => s.Taken).SingleAsync();
            throw new Refusal("Событие не сохранено", $"Занято {Ru.Count(taken, "место", "места", "мест")}, это больше, чем {Ru.Number(places!.Value)}", "Оставьте мест не меньше, чем занято") { Field = "Input.Places" };
        }
        await MoveUp(happening);
    }

    /// <summary>Gives free places to those who wait, strictly in order; the row of places is locked by the caller's transaction.</summary>
    private async Task MoveUp(Event happening)
    {
        var seats = await db.EventSeats.AsNoTracking().SingleAsync(s => s.EventId == happening.Id);
        if (seats.Waiting == 0) return;
        var free = seats.Places is { } places ? places - seats.Taken : int.MaxValue;
        if (free <= 0) return;
        var first = await db.Registrations.Where(r => r.EventId == happening.Id && r.State == RegistrationState.Waiting).OrderBy(r => r.Turn).Take(Math.Min(free, 1000)).ToListAsync();
        var (taken, moved) = (0, 0);
        foreach (var next in first)
        {
            if (next.Seats > free - taken) break;
            taken += next.Seats;
            moved++;
            next.MoveUp(time.GetUtcNow());
            await letters.Tell(happening, next, Telling.MovedUp, "");
        }
        await db.EventSeats.Where(s => s.EventId == happening.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken + taken).SetProperty(x => x.Waiting, x => x.Waiting - moved));
    }

    private Task<bool> IsOn(Event happening, string mailbox) => db.Registrations.AnyAsync(r => r.EventId == happening.Id && r.EmailKey == mailbox);

    private Task<int> Lock(Guid happening) => db.EventSeats.Where(s => s.EventId == happening).ExecuteUpdateAsync(s => s.SetProperty(x => x.Turns, x => x.Turns));

    private async Task MustBeFewFrom(Event happening, string hash)
    {
        if (happening.PerAddress is not { } limit) return;
        var since = time.GetUtcNow().AddHours(-1);
        if (await db.Registrations.CountAsync(r => r.EventId == happening.Id && r.AddressHash == hash && r.At > since) >= limit)
            throw new Refusal("Запись не принята", $"С вашего адреса за час уже записалось {Ru.Count(limit, "человек", "человека", "человек")}", "Попробуйте через час или позвоните организатору");
    }

    private static void MustBeWhole(Applicant person)
    {
        const string not = "Запись не принята";
        if (string.IsNullOrWhiteSpace(person.Name) || !person.Name.Any(char.IsLetter)) throw new Refusal(not, "Не указаны фамилия и имя", "Впишите их: по ним вас найдут на входе") { Field = "Input.Name" };
        if (person.Email is { Length: > 0 } email && !AttendeeList.IsEmail(email.Trim())) throw new Refusal(not, $"«{email}» не похоже на адрес почты", "Проверьте его: на него придёт подтверждение") { Field = "Input.Email" };
        if (person.Children is < 0 or > 9) throw new Refusal(not, "С собой можно привести до 9 детей", "Если их больше, позвоните организатору") { Field = "Input.Children" };
    }

    private static void MustAgree(IReadOnlyList<Purpose> asked, IReadOnlyCollection<Guid> agreed)
    {
        var needed = asked.Where(p => p.Use == PurposeUse.Registration).ToList();
        if (needed.Count == 0) throw new Refusal("Запись не принята", "Для этой программы ещё не утверждён текст согласия на обработку персональных данных", "Обратитесь к организатору: без согласия имена не записывают");
        if (needed.FirstOrDefault(p => p.Ground == LegalGround.Consent && !agreed.Contains(p.Id)) is { } missing)
            throw new Refusal("Запись не принята", $"Нет согласия: «{missing.Title}»", "Прочтите текст и отметьте согласие: без него записать имя нельзя") { Field = "agreed" };
    }

    private static Refusal Known() => new("Запись не принята", "С этим адресом почты на событие уже записались", "Ссылка на запись есть в письме, которое тогда пришло") { Field = "Input.Email" };

    private static string HashOf(Guid happening, string address) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{happening:N}|{address}")))[..24];
}

/// <summary>
/// People press «Записаться» all at once: they enter the database one after another in the order they came, so that nobody
/// waits in vain for his turn and others still get connections.
/// </summary>
public sealed class Turnstile : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private readonly SemaphoreSlim several = new(8);

    public async Task<IDisposable> Enter(Engine engine)
    {
        var gate = engine == Engine.Sqlite ? one : several;
        await gate.WaitAsync();
        return new Turn(gate);
    }

    public void Dispose()
    {
        one.Dispose();
        several.Dispose();
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
