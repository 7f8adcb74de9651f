using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Control;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Reminders;

/// <summary>«Норма под угрозой», said to one person.</summary>
/// <param name="Left">Working days until the window closes.</param>
internal sealed record NormAlarm(Guid Person, Guid Norm, NoticeCause Cause, string Words, string Address, int Left, DateOnly Closes);

/// <summary>
/// Norms of a programme whose window closes soon with something missing, and whom each concerns: the executors of those who are behind,
/// each with his own, and the curators with all of it.
/// </summary>
internal sealed class NormAlarms(VekhaDb db, Chain chain)
{
    /// <summary>A longer list of names nobody reads: the page of the norm has it.</summary>
    private const int MostNamed = 5;

    /// <param name="rhythm">Five working days before the window closes, then as the town reminds; <c>null</c> for whatever is in alarm on the day.</param>
    /// <param name="last">The day reminded last.</param>
    public async Task<IReadOnlyList<NormAlarm>> Of(Programme programme, DateOnly today, ReminderRhythm? rhythm, DateOnly? last, CancellationToken cancel)
    {
        var (id, calendar) = (programme.Id, programme.Policy.Calendar());
        var norms = await db.Norms.AsNoTracking().Where(n => n.ProgrammeId == id && n.Phase == NormPhase.Confirmed && n.First <= today && n.Last >= today).OrderBy(n => n.Id).ToListAsync(cancel);
        var early = rhythm is null ? null : rhythm with { DaysBefore = [NormStatus.AlarmDays, .. rhythm.DaysBefore.Where(n => n < NormStatus.AlarmDays)] };
        List<NormSheet> due = [.. (await new NormSheets(db, []).Of(programme, norms, today, today))
            .Where(s => s.State == NormState.Alarm && (early is null || Reminder.Due(today, last, s.Window.Days.Last, calendar, early) is { IsOverdue: false }))];
        if (due.Count == 0) return [];
        var (answering, keepers) = (await Answering(due, cancel), await Keepers(due, cancel));
        List<NormAlarm> alarms = [];
        foreach (var sheet in due)
        {
            List<NormLine> behind = [.. sheet.Lines.Where(l => l.Status.State == NormState.Alarm)];
            alarms.AddRange(ToOwners(sheet, behind, today, calendar, answering, keepers));
            alarms.AddRange(chain.Curators(programme, today).Select(p => To(sheet, p, NoticeCause.CuratorNorm, behind, today, calendar)));
        }
        return alarms;
    }

    /// <summary>Whom one norm concerns now, alarm or not: the executors of all who lack something.</summary>
    public async Task<IReadOnlyList<NormAlarm>> Lacking(Programme programme, Norm norm, DateOnly today, CancellationToken cancel)
    {
        List<NormSheet> one = [.. await new NormSheets(db, []).Of(programme, [norm], today, today)];
        List<NormLine> behind = [.. one[0].Lines.Where(l => l.Status.Missing > 0)];
        if (behind.Count == 0 && (norm.Per != NormPer.Whole || one[0].Total.Missing == 0)) return [];
        return [.. ToOwners(one[0], behind, today, programme.Policy.Calendar(), await Answering(one, cancel), await Keepers(one, cancel))];
    }

    private IEnumerable<NormAlarm> ToOwners(NormSheet sheet, IReadOnlyList<NormLine> behind, DateOnly today, WorkCalendar calendar, ILookup<Guid, (Guid? Unit, Guid? Person)> answering, IReadOnlyDictionary<Guid, Guid> keepers) =>
        sheet.Norm.Per == NormPer.Whole ? AnsweringFor(sheet.Norm, answering).Select(p => To(sheet, p, NoticeCause.Norm, [], today, calendar))
        : behind.SelectMany(l => OwnersOf(sheet.Norm, l.Subject.Id, keepers, answering), (line, person) => (line, person)).GroupBy(o => o.person, o => o.line).Select(g => To(sheet, g.Key, NoticeCause.Norm, [.. g], today, calendar));

    private static NormAlarm To(NormSheet sheet, Guid person, NoticeCause cause, IReadOnlyList<NormLine> behind, DateOnly today, WorkCalendar calendar)
    {
        var (last, left) = (sheet.Window.Days.Last, today <= sheet.Window.Days.Last ? calendar.WorkingDaysBetween(today, sheet.Window.Days.Last) : 0);
        return new(person, sheet.Norm.Id, cause, Words(sheet, behind), $"/desk/norms/norm/{sheet.Norm.Id}?window={sheet.Window.Days.First:yyyy-MM-dd}", left, last);
    }

    /// <summary>Which of the lines are still true: a norm that was filled since the morning is not written about.</summary>
    public async Task<IReadOnlyList<NoticeLine>> Settle(IReadOnlyList<NoticeLine> lines, IReadOnlyDictionary<Guid, Programme> programmes, CancellationToken cancel)
    {
        if (!lines.Any(l => l.Cause.IsNorm())) return lines;
        HashSet<(Guid, Guid, DateOnly)> still = [];
        foreach (var (programme, day) in lines.Where(l => l.Cause.IsNorm()).Select(l => (l.ProgrammeId, l.Day)).Distinct())
            foreach (var alarm in await Of(programmes[programme], day, null, null, cancel))
                foreach (var reader in chain.Instead(alarm.Person, day).Prepend(alarm.Person)) still.Add((reader, alarm.Norm, day));
        return [.. lines.Select(l => l.Cause.IsNorm() && !still.Contains((l.PersonId, l.SubjectId, l.Day)) ? l with { IsFilled = true } : l)];
    }

    /// <summary>«норма под угрозой: не менее 3 мероприятий в каждом клубе; не хватает у 2 из 15: Маяк 1 из 3, Парус 2 из 3».</summary>
    private static string Words(NormSheet sheet, IReadOnlyList<NormLine> behind)
    {
        var norm = $"норма под угрозой: {sheet.Norm.Text}{(sheet.Window.Name.Length > 0 ? $", {sheet.Window.Name}" : "")}";
        if (behind.Count == 0) return $"{norm}; сделано {Ru.OutOf(sheet.Total.Done, sheet.Total.Target)}";
        var names = string.Join(", ", behind.Take(MostNamed).Select(l => $"{l.Subject.Name} {Ru.OutOf(l.Status.Done, l.Status.Target)}"));
        return $"{norm}; не хватает{(behind.Count > 1 ? $" у {Ru.OutOf(behind.Count, sheet.Lines.Count)}" : "")}: {names}{(behind.Count > MostNamed ? $" и ещё у {Ru.Number(behind.Count - MostNamed)}" : "")}";
    }

    private IEnumerable<Guid> OwnersOf(Norm norm, Guid subject, IReadOnlyDictionary<Guid, Guid> keepers, ILookup<Guid, (Guid? Unit, Guid? Person)> answering) => norm.Per switch
    {
        NormPer.Territory or NormPer.Executor => chain.Executors(subject),
        NormPer.Object when keepers.TryGetValue(subject, out var unit) => chain.Executors(unit),
        _ => AnsweringFor(norm, answering),
    };

    private IEnumerable<Guid> AnsweringFor(Norm norm, ILookup<Guid, (Guid? Unit, Guid? Person)> answering) => norm.MeasureId is not { } measure ? []
        : answering[measure].SelectMany(a => a.Person is { } person ? [person] : a.Unit is { } unit ? chain.Executors(unit) : []).Distinct();

    private async Task<ILookup<Guid, (Guid? Unit, Guid? Person)>> Answering(List<NormSheet> due, CancellationToken cancel)
    {
        var measures = due.Select(s => s.Norm.MeasureId).OfType<Guid>().Distinct().ToArray();
        AssignmentPhase[] over = [AssignmentPhase.Cancelled, AssignmentPhase.Released];
        return (await db.Assignments.AsNoTracking().Where(a => measures.Contains(a.MeasureId) && a.Answers && a.InnerUnitId == null && !over.Contains(a.Phase))
            .Select(a => new { a.MeasureId, a.OrganisationId, a.PersonId }).Distinct().ToListAsync(cancel)).ToLookup(a => a.MeasureId, a => (a.OrganisationId, a.PersonId));
    }

    /// <summary>The unit that keeps an object, else that of its territory.</summary>
    private async Task<IReadOnlyDictionary<Guid, Guid>> Keepers(List<NormSheet> due, CancellationToken cancel)
    {
        var keepers = new Dictionary<Guid, Guid>();
        foreach (var ids in due.Where(s => s.Norm.Per == NormPer.Object).SelectMany(s => s.Lines).Where(l => l.Status.Missing > 0).Select(l => l.Subject.Id).Distinct().Chunk(500))
            foreach (var thing in await db.FactObjects.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, Unit = o.UnitId ?? o.TerritoryId }).ToListAsync(cancel))
                if (thing.Unit is { } unit) keepers[thing.Id] = unit;
        return keepers;
    }
}
