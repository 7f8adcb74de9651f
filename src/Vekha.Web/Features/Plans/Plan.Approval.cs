using System.Text.Json;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

public sealed partial class Plan
{
    /// <summary>The version in force, or <c>null</c> while it is a draft.</summary>
    public PlanVersion? InForce => versions.MaxBy(v => v.Number);

    public bool IsApproved { get; private set; }

    /// <summary>
    /// «Утвердить»: makes version 1, locks the text and puts every measure on control — measure × executor × occurrence.
    /// </summary>
    /// <param name="approval">Who approved, when and by which act.</param>
    /// <param name="calendar">The calendar of the programme's territory.</param>
    /// <param name="policy">How the programme counts.</param>
    /// <param name="anchors">Events of the programme that have happened before.</param>
    /// <returns>The assignments to save; each explains its day.</returns>
    public IReadOnlyList<Assignment> Approve(Approval approval, WorkCalendar calendar, DeadlinePolicy policy, DateTimeOffset at, Guid by, AnchorDays? anchors = null)
    {
        MustBeDraft();
        if (measures.Count == 0) throw new Refusal("План не утверждён", "В нём нет ни одного мероприятия", "Добавьте мероприятия и утвердите план");
        if (string.IsNullOrWhiteSpace(approval.Post) || string.IsNullOrWhiteSpace(approval.Name))
            throw new Refusal("План не утверждён", "Не указано, кто утверждает", "Впишите должность и фамилию: они печатаются в грифе «УТВЕРЖДАЮ»");
        versions.Add(new PlanVersion(Id, versions.Count + 1, approval, JsonSerializer.Serialize(measures.Select(Frozen)), at, by));
        IsApproved = true;
        return [.. measures.SelectMany(m => PutOnControl(m, approval.On, approval.On, anchors ?? AnchorDays.None, calendar, policy))];
    }

    /// <summary>The assignments that an approval today would make: what a draft shows before it is one. Not to be saved.</summary>
    public IReadOnlyList<Assignment> Foresee(AnchorDays anchors, WorkCalendar calendar, DeadlinePolicy policy) =>
        [.. measures.SelectMany(m => PutOnControl(m, DateOnly.MinValue, null, anchors, calendar, policy))];

    private static object Frozen(Measure m) =>
        new { m.Code, m.Title, m.DeadlineText, m.Deadlines, Executors = m.Executors.OrderBy(e => e.Position).Select(e => e.Name), Deliverables = m.Deliverables.OrderBy(d => d.Position).Select(d => d.Title) };

    private IEnumerable<Assignment> PutOnControl(Measure measure, DateOnly on, DateOnly? signed, AnchorDays anchors, WorkCalendar calendar, DeadlinePolicy policy)
    {
        if (measure.Fields.ContainsKey("parent")) yield break; // A row that only heads its sub-rows is not owed by itself.
        var context = new ResolutionContext(calendar, policy, Period) { Class = measure.DeadlineClass, Signed = signed, Text = measure.DeadlineText, Anchors = anchors.Common };
        IReadOnlyList<MeasureExecutor?> executors = measure.Executors.Count == 0 ? [null] : [.. measure.Executors];
        // A hundred executors of a row have one and the same day: it is reckoned once.
        var resolved = measure.Deadlines.DefaultIfEmpty(new Deadline.Unknown()).Select(d => (Resolution: Resolution.Of(d, context), Last: anchors.LastOf(d),
            Objects: anchors.ObjectsOf(d).Select(o => (Object: o, Resolution: Resolution.Of(d, context with { Anchors = o.Days }))).Where(o => o.Resolution is Resolution.Days).ToList())).ToList();
        foreach (var executor in executors)
            foreach (var (resolution, last, objects) in resolved)
            {
                foreach (var assignment in PutOnControl(measure, executor, resolution, on))
                {
                    if (assignment.Kind == AssignmentKind.Waiting && last is not null) assignment.Wait(WaitsForNext(last));
                    yield return assignment;
                }
                foreach (var (thing, its) in objects)
                    foreach (var assignment in PutOnControl(measure, executor, its, on))
                    {
                        assignment.BeAbout(thing.Id, thing.Name);
                        yield return assignment;
                    }
            }
    }

    // The row is owed once more for every project that is completed, so its own assignment goes on waiting.
    private static string WaitsForNext(ObjectDays last) => $"ждёт следующих: поручение создаётся по каждому объекту, последнее — {Anchor.Quoted(last.Name)}";

    private IEnumerable<Assignment> PutOnControl(Measure measure, MeasureExecutor? executor, Resolution resolution, DateOnly on)
    {
        Assignment Make(AssignmentKind kind, string? occurrence = null) => new(this, measure, executor, kind, occurrence, on);
        IEnumerable<Assignment> Fall(AssignmentKind kind)
        {
            foreach (var day in resolution.ControlDays)
            {
                var assignment = Make(kind, day.Occurrence);
                assignment.Fall(day);
                yield return assignment;
            }
        }
        IEnumerable<Assignment> Wait(AssignmentKind kind, string why)
        {
            var assignment = Make(kind);
            assignment.Wait(why);
            yield return assignment;
        }
        return resolution.Match(
            _ => Fall(AssignmentKind.Dated),
            _ => Fall(AssignmentKind.Standing),
            waits => Wait(AssignmentKind.Waiting, waits.Reason),
            link => Wait(AssignmentKind.Linked, link.To),
            needsYear => Wait(AssignmentKind.Waiting, needsYear.Reason),
            unreadable => Wait(AssignmentKind.Waiting, unreadable.Reason));
    }
}
