using System.Text;
using Vekha.Deadlines;
using Vekha.Documents.Reading;
using Vekha.Documents.Reading.Plans;
using Vekha.Plans;

namespace Vekha.Tests.Plans;

/// <summary>Documents with an expected reading, and short ways to write what was read.</summary>
internal static class PlanFiles
{
    internal static readonly string Root = FindRoot();

    public static string Gold(string name) => Path.Combine(Root, "tests/Vekha.Tests/Plans/gold", name + ".gold.json");

    public static string Document(string file) =>
        new[] { Path.Combine(Root, "samples", file), Path.Combine(Root, "tests/Vekha.Tests/Documents/data", file) }.First(File.Exists);

    public static PlanDraft Read(string file)
    {
        using var stream = File.OpenRead(Document(file));
        return DocumentReader.Read(stream, file).Draft.ShouldNotBeNull();
    }

    public static PlanDraft ReadText(string text, string name = "план.txt") =>
        DocumentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name).Draft.ShouldNotBeNull();

    /// <summary>A table of rows whose cells are parted by «|»; «^» covers from above, «&lt;» from the left.</summary>
    public static PlanDraft ReadTable(string title, string rows, string name = "план.docx") =>
        PlanFinder.Find(new SourceDocument([new SourceParagraph(title), Table(rows)], new Dictionary<string, string>()), name).ShouldNotBeNull();

    public static SourceTable Table(string rows, string? sheet = null)
    {
        var cells = rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split('|').Select(c => c.Trim().Replace("\\n", "\n", StringComparison.Ordinal)).ToArray()).ToArray();
        List<SourceRow> table = [];
        for (var r = 0; r < cells.Length; r++)
        {
            List<SourceCell> row = [];
            for (var c = 0; c < cells[r].Length; c++)
            {
                if (cells[r][c] is "^" or "<") continue;
                int span = 1, down = 1;
                while (c + span < cells[r].Length && cells[r][c + span] == "<") span++;
                while (r + down < cells.Length && c < cells[r + down].Length && cells[r + down][c] == "^") down++;
                row.Add(new SourceCell(cells[r][c], c, span, down));
            }
            table.Add(new SourceRow(row));
        }
        return new SourceTable(table, cells.Max(r => r.Length)) { Sheet = sheet };
    }

    /// <summary>A measure in one line: number | stage | title | executors | deadline.</summary>
    public static string Line(this PlanDraft draft, MeasureDraft measure) =>
        string.Join(" | ", measure.Number ?? "–", measure.Stage is { } s ? draft.Stages[s].Title : "–", measure.Title,
            measure.Executors.Count == 0 ? "–" : string.Join("; ", measure.Executors.Select(e => e.ByConsent ? e.Name + "*" : e.Name)), measure.DeadlineText?.Replace("\n", " / ", StringComparison.Ordinal) ?? "–");

    public static string[] Lines(this PlanDraft draft) => [.. draft.Measures.Select(draft.Line)];

    public static string Values(this MeasureDraft measure) => string.Join(" ", measure.Deadlines.Select(d => d switch
    {
        Deadline.On on => $"on {on.Date}",
        Deadline.By by => $"by {by.Date}",
        Deadline.During during => $"{during.First}..{during.Last}",
        _ => d.GetType().Name.ToLowerInvariant(),
    }));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Vekha.slnx"))) folder = folder.Parent.ShouldNotBeNull();
        return folder.FullName;
    }
}
