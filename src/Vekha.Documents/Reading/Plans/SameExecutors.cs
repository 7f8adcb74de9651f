using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Finds executors that stand in several spellings: «Рабочие группы» and «рабочие группы», «ЦБС» and its full name.</summary>
internal static class SameExecutors
{
    /// <summary>More different names than this are compared by their keys only.</summary>
    private const int MostCompared = 250;

    private sealed class Named(string text, SourcePlace place)
    {
        public string Text { get; } = text;
        public SourcePlace Place { get; } = place;
        public List<int> Measures { get; } = [];
        public ExecutorLikeness Likeness { get; } = new(text);
        public int Group { get; set; }
        public string? Reason { get; set; }
        public bool IsLikely { get; set; } = true;
    }

    public static PlanDraft Into(PlanDraft draft)
    {
        var names = Names(draft);
        if (names.Count < 2) return draft;
        for (var i = 0; i < names.Count; i++) names[i].Group = i;
        ByKey(names, n => n.Likeness.Letters);
        ByKey(names, n => n.Likeness.Stems);
        if (names.Count <= MostCompared) ByPairs(names, draft.Abbreviations);
        var same = names.GroupBy(n => n.Group).Where(g => g.Count() > 1).Select(g => Made([.. g])).ToList();
        return same.Count == 0 ? draft : draft with { SameExecutors = same };
    }

    private static List<Named> Names(PlanDraft draft)
    {
        Dictionary<string, Named> known = [];
        List<Named> names = [];
        for (var i = 0; i < draft.Measures.Count; i++)
        {
            var measure = draft.Measures[i];
            foreach (var executor in measure.Executors)
            {
                if (!known.TryGetValue(executor.Name, out var named))
                    names.Add(known[executor.Name] = named = new Named(executor.Name, measure.Places.GetValueOrDefault("executors", measure.Place)));
                if (named.Measures.Count == 0 || named.Measures[^1] != i) named.Measures.Add(i);
            }
        }
        return names;
    }

    private static void ByKey(List<Named> names, Func<Named, string> key)
    {
        foreach (var same in names.Where(n => key(n).Length > 1).GroupBy(key).Where(g => g.Count() > 1))
        {
            var first = same.First();
            foreach (var other in same.Skip(1)) Join(names, first, other, ExecutorLikeness.Difference(first.Text, other.Text), likely: true);
        }
    }

    private static void ByPairs(List<Named> names, IReadOnlyDictionary<string, string> abbreviations)
    {
        for (var i = 0; i < names.Count; i++)
            for (var j = i + 1; j < names.Count; j++)
                if (names[i].Group != names[j].Group && names[i].Likeness.To(names[j].Likeness, abbreviations) is var (reason, likely))
                    Join(names, names[i], names[j], reason, likely);
    }

    private static void Join(List<Named> names, Named one, Named other, string reason, bool likely)
    {
        if (one.Group == other.Group) return;
        (other.Reason, other.IsLikely) = (reason, likely);
        var (from, to) = (other.Group, one.Group);
        foreach (var name in names) if (name.Group == from) name.Group = to;
    }

    /// <summary>The spelling that stands most often is proposed; of equals the one that opens with a capital, then the longest.</summary>
    private static SameExecutor Made(List<Named> group)
    {
        var best = group.OrderByDescending(n => n.Measures.Count).ThenByDescending(n => char.IsUpper(Words.FirstLetter(n.Text))).ThenByDescending(n => n.Text.Length).First();
        var ordered = group.OrderByDescending(n => ReferenceEquals(n, best)).ToList();
        return new SameExecutor(best.Text, [.. ordered.Select(n => new ExecutorSpelling(n.Text, n.Measures, n.Place))],
            group.Select(n => n.Reason).FirstOrDefault(r => r is not null) ?? "разное написание", group.All(n => n.IsLikely));
    }
}
