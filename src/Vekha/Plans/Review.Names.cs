using System.Globalization;

namespace Vekha.Plans;

public sealed partial record Review
{
    /// <summary>Rows with the doubtful first: asked, then by the least sure field, then in the order of the plan.</summary>
    public IEnumerable<ReviewRow> DoubtfulFirst() =>
        Rows.OrderBy(r => StateOf(r) switch { ReviewRowState.Asked => 0, ReviewRowState.Unsure => 1, ReviewRowState.Unchecked => 2, _ => 3 }).ThenBy(r => r.Confidence);

    /// <summary>One name for an executor that stood in several spellings.</summary>
    private Review TakeName(ReviewQuestion asked, ReviewAnswer answer)
    {
        var noted = this with { Notes = [.. Notes, Note(asked, answer)] };
        if (answer.Value.Length == 0) return noted;
        var chosen = answer.Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (chosen.Length == 0) return noted;
        var spellings = asked.Options.SelectMany(o => o.Value.Split('\n')).Concat(chosen).ToHashSet(StringComparer.Ordinal);
        return noted with { Rows = [.. noted.Rows.Select(r => r.Executors.Any(e => spellings.Contains(e.Name)) ? Renamed(r, spellings, chosen[0]) : r)] };
    }

    private static ReviewRow Renamed(ReviewRow row, HashSet<string> spellings, string name) => row with
    {
        Executors = [.. row.Executors.Select(e => spellings.Contains(e.Name) ? e with { Name = name } : e)
            .GroupBy(e => e.Name, StringComparer.Ordinal).Select(same => same.First() with { ByConsent = same.Any(e => e.ByConsent) })],
    };

    /// <summary>
    /// «split 2 г. Сосновый Бор»: this spelling is a territory of its own; «rows 29,30 3,4»: the rows are about these territories.
    /// </summary>
    private Review TakeTerritory(ReviewAnswer answer) => answer.Value.Split(' ', 3) switch
    {
        ["split", var at, var spelling] when Position(at) is { } t && t < Territories.Count => Split(t, spelling),
        ["rows", var rows, var places] => OnlyIn(Positions(rows), Positions(places)),
        _ => this,
    };

    private Review Split(int territory, string spelling)
    {
        var whole = Territories[territory];
        var own = whole.Mentions.Where(m => m.Spelling == spelling).ToList();
        if (own.Count == 0 || own.Count == whole.Mentions.Count) return this;
        var left = whole.Mentions.Where(m => m.Spelling != spelling).ToList();
        var kept = left.Select(m => m.Measure).ToHashSet();
        var moved = own.Select(m => m.Measure).ToHashSet();
        var added = Territories.Count;
        return this with
        {
            Territories = [.. Territories.Select((t, i) => i == territory ? t with { Mentions = left } : t), new TerritoryDraft { Name = spelling, Kind = TerritoryKind.Town, Mentions = own }],
            Rows = [.. Rows.Select(r => !moved.Contains(r.Id) ? r : r with { Territories = [.. r.Territories.Where(t => t != territory || kept.Contains(r.Id)), added] })],
        };
    }

    private Review OnlyIn(IReadOnlyList<int> rows, IReadOnlyList<int> territories) =>
        this with { Rows = [.. Rows.Select(r => rows.Contains(r.Id) ? r with { Territories = territories } : r)] };

    private static int? Position(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;

    private static IReadOnlyList<int> Positions(string text) => [.. text.Split(',').Select(Position).OfType<int>()];
}
