using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Features.Plans;

/// <summary>«Роль в программе»: what a person named for it may do in this one programme, whatever roles are held elsewhere.</summary>
public enum ProgrammeRole
{
    /// <summary>«куратор»: approves plans, decides on days and on reports.</summary>
    Curator,

    /// <summary>«руководитель программы»: keeps its plans.</summary>
    Lead,

    /// <summary>«контролёр»: checks reports.</summary>
    Controller,
}

/// <summary>«Назначение»: a person holds a role in a programme from a day on. Ended, it stays for the history.</summary>
public sealed class Appointment
{
    private Appointment() { }

    internal Appointment(Guid programme, ProgrammeRole role, Guid person, DateOnly since, string? ground, DateTimeOffset at, Guid by)
    {
        (ProgrammeId, Role, PersonId, Since, At, ById) = (programme, role, person, since, at, by);
        Ground = string.IsNullOrWhiteSpace(ground) ? null : ground.Trim();
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private init; }
    public ProgrammeRole Role { get; private init; }
    public Guid PersonId { get; private init; }

    /// <summary>The first day in the role.</summary>
    public DateOnly Since { get; private init; }

    /// <summary>The last day in the role; <c>null</c> while no end is known.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The act or the decision, or <c>null</c>.</summary>
    public string? Ground { get; private init; }
    public DateTimeOffset At { get; private init; }
    public Guid ById { get; private init; }

    public bool HoldsOn(DateOnly day) => Since <= day && (Until is null || Until >= day);

    internal void EndOn(DateOnly last) => Until = last;

    internal static void Map(ModelBuilder model) => model.Entity<Appointment>(appointment =>
    {
        appointment.ToTable("appointments").HasKey(a => a.Id);
        appointment.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        // Two who name the same person at once make one appointment.
        appointment.HasIndex(a => new { a.ProgrammeId, a.Role, a.PersonId, a.Since }).IsUnique();
    });
}

/// <summary>A person in a role of a programme.</summary>
public sealed record TeamMember(Guid AppointmentId, ProgrammeRole Role, Guid PersonId, string FullName, string Post, DateOnly Since, DateOnly? Until, string? Ground, int Version)
{
    public string ShortName => Person.Shorten(FullName);

    public bool HoldsOn(DateOnly day) => Since <= day && (Until is null || Until >= day);
}

public static class AppointmentSets
{
    extension(VekhaDb db)
    {
        public DbSet<Appointment> Appointments => db.Set<Appointment>();

        /// <summary>All who hold or held a role in the programme, the latest first.</summary>
        public async Task<IReadOnlyList<TeamMember>> Team(Guid programme)
        {
            var people = db.People;
            return await db.Set<Appointment>().Where(a => a.ProgrammeId == programme)
                .Join(people, a => a.PersonId, p => p.Id, (a, p) => new TeamMember(a.Id, a.Role, p.Id, p.FullName, p.Post, a.Since, a.Until, a.Ground, a.Version))
                .ToListAsync() is var all ? [.. all.OrderBy(m => m.Role).ThenByDescending(m => m.Since)] : [];
        }
    }

    /// <summary>«куратор».</summary>
    public static string Word(this ProgrammeRole role) => role switch
    {
        ProgrammeRole.Curator => "куратор",
        ProgrammeRole.Lead => "руководитель программы",
        _ => "контролёр",
    };

    /// <summary>«Куратор И.С. Белов, контролёр М.А. Зотова»; empty where nobody is named.</summary>
    public static string Words(this IEnumerable<TeamMember> team) =>
        Vekha.Wording.Ru.Capital(string.Join(", ", team.Select(m => $"{m.Role.Word()} {m.ShortName}")));
}
