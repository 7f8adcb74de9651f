using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>
/// A plan of cards: «Мероприятие: …», «Срок: …», «Ответственный: …» one under the other, as lines or as little tables of two columns.
/// </summary>
internal static partial class LabelledCards
{
    /// <summary>A label that is the name of a column, and the words after it.</summary>
    private readonly record struct Labelled(string Label, string Text, GridCell Cell);

    [GeneratedRegex(@"^(?<label>[А-ЯЁ][\p{L}\s/()-]{2,40}?)\s*(?:№\s*)?(?<n>\d{1,3}(?:\.\d{1,3})?)?\s*[:–—]\s*(?<text>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex LabelLine { get; }

    /// <summary>The plan of the cards; an empty one where there are fewer than two.</summary>
    public static RawPlan Read(Outline outline, SaidColumns said)
    {
        var plan = new RawPlan { Kind = "roadmap" };
        List<List<Labelled>> cards = [];
        foreach (var piece in outline.Pieces)
        {
            if (piece is Piece.Table { Grid: var grid })
                foreach (var row in grid.Rows) Add(cards, OfRow(row));
            else if (((Piece.Text)piece).Line is { IsBlank: false } line && !Add(cards, OfLine(line)))
                (cards.Count == 0 ? plan.Before : plan.After).Add(line);
        }
        cards.RemoveAll(c => !c.Any(l => Means(l) == Meaning.Title) || !c.Any(l => Means(l) is Meaning.Deadline or Meaning.Executor));
        if (cards.Count < 2) return new RawPlan();
        var labels = cards.SelectMany(c => c.Select(l => l.Label)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var heading = labels.Prepend("№").Select(l => new GridCell(l, cards[0][0].Cell.Place)).ToList();
        var rows = cards.Select(c => Row(c, labels)).Prepend(heading).ToList();
        var table = Grid.OfText(rows, labels.Count + 1);
        if (TableHeader.At(table, 0) is { } header) new TableReader(plan, said).Read(table, header);
        return plan;
    }

    private static Meaning Means(Labelled one) => ColumnMeaning.Of(one.Label);

    private static bool Add(List<List<Labelled>> cards, Labelled? one)
    {
        if (one is not { } label || Means(label) == Meaning.Unknown) return false;
        // The label that opened the first card opens the next one.
        if (cards.Count == 0 || string.Equals(cards[^1][0].Label, label.Label, StringComparison.OrdinalIgnoreCase)) cards.Add([label]);
        else cards[^1].Add(label);
        return true;
    }

    private static Labelled? OfRow(GridRow row)
    {
        var cells = row.Speaking.Select(c => row[c]).ToList();
        return cells.Count == 2 && cells[0].Text.Length <= 40 ? new Labelled(Words.Line(cells[0].Text).TrimEnd(':', ' '), cells[1].Text, cells[1]) : null;
    }

    private static Labelled? OfLine(TextLine line) => LabelLine.Match(line.Text) is { Success: true } match
        ? new Labelled(match.Groups["label"].Value.Trim(), (match.Groups["n"].Success ? match.Groups["n"].Value + ". " : "") + match.Groups["text"].Value, new GridCell(line.Text, line.Place))
        : null;

    private static List<GridCell> Row(List<Labelled> card, List<string> labels)
    {
        var title = card.First(l => Means(l) == Meaning.Title);
        var (number, text) = Numbering.Split(Words.Line(title.Text));
        List<GridCell> row = [new GridCell(number ?? "", title.Cell.Place)];
        foreach (var label in labels)
        {
            var mine = card.Where(l => string.Equals(l.Label, label, StringComparison.OrdinalIgnoreCase)).ToList();
            row.Add(mine.Count == 0 ? new GridCell("", title.Cell.Place) : mine[0].Cell with { Text = Words.Lines(mine[0] == title ? text : string.Join("\n", mine.Select(l => l.Text))) });
        }
        return row;
    }
}
