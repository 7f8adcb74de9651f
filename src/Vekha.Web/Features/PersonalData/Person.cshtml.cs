using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.PersonalData;

/// <summary>The card of a person for the unit that keeps the list; health is shown apart, with a reason.</summary>
public sealed class PersonModel(VekhaDb db, DataAccess access, ConsentBook book, ReadingLog log, Files files, Journal journal, Saying say) : PageModel, IShowsAgain
{
    public sealed class AgreeForm
    {
        [Display(Name = "Цель")]
        public Guid? Purpose { get; set; }

        [Display(Name = "Подписано")]
        public DateOnly? On { get; set; }

        [Display(Name = "Родитель или опекун"), StringLength(200)]
        public string? ParentName { get; set; }

        [Display(Name = "Скан")]
        public IFormFile? Scan { get; set; }

        [Display(Name = "Где бумага"), StringLength(300)]
        public string? PaperPlace { get; set; }

        [Display(Name = "Условия и запреты"), StringLength(2000)]
        public string? Terms { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PeopleModel.Form Input { get; set; } = new();

    [BindProperty]
    public AgreeForm Agree { get; set; } = new();

    public DataSubject Person { get; private set; } = null!;

    /// <summary>The words, once they were asked for.</summary>
    public string? Health { get; private set; }
    public bool MayHealth { get; private set; }
    public IReadOnlyList<(Consent Consent, string Purpose, DateOnly? Ends)> Consents { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Purposes { get; private set; } = [];
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<PersonKind>().Select(k => new SelectListItem(Ru.Capital(k.Word()), k.ToString(), k == Input.Kind));

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        Input = new() { Kind = Person.Kind, Name = Person.Name, Contact = Person.Contact, Note = Person.Note, IsChild = Person.IsChild };
        log.Note(Person.ProgrammeId, Id, "открыта карточка", null, $"/desk/personal-data/person/{Id}");
        await db.SaveChangesAsync();
        // Asked for a moment ago, by the form that named the reason.
        if (MayHealth && TempData["health"] is Guid asked && asked == Id) Health = Person.Health ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostShow(string? why)
    {
        if (!await Load() || !MayHealth) return NotFound();
        if (string.IsNullOrWhiteSpace(why)) throw new Refusal("Сведения не показаны", "Не названа причина", "Напишите, зачем открываете: это останется в журнале");
        log.Note(Person.ProgrammeId, Id, "открыты сведения о здоровье", why, $"/desk/personal-data/person/{Id}");
        await db.SaveChangesAsync();
        TempData["health"] = Id;
        return Redirect($"/desk/personal-data/person/{Id}");
    }

    public async Task<IActionResult> OnPostSave(int version)
    {
        if (await access.Subject(Id, tracked: true) is not { } person) return NotFound();
        db.Expect(person, version);
        person.Describe(Input.Kind, Input.Name, Input.Contact, Input.Note, Input.IsChild);
        journal.Write("запись о человеке изменена", "data-subject", Id);
        await db.SaveChangesAsync();
        say.Done("Сохранено.");
        return Redirect($"/desk/personal-data/person/{Id}");
    }

    public async Task<IActionResult> OnPostHealth(int version, string? health)
    {
        if (await access.Subject(Id, tracked: true) is not { } person) return NotFound();
        db.Expect(person, version);
        person.WriteHealth(health, await book.Holds(Id, PurposeUse.Health));
        log.Note(person.ProgrammeId, Id, "изменены сведения о здоровье");
        await db.SaveChangesAsync();
        say.Done("Сведения о здоровье сохранены и снова закрыты.");
        return Redirect($"/desk/personal-data/person/{Id}");
    }

    public async Task<IActionResult> OnPostAgree(CancellationToken cancel)
    {
        if (!await Load() || Person.IsErased) return NotFound();
        if (await db.Purposes.AsNoTracking().Include(p => p.Texts).SingleOrDefaultAsync(p => p.Id == Agree.Purpose && p.ProgrammeId == Person.ProgrammeId && p.ClosedOn == null, cancel) is not { } purpose)
            throw new Refusal("Согласие не записано", "Не выбрана цель", "Выберите её из списка") { Field = "Agree.Purpose" };
        var programme = await access.Programme(Person.ProgrammeId);
        var given = await PaperConsent.Of(Agree.On, Agree.Scan, Agree.PaperPlace, Agree.ParentName, access.Today(programme!), files, cancel);
        if (purpose.Use == PurposeUse.Publication) given = given with { Terms = PublicationTerms.Read(Agree.Terms, purpose.Fields) };
        await book.GiveAgain(new(Id, PeoplePlace.Key, Person.IsChild), purpose, given);
        journal.Write("записано согласие", "data-subject", Id, after: new { Цель = purpose.Title });
        await db.SaveChangesAsync(cancel);
        say.Done($"Согласие записано: {purpose.Title}.");
        return Redirect($"/desk/personal-data/person/{Id}");
    }

    public async Task<IActionResult> OnPostWithdraw(Guid consent, int version, DateOnly? on, string? how)
    {
        if (!await Load() || await db.Consents.SingleOrDefaultAsync(c => c.Id == consent && c.SubjectId == Id) is not { } given) return NotFound();
        if (on is not { } day) throw new Refusal("Отзыв не записан", "Не указан день", "Впишите, когда пришло заявление") { Field = "on" };
        db.Expect(given, version);
        await book.Withdraw(given, how, day);
        await db.SaveChangesAsync();
        say.Done($"Отзыв записан. Если других целей нет, данные нужно уничтожить до {Ru.Day(day.AddDays(Vekha.Privacy.Retention.DaysToDestroy))}.");
        return Redirect($"/desk/personal-data/person/{Id}");
    }

    public async Task<IActionResult> OnGetScan(Guid consent)
    {
        if (!await Load() || Consents.FirstOrDefault(c => c.Consent.Id == consent).Consent is not { ScanId: { } scan }) return NotFound();
        log.Note(Person.ProgrammeId, Id, "открыт скан согласия", null, $"/desk/personal-data/person/{Id}");
        var file = await db.Files.SingleAsync(f => f.Id == scan);
        await db.SaveChangesAsync();
        return files.Download(file);
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        if (await access.Subject(Id) is not { } person) return false;
        Person = person;
        MayHealth = !person.IsErased && await book.Holds(Id, PurposeUse.Health);
        var consents = await db.Consents.AsNoTracking().Where(c => c.SubjectId == Id).OrderByDescending(c => c.At).ToListAsync();
        var ends = await db.DataHoldings.Where(h => h.SubjectId == Id && h.ActId == null).ToDictionaryAsync(h => h.PurposeId, h => h.EndsOn);
        var purposes = await db.Purposes.AsNoTracking().Where(p => p.ProgrammeId == person.ProgrammeId).ToListAsync();
        Consents = [.. consents.Select(c => (c, purposes.Find(p => p.Id == c.PurposeId)!.Title, ends.TryGetValue(c.PurposeId, out var day) ? day : (DateOnly?)null))];
        Purposes = [.. purposes.Where(p => p is { ClosedOn: null, Ground: LegalGround.Consent }).Select(p => new SelectListItem(Ru.Capital(p.Title), p.Id.ToString(), p.Id == Agree.Purpose))];
        return true;
    }
}
