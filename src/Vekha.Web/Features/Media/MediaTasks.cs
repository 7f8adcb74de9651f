using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Media;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Media;

/// <summary>
/// «Задачи из плана»: each dated assignment of a row that the media plan follows gets its publications, once. An assignment that an
/// event has just given a day gets them as soon as the job looks; a day that moves takes those along that have not come out.
/// </summary>
public sealed partial class MediaTasks(VekhaDb db, Journal journal, Actor actor, TimeProvider time)
{
    private static readonly AssignmentPhase[] Open = [AssignmentPhase.Open, AssignmentPhase.Submitted, AssignmentPhase.Returned];

    /// <summary>What a round has done.</summary>
    public sealed record Outcome(int Made, int Moved, int Dropped);

    /// <summary>Makes and moves publications of rows; the caller saves.</summary>
    /// <param name="title">One theme for all of them, which makes them one task; <c>null</c> for the words of each row.</param>
    public async Task<Outcome> Make(MediaPlan plan, Programme programme, IReadOnlyList<MediaRow> rows, string? title = null)
    {
        Guid[] ids = [.. rows.Select(r => r.MeasureId)];
        var measures = await db.Measures.AsNoTracking().Include(m => m.Executors).Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        var all = db.Assignments;
        // What was handed down is written by those to whom it was handed.
        var assignments = await all.AsNoTracking().Where(a => ids.Contains(a.MeasureId) && a.Answers && a.InnerUnitId == null && !all.Any(c => c.ParentId == a.Id)).ToListAsync();
        var known = await db.Publications.Where(p => p.MediaPlanId == plan.Id && p.AssignmentId != null && p.MeasureId != null && ids.Contains(p.MeasureId.Value)).ToListAsync();
        var (calendar, common, tasks) = (programme.Policy.Calendar(), title is null ? (Guid?)null : Guid.CreateVersion7(), new Dictionary<(Guid?, DateOnly), Guid>());
        foreach (var one in known.Where(p => p.ObjectId is not null && p.Due is not null)) tasks.TryAdd((one.ObjectId, one.Due!.Value), one.TaskId);
        var (made, byAssignment) = (0, known.ToLookup(p => p.AssignmentId!.Value));
        foreach (var assignment in assignments.Where(a => a.Kind == AssignmentKind.Dated && a.Control is not null && Open.Contains(a.Phase)).OrderBy(a => a.Control))
        {
            var (row, measure) = (rows.First(r => r.MeasureId == assignment.MeasureId), measures[assignment.MeasureId]);
            var its = byAssignment[assignment.Id].Select(p => (p.Channel, p.Turn)).ToHashSet();
            foreach (var (due, turn, channel) in Owed(plan, row, measure, assignment, calendar).Where(o => !its.Contains((o.Channel, o.Turn))))
            {
                var task = common ?? TaskOf(tasks, assignment, turn, due);
                var publication = new Publication(plan, task, channel, AimOf(measure, assignment, row, due, turn, title));
                db.Add(publication);
                journal.Write("публикация запланирована по сроку плана", "publication", publication.Id, publication.DueWhy, after: new { publication.Title, Площадка = channel, publication.Due });
                made++;
            }
        }
        made += await Tell(plan, rows, measures);
        return new(made, Follow(measures, assignments.ToDictionary(a => a.Id), known), Drop(assignments.ToDictionary(a => a.Id), known));
    }

    /// <summary>Months that the plan covers only in part, while nobody has said what they owe.</summary>
    public static bool IsAsked(MediaPlan plan, Measure measure, Assignment assignment, WorkCalendar calendar) =>
        plan.Partial is null && WindowOf(measure, assignment, PartialPeriod.Whole, calendar) is { IsPartial: true };

    private static IEnumerable<(DateOnly Due, int Turn, string Channel)> Owed(MediaPlan plan, MediaRow row, Measure measure, Assignment assignment, WorkCalendar calendar)
    {
        if (row.Channels.Count == 0 || IsAsked(plan, measure, assignment, calendar)) return [];
        if (WindowOf(measure, assignment, plan.Partial ?? PartialPeriod.Whole, calendar) is { } window)
            return PublicationPace.DaysOf(window, calendar).Select((day, i) => (day, i + 1, row.Channels[0]));
        return row.Channels.Select(c => (assignment.Control!.Value, 1, c));
    }

    /// <summary>«не менее 2 раз в месяц»: the month of the assignment; <c>null</c> for a row that asks once.</summary>
    private static PublicationPace.Window? WindowOf(Measure measure, Assignment assignment, PartialPeriod partial, WorkCalendar calendar) =>
        measure.Deadlines.OfType<Deadline.Every>().FirstOrDefault(e => e.Times > 1) is { } every && assignment is { Start: { } start, Nominal: { } end } && start <= end
            ? new PublicationPace(every.Rule, every.Times!.Value).Windows(new(start, end), partial, calendar)[0] : null;

    private static Guid TaskOf(Dictionary<(Guid?, DateOnly), Guid> tasks, Assignment assignment, int turn, DateOnly due)
    {
        // «не позднее 30 дней со дня завершения» on the site, in the network and in print is one theme about one project.
        var key = (assignment.ObjectId ?? assignment.Id, due.AddDays(assignment.ObjectId is null ? turn * 1000 : 0));
        return tasks.TryGetValue(key, out var known) ? known : tasks[key] = Guid.CreateVersion7();
    }

    private static PublicationAim AimOf(Measure measure, Assignment assignment, MediaRow row, DateOnly due, int turn, string? title)
    {
        var words = title ?? (assignment.ObjectName is { Length: > 0 } about ? $"{Ru.Capital(measure.Title)}: {about}" : assignment.Occurrence is { } which ? $"{Ru.Capital(measure.Title)}, {which}" : Ru.Capital(measure.Title));
        return new(words.Length > 500 ? words[..499] + "…" : words, row.Format, due, WhyOf(measure, assignment, due))
        {
            MeasureId = measure.Id, AssignmentId = assignment.Id, Turn = turn, ObjectId = assignment.ObjectId, ObjectName = assignment.ObjectName, UnitId = assignment.OrganisationId,
        };
    }

    /// <summary>The words of the document, both days where they differ, and the mark of a term set by law.</summary>
    private static string WhyOf(Measure measure, Assignment assignment, DateOnly due)
    {
        var parts = new[]
        {
            measure.DeadlineText is { } text ? $"«{text}»" : null,
            assignment.Nominal is { } nominal && assignment.Control == due && nominal != due ? $"по счёту {Ru.Digits(nominal)}, контрольный день {Ru.Digits(due)}" : null,
            assignment.Why is { Length: > 0 } why ? why : null,
            assignment.ByOppositeRule is { } opposite ? $"по обратному правилу {Ru.Digits(opposite)}" : null,
            measure.DeadlineClass == DeadlineClass.Statutory ? "срок по закону" : null,
        }.OfType<string>();
        var words = string.Join("; ", parts);
        return words.Length > 300 ? words[..299] + "…" : words;
    }

    private int Follow(Dictionary<Guid, Measure> measures, Dictionary<Guid, Assignment> assignments, IEnumerable<Publication> known)
    {
        var moved = 0;
        foreach (var p in known.Where(p => p.IsOpen && p.Turn == 1))
        {
            if (!assignments.TryGetValue(p.AssignmentId!.Value, out var assignment) || !Open.Contains(assignment.Phase)) continue;
            var measure = measures[assignment.MeasureId];
            if (measure.Deadlines.OfType<Deadline.Every>().Any(e => e.Times > 1)) continue;
            var (before, due) = (p.Due, assignment.Kind == AssignmentKind.Dated ? assignment.Control : null);
            if (!p.MoveTo(due, due is { } day ? WhyOf(measure, assignment, day) : assignment.Why)) continue;
            journal.Write("день публикации изменён вслед за сроком", "publication", p.Id, assignment.Why, before, due);
            moved++;
        }
        return moved;
    }

    // The event was recalled: there is nothing to write about any more.
    private int Drop(Dictionary<Guid, Assignment> assignments, IEnumerable<Publication> known)
    {
        var dropped = 0;
        foreach (var p in known.Where(p => p.State == PublicationState.Idea && assignments.GetValueOrDefault(p.AssignmentId!.Value) is { Phase: AssignmentPhase.Cancelled or AssignmentPhase.Released }))
        {
            p.Drop("поручение снято");
            journal.Write("публикация снята вслед за поручением", "publication", p.Id);
            dropped++;
        }
        return dropped;
    }

    /// <summary>The job: media plans with something to make or to move, one save each.</summary>
    internal static async Task<string> Run(JobRun run, CancellationToken cancel)
    {
        var (rows, all, publications) = (run.Db.MediaRows, run.Db.Assignments, run.Db.Publications);
        var due = await run.Db.MediaPlans.Where(m => rows.Any(r => r.MediaPlanId == m.Id && all.Any(a => a.MeasureId == r.MeasureId && a.Answers
            && ((a.Kind == AssignmentKind.Dated && Open.Contains(a.Phase) && !publications.Any(p => p.AssignmentId == a.Id && p.MediaPlanId == m.Id))
                || publications.Any(p => p.AssignmentId == a.Id && p.Turn == 1 && MediaList.OpenStates.Contains(p.State) && (p.Due != a.Control || a.Phase == AssignmentPhase.Cancelled)))))).Select(m => m.Id).ToListAsync(cancel);
        due = [.. due.Union(await Untold(run.Db, cancel))];
        var (made, moved, dropped) = (0, 0, 0);
        foreach (var id in due)
        {
            var plan = await run.Db.MediaPlans.AsNoTracking().SingleAsync(m => m.Id == id, cancel);
            var programme = await run.Db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId, cancel);
            var outcome = await run.Get<MediaTasks>().Make(plan, programme, await rows.AsNoTracking().Where(r => r.MediaPlanId == id).ToListAsync(cancel));
            await run.Save(cancel);
            (made, moved, dropped) = (made + outcome.Made, moved + outcome.Moved, dropped + outcome.Dropped);
        }
        return made + moved + dropped == 0 ? "нового нет" : $"создано {Ru.Count(made, Noun.Publication)}, перенесено {moved}, снято {dropped}";
    }
}
