using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Events;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>«Приглашения и письма» of an event: addressees, the letter, numbers, sending, answers.</summary>
public sealed class LettersModel(VekhaDb db, EventAccess access, LetterDesk desk, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public TemplateInput Input { get; private set; } = new();
    public string? Addressees { get; private set; }
    public string? Group { get; private set; }
    public Event Happening { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public LetterTemplate Template { get; private set; } = null!;
    public IReadOnlyList<EventLetter> Letters { get; private set; } = [];
    public IReadOnlyList<string> FieldNames { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostTemplate(TemplateInput input)
    {
        if (!await Load()) return NotFound();
        Input = input;
        var stored = await db.LetterTemplates.SingleOrDefaultAsync(t => t.EventId == Id);
        if (stored is null) db.Add(stored = new LetterTemplate(Id));
        else db.Expect(stored, input.Version);
        stored.Write(input.Subject, input.Body, input.Support, input.Index, input.SignPost, input.SignName);
        stored.WritePress(input.PressSubject, input.PressBody);
        var unknown = MergedText.Fill($"{stored.Subject}\n{stored.Body}\n{stored.PressSubject}\n{stored.PressBody}", await desk.Fields(Happening, stored, null)).Unknown;
        if (unknown.Count > 0) throw new Refusal("Образец не сохранён", $"Неизвестные поля: {string.Join(", ", unknown.Select(u => $"{{{u}}}"))}", "Список полей стоит под текстом") { Field = "Input.Body" };
        journal.Write("образец письма сохранён", "event", Id);
        await db.SaveChangesAsync();
        say.Done("Образец сохранён.");
        return Back();
    }

    /// <summary>«Организация; кому; почта» on each line.</summary>
    public async Task<IActionResult> OnPostAdd(string? addressees, string? group)
    {
        if (!await Load()) return NotFound();
        (Addressees, Group) = (addressees, group);
        if (group is { Length: > 0 } && !EventLetter.Groups.Contains(group)) return NotFound();
        var lines = (addressees ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(';', StringSplitOptions.TrimEntries)).ToList();
        if (lines.Count is 0 or > 500) throw new Refusal("Адресаты не добавлены", lines.Count == 0 ? "Список пуст" : "В списке больше 500 строк", "Впишите каждого с новой строки: организация; кому; почта") { Field = "addressees" };
        var position = Letters.Count;
        foreach (var line in lines)
        {
            var mailbox = line.ElementAtOrDefault(2) is { Length: > 0 } given ? given : null;
            if (mailbox is not null && !AttendeeList.IsEmail(mailbox)) throw new Refusal("Адресаты не добавлены", $"«{mailbox}» не похоже на адрес почты", "Исправьте третью часть строки или уберите её") { Field = "addressees" };
            if (Letters.Any(l => l.Organisation == line[0] && (l.Person ?? "") == (line.ElementAtOrDefault(1) ?? ""))) throw new Refusal("Адресаты не добавлены", $"{line[0]} уже в списке", "Уберите строку") { Field = "addressees" };
            db.Add(new EventLetter(Happening, line[0], line.ElementAtOrDefault(1), mailbox, ++position, group));
        }
        journal.Write("адресаты писем добавлены", "event", Id, after: new { Адресатов = lines.Count });
        await db.SaveChangesAsync();
        say.Done($"Добавлено: {Ru.Count(lines.Count, "адресат", "адресата", "адресатов")}.");
        return Back();
    }

    public Task<IActionResult> OnPostRegister(List<Guid> chosen) => Do(chosen, l => l.Number is null, "не зарегистрированы", async (letters, today) =>
    {
        await desk.Register(Happening, Programme, Template, letters, today);
        say.Done($"Зарегистрировано {Ru.Count(letters.Count, "письмо", "письма", "писем")}: № {letters[0].NumberWords}{(letters.Count > 1 ? $" – {letters[^1].NumberWords}" : "")}.");
    }, "письма зарегистрированы");

    public Task<IActionResult> OnPostMail(List<Guid> chosen) => Do(chosen, l => l is { Number: not null, SentOn: null }, "не отправлены", async (letters, today) =>
    {
        await desk.Mail(letters, today);
        say.Done($"Отправляется {Ru.Count(letters.Count, "письмо", "письма", "писем")} почтой.");
    }, "письма отправлены почтой");

    public Task<IActionResult> OnPostPaper(List<Guid> chosen) => Do(chosen, l => l is { Number: not null, SentOn: null }, "не отмечены", (letters, today) =>
    {
        foreach (var letter in letters) letter.Send("на бумаге", today);
        say.Done($"Отмечено отправленными на бумаге: {letters.Count}.");
        return Task.CompletedTask;
    }, "письма отправлены на бумаге");

    public async Task<IActionResult> OnPostReply(Guid letter, LetterReply reply, DateOnly? on, string? note, int? coming)
    {
        if (!await Load() || await db.EventLetters.SingleOrDefaultAsync(l => l.Id == letter && l.EventId == Id) is not { } found) return NotFound();
        found.Answer(reply, on, note, coming, access.Today(Programme));
        journal.Write($"ответ на письмо {found.NumberWords}: {EventLetter.Word(reply)}", "event", Id, note);
        await db.SaveChangesAsync();
        say.Done($"{found.Organisation}: {EventLetter.Word(reply)}.");
        return Back();
    }

    public async Task ShowAgain()
    {
        var (input, addressees) = (Input, Addressees);
        await Load();
        (Input, Addressees) = (input.Body is null ? Input : input, addressees);
    }

    private RedirectResult Back() => Redirect($"/desk/events/letters/{Id}");

    private async Task<IActionResult> Do(List<Guid> chosen, Func<EventLetter, bool> fits, string not, Func<IReadOnlyList<EventLetter>, DateOnly, Task> act, string verb)
    {
        if (!await Load()) return NotFound();
        var letters = (await db.EventLetters.Where(l => l.EventId == Id && chosen.Contains(l.Id)).ToListAsync()).Where(fits).OrderBy(l => l.Number ?? 0).ThenBy(l => l.Position).ToList();
        if (letters.Count == 0) throw new Refusal($"Письма {not}", "Среди отмеченных таких нет", "Отметьте письма в списке: без номера — для регистрации, с номером и не отправленные — для отправки");
        journal.Write(verb, "event", Id, after: new { Писем = letters.Count });
        await act(letters, access.Today(Programme));
        await db.SaveChangesAsync();
        return Back();
    }

    private async Task<bool> Load()
    {
        if (await access.FindOwn(Id, tracked: false) is not { } found) return false;
        Happening = found;
        Programme = await access.ProgrammeOf(found.ProgrammeId);
        Template = await db.LetterTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.EventId == Id) ?? LetterDesk.Usual(found);
        Input = TemplateInput.Of(Template);
        Letters = await db.EventLetters.AsNoTracking().Where(l => l.EventId == Id).OrderBy(l => l.Year ?? 9999).ThenBy(l => l.Number).ThenBy(l => l.Position).ToListAsync();
        FieldNames = [.. (await desk.Fields(found, Template, null)).Keys];
        return true;
    }
}
