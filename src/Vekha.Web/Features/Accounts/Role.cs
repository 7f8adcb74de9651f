namespace Vekha.Web.Features.Accounts;

/// <summary>«Роль»: what a person may do in a unit and below it.</summary>
public enum Role
{
    /// <summary>«администратор»: people, organisations, settings.</summary>
    Administrator,

    /// <summary>«проектный офис»: imports, confirms, plans, checks reports.</summary>
    ProjectOffice,

    /// <summary>«куратор»: approves plans, sees everything of his programmes, decides on extensions.</summary>
    Curator,

    /// <summary>«исполнитель»: reports on the assignments of his unit.</summary>
    Executor,

    /// <summary>«гость»: reads what is open to staff.</summary>
    Guest,
}

/// <summary>A role that somebody holds or held. Taken away, it stays for the history.</summary>
public sealed class RoleHolding
{
    private RoleHolding() { }

    internal RoleHolding(Guid person, Role role, Guid unit, DateTimeOffset at) => (PersonId, Role, UnitId, GrantedAt) = (person, role, unit, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PersonId { get; private init; }

    public Role Role { get; private init; }

    public Guid UnitId { get; private init; }

    public Organisation? Unit { get; private set; }

    public DateTimeOffset GrantedAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    internal void Revoke(DateTimeOffset at) => RevokedAt = at;
}

/// <summary>Russian names of the closed lists of this feature.</summary>
public static class AccountWords
{
    public static string Word(this Role role) => role switch
    {
        Role.Administrator => "администратор",
        Role.ProjectOffice => "проектный офис",
        Role.Curator => "куратор",
        Role.Executor => "исполнитель",
        Role.Guest => "гость",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static string Word(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.Administration => "администрация",
        OrganisationKind.Unit => "управление, комитет, отдел",
        OrganisationKind.Subordinate => "подведомственное учреждение",
        OrganisationKind.RegionalBody => "орган власти субъекта",
        OrganisationKind.Municipality => "муниципальное образование",
        OrganisationKind.EducationAuthority => "орган управления образованием (МОУО)",
        OrganisationKind.School => "образовательная организация",
        OrganisationKind.CulturalInstitution => "учреждение культуры",
        OrganisationKind.TerritorialOffice => "территориальное управление",
        OrganisationKind.CollegialBody => "коллегиальный орган",
        OrganisationKind.Site => "площадка программы",
        OrganisationKind.Outside => "сторонняя организация",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
