using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Control;

/// <summary>How often a reason was named.</summary>
/// <param name="Reason">As in the list: «не завершена закупка».</param>
/// <param name="Reports">In late reports.</param>
/// <param name="Requests">In requests for another day.</param>
/// <param name="Words">What people wrote beside it, the latest first.</param>
public sealed record CountedDelay(string Reason, int Reports, int Requests, IReadOnlyList<string> Words)
{
    public int Count => Reports + Requests;
}

/// <summary>«Причины задержек» of a plan, counted over the index of their days.</summary>
public sealed class DelayCounts(VekhaDb db)
{
    private const int MostWords = 3;

    /// <summary>What was named between two days, the most frequent first.</summary>
    public async Task<IReadOnlyList<CountedDelay>> Of(Guid plan, DateOnly first, DateOnly last)
    {
        var found = await db.Delays.Where(d => d.PlanId == plan && d.On >= first && d.On <= last).Select(d => new { d.Reason, d.Source, d.Words, d.On }).ToListAsync();
        return [.. found.GroupBy(d => d.Reason).Select(g => new CountedDelay(g.Key, g.Count(d => d.Source == DelaySource.Report), g.Count(d => d.Source == DelaySource.Request),
                [.. g.OrderByDescending(d => d.On).Select(d => d.Words).OfType<string>().Distinct().Take(MostWords)]))
            .OrderByDescending(d => d.Count).ThenBy(d => d.Reason, StringComparer.Create(new("ru-RU"), ignoreCase: true))];
    }
}
