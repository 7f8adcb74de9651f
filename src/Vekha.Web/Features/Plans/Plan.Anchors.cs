using Vekha.Calendars;
using Vekha.Resolving;

namespace Vekha.Web.Features.Plans;

public sealed partial class Plan
{
    /// <summary>
    /// «Событие наступило»: the days of a row are reckoned again with the events known now. Accepted assignments stay, open ones
    /// move and keep the old day in their history, an object that had none gets its own.
    /// </summary>
    /// <param name="its">Assignments of the row, tracked with their extensions: those of the object, or those of no object.</param>
    /// <param name="objectId">Whose event it was; <c>null</c> for one of the whole programme.</param>
    /// <param name="signed">The day the version in force was approved.</param>
    /// <returns>New assignments to save.</returns>
    internal IReadOnlyList<Assignment> Reach(Measure measure, IReadOnlyList<Assignment> its, Guid? objectId, DateOnly? signed, AnchorDays anchors, Amending change, WorkCalendar calendar, DeadlinePolicy policy)
    {
        var wanted = PutOnControl(measure, change.On, signed, anchors, calendar, policy).ToList();
        if (objectId is not null && its.FirstOrDefault(a => a is { ObjectId: null, Kind: AssignmentKind.Waiting, IsClosed: false }) is { } waiting
            && wanted.Find(w => w is { ObjectId: null, Kind: AssignmentKind.Waiting }) is { } next) waiting.Wait(next.Why);
        return LayOver([.. wanted.Where(w => w.ObjectId == objectId)], [.. its.Where(a => a.ObjectId == objectId)], change);
    }

    /// <summary>The days by the new words are laid over the assignments there are: executor by executor, occurrence by occurrence.</summary>
    private List<Assignment> Follow(Measure measure, List<Assignment> its, Amending change, AnchorDays anchors, WorkCalendar calendar, DeadlinePolicy policy) =>
        LayOver([.. PutOnControl(measure, change.On, InForce!.ApprovedOn, anchors, calendar, policy)], its, change);

    private static List<Assignment> LayOver(List<Assignment> wanted, List<Assignment> its, Amending change)
    {
        // What is done stays done: it answers for the same occurrence of the new words.
        foreach (var closed in its.Where(a => a.IsClosed))
            if (wanted.FirstOrDefault(w => IsSame(w, closed) && w.Occurrence == closed.Occurrence) is { } same) wanted.Remove(same);
        var open = its.Where(a => !a.IsClosed).OrderBy(a => a.Control).ToList();
        foreach (var exact in new[] { true, false })
            foreach (var assignment in open.ToList())
                if (wanted.FirstOrDefault(w => IsSame(w, assignment) && (!exact || w.Occurrence == assignment.Occurrence)) is { } now)
                {
                    assignment.Follow(now, change);
                    wanted.Remove(now);
                    open.Remove(assignment);
                }
        foreach (var left in open)
            left.TakeOff(change.ByEvent ? change.Ground : $"Больше не следует из плана, версия {change.Version}: {change.Ground}", asObsolete: true, change.On, change.At, change.By);
        return wanted;
    }

    // Handing over renames the executor of an assignment, so the place in the executor cell tells as well.
    private static bool IsSame(Assignment a, Assignment b) => a.ObjectId == b.ObjectId
        && ((a.ExecutorId is not null && a.ExecutorId == b.ExecutorId) || string.Equals(a.ExecutorName, b.ExecutorName, StringComparison.OrdinalIgnoreCase));
}
