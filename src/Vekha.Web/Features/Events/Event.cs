using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>What is said about an event when it is prepared.</summary>
public sealed record EventTerms
{
    /// <summary>Nominative singular: «семинар».</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }

    /// <summary>Who holds it.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Where it is held: a unit of the tree; that of the holder when absent.</summary>
    public Guid? TerritoryId { get; init; }
    public required EventTime Time { get; init; }
    public EventForm Form { get; init; }
    public string? Venue { get; init; }
    public string? Link { get; init; }
    public RegistrationMode Mode { get; init; }

    /// <summary>Places for participants; <c>null</c> for any number.</summary>
    public int? Places { get; init; }
    public Guid? PlanId { get; init; }
    public Guid? MeasureId { get; init; }

    /// <summary>Card of a registry it is about: club, project, practice.</summary>
    public Guid? ObjectId { get; init; }
    public string? ObjectName { get; init; }

    /// <summary>It is about several cards: <see cref="ObjectName"/> names them in a line.</summary>
    public bool IsOnRoute { get; init; }
    public string? About { get; init; }

    /// <summary>«Вопросный лист», a question on each line.</summary>
    public string? Questions { get; init; }

    /// <summary>Who is filmed; seen only by those who prepare the event.</summary>
    public string? Hero { get; init; }

    /// <summary>Shown on the portal once it is appointed.</summary>
    public bool IsPublic { get; init; }

    /// <summary>How many may register from one address within an hour; <c>null</c> for any number.</summary>
    public int? PerAddress { get; init; }
}

/// <summary>
/// «Событие»: a seminar, a meeting, a filming with its time and place. It is prepared, appointed, held or cancelled; what
/// changes after it was appointed leaves a record with its ground.
/// </summary>
public sealed partial class Event
{
    private readonly List<EventChange> changes = [];

    private Event() { }

    public Event(Programme programme, EventTerms terms)
    {
        Id = Guid.CreateVersion7();
        ProgrammeId = programme.Id;
        Take(terms);
        Seats = new(Id, terms.Places);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public Guid? PlanId { get; private set; }
    public Guid? MeasureId { get; private set; }
    public Guid? ObjectId { get; private set; }
    public string? ObjectName { get; private set; }

    /// <inheritdoc cref="EventTerms.IsOnRoute"/>
    public bool IsOnRoute { get; private set; }
    public Guid? SeriesId { get; private set; }

    /// <summary>Place in its series, from 1.</summary>
    public int? SeriesNumber { get; private set; }

    /// <inheritdoc cref="EventTerms.Kind"/>
    public string Kind { get; private set; } = "";
    public string Title { get; private set; } = "";
    public Guid UnitId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public string ZoneId { get; private set; } = "";

    /// <summary>The local day of the beginning: lists and calendars go by it.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The local day of the end.</summary>
    public DateOnly LastDay { get; private set; }
    public EventForm Form { get; private set; }
    public string? Venue { get; private set; }
    public string? Link { get; private set; }
    public RegistrationMode Mode { get; private set; }
    public EventState State { get; private set; }
    public string? About { get; private set; }
    public string? Questions { get; private set; }
    public string? Hero { get; private set; }
    public bool IsPublic { get; private set; }

    /// <inheritdoc cref="EventTerms.PerAddress"/>
    public int? PerAddress { get; private set; }

    /// <summary>How many came, once it was held; <c>null</c> is «нет данных», not zero.</summary>
    public int? Present { get; private set; }

    /// <summary>Whence that number: «отметки на входе», «подсчёт по головам», «журнал подключений».</summary>
    public string? PresentFrom { get; private set; }

    /// <summary>Places and who took them: in a row of its own, so that taking a place never meets an edit of the event.</summary>
    public EventSeats Seats { get; private set; } = null!;
    public IReadOnlyList<EventChange> Changes => changes;

    public EventTime Time => new(StartsAt, EndsAt, ZoneId);

    /// <summary>Open to change: neither held nor cancelled.</summary>
    public bool IsAhead => State is EventState.Conceived or EventState.Appointed;

    /// <summary>«ДК «Родина», ул. Мира, 5»; the link is told to participants only.</summary>
    public string Place => Form switch
    {
        EventForm.Online => "онлайн",
        EventForm.Mixed => string.IsNullOrEmpty(Venue) ? "в зале и онлайн" : $"{Venue}, и онлайн",
        _ => Venue ?? "место не названо",
    };

    /// <summary>Writes what is said about an event; time and form of an appointed one change by their own verbs.</summary>
    public void Describe(EventTerms terms)
    {
        if (!IsAhead) throw new Refusal("Событие не сохранено", $"Оно {State.Word()}", "Состоявшееся не переписывают: уточните число участников или снимите отметку о проведении");
        if (State == EventState.Appointed && terms.Time != Time) throw new Refusal("Событие не сохранено", "Оно уже назначено, а время изменилось", "Укажите основание переноса") { Field = "Input.Ground" };
        if (State == EventState.Appointed && terms.Form != Form) throw new Refusal("Событие не сохранено", "Форма назначенного события меняется решением", "Откройте «Изменить форму проведения»") { Field = "Input.Form" };
        Take(terms);
    }

    /// <summary>«Серия»: which one and which of it.</summary>
    public Event In(EventSeries series, int number)
    {
        (SeriesId, SeriesNumber) = (series.Id, number);
        return this;
    }

    private void Take(EventTerms terms)
    {
        const string not = "Событие не сохранено";
        if (string.IsNullOrWhiteSpace(terms.Title)) throw new Refusal(not, "У него нет названия", "Назовите его так, как напишете в приглашении") { Field = "Input.Title" };
        if (string.IsNullOrWhiteSpace(terms.Kind)) throw new Refusal(not, "Не указан вид события", "Выберите его: по виду событие засчитывается в нормы плана") { Field = "Input.Kind" };
        if (terms.Places is < 1 or > 1_000_000) throw new Refusal(not, "Число мест должно быть больше нуля", "Если мест не считают, оставьте поле пустым") { Field = "Input.Places" };
        if (Plain(terms.Link) is { } link && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new Refusal(not, "Ссылка на подключение записана неверно", "Скопируйте её целиком из строки браузера: «https://…»") { Field = "Input.Link" };
        (PlanId, MeasureId, ObjectId, ObjectName, IsOnRoute) = (terms.PlanId, terms.MeasureId, terms.ObjectId, Plain(terms.ObjectName), terms.IsOnRoute);
        (Kind, Title, UnitId, TerritoryId) = (terms.Kind.Trim().ToLowerInvariant(), terms.Title.Trim(), terms.UnitId, terms.TerritoryId ?? terms.UnitId);
        (Form, Venue, Link, Mode) = (terms.Form, Plain(terms.Venue), Plain(terms.Link), terms.Mode);
        (About, Questions, Hero, IsPublic, PerAddress) = (Plain(terms.About), Plain(terms.Questions), Plain(terms.Hero), terms.IsPublic, terms.PerAddress);
        Take(terms.Time);
    }

    private void Take(EventTime time) =>
        (StartsAt, EndsAt, ZoneId, Day, LastDay) = (time.StartsAt, time.EndsAt, time.ZoneId, time.Day, time.LastDay);

    private static string? Plain(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

/// <summary>«Места»: one row an event that is changed by one conditional update, never read and written back.</summary>
public sealed class EventSeats
{
    private EventSeats() { }

    internal EventSeats(Guid eventId, int? places) => (EventId, Places) = (eventId, places);

    public Guid EventId { get; private set; }

    /// <summary><c>null</c> for any number.</summary>
    public int? Places { get; private set; }
    public int Taken { get; private set; }

    /// <summary>People who stand in the waiting list.</summary>
    public int Waiting { get; private set; }

    /// <summary>Grows with every registration: the order of the waiting list.</summary>
    public long Turns { get; private set; }
}
