using Vekha.Deadlines;

namespace Vekha.Resolving;

/// <summary>
/// «Расчёт срока»: what a deadline comes to under a calendar, a policy and the events known so far. A closed family;
/// «нельзя вычислить» is an answer of its own, never a guess.
/// </summary>
public abstract partial record Resolution
{
    private Resolution() { }

    /// <summary>Days to control, in order.</summary>
    public sealed record Days(IReadOnlyList<ControlDay> Items) : Resolution;

    /// <summary>«исполняется постоянно»: no end; reports fall due on the days of the policy.</summary>
    public sealed record Standing(IReadOnlyList<ControlDay> Stubs) : Resolution;

    /// <summary>«дата не вычислена»: waits for an event. The reason is Russian: «нельзя вычислить: нет дня завершения проекта».</summary>
    public sealed record Waits(string Reason) : Resolution;

    /// <summary>«по отдельному плану»: an open link to another plan.</summary>
    public sealed record Link(string To) : Resolution;

    /// <summary>The year, or the period of the plan, has to be asked for.</summary>
    public sealed record NeedsYear(string Reason) : Resolution;

    /// <summary>«срок не распознан», with the reason.</summary>
    public sealed record Unreadable(string Reason) : Resolution;

    /// <summary>The days of <see cref="Days"/> or the report stubs of <see cref="Standing"/>; empty for the rest.</summary>
    public IReadOnlyList<ControlDay> ControlDays => this switch { Days d => d.Items, Standing s => s.Stubs, _ => [] };

    /// <summary>One answer for each kind.</summary>
    public T Match<T>(Func<Days, T> days, Func<Standing, T> standing, Func<Waits, T> waits, Func<Link, T> link, Func<NeedsYear, T> needsYear, Func<Unreadable, T> unreadable) => this switch
    {
        Days r => days(r),
        Standing r => standing(r),
        Waits r => waits(r),
        Link r => link(r),
        NeedsYear r => needsYear(r),
        Unreadable r => unreadable(r),
        _ => throw new InvalidOperationException($"{GetType()} is outside the family."),
    };

    /// <summary>Turns a deadline into days. Never throws on content.</summary>
    public static Resolution Of(Deadline deadline, ResolutionContext context)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(context);
        return new Resolver(context, deadline).Resolve();
    }
}
