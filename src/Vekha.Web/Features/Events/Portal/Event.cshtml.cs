using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events.Portal;

/// <summary>An event for everybody, with registration where it is open. No account, no foreign captcha.</summary>
public sealed class EventModel(VekhaDb db, PublicEvents events, Registrar registrar, ConsentBook consents, RegistrationLetters letters, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RegistrationInput Input { get; set; } = new();

    public Event Happening { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<EventItem> Items { get; private set; } = [];

    /// <summary>What is asked, each a box of its own that nobody ticks beforehand.</summary>
    public IReadOnlyList<Purpose> Purposes { get; private set; } = [];
    public bool TakesPeople { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        Items = await db.EventItems.AsNoTracking().Where(i => i.EventId == Id).OrderBy(i => i.Position).ToListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(List<Guid> agreed)
    {
        if (!await Load()) return NotFound();
        if (!TakesPeople) throw new Refusal("Запись не принята", "Запись на это событие закрыта", "Посмотрите другие события");
        // People do not see this field; a robot fills in everything.
        if (!string.IsNullOrEmpty(Input.Site)) throw new Refusal("Запись не принята", "Заполнено поле, которое должно остаться пустым", "Сотрите его и отправьте ещё раз");
        var person = Input.Person();
        var given = new ConsentGiven(ConsentChannel.Page, events.Today(Programme));
        var registration = await registrar.Register(Happening, person, RegistrationSource.Self, Purposes, agreed, given, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "unknown");
        say.Done(registration.State == RegistrationState.Placed ? "Вы записаны, место за вами." : "Мест нет, вы в листе ожидания.");
        return Redirect(letters.AddressOf(registration.Id));
    }

    public Task ShowAgain() => OnGet();

    private async Task<bool> Load()
    {
        if (await events.Find(Id) is not var (happening, programme)) return false;
        (Happening, Programme) = (happening, programme);
        TakesPeople = events.TakesPeople(happening, programme);
        if (TakesPeople) Purposes = [.. (await consents.Asked(programme.Id, PurposeUse.Registration, PurposeUse.Photo)).OrderBy(p => p.Use)];
        TakesPeople = TakesPeople && Purposes.Any(p => p.Use == PurposeUse.Registration);
        return true;
    }
}

/// <summary>Whom the form writes down.</summary>
public enum ApplicantAge
{
    /// <summary>«18 лет и старше».</summary>
    Grown,
    /// <summary>«14–17 лет»: a parent agrees.</summary>
    Teen,
    /// <summary>«младше 14»: not asked for data.</summary>
    Child,
}

/// <summary>What the public form asks.</summary>
public sealed class RegistrationInput
{
    [Display(Name = "Фамилия, имя, отчество"), StringLength(200)]
    public string? Name { get; set; }

    [Display(Name = "Электронная почта"), StringLength(254)]
    public string? Email { get; set; }

    [Display(Name = "Телефон"), StringLength(40)]
    public string? Phone { get; set; }

    [Display(Name = "Организация"), StringLength(300)]
    public string? Organisation { get; set; }

    [Display(Name = "Должность"), StringLength(200)]
    public string? Post { get; set; }

    [Display(Name = "Кого представляете"), StringLength(60)]
    public string? Tag { get; set; }

    [Display(Name = "Сколько вам лет")]
    public ApplicantAge Age { get; set; }

    [Display(Name = "Кто из родителей согласен"), StringLength(200)]
    public string? ParentName { get; set; }

    [Display(Name = "Сколько детей до 14 лет придёт с вами"), Range(0, 9)]
    public int Children { get; set; }

    /// <summary>Hidden from people: a trap for robots.</summary>
    public string? Site { get; set; }

    public static readonly IReadOnlyList<string> Tags = ["власть", "муниципалитет", "общественная организация", "наука и образование", "пресса", "житель"];

    public Applicant Person()
    {
        if (Age == ApplicantAge.Child) throw new Refusal("Запись не принята", "Данные детей до 14 лет мы не собираем", "Пусть запишется взрослый и укажет, сколько детей придёт с ним") { Field = "Input.Age" };
        if (Age == ApplicantAge.Teen && string.IsNullOrWhiteSpace(ParentName)) throw new Refusal("Запись не принята", "За участника 14–17 лет соглашается родитель или опекун, а он не назван", "Впишите его фамилию, имя и отчество") { Field = "Input.ParentName" };
        return new(Name ?? "", Email, Phone, Organisation, Post) { Tag = Tag, Children = Children, ParentName = Age == ApplicantAge.Teen ? ParentName : null };
    }
}
