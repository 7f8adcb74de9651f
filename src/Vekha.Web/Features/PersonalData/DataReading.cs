using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>«Обращение к данным»: who opened whose data, when and why. Never changed; holds no names of those it is about.</summary>
public sealed class DataReading
{
    private DataReading() { }

    internal DataReading(Guid id, Guid programme, Guid? subject, string what, string? why, string? link, DateTimeOffset at, Actor by) =>
        (Id, ProgrammeId, SubjectId, What, Why, Link, At, PersonId, PersonName, UnitName) =
        (id, programme, subject, what, string.IsNullOrWhiteSpace(why) ? null : why.Trim(), link, at, by.PersonId, by.Name, by.UnitName);

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
