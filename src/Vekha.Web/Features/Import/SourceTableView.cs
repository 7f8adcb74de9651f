using System.Globalization;
using Vekha.Documents.Reading;

namespace Vekha.Web.Features.Import;

/// <summary>A table of the document with the marks of what was read from it.</summary>
public sealed record SourceTableView(SourceMarks Marks, SourceTable Table, int Block)
{
    /// <summary>No column is narrower than a number needs, none takes more than its share.</summary>
    private const double Narrowest = 5;

    /// <summary>Widths of the columns by how much is written in them; the square root keeps long cells from taking all.</summary>
    public IEnumerable<string> Widths
    {
        get
        {
            var weights = Enumerable.Range(0, Math.Max(1, Table.ColumnCount)).Select(c => Math.Sqrt(1 + Table.Rows.SelectMany(r => r.Cells)
                .Where(cell => cell.Column == c && cell.ColumnSpan == 1).Select(cell => (double)cell.Text.Length).DefaultIfEmpty(0).Average())).ToList();
            var shares = weights.Select(w => Math.Max(Narrowest, 100 * w / weights.Sum())).ToList();
            return shares.Select(s => (100 * s / shares.Sum()).ToString("0.#", CultureInfo.InvariantCulture) + "%");
        }
    }
}
