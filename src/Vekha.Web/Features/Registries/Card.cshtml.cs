using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>The card of one object on a day: its fields as they stood, its life in order, words about progress, its past values.</summary>
public sealed partial class CardModel(VekhaDb db, RegistryAccess access, CardBook book, Sections sections, Files files, Journal journal, ReadingLog readings, Saying say) : PageModel, IShowsAgain
{
    private const int MostFacts = 60;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [Display(Name = "Что сделано"), StringLength(4000)]
    public string? Text { get; private set; }

    [Display(Name = "Готовность, %")]
    public int? Percent { get; private set; }

    [Display(Name = "Риск"), StringLength(500)]
    public string? Risk { get; private set; }

    [Display(Name = "На какой день")]
    public DateOnly? Day { get; private set; }

    [Display(Name = "Почему записи не должно быть"), StringLength(1000)]
    public string? Ground { get; private set; }

    public RegistryOnDesk Desk { get; private set; } = null!;
    public RegistryObject Card { get; private set; } = null!;
    public RegistryDefinition Definition => Desk.Registry.Definition;
    public DateOnly On { get; private set; }

    /// <summary>A past day is only looked at.</summary>
    public bool MayAct { get; private set; }
    public IReadOnlyDictionary<string, string> Values { get; private set; } = null!;
    public RegistryState State { get; private set; } = null!;
    /// <summary>What later features show here: events.</summary>
    public IReadOnlyList<(string View, object Model)> Sections { get; private set; } = [];
    public RegistryObject? Survivor { get; private set; }
    public IReadOnlyList<RegistryObject> Merged { get; private set; } = [];
    public (string Code, string Title)? Measure { get; private set; }
    public IReadOnlyList<Fact> Facts { get; private set; } = [];
    public IReadOnlyList<(Assignment Assignment, string Title)> Work { get; private set; } = [];

    public IEnumerable<ObjectEvent> Events => Card.Events.Where(e => e.Day <= On).OrderBy(e => e.Day).ThenBy(e => e.Number);
    public IEnumerable<ObjectUpdate> Updates => Card.Updates.Where(u => u.Day <= On).OrderByDescending(u => u.Day).ThenByDescending(u => u.Number);
    public IEnumerable<ValueChange> Past => Card.Changes.Where(c => c.Before is not null && c.On <= On && !Definition.Moves.Any(m => m.TitleField == c.Key) && (FieldOf(c) is not { } f ? c.Key[0] == '@' : !f.IsPersonal || Desk.SeesPersonal(Card))).OrderByDescending(c => c.On).ThenByDescending(c => c.At);

    /// <summary>Fields that have a value on the day and may be read.</summary>
    public IEnumerable<RegistryField> Filled => Definition.Fields.Where(f => Values.ContainsKey(f.Key) && (!f.IsPersonal || Desk.SeesPersonal(Card)));

    public RegistryField? FieldOf(ValueChange change) => Definition.Field(change.Key);

    public string TitleOf(ValueChange change) => FieldOf(change)?.Title ?? (change.Key == RegistryObject.NameKey ? "Название" : "Территория");

    public ObjectFile? FileOf(string value) => RegistryField.IdIn(value) is { } file ? Card.Files.FirstOrDefault(f => f.FileId == file) : null;

    /// <summary>The event that may be taken back: the last one that stands.</summary>
    public ObjectEvent? Last => Card.Events.Where(e => !e.IsTakenBack).MaxBy(e => e.Number) is { FromState: not null } last ? last : null;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (NamesPeople) await readings.NoteOnceADay(Desk.Programme, Id, $"открыта карточка № {Card.Number}, «{Desk.Registry.Title}»", $"/desk/registries/card/{Id}");
        return Page();
    }

    /// <summary>Names, phones and mails stand on the page, now or in its past values.</summary>
    private bool NamesPeople => RegistryObject.PeopleIn(Definition).Any(f => (!f.IsPersonal || Desk.SeesPersonal(Card))
        && (Values.GetValueOrDefault(f.Key) is { } value ? value != DataPlaces.Erased : Card.Changes.Any(c => c.Key == f.Key && c.Before is not null and not DataPlaces.Erased)));

    public Task<IActionResult> OnPostConfirm(int version) => Change(version, async by =>
    {
        if (!Desk.Keeps) throw new Refusal("Карточка не подтверждена", "Подтверждает тот, кто ведёт программу");
        await book.Confirm(Desk, Card, by);
        say.Done($"Карточка № {Card.Number} подтверждена: объект вошёл в счёт.");
    });

    public Task<IActionResult> OnPostTell(string? text, int? percent, string? risk, DateOnly? day, IFormFile? photo, int version)
    {
        (Text, Percent, Risk, Day) = (text, percent, risk, day);
        return Change(version, async by =>
        {
            var kept = photo is { Length: > 0 } ? await CardForm.Accepted(photo, isPhoto: true, files) : null;
            var update = Card.Tell(text, percent, risk, day ?? by.On, kept, by);
            journal.Write("ход отмечен", "registry-object", Id, after: new { update.Day, Готовность = update.Percent, Риск = update.Risk });
            say.Done("Ход отмечен: он войдёт в текст за период.");
        });
    }

    public Task<IActionResult> OnPostTakeBack(Guid happened, string? ground, int version)
    {
        Ground = ground;
        return Change(version, async by =>
        {
            await book.TakeBack(Desk, Card, happened, ground, by);
            say.Done("Событие отменено: оно осталось в истории зачёркнутым.");
        });
    }

    public async Task ShowAgain()
    {
        if (Desk is null) await Load();
    }

    private async Task<IActionResult> Change(int version, Func<Author, Task> change)
    {
        if (!await Load(tracked: true)) return NotFound();
        if (!Desk.MayChange(Card)) return Forbid();
        db.Expect(Card, version);
        await change(access.Author(Desk.Programme));
        db.Entry(Card).Property(c => c.State).IsModified = true;
        await db.SaveChangesAsync();
        return Redirect($"/desk/registries/card/{Id}");
    }

    private async Task<bool> Load(bool tracked = false)
    {
        if (await access.FindCard(Id, tracked) is not { } found) return false;
        (Desk, Card) = found;
        On = access.Shown(Desk.Programme);
        var today = access.Today(Desk.Programme);
        Day ??= today;
        MayAct = On == today && Desk.MayChange(Card);
        Values = Card.ValuesOn(On);
        State = Definition.State(Card.StateOn(On) ?? Card.State);
        if (Card.MergedIntoId is { } into) Survivor = await db.RegistryObjects.AsNoTracking().SingleAsync(o => o.Id == into);
        Merged = await db.RegistryObjects.AsNoTracking().Where(o => o.MergedIntoId == Id).OrderBy(o => o.Number).ToListAsync();
        if (Card.MeasureId is { } measure) Measure = await db.Measures.Where(m => m.Id == measure).Select(m => new ValueTuple<string, string>(m.Code, m.Title)).SingleAsync();
        await LoadWork();
        Sections = await sections.Of("registry-card", HttpContext, Id);
        return true;
    }
}
