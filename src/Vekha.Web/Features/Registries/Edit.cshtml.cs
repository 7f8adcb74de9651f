using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>«Изменить карточку»: name, territory and fields; what stood there before stays in the history.</summary>
public sealed class EditModel(VekhaDb db, RegistryAccess access, CardBook book, RegistryBuilder builder, Files files, Journal journal, ReadingLog readings, Saying say) : PageModel, IShowsAgain
{
    public sealed class Form
    {
        [Display(Name = "Название"), StringLength(300)]
        public string? Name { get; set; }

        [Display(Name = "Территория")]
        public Guid? Territory { get; set; }

        [Display(Name = "Мероприятие плана")]
        public Guid? Measure { get; set; }

        [Display(Name = "Значения действуют с")]
        public DateOnly? Day { get; set; }

        public int Version { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public RegistryOnDesk Desk { get; private set; } = null!;
    public RegistryObject Card { get; private set; } = null!;
    public CardForm Fields { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Territories { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (!Desk.MayChange(Card)) return Forbid();
        if (RegistryObject.PeopleIn(Desk.Registry.Definition).Any(f => Card.Values.GetValueOrDefault(f.Key) is not null and not DataPlaces.Erased))
            await readings.NoteOnceADay(Desk.Programme, Id, $"открыта карточка № {Card.Number}, «{Desk.Registry.Title}»", $"/desk/registries/card/{Id}");
        Input = new() { Name = Card.Name, Territory = Card.TerritoryId, Measure = Card.MeasureId, Day = access.Today(Desk.Programme), Version = Card.Version };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        const string not = "Карточка не сохранена";
        if (!await Load(tracked: true)) return NotFound();
        if (!Desk.MayChange(Card)) return Forbid();
        db.Expect(Card, Input.Version);
        var by = access.Author(Desk.Programme);
        var values = await Fields.Read(Request.Form, db, Desk, not);
        if (Input.Territory != Card.TerritoryId && Territories.All(t => t.Value != Input.Territory.ToString())) throw new Refusal(not, "Не выбрана территория", "Выберите её из списка") { Field = "Input.Territory" };
        var day = Input.Day ?? by.On;
        if (day > by.On) throw new Refusal(not, $"День {Ru.Digits(day)} ещё не наступил", "Впишите день, с которого значения действуют") { Field = "Input.Day" };
        var (name, place) = (Card.Name, Card.Territory);
        Card.Rename(Input.Name, await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == Input.Territory), day, by);
        if (Input.Measure is { } chosen && chosen != Card.MeasureId && Measures.All(m => m.Value != chosen.ToString())) throw new Refusal(not, "Такого мероприятия в планах программы нет", "Выберите его из списка") { Field = "Input.Measure" };
        Card.Serve(Input.Measure is { } measure ? await db.Measures.Where(m => m.Id == measure).Select(m => (Guid?)m.PlanId).SingleAsync() : null, Input.Measure);
        var changed = Card.Write(Desk.Registry.Definition, values.Concat(await Fields.Attach(Request.Form, Card, files)).ToDictionary(v => v.Key, v => v.Value), day, by);
        // A value lies in a row of its own beside the card: the card steps its version all the same.
        db.Entry(Card).Property(c => c.Name).IsModified = true;
        await book.Changed(Desk, Card);
        journal.Write("карточка изменена", "registry-object", Id, before: new { Название = name, Территория = place }, after: new { Название = Card.Name, Территория = Card.Territory, Полей = changed });
        await db.SaveChangesAsync();
        say.Done(changed == 0 ? "Карточка сохранена." : $"Карточка сохранена: {Ru.Count(changed, "поле изменено", "поля изменены", "полей изменено")}, прежнее осталось в истории.");
        return Redirect($"/desk/registries/card/{Id}");
    }

    public async Task ShowAgain()
    {
        if (Desk is null) await Load();
    }

    private async Task<bool> Load(bool tracked = false)
    {
        if (await access.FindCard(Id, tracked) is not { } found) return false;
        (Desk, Card) = found;
        access.Shown(Desk.Programme);
        Territories = await access.Territories(Desk, Card.TerritoryId);
        Fields = await book.FormOf(Desk, Card, Desk.Registry.Definition.Asked, []);
        Measures = await builder.Measures(Desk.Programme.Id);
        return true;
    }
}
