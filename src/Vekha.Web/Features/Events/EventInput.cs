using System.ComponentModel.DataAnnotations;

namespace Vekha.Web.Features.Events;

/// <summary>What the form of an event asks.</summary>
public sealed class EventInput
{
    [Display(Name = "Вид события"), StringLength(80)]
    public string? Kind { get; set; } = "семинар";

    [Display(Name = "Название"), StringLength(400)]
    public string? Title { get; set; }

    [Display(Name = "Кто проводит")]
    public Guid? UnitId { get; set; }

    [Display(Name = "Территория")]
    public Guid? TerritoryId { get; set; }

    [Display(Name = "Мероприятие плана")]
    public Guid? MeasureId { get; set; }

    [Display(Name = "Объект без карточки"), StringLength(300)]
    public string? ObjectName { get; set; }

    [Display(Name = "День")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Начало"), StringLength(5)]
    public string? From { get; set; }

    [Display(Name = "Последний день")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "Окончание"), StringLength(5)]
    public string? Until { get; set; }

    [Display(Name = "Форма")]
    public EventForm Form { get; set; }

    [Display(Name = "Место"), StringLength(400)]
    public string? Venue { get; set; }

    [Display(Name = "Ссылка на подключение"), StringLength(1000)]
    public string? Link { get; set; }

    [Display(Name = "Запись участников")]
    public RegistrationMode Mode { get; set; }

    [Display(Name = "Мест")]
    public int? Places { get; set; }

    [Display(Name = "О чём событие"), StringLength(4000)]
    public string? About { get; set; }

    [Display(Name = "Вопросный лист"), StringLength(8000)]
    public string? Questions { get; set; }

    [Display(Name = "Кого снимают"), StringLength(300)]
    public string? Hero { get; set; }

    [Display(Name = "Показывать на портале")]
    public bool IsPublic { get; set; }

    [Display(Name = "Записей с одного адреса в час"), Range(1, 100000)]
    public int? PerAddress { get; set; } = 20;

    /// <summary>Why the time of an appointed event changes.</summary>
    [Display(Name = "Основание переноса"), StringLength(1000)]
    public string? Ground { get; set; }

    public int Version { get; set; }

    public static EventInput Of(Event e) => new()
    {
        Kind = e.Kind, Title = e.Title, UnitId = e.UnitId, TerritoryId = e.TerritoryId, MeasureId = e.MeasureId, ObjectName = e.ObjectId is null && !e.IsOnRoute ? e.ObjectName : null,
        Day = e.Day, From = EventTime.Clock(e.Time.From), LastDay = e.LastDay == e.Day ? null : e.LastDay, Until = EventTime.Clock(e.Time.Until),
        Form = e.Form, Venue = e.Venue, Link = e.Link, Mode = e.Mode, Places = e.Seats.Places, About = e.About, Questions = e.Questions, Hero = e.Hero, IsPublic = e.IsPublic, PerAddress = e.PerAddress, Version = e.Version,
    };

    /// <param name="plan">The plan of the measure.</param>
    /// <param name="cards">Cards of registries it is about: one stands for the whole event, several are named in a line.</param>
    public EventTerms Terms(EventTime time, Guid? plan, IReadOnlyList<CardChoice> cards) => new()
    {
        Kind = Kind ?? "", Title = Title ?? "", UnitId = UnitId ?? Guid.Empty, TerritoryId = TerritoryId, Time = time, Form = Form, Venue = Venue, Link = Link, Mode = Mode, Places = Places,
        PlanId = MeasureId is null ? null : plan, MeasureId = MeasureId, ObjectId = cards is [var only] ? only.Id : null, ObjectName = cards.Count == 0 ? ObjectName : string.Join("; ", cards.Select(c => c.Name)), IsOnRoute = cards.Count > 1, About = About, Questions = Questions, Hero = Hero, IsPublic = IsPublic, PerAddress = PerAddress,
    };
}
