using Vekha.Wording;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

public sealed partial class Programme
{
    private readonly List<Appointment> appointments = [];

    /// <summary>«Назначения», also those that have ended. Loaded where people are named.</summary>
    public IReadOnlyList<Appointment> Appointments => appointments;

    /// <summary>«Назначить»: a curator and a lead there is one at a time, so the one before ends the day before; controllers may be several.</summary>
    /// <param name="since">The first day in the role.</param>
    /// <param name="ground">The act or the decision.</param>
    public Appointment Appoint(ProgrammeRole role, Guid person, DateOnly since, string? ground, DateTimeOffset at, Guid by)
    {
        var same = appointments.Where(a => a.Role == role && (a.Until is null || a.Until >= since)).ToList();
        if (same.Find(a => a.PersonId == person) is { } already)
            throw new Refusal("Назначение не записано", $"Этот человек уже {role.Word()} с {Ru.Day(already.Since)}", "Выберите другого или сначала завершите прежнее назначение") { Field = "Person" };
        if (role != ProgrammeRole.Controller)
        {
            if (same.Find(a => a.Since >= since) is { } later)
                throw new Refusal("Назначение не записано", $"Другой {role.Word()} назначен с {Ru.Day(later.Since)}", "Укажите более поздний день или завершите то назначение") { Field = "Since" };
            foreach (var before in same) before.EndOn(since.AddDays(-1));
        }
        var appointment = new Appointment(Id, role, person, since, ground, at, by);
        appointments.Add(appointment);
        return appointment;
    }

    /// <summary>«Завершить назначение».</summary>
    /// <param name="last">The last day in the role.</param>
    public Appointment Dismiss(Guid appointment, DateOnly last)
    {
        var found = appointments.Single(a => a.Id == appointment);
        if (last < found.Since) throw new Refusal("Назначение не завершено", $"Последний день {Ru.Digits(last)} раньше первого, {Ru.Digits(found.Since)}", "Проверьте дату") { Field = "Last" };
        found.EndOn(last);
        return found;
    }
}
