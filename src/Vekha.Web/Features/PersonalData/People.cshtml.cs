using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.PersonalData;

/// <summary>«Люди программы»: names for the unit that keeps the list, numbers for everybody else of the programme.</summary>
public sealed class PeopleModel(VekhaDb db, DataAccess access, ConsentBook book, ReadingLog log, Files files, Journal journal, Actor actor, Saying say) : PageModel, IShowsAgain
{
    private const int PerPage = 50;

    public sealed class Form
    {
        [Display(Name = "Чей список")]
        public Guid? Unit { get; set; }

        [Display(Name = "Кто это")]
        public PersonKind Kind { get; set; }

        [Display(Name = "Фамилия, имя, отчество"), StringLength(200)]
        public string? Name { get; set; }

        [Display(Name = "Телефон или почта"), StringLength(200)]
        public string? Contact { get; set; }

        [Display(Name = "Пометка"), StringLength(500)]
        public string? Note { get; set; }

        public bool IsChild { get; set; }

        [Display(Name = "Родитель или опекун"), StringLength(200)]
        public string? ParentName { get; set; }

        [Display(Name = "Согласие подписано")]
        public DateOnly? AgreedOn { get; set; }

        [Display(Name = "Скан согласия")]
        public IFormFile? Scan { get; set; }

        [Display(Name = "Где бумага"), StringLength(300)]
        public string? PaperPlace { get; set; }
    }

    public sealed record UnitCount(string Unit, PersonKind Kind, int Count);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public PersonKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Plans.Programme Programme { get; private set; } = null!;
    public bool MayKeep { get; private set; }
    public IReadOnlyList<UnitCount> Counts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<Purpose> Purposes { get; private set; } = [];
    public IReadOnlyList<DataSubject> People { get; private set; } = [];
    public IReadOnlyList<DataSubject> Psychologists { get; private set; } = [];
    public IReadOnlySet<Guid> Agreed { get; private set; } = new HashSet<Guid>();
    public int Total { get; private set; }
    public int Pages { get; private set; }
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<PersonKind>().Select(k => new SelectListItem(Ru.Capital(k.Word()), k.ToString(), k == Input.Kind));

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (People.Count == 0) return Page();
        log.Note(Id, null, $"открыт список людей, {Ru.Count(People.Count, "имя", "имени", "имён")}", null, $"/desk/personal-data/people/{Id}");
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!await Load() || Units.Count == 0) return NotFound();
        var unit = Units.Count == 1 ? Guid.Parse(Units[0].Value) : Input.Unit ?? Guid.Empty;
        if (!Units.Any(u => u.Value == unit.ToString())) return NotFound();
        if (Purposes.Count == 0) throw new Refusal("Запись не сохранена", $"Нет цели «{PurposeUse.People.Word()}»", "Попросите проектный офис завести её в «Целях и согласиях»");
        var person = new DataSubject(Id, unit, Input.Kind);
        person.Describe(Input.Kind, Input.Name, Input.Contact, Input.Note, Input.IsChild);
        person.Enter(access.Today(Programme), actor.Name);
        db.Add(person);
        var given = await PaperConsent.Of(Input.AgreedOn, Input.Scan, Input.PaperPlace, Input.ParentName, access.Today(Programme), files, cancel);
        foreach (var purpose in Purposes)
            if (purpose.Ground == LegalGround.Consent) book.Give(new(person.Id, PeoplePlace.Key, person.IsChild), purpose, given);
            else book.Collect(new(person.Id, PeoplePlace.Key), purpose, access.Today(Programme));
        journal.Write($"человек внесён в список: {person.Kind.Word()}", "data-subject", person.Id);
        await db.SaveChangesAsync(cancel);
        say.Done("Человек внесён в список, согласие записано.");
        return Redirect($"/desk/personal-data/people/{Id}");
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        if (await access.Programme(Id) is not { } programme) return false;
        (Programme, MayKeep) = (programme, await access.MayKeep(programme));
        var counts = await db.DataSubjects.Where(s => s.ProgrammeId == Id).GroupBy(s => new { s.UnitId, s.Kind }).Select(g => new { g.Key.UnitId, g.Key.Kind, Count = g.Count() }).ToListAsync();
        var mine = await access.Units();
        Guid[] named = [.. counts.Select(c => c.UnitId).Concat(mine).Distinct()];
        var names = await db.Organisations.Where(o => named.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName);
        Counts = [.. counts.Select(c => new UnitCount(names[c.UnitId], c.Kind, c.Count)).OrderBy(c => c.Unit).ThenBy(c => c.Kind)];
        Units = [.. mine.Select(u => new SelectListItem(names[u], u.ToString()))];
        if (Units.Count == 0) return true;
        Purposes = await book.Asked(Id, PurposeUse.People);
        await LoadPeople(mine);
        return true;
    }

    private async Task LoadPeople(IReadOnlyList<Guid> mine)
    {
        var all = await db.DataSubjects.AsNoTracking().Where(s => s.ProgrammeId == Id && mine.Contains(s.UnitId)).ToListAsync();
        var found = all.Where(s => (Kind is null || s.Kind == Kind) && (string.IsNullOrWhiteSpace(Search) || $"{s.Name} {s.Contact} {s.Note}".Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase)))
            .OrderBy(s => s.IsErased).ThenBy(s => s.Name, StringComparer.Create(new("ru-RU"), false)).ToList();
        (Total, Pages) = (all.Count, (found.Count + PerPage - 1) / PerPage);
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        People = [.. found.Skip((Number - 1) * PerPage).Take(PerPage)];
        Psychologists = [.. all.Where(s => s is { Kind: PersonKind.Psychologist, IsErased: false })];
        Agreed = await book.Holding(PurposeUse.People, [.. People.Select(p => p.Id)]);
    }
}
