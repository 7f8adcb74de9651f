using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Reminders;

/// <summary>One programme gone through for one day: from each open assignment to those who must hear of it.</summary>
internal sealed partial class Round(JobRun run, Chain chain, Programme programme, DateOnly today, ReminderRhythm rhythm)
{
    /// <summary>A longer list nobody reads: the rest is a number and the board.</summary>
    public const int MostListed = 100;

    private const int Batch = 250;

    private static readonly AssignmentPhase[] Unreported = [AssignmentPhase.Open, AssignmentPhase.Returned];

    private readonly WorkCalendar calendar = programme.Policy.Calendar();
    private readonly Dictionary<Guid, int> listed = [];
    private readonly Dictionary<string, Guid?> leaders = [];
    private HashSet<(Guid Person, Guid Subject)> told = [];
    private int count;

    /// <summary>What a round needs of an assignment.</summary>
    private sealed record Owed(Guid Id, Guid MeasureId, DateOnly Control, AssignmentKind Kind, bool Answers, Guid? Unit, Guid? Person);

    /// <returns>How many notices were new.</returns>
    public async Task<int> Go(CancellationToken cancel)
    {
        var db = run.Db;
        var last = await db.ReminderRounds.Where(r => r.ProgrammeId == programme.Id && r.Day < today).MaxAsync(r => (DateOnly?)r.Day, cancel);
        told = (await db.Notices.Where(n => n.ProgrammeId == programme.Id && n.Day == today).Select(n => new { n.PersonId, n.SubjectId }).ToListAsync(cancel))
            .Select(n => (n.PersonId, n.SubjectId)).ToHashSet();
        var open = await Open(cancel);
        var led = await Leaders(open, cancel);
        foreach (var batch in open.Chunk(Batch))
        {
            foreach (var owed in batch) await Tell(owed, last, led.GetValueOrDefault(owed.MeasureId), cancel);
            await Outdate(batch, cancel);
            await run.Save(cancel);
        }
        await TellNorms(last, cancel);
        TellHowManyMore();
        db.Add(new ReminderRound { ProgrammeId = programme.Id, Day = today, At = run.Now });
        await run.Save(cancel);
        return count;
    }

    private Task<List<Owed>> Open(CancellationToken cancel)
    {
        // Far enough that the longest reminder of the rhythm is seen, over a long holiday too.
        var horizon = calendar.AddWorkingDays(today, rhythm.DaysBefore.DefaultIfEmpty(0).Max() + 1).AddDays(10);
        return run.Db.Assignments.AsNoTracking()
            .Where(a => a.ProgrammeId == programme.Id && Unreported.Contains(a.Phase) && a.Control <= horizon && (a.Kind == AssignmentKind.Dated || a.Kind == AssignmentKind.Standing))
            .OrderBy(a => a.Control).ThenBy(a => a.Id)
            .Select(a => new Owed(a.Id, a.MeasureId, a.Control!.Value, a.Kind, a.Answers, a.OrganisationId, a.PersonId)).ToListAsync(cancel);
    }

    // «Руководитель: СОЛОНЕНКО В.В.»: the column of the plan that says who leads the rows.
    private async Task<Dictionary<Guid, string>> Leaders(List<Owed> open, CancellationToken cancel)
    {
        var late = open.Where(o => o.Control < today && o.Kind == AssignmentKind.Dated).Select(o => o.MeasureId).Distinct().ToArray();
        var result = new Dictionary<Guid, string>();
        foreach (var part in late.Chunk(500))
            foreach (var measure in await run.Db.Measures.AsNoTracking().Where(m => part.Contains(m.Id)).Select(m => new { m.Id, m.Fields }).ToListAsync(cancel))
                if (measure.Fields.GetValueOrDefault("leader") is { Length: > 0 } leader) result[measure.Id] = leader;
        return result;
    }

    private async Task Tell(Owed owed, DateOnly? last, string? leader, CancellationToken cancel)
    {
        IReadOnlyList<Guid> executors = owed.Person is { } person ? [person] : owed.Unit is { } unit ? chain.Executors(unit, today) : [];
        if (Reminder.Due(today, last, owed.Control, calendar, rhythm) is { } reminder && CauseOf(owed, reminder) is { } cause)
            foreach (var executor in executors) Add(executor, owed, cause, Math.Abs(reminder.WorkingDaysLeft));
        if (!owed.Answers || owed.Kind == AssignmentKind.Standing) return;
        var late = owed.Control < today ? Math.Max(1, calendar.WorkingDaysBetween(owed.Control, today)) : 0;
        if (late > 0) foreach (var above in await Reached(owed, last, late, leader, cancel)) Add(above, owed, NoticeCause.Reached, late);
        var isDay = owed.Control >= today && owed.Control < calendar.AddWorkingDays(today, 1);
        if (!isDay && (late == 0 || !rhythm.IsCuratorDay(today, calendar))) return;
        foreach (var curator in chain.Curators(programme, today)) AddToList(curator, owed, isDay ? NoticeCause.CuratorToday : NoticeCause.CuratorOverdue, late);
    }

    private NoticeCause? CauseOf(Owed owed, Reminder reminder)
    {
        if (!reminder.IsOverdue) return reminder.WorkingDaysLeft == 0 ? NoticeCause.Today : NoticeCause.Ahead;
        if (owed.Kind == AssignmentKind.Dated) return NoticeCause.Overdue;
        // «постоянно» is never overdue: its report is asked for once a week.
        return rhythm.IsCuratorDay(today, calendar) ? NoticeCause.Report : null;
    }

    /// <summary>Up the chain on the day a step is reached, later once a week: the reader of ten units needs no daily list of the same.</summary>
    private async Task<IReadOnlyList<Guid>> Reached(Owed owed, DateOnly? last, int late, string? leader, CancellationToken cancel)
    {
        var step = rhythm.StepAt(late);
        if (step == 0) return [];
        var before = last is { } day && day > owed.Control ? rhythm.StepAt(Math.Max(1, calendar.WorkingDaysBetween(owed.Control, day))) : 0;
        if (before == step && !rhythm.IsCuratorDay(today, calendar)) return [];
        var reached = chain.Reached(owed.Unit, programme, step, today);
        return leader is not null && await Named(leader, cancel) is { } led ? [led, .. reached] : reached;
    }

    private async Task<Guid?> Named(string leader, CancellationToken cancel)
    {
        if (!leaders.TryGetValue(leader, out var found)) leaders[leader] = found = await chain.Find(leader, programme.OrganisationId, cancel);
        return found;
    }

    private void AddToList(Guid person, Owed owed, NoticeCause cause, int number)
    {
        var place = listed[person] = listed.GetValueOrDefault(person) + 1;
        if (place <= MostListed) Add(person, owed, cause, number);
    }

    private void TellHowManyMore()
    {
        foreach (var (person, all) in listed.Where(l => l.Value > MostListed))
            if (told.Add((person, programme.Id)))
            {
                run.Db.Add(Notice.To(person, today, programme.Id, programme.Id, NoticeCause.More, all - MostListed, null, run.Now));
                count++;
            }
    }

    /// <summary>Tells the person, and who acts for the person while he is away.</summary>
    private void Add(Guid person, Owed owed, NoticeCause cause, int number)
    {
        foreach (var reader in chain.Instead(person, today).Prepend(person))
        {
            if (!told.Add((reader, owed.Id))) continue;
            run.Db.Add(Notice.To(reader, today, programme.Id, owed.Id, cause, number, owed.Control, run.Now));
            count++;
        }
    }

    // What was said yesterday about the same thing need not be read any more.
    private async Task Outdate(Owed[] batch, CancellationToken cancel)
    {
        var again = run.Db.ChangeTracker.Entries<Notice>().Select(n => n.Entity.SubjectId).Distinct().ToArray();
        if (again.Length == 0) return;
        var now = run.Now;
        await run.Db.Notices.Where(n => n.ProgrammeId == programme.Id && n.Day < today && n.ReadAt == null && again.Contains(n.SubjectId))
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), cancel);
    }
}
