using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«Серия событий»: several events of one programme that are prepared together and live each its own life.</summary>
public sealed class EventSeries
{
    private EventSeries() { }

    public EventSeries(Programme programme, string title, Guid? measure)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new Refusal("Серия не создана", "У неё нет названия", "Назовите её так, как назовёте каждое событие") { Field = "Input.Title" };
        (Id, ProgrammeId, Title, MeasureId) = (Guid.CreateVersion7(), programme.Id, title.Trim(), measure);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public Guid? MeasureId { get; private set; }
    public string Title { get; private set; } = "";
}

/// <summary>What an event needs for itself alone.</summary>
public enum ResourceKind
{
    /// <summary>«съёмочная группа».</summary>
    Crew,
    /// <summary>«зал».</summary>
    Hall,
    /// <summary>«коллектив, предприятие» which is visited.</summary>
    Collective,
    /// <summary>«человек»: a speaker, a presenter.</summary>
    Person,
}

/// <summary>«Ресурс» of a programme: a crew, a hall, a collective, a person who cannot be at two events at once.</summary>
public sealed class EventResource
{
    private EventResource() { }

    public EventResource(Programme programme, ResourceKind kind, string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new Refusal("Ресурс не добавлен", "Он не назван", "Впишите название: «Съёмочная группа № 1», «Малый зал»") { Field = "Name" };
        (Id, ProgrammeId, Kind, Name) = (Guid.CreateVersion7(), programme.Id, kind, name.Trim());
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public ResourceKind Kind { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>No longer offered; what was booked stays.</summary>
    public bool IsRetired { get; private set; }

    public void Retire() => IsRetired = true;

    public void Return() => IsRetired = false;

    public static string Word(ResourceKind kind) => kind switch { ResourceKind.Crew => "съёмочная группа", ResourceKind.Hall => "зал", ResourceKind.Collective => "коллектив", _ => "человек" };
}

/// <summary>«Занятость»: an event holds a resource from its beginning to its end.</summary>
public sealed class EventBooking
{
    private EventBooking() { }

    public EventBooking(Event happening, Guid resource)
    {
        (EventId, ResourceId) = (happening.Id, resource);
        Follow(happening);
    }

    public Guid EventId { get; private set; }
    public Guid ResourceId { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>A cancelled event holds nothing.</summary>
    public bool IsHeld { get; private set; }

    internal void Follow(Event happening) => (StartsAt, EndsAt, IsHeld) = (happening.StartsAt, happening.EndsAt, happening.State != EventState.Cancelled);
}

/// <summary>«Пункт программы события»: what happens at which hour and who speaks.</summary>
public sealed class EventItem
{
    private EventItem() { }

    internal EventItem(Guid eventId, int position, string? from, string title, string? speaker)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new Refusal("Программа не сохранена", $"В строке {position} нет названия пункта", "Впишите, что будет: «Открытие», «Регистрация участников»");
        if (!string.IsNullOrWhiteSpace(from) && EventTime.Read(from) is null) throw new Refusal("Программа не сохранена", $"В строке {position} «{from}» не похоже на время", "Впишите часы и минуты: «10:30»");
        Id = Guid.CreateVersion7();
        (EventId, Position, From, Title, Speaker) = (eventId, position, EventTime.Read(from), title.Trim(), string.IsNullOrWhiteSpace(speaker) ? null : speaker.Trim());
    }

    public Guid Id { get; private set; }
    public Guid EventId { get; private set; }
    public int Position { get; private set; }
    public TimeOnly? From { get; private set; }
    public string Title { get; private set; } = "";
    public string? Speaker { get; private set; }
}
