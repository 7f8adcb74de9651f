using Vekha.Web.Data;

namespace Vekha.Web.Features.Plans;

/// <summary>«Показатель» of a measure on a day: how a norm that counts its facts stands.</summary>
/// <param name="Unit">What is counted: «мероприятие».</param>
/// <param name="Words">«2 из 3 · 67 %».</param>
/// <param name="Address">Where it is shown whole.</param>
/// <param name="Text">The words of the norm.</param>
/// <param name="Behind">«отстают 4 из 15»; <c>null</c> while nobody is behind.</param>
public sealed record MeasureIndicator(Guid MeasureId, string Unit, string Words, string Address, string Text, string? Behind);

/// <summary>How the feature that counts is asked about all rows of a plan at once; registered by the feature, asked by pages of a plan.</summary>
public sealed record MeasureIndicatorSource(Func<VekhaDb, PlanOnDay, DateOnly, Task<IReadOnlyList<MeasureIndicator>>> Read)
{
    /// <summary>What all features say, by measure.</summary>
    /// <param name="today">The day of the programme now.</param>
    public static async Task<ILookup<Guid, MeasureIndicator>> Of(IEnumerable<MeasureIndicatorSource> sources, VekhaDb db, PlanOnDay plan, DateOnly today)
    {
        List<MeasureIndicator> found = [];
        if (plan.Plan.IsApproved)
            foreach (var source in sources) found.AddRange(await source.Read(db, plan, today));
        return found.ToLookup(i => i.MeasureId);
    }
}
