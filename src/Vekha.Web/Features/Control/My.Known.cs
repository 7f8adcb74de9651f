using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Control;

public sealed partial class MyModel
{
    /// <summary>What is known already of the chosen assignment, while nobody has begun a report.</summary>
    public IReadOnlyList<ReportKnown> Known { get; private set; } = [];

    /// <summary>Begins the report with what other parts of Vekha know: words, links, the act, the day. A person reads and mends it.</summary>
    private async Task Prefill()
    {
        if (!MayReport || Draft is not null || Chosen is not { } chosen) return;
        List<ReportKnown> known = [];
        foreach (var source in sources)
            if (await source.Of(db, chosen.Assignment, chosen.Status.Day) is { } told) known.Add(told);
        if (known.Count == 0) return;
        Known = known;
        Text = string.Join("\n\n", known.Select(k => k.Text));
        FactOn = known.Max(k => k.FactOn);
        Given.Links = string.Join('\n', known.SelectMany(k => k.Links));
        if (known.Find(k => k.ActNumber is not null) is { } act) (Given.ActNumber, Given.ActOn) = (act.ActNumber, act.ActOn);
    }
}
