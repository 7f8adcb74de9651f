using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Minutes;

/// <summary>
/// Minutes with their rights and their signing. Who keeps the programme writes and reads them; who got an assignment by them
/// sees the extract with it; for everybody else they do not exist.
/// </summary>
public sealed partial class MinutesDesk(VekhaDb db, PlanAccess access, CurrentPerson me, Journal journal, TimeProvider time)
{
    private const int Attempts = 8;

    /// <summary>Minutes of the programmes the person keeps, and those that gave him an assignment.</summary>
    public async Task<IQueryable<MeetingMinutes>> Seen()
    {
        Guid[] kept = [.. await access.KeptProgrammes()];
        var plans = (await access.Mine()).Select(a => a.PlanId);
        return db.Minutes.Where(m => kept.Contains(m.ProgrammeId) || (m.PlanId != null && plans.Contains(m.PlanId.Value)));
    }

    /// <summary>The minutes as the person may see them: whole, or only the decisions given to him.</summary>
    public async Task<(MeetingMinutes Minutes, Programme Programme, bool MayKeep, IReadOnlySet<string>? Own)?> Find(Guid id, bool tracked = false)
    {
        var seen = await Seen();
        if (await (tracked ? seen : seen.AsNoTracking()).SingleOrDefaultAsync(m => m.Id == id) is not { } minutes) return null;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == minutes.ProgrammeId);
        if (await access.MayKeep(programme)) return (minutes, programme, true, null);
        if ((await access.KeptProgrammes()).Contains(programme.Id)) return (minutes, programme, false, null);
        var measures = db.Measures;
        var mine = (await access.Mine()).Where(a => a.PlanId == minutes.PlanId).Select(a => a.MeasureId);
        return (minutes, programme, false, (await measures.Where(m => mine.Contains(m.Id)).Select(m => m.Code).ToListAsync()).ToHashSet());
    }

    /// <summary>Minutes the person may write.</summary>
    public async Task<(MeetingMinutes Minutes, Programme Programme)?> Own(Guid id, bool tracked) =>
        await Find(id, tracked) is { MayKeep: true } found ? (found.Minutes, found.Programme) : null;

    /// <summary>The day acts of the programme are dated by.</summary>
    public DateOnly Today(Programme programme) => programme.Today(time.GetUtcNow());

    /// <summary>Names of the decisions that nobody in the tree bears: their assignments would have no owner.</summary>
    public async Task<IReadOnlySet<string>> Unknown(MeetingMinutes minutes, Programme programme)
    {
        var names = minutes.Decisions().Where(d => d.GoesOnControl).SelectMany(d => d.Decision.Names).Distinct().ToList();
        if (names.Count == 0) return new HashSet<string>();
        var matches = await ExecutorMatch.Load(db, programme);
        return names.Where(n => matches.Named(new(n, KindOf(n))) is { OrganisationId: null, PersonId: null }).ToHashSet();
    }

    /// <summary>«Подписать»: the next number of the year, the lock, and a plan with the decisions that go on control. Saves.</summary>
    public async Task<int> Sign(MeetingMinutes minutes, Programme programme, DateOnly on)
    {
        minutes.Sign(await Next(minutes), on, Today(programme));
        var assignments = await PutOnControl(minutes, programme, on);
        journal.Write(minutes.Kind == MinutesKind.Meeting ? "протокол подписан" : "резолюция подписана", "minutes", minutes.Id, after: new { minutes.Number, minutes.Year, Поручений = assignments });
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.SaveChangesAsync();
                return assignments;
            }
            catch (DbUpdateException clash) when (attempt < Attempts && clash.IsDuplicate("minutes"))
            {
                // Somebody took the number between the look and the save.
                minutes.Renumber(await Next(minutes));
            }
        }
    }

    private async Task<int> Next(MeetingMinutes minutes) =>
        1 + (await db.Minutes.Where(m => m.ProgrammeId == minutes.ProgrammeId && m.Kind == minutes.Kind && m.Year == minutes.Year).MaxAsync(m => m.Number) ?? 0);

    // An assignment belongs to a row of a plan: the decisions are the rows of a plan that the minutes themselves approve.
    private async Task<int> PutOnControl(MeetingMinutes minutes, Programme programme, DateOnly on)
    {
        var decisions = minutes.Decisions().Where(d => d.GoesOnControl).ToList();
        if (decisions.Count == 0) return 0;
        var what = minutes.Kind == MinutesKind.Meeting ? "протоколу" : "резолюции";
        var plan = new Plan(programme.Id, $"Поручения по {what} от {Ru.Digits(minutes.Day)}, {minutes.Body}", new(minutes.Day, minutes.Day.AddYears(1))) { Kind = "minutes" };
        var matches = await ExecutorMatch.Load(db, programme);
        foreach (var decision in decisions)
        {
            var measure = plan.AddMeasure(null, decision.Code, decision.Decision.Text, decision.Code);
            (measure.DeadlineText, measure.Deadlines) = (decision.Decision.Deadline, [.. decision.Reading!.Deadlines]);
            foreach (var name in decision.Decision.Names) matches.Match(measure.AddExecutor(name, KindOf(name)));
        }
        var act = minutes.Kind == MinutesKind.Meeting ? $"протоколом заседания от {Ru.Digits(minutes.Day)}" : $"резолюцией круглого стола от {Ru.Digits(minutes.Day)}";
        var approval = new Approval(on, minutes.ChairPost!, minutes.ChairName!, act);
        var assignments = plan.Approve(approval, programme.Policy.Calendar(), programme.Policy, time.GetUtcNow(), (await me.Get()).Id, await AnchorDays.Of(db, programme.Id));
        minutes.GoesInto(plan.Id);
        db.Add(plan);
        db.AddRange(assignments);
        journal.Write("план утверждён", "plan", plan.Id, act, after: new { Поручений = assignments.Count });
        return assignments.Count;
    }

    // «Громова Н.Л.», «Громова Нина Львовна» are people, everything else a body.
    private static ExecutorKind KindOf(string name) => PersonName().IsMatch(name) ? ExecutorKind.Person : ExecutorKind.Organisation;

    [GeneratedRegex(@"^(?:\p{Lu}[\p{Ll}-]+\s+\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\.\s?(?:\p{Lu}\.)?\s?\p{Lu}[\p{Ll}-]+|\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:вич|вна|ична|чна))$")]
    private static partial Regex PersonName();
}
