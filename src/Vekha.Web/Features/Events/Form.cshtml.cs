using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>
/// «Изменить форму проведения»: from a hall to a link. A unit asks, who keeps the programme decides; a decision that was
/// taken elsewhere is written down with its act at once.
/// </summary>
public sealed class FormModel(VekhaDb db, EventAccess access, EventDesk desk, Registrar registrar, Actor actor, Journal journal, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Новая форма")]
    public EventForm Form { get; set; } = EventForm.Online;

    [BindProperty, Display(Name = "Место"), StringLength(400)]
    public string? Venue { get; set; }

    [BindProperty, Display(Name = "Ссылка на подключение"), StringLength(1000)]
    public string? Link { get; set; }

    [BindProperty, Display(Name = "Основание"), StringLength(2000)]
    public string? Ground { get; set; }

    [BindProperty, Display(Name = "День решения")]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "Кто решил"), StringLength(300)]
    public string? By { get; set; }

    public Event Happening { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public FormRequest? Asked { get; private set; }
    public bool MayKeep { get; private set; }

    public IEnumerable<SelectListItem> Forms => Enum.GetValues<EventForm>().Select(f => new SelectListItem(f.Word(), f.ToString()));

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        (Form, Venue, Link) = Asked is { } asked ? (asked.Form, asked.Venue, asked.Link) : (Happening.Form == EventForm.Online ? EventForm.OnSite : EventForm.Online, Happening.Venue, Happening.Link);
        (Ground, On) = (Asked?.Ground, access.Today(Programme));
        return Page();
    }

    /// <summary>Asks: the form stays until it is decided.</summary>
    public async Task<IActionResult> OnPostAsk()
    {
        if (!await Load()) return NotFound();
        if (Asked is not null) throw new Refusal("Запрос не подан", "Прежний ещё не решён", "Дождитесь решения или отзовите его");
        // What cannot be done is said now, not when it is decided.
        Happening.ChangeForm(Form, Venue, Link, access.Decision(Programme, Ground));
        db.Add(new FormRequest(Happening, Form, Venue, Link, Ground!, access.Today(Programme), time.GetUtcNow(), actor));
        journal.Write("запрошена другая форма проведения", "event", Id, Ground, after: Event.FormWords(Form, Venue, Link));
        await db.SaveChangesAsync();
        say.Done("Запрос подан. Пока решения нет, действует прежняя форма.");
        return Redirect($"/desk/events/form/{Id}");
    }

    public async Task<IActionResult> OnPostApprove(int version)
    {
        if (!await Load() || !MayKeep) return NotFound();
        if (On is not { } on) throw new Refusal("Форма не изменена", "Не указан день решения", "Впишите его как день.месяц.год") { Field = "On" };
        if (on > access.Today(Programme)) throw new Refusal("Форма не изменена", $"День решения {Ru.Digits(on)} ещё не наступил", "Записывают принятое решение: проверьте дату") { Field = "On" };
        if (string.IsNullOrWhiteSpace(By)) throw new Refusal("Форма не изменена", "Не указано, кто решил", "Впишите должность и фамилию") { Field = "By" };
        var happening = (await access.FindOwn(Id))!;
        db.Expect(happening, version);
        var words = Asked is { } request ? $"Запрос от {Ru.Digits(request.On)} ({request.By}): {Ground}" : Ground;
        happening.ChangeForm(Form, Venue, Link, new(on, By.Trim(), words, time.GetUtcNow(), actor.PersonId));
        var change = happening.Changes[^1];
        db.Add(change);
        if (Asked is not null) (await db.FindAsync<FormRequest>(Asked.Id))!.Approve();
        journal.Write("событие: изменена форма проведения", "event", Id, change.Ground, change.Before, change.After);
        await registrar.TellAll(happening, Telling.Form, change.Id);
        await desk.Save(Programme.Id, [happening]);
        say.Done("Форма изменена, прежняя осталась в истории. Записанным участникам отправлены письма.");
        return Redirect($"/desk/events/event/{Id}");
    }

    public async Task<IActionResult> OnPostRefuse(string? why)
    {
        if (!await Load() || !MayKeep || Asked is null) return NotFound();
        (await db.FindAsync<FormRequest>(Asked.Id))!.Refuse(why);
        journal.Write("в другой форме проведения отказано", "event", Id, why);
        await db.SaveChangesAsync();
        say.Done("В изменении формы отказано, действует прежняя.");
        return Redirect($"/desk/events/event/{Id}");
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        if (await access.FindOwn(Id, tracked: false) is not { IsAhead: true } found) return false;
        Happening = found;
        Programme = await access.ProgrammeOf(found.ProgrammeId);
        MayKeep = await access.MayKeep(found.ProgrammeId);
        Asked = await FormRequest.Open(db, Id);
        By ??= MayKeep ? access.Decision(Programme, null).By : null;
        return true;
    }
}
