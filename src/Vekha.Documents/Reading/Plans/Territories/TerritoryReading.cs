using Vekha.Plans;
using Vekha.Wording;

namespace Vekha.Documents.Reading.Plans.Territories;

/// <summary>The territories of a plan: found in rows, unified, with the people who stand for them.</summary>
internal sealed class TerritoryReading
{
    private readonly IReadOnlyList<MeasureDraft> _measures;
    private readonly List<Found> _found = [];
    private readonly List<DraftQuestion> _questions = [];
    private readonly SortedSet<int>[] _rows;
    private readonly Dictionary<ExecutorDraft, bool> _heads = [];

    /// <summary>A territory while it is gathered.</summary>
    private sealed class Found(NamedTerritory first)
    {
        public string Key { get; set; } = first.Key;
        public string Name { get; set; } = first.Name;
        public TerritoryKind Kind { get; set; } = first.Kind;
        public bool IsAdjective { get; set; } = first.IsAdjective;
        public List<TerritoryMention> Mentions { get; } = [];
        public HashSet<TerritoryMention> Known { get; } = [];
        public List<string> Executors { get; } = [];
    }

    private TerritoryReading(IReadOnlyList<MeasureDraft> measures)
    {
        _measures = measures;
        _rows = [.. measures.Select(_ => new SortedSet<int>())];
    }

    /// <summary>The draft with its territories, where it names any.</summary>
    public static PlanDraft Into(PlanDraft draft)
    {
        var reading = new TerritoryReading(draft.Measures);
        reading.Name(draft.Title, null, SourcePlace.Nowhere);
        for (var i = 0; i < draft.Measures.Count; i++) reading.NameRow(i);
        reading.DropRegions();
        if (reading._found.Count == 0) return draft;
        reading.BindPeople();
        reading.Spread();
        return draft with
        {
            Territories = [.. reading._found.Select(f => new TerritoryDraft { Name = f.Name, Kind = f.Kind, Mentions = f.Mentions, Executors = f.Executors })],
            Measures = [.. draft.Measures.Select((m, i) => reading._rows[i].Count == 0 ? m : m with { Territories = [.. reading._rows[i]] })],
            Questions = [.. draft.Questions, .. reading._questions],
        };
    }

    private void NameRow(int i)
    {
        var measure = _measures[i];
        Name(measure.Title, i, measure.Places.GetValueOrDefault("title", measure.Place));
        foreach (var key in (ReadOnlySpan<string>)["territory", "place"])
            if (measure.Fields.TryGetValue(key, out var where)) Name(where, i, measure.Place);
        foreach (var executor in measure.Executors)
            foreach (var at in Name(executor.Name, i, measure.Places.GetValueOrDefault("executors", measure.Place)))
                if (!_found[at].Executors.Contains(executor.Name)) _found[at].Executors.Add(executor.Name);
    }

    private List<int> Name(string text, int? row, SourcePlace place)
    {
        List<int> named = [];
        foreach (var one in TerritoryNames.In(text))
        {
            var at = _found.FindIndex(f => IsSame(f, one));
            if (at < 0)
            {
                at = _found.Count;
                _found.Add(new Found(one));
            }
            else Unify(_found[at], one, row, place);
            var mention = new TerritoryMention(one.Spelling, row, place);
            if (_found[at].Known.Add(mention)) _found[at].Mentions.Add(mention);
            if (row is { } r) _rows[r].Add(at);
            named.Add(at);
        }
        return named;
    }

    /// <summary>A district is its adjective; a town and the okrug called by it are one, a town and its district («район») are not.</summary>
    private static bool IsSame(Found found, NamedTerritory one)
    {
        if (found.Kind == TerritoryKind.Region != (one.Kind == TerritoryKind.Region)) return false;
        if (found.IsAdjective == one.IsAdjective) return found.Key == one.Key && SameKind(found.Kind, one.Kind);
        var (town, adjective) = found.IsAdjective ? (one.Key, found.Key) : (found.Key, one.Key);
        return TownName.Makes(town, adjective) && (found.Kind == TerritoryKind.Okrug || one.Kind == TerritoryKind.Okrug) && SameKind(found.Kind, one.Kind);
    }

    private static bool SameKind(TerritoryKind a, TerritoryKind b) =>
        a == b || a is TerritoryKind.Okrug or TerritoryKind.Town && b is TerritoryKind.Okrug or TerritoryKind.Town
        || a is TerritoryKind.Okrug or TerritoryKind.District && b is TerritoryKind.Okrug or TerritoryKind.District;

    private void Unify(Found found, NamedTerritory one, int? row, SourcePlace place)
    {
        if (found.IsAdjective != one.IsAdjective)
        {
            var id = $"territory-{_found.IndexOf(found)}";
            if (_questions.All(q => q.Id != id))
                _questions.Add(new DraftQuestion(id, "territory", row, $"«{found.Mentions[0].Spelling}» и «{one.Spelling}» — одна территория?",
                    [new QuestionOption("Да, одна", ""), new QuestionOption("Нет, разные", $"split {_found.IndexOf(found)} {(found.IsAdjective ? one.Spelling : found.Mentions[0].Spelling)}")], place));
        }
        // The municipal unit answers, the town gives it its name.
        if (one.Kind == TerritoryKind.Okrug && found.Kind != TerritoryKind.Okrug || one.IsAdjective && !found.IsAdjective && one.Kind != TerritoryKind.Town)
            (found.Name, found.Kind, found.Key, found.IsAdjective) = (one.Name, one.Kind, one.Key, one.IsAdjective);
    }

    /// <summary>«Ленинградская область» around its districts is where the plan is; two regions and more are its territories.</summary>
    private void DropRegions()
    {
        if (_found.Count(f => f.Kind == TerritoryKind.Region) > 1 && _found.All(f => f.Kind == TerritoryKind.Region)) return;
        var kept = Enumerable.Range(0, _found.Count).Where(i => _found[i].Kind != TerritoryKind.Region).ToList();
        if (kept.Count == _found.Count) return;
        var to = kept.Select((old, now) => (old, now)).ToDictionary(x => x.old, x => x.now);
        foreach (var row in _rows)
        {
            var mine = row.Where(to.ContainsKey).Select(t => to[t]).ToList();
            row.Clear();
            row.UnionWith(mine);
        }
        var questions = _questions.ToList();
        _questions.Clear();
        foreach (var question in questions)
            if (int.TryParse(question.Id.AsSpan("territory-".Length), out var old) && to.TryGetValue(old, out var now))
                _questions.Add(question with { Id = $"territory-{now}", Options = [.. question.Options.Select(o => o with { Value = o.Value.Replace($"split {old} ", $"split {now} ", StringComparison.Ordinal) })] });
        var left = kept.Select(i => _found[i]).ToList();
        _found.Clear();
        _found.AddRange(left);
    }

    // People

    /// <summary>
    /// «Разработана концепция … во Всеволожском районе | Федоренко И.П.»: a person alone in the row of one territory stands for it.
    /// </summary>
    private void BindPeople()
    {
        Dictionary<string, Dictionary<int, int>> votes = [];
        for (var i = 0; i < _measures.Count; i++)
            if (_measures[i].Executors is [{ Kind: ExecutorKind.Person } person] && _rows[i].Count == 1)
            {
                var mine = votes.TryGetValue(person.Name, out var known) ? known : votes[person.Name] = [];
                mine[_rows[i].Min] = mine.GetValueOrDefault(_rows[i].Min) + 1;
            }
        // One row proves a person only where others of the plan stand for other places: a head of the only town is no coordinator of it.
        if (votes.Count < 2) return;
        foreach (var (person, mine) in votes)
        {
            var best = mine.MaxBy(v => v.Value);
            if (mine.Count > 1 && mine.Values.Count(v => v == best.Value) > 1) continue;
            if (!_found[best.Key].Executors.Contains(person)) _found[best.Key].Executors.Add(person);
        }
    }

    // Rows that speak of several territories at once

    private void Spread()
    {
        var all = Enumerable.Range(0, _found.Count).ToList();
        var listed = Listed();
        List<int> guessed = [];
        for (var i = 0; i < _measures.Count; i++)
        {
            var measure = _measures[i];
            var text = $"{measure.Title} {string.Join(' ', measure.Executors.Select(e => e.Name))}";
            if (Collectives.Count(text) is { } count)
            {
                if (listed.Find(l => l.Rows.Count == count) is { Rows: not null } list) _rows[i].UnionWith(list.Rows);
                else if (count == _found.Count) _rows[i].UnionWith(all);
                else if (listed.Count > 0 && Math.Abs(listed[0].Rows.Count - count) <= 3) AskCount(i, count, listed[0]);
                continue;
            }
            if (_found.Count > 2 && Collectives.MeansAll(text)) _rows[i].UnionWith(all);
            else if (_found.Count > 2 && _rows[i].Count == 0 && measure.Executors.Any(IsHeads))
            {
                _rows[i].UnionWith(all);
                guessed.Add(i);
            }
            foreach (var executor in measure.Executors)
                for (var t = 0; t < _found.Count; t++)
                    if (_found[t].Executors.Contains(executor.Name)) _rows[i].Add(t);
        }
        AskScope(guessed, listed, all);
    }

    /// <summary>Rows that name three territories and more: «в Бокситогорском, …, Тихвинском районе (далее – в 15 районах)».</summary>
    private List<(int Row, List<int> Rows)> Listed() =>
        [.. Enumerable.Range(0, _rows.Length).Where(i => _rows[i].Count >= 3).Select(i => (i, _rows[i].ToList())).OrderByDescending(l => l.Item2.Count)];

    /// <summary>«в 15 районах» where fourteen are listed.</summary>
    private void AskCount(int row, int count, (int Row, List<int> Rows) list)
    {
        const string id = "territory-count";
        if (_questions.Any(q => q.Id == id)) return;
        _questions.Add(new DraftQuestion(id, "territory", row, $"В тексте «{Collectives.Words(_measures[row].Title)}», а в строке «{_measures[list.Row].Title}» перечислено {list.Rows.Count}. Сколько их?",
            [new QuestionOption($"Верен список: {list.Rows.Count}", ""), new QuestionOption($"Верно число: {count}, список неполон", "")], _measures[row].Place));
    }

    /// <summary>Asked of every row, and the answer looks through all of them: once for a name.</summary>
    private bool IsHeads(ExecutorDraft executor) =>
        _heads.TryGetValue(executor, out var known) ? known : _heads[executor] = Collectives.IsHeads(executor, _measures);

    private void AskScope(List<int> rows, List<(int Row, List<int> Rows)> listed, List<int> all)
    {
        if (rows.Count == 0 || listed.FirstOrDefault(l => l.Rows.Count < all.Count) is not { Rows: not null } part) return;
        var first = _measures[rows[0]];
        var who = first.Executors.First(IsHeads).Name;
        _questions.Add(new DraftQuestion("territory-scope", "territory", rows[0],
            $"«{who}» — это все территории плана ({all.Count}) или только перечисленные ({part.Rows.Count})? Вопрос о {Ru.Count(rows.Count, "строке", "строках", "строках")}, начиная с «{first.Title}».",
            [new QuestionOption($"Все территории: {all.Count}", ""), new QuestionOption($"Только перечисленные: {part.Rows.Count}", $"rows {string.Join(',', rows)} {string.Join(',', part.Rows)}")],
            first.Places.GetValueOrDefault("executors", first.Place)));
    }
}
