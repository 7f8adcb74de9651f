using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Events;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«Отмечать на входе»: a code typed or scanned, or a search by name; on a phone in the hand as well.</summary>
public sealed class DeskModel(VekhaDb db, EventAccess access, Registrar registrar, ConsentBook consents, ReadingLog readings, Actor actor, Journal journal, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>A surname to look for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    public Event Happening { get; private set; } = null!;
    public int Came { get; private set; }
    public IReadOnlyList<Registration> Found { get; private set; } = [];
    public IReadOnlyList<Registration> Last { get; private set; } = [];
    public IReadOnlyList<Purpose> Purposes { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    /// <summary>One field for the scanner and the fingers: eight digits check in, anything else is looked for.</summary>
    public async Task<IActionResult> OnPost(string? entry)
    {
        if (await Own() is null) return NotFound();
        if (TicketCode.Read(entry) is not { } code) return Redirect($"/desk/events/desk/{Id}?q={Uri.EscapeDataString(entry?.Trim() ?? "")}");
        return await db.Registrations.SingleOrDefaultAsync(r => r.EventId == Id && r.Code == code) is { } found ? await CheckIn(found)
            : throw new Refusal("Приход не отмечен", $"Кода {TicketCode.Words(code)} на этом событии нет", "Проверьте цифры или найдите человека по фамилии");
    }

    public async Task<IActionResult> OnPostCame(Guid registration) =>
        await Own() is not null && await db.Registrations.SingleOrDefaultAsync(r => r.EventId == Id && r.Id == registration) is { } found ? await CheckIn(found) : NotFound();

    /// <summary>«Пустить из очереди»: who waits and stands at the door gets a free place, or one above the limit with its ground.</summary>
    public async Task<IActionResult> OnPostLetIn(Guid registration, string? ground)
    {
        if (await Own() is not { } happening || await db.Registrations.Where(r => r.EventId == Id && r.Id == registration).Select(r => r.Name).SingleOrDefaultAsync() is not { } name) return NotFound();
        Words = name;
        var let = await registrar.LetIn(happening, registration, ground, actor.Name, person =>
        {
            person.CheckIn(time.GetUtcNow(), actor.Name);
            journal.Write(person.LetInWhy is null ? "пущен из очереди на свободное место" : "пущен из очереди сверх мест", "event", Id, person.LetInWhy, after: new { Запись = person.Turn });
        });
        say.Done($"{let.Name}: {(let.LetInWhy is null ? "место нашлось" : "пущен сверх мест")}, приход отмечен.");
        return Redirect($"/desk/events/desk/{Id}");
    }

    /// <summary>A mistaken mark is taken back; the journal keeps both.</summary>
    public async Task<IActionResult> OnPostUndo(Guid registration)
    {
        if (await Own() is null || await db.Registrations.SingleOrDefaultAsync(r => r.EventId == Id && r.Id == registration) is not { } found) return NotFound();
        found.UndoCheckIn();
        journal.Write("отметка о приходе снята", "event", Id, after: new { Запись = found.Turn });
        await db.SaveChangesAsync();
        say.Done($"{found.Name}: отметка снята.");
        return Redirect($"/desk/events/desk/{Id}");
    }

    /// <summary>Somebody who came without a registration and has signed the sheet of consent.</summary>
    public async Task<IActionResult> OnPostDoor(string? name, string? organisation, bool agreed)
    {
        if (await Own() is not { } happening) return NotFound();
        if (!agreed) throw new Refusal("Не записан", "Нет подписанного согласия", "Дайте подписать лист согласия; без него человека считают по головам, не записывая имени") { Field = "agreed" };
        var programme = await access.ProgrammeOf(happening.ProgrammeId);
        var asked = await consents.Asked(programme.Id, PurposeUse.Registration);
        var made = await registrar.Register(happening, new(name ?? "", Organisation: organisation), RegistrationSource.Door, asked, [.. asked.Select(p => p.Id)], new(ConsentChannel.Paper, access.Today(programme)) { PaperPlace = "листы согласий события" });
        if (made.State == RegistrationState.Waiting)
        {
            say.Done($"{made.Name}: мест нет, записан в лист ожидания.");
            return Redirect($"/desk/events/desk/{Id}");
        }
        return await CheckIn(made);
    }

    public Task ShowAgain() => Load();

    private async Task<IActionResult> CheckIn(Registration found)
    {
        found.CheckIn(time.GetUtcNow(), actor.Name);
        journal.Write("отмечен приход", "event", Id, after: new { Запись = found.Turn });
        await db.SaveChangesAsync();
        say.Done($"{found.Name}{(found.Seats > 1 ? $" и дети: {found.Seats - 1}" : "")}: приход отмечен.");
        return Redirect($"/desk/events/desk/{Id}");
    }

    private async Task<Event?> Own() => await access.FindOwn(Id, tracked: false) is { State: EventState.Appointed } found ? Happening = found : null;

    private async Task<bool> Load()
    {
        if (await Own() is null) return false;
        var all = db.Registrations.AsNoTracking().Where(r => r.EventId == Id && r.State != RegistrationState.Left);
        Came = await all.Where(r => r.CheckedInAt != null).SumAsync(r => r.Seats);
        Last = await all.Where(r => r.CheckedInAt != null).OrderByDescending(r => r.CheckedInAt).ThenByDescending(r => r.Turn).Take(5).ToListAsync();
        Purposes = await consents.Asked(Happening.ProgrammeId, PurposeUse.Registration);
        if (!string.IsNullOrWhiteSpace(Words))
        {
            // Hundreds of names at most, and SQLite knows no case of Cyrillic: they are compared here.
            var names = await all.Select(r => new { r.Id, r.Name }).ToListAsync();
            var ids = names.Where(n => n.Name.Contains(Words.Trim(), StringComparison.CurrentCultureIgnoreCase)).OrderBy(n => n.Name).Take(20).Select(n => n.Id).ToArray();
            Found = [.. (await all.Where(r => ids.Contains(r.Id)).ToListAsync()).OrderBy(r => r.Name, StringComparer.Create(new("ru-RU"), true))];
        }
        if (Found.Count + Last.Count > 0)
        {
            readings.Note(Happening.ProgrammeId, null, "отмечались участники на входе", link: $"/desk/events/desk/{Id}");
            await db.SaveChangesAsync();
        }
        return true;
    }
}
