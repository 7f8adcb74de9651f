using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>«Обращение к данным»: who opened whose data, when and why. Never changed; holds no names of those it is about.</summary>
public sealed class DataReading
{
    private DataReading() { }

    internal DataReading(Guid programme, Guid? subject, string what, string? why, string? link, DateTimeOffset at, Actor by) =>
        (Id, ProgrammeId, SubjectId, What, Why, Link, At, PersonId, PersonName, UnitName) =
        (Guid.CreateVersion7(), programme, subject, what, string.IsNullOrWhiteSpace(why) ? null : why.Trim(), link, at, by.PersonId, by.Name, by.UnitName);

    public Guid Id { get; private set; }
    public Guid ProgrammeId { get; private set; }

    /// <summary>About one person; <c>null</c> for a list or a sheet.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>«открыта карточка», «открыт скан листа регистрации», «выгружены данные».</summary>
    public string What { get; private set; } = "";
    public string? Why { get; private set; }

    /// <summary>Where it is: <c>/desk/events/card/…</c>.</summary>
    public string? Link { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? PersonId { get; private set; }
    public string PersonName { get; private set; } = "";
    public string UnitName { get; private set; } = "";
}

/// <summary>Writes openings down. A page that shows names calls it before it shows them.</summary>
public sealed class ReadingLog(VekhaDb db, Actor actor, TimeProvider time)
{
    /// <summary>Adds the entry; the caller saves.</summary>
    /// <param name="what">«открыт скан листа регистрации».</param>
    /// <param name="why">In the reader's own words, where they are asked for.</param>
    /// <param name="link">Local address of what was opened.</param>
    public void Note(Guid programme, Guid? subject, string what, string? why = null, string? link = null) =>
        db.Add(new DataReading(programme, subject, what, why, link, time.GetUtcNow(), actor));
}
