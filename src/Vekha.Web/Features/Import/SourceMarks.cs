using Vekha.Plans;

namespace Vekha.Web.Features.Import;

/// <summary>A piece of the document that a row of the review was read from.</summary>
/// <param name="Row">The row.</param>
/// <param name="Code">What people call it.</param>
/// <param name="Look">How it is coloured: <c>is-ok</c>, <c>is-ask</c>, <c>is-new</c>, <c>is-now</c>.</param>
/// <param name="Line">Line of the cell it starts at, −1 for the whole cell.</param>
public sealed record SourceMark(int Row, string Code, string Look, int Line);

/// <summary>Lines of a cell that belong together: to a row of the review, or to none.</summary>
public sealed record SourcePiece(string Text, SourceMark? Mark);

/// <summary>Which pieces of the document became which rows.</summary>
public sealed class SourceMarks
{
    private static readonly string[] Worst = ["is-now", "is-ask", "is-new", "is-ok"];
    private readonly ILookup<string, SourceMark> marks;

    public SourceMarks(IEnumerable<RowLine> rows) => marks = rows.SelectMany(Of).Where(m => m.Mark is not null).ToLookup(m => m.Anchor, m => m.Mark!);

    /// <summary>Whether anything was read from the place.</summary>
    public bool Any(string anchor) => marks.Contains(anchor);

    /// <summary>A cell or paragraph cut where another row begins.</summary>
    public IReadOnlyList<SourcePiece> Cut(string anchor, string text)
    {
        var here = marks[anchor].ToList();
        if (here.Count == 0) return [new(text, null)];
        var starts = here.Where(m => m.Line >= 0).GroupBy(m => m.Line).OrderBy(g => g.Key).Select(Strongest).ToList();
        if (starts.Count == 0 || here.Any(m => m.Line < 0)) return [new(text, Strongest(here))];
        var lines = text.Split('\n');
        var pieces = new List<SourcePiece>();
        if (starts[0].Line > 0) pieces.Add(new(Lines(lines, 0, starts[0].Line), null));
        for (var i = 0; i < starts.Count; i++)
            pieces.Add(new(Lines(lines, starts[i].Line, i + 1 < starts.Count ? starts[i + 1].Line : lines.Length), starts[i]));
        return [.. pieces.Where(p => p.Text.Length > 0)];
    }

    private static string Lines(string[] lines, int from, int to) => string.Join('\n', lines.Take(to).Skip(from)).Trim('\n');

    // One cell may stand for several rows: the one that needs a person shows.
    private static SourceMark Strongest(IEnumerable<SourceMark> same)
    {
        var all = same.ToList();
        var look = all.MinBy(m => Array.IndexOf(Worst, m.Look))!;
        var codes = all.Select(m => m.Code).Distinct().ToList();
        return look with { Code = codes.Count switch { 1 => codes[0], <= 3 => string.Join(", ", codes), _ => $"{codes[0]}–{codes[^1]}" } };
    }

    private static IEnumerable<(string Anchor, SourceMark? Mark)> Of(RowLine line)
    {
        var row = line.Row;
        if (row.Origins.Count == 0) yield break;
        var places = row.Places.Values.Where(p => p.Block >= 0 && (p.Row < 0 || p.Cell >= 0)).ToList();
        if (places.Count == 0 && row.Place.Block >= 0) places.Add(row.Place.Row >= 0 && row.Place.Cell < 0 ? row.Place with { Cell = 0 } : row.Place);
        foreach (var place in places.DistinctBy(p => (p.Anchor, p.Line)))
            yield return (place.Anchor, new(row.Id, line.Code, line.Look, place.Line));
    }
}
