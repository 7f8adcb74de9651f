using System.Text.Json.Nodes;
using Vekha.Deadlines;

namespace Vekha.Tests.Deadlines;

/// <summary>160 cells of published plans and decrees: examples.jsonl, any of the right answers, with its tolerance.</summary>
public sealed class ExampleCellsTests
{
    public static TheoryData<string> Cells => [.. File.ReadLines(Compact.File("tests", "Vekha.Tests", "Deadlines", "examples.jsonl")).Where(l => l.Length > 0)];

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_of_a_published_plan_is_read(string cell)
    {
        var json = JsonNode.Parse(cell)!.AsObject();
        var reading = DeadlineReader.Read((string)json["text"]!, new((int?)json["context_year"])).Deadlines;
        var right = new[] { json["expect"]!.AsArray() }.Concat(json["alternatives"]?.AsArray().Select(a => a!.AsArray()) ?? [])
            .Select(a => a.Select(d => DeadlineJson.Read(d!.AsObject())).ToArray());
        right.Any(answer => Same(answer, reading, (int?)json["tolerance_days"] ?? 0)).ShouldBeTrue($"{json["text"]} → {Compact.Of(reading)}");
    }

    private static bool Same(Deadline[] right, IReadOnlyList<Deadline> read, int tolerance)
    {
        var left = read.ToList();
        return right.Length == read.Count && right.All(r => left.FindIndex(d => Same(r, d, tolerance)) is >= 0 and var place && Take(left, place));
    }

    private static bool Take(List<Deadline> left, int place)
    {
        left.RemoveAt(place);
        return true;
    }

    private static bool Same(Deadline right, Deadline read, int tolerance) => (right, read) switch
    {
        (Deadline.By a, Deadline.By b) => Near(a.Date, b.Date, tolerance),
        (Deadline.During a, Deadline.During b) => Near(a.First, b.First, tolerance) && Near(a.Last, b.Last, tolerance),
        (Deadline.Every a, Deadline.Every b) => a.Rule == b.Rule && (a.Times ?? 1) == (b.Times ?? 1) && a.First == b.First && a.Last == b.Last,
        (Deadline.Relative a, Deadline.Relative b) => (a with { NotBefore = null }) == (b with { NotBefore = null }),
        (Deadline.Reference, Deadline.Reference) => true,
        _ => right == read,
    };

    private static bool Near(WrittenDate a, WrittenDate b, int days) =>
        a == b || days > 0 && Math.Abs(a.In(2001).ToDay().DayNumber - b.In(2001).ToDay().DayNumber) <= days;
}
