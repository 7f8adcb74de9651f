namespace Vekha.Registries;

/// <summary>«Шаг жизни»: a day on which an object began or ceased to count, or only changed.</summary>
/// <param name="Day">The day of the event.</param>
/// <param name="Order">Number of the event, for several on one day.</param>
/// <param name="Counts">Whether the object counts after it.</param>
public sealed record LifeStep(DateOnly Day, int Order, bool Counts);

/// <summary>«Период счёта»: days on which an object is counted, both ends included.</summary>
/// <param name="From">The first counted day.</param>
/// <param name="Until">The last counted day; <c>null</c> while it lasts.</param>
public sealed record LifeSpan(DateOnly From, DateOnly? Until)
{
    /// <summary>Whether the day lies in it.</summary>
    public bool Covers(DateOnly day) => From <= day && !(Until < day);
}

/// <summary>«Жизнь объекта»: when an object counts.</summary>
public static class ObjectLife
{
    /// <summary>Spans of counting. An object counts on the day it was closed and no longer on the day after.</summary>
    /// <param name="steps">All events of the object, in any order.</param>
    public static IReadOnlyList<LifeSpan> SpansOf(IEnumerable<LifeStep> steps)
    {
        var spans = new List<LifeSpan>();
        foreach (var step in steps.OrderBy(s => s.Day).ThenBy(s => s.Order))
        {
            var isOpen = spans is [.., { Until: null }];
            // Closed and opened again on the same or the next day: it has not ceased to count.
            if (step.Counts && !isOpen)
            {
                if (spans is [.., { Until: { } last } before] && last >= step.Day.AddDays(-1)) spans[^1] = before with { Until = null };
                else spans.Add(new(step.Day, null));
            }
            else if (!step.Counts && isOpen) spans[^1] = spans[^1] with { Until = step.Day };
        }
        return spans;
    }
}
