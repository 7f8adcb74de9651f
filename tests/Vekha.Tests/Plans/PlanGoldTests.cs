using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Vekha.Deadlines;
using Vekha.Plans;

namespace Vekha.Tests.Plans;

/// <summary>The reading of real documents against a careful human one, field by field.</summary>
public sealed class PlanGoldTests
{
    [Theory]
    [InlineData("khimki-portal.txt"), InlineData("equal-opportunities.txt"), InlineData("novokuznetsk-400.txt")]
    [InlineData("petrovsky-mediaplan.txt"), InlineData("resource-environment.txt")]
    [InlineData("01-novogodnee-predstavlenie.txt"), InlineData("01-novogodnee-predstavlenie.docx")]
    [InlineData("06-etapy-byudzheta.txt"), InlineData("06-etapy-byudzheta.xlsx")]
    [InlineData("14-protokol-porucheniya.txt"), InlineData("14-protokol-porucheniya.docx")]
    [InlineData("16-dorozhnaya-karta-turizm.txt"), InlineData("16-dorozhnaya-karta-turizm.docx")]
    public void Every_field_is_what_a_careful_reader_finds(string file)
    {
        var gold = JsonNode.Parse(File.ReadAllText(PlanFiles.Gold(Path.GetFileNameWithoutExtension(file)))).ShouldNotBeNull();
        var draft = PlanFiles.Read(file);
        Key(draft.Title).ShouldBe(Key((string?)gold["title"]));
        // A step without points is one measure here; the expected reading leaves it a stage and says that both are right.
        var measures = draft.Measures.Where(m => !m.Fields.ContainsKey("from")).ToList();
        var expected = gold["measures"]!.AsArray();
        measures.Select(m => Key(m.Title)).ShouldBe(expected.Select(e => Key((string?)e!["title"])));
        for (var i = 0; i < measures.Count; i++) Same(expected[i]!, measures[i], draft);
    }

    private static void Same(JsonNode gold, MeasureDraft measure, PlanDraft draft)
    {
        var about = $"«{measure.Title}»";
        var doubt = (string?)gold["doubt"];
        (measure.Number ?? "").ShouldBe((string?)gold["number"] ?? "", about);
        if (doubt != "stage") Key(measure.Stage is { } s ? draft.Stages[s].Title : "").ShouldBe(Key((string?)gold["stage"]), about);
        measure.Executors.Select(e => Name(e.Name)).ShouldBe(gold["executors"]!.AsArray().Select(e => Name(e is JsonObject o ? (string)o["name"]! : (string)e!)), about);
        Key(measure.DeadlineText).ShouldBe(Key((string?)gold["deadline_text"]), about);
        measure.Deadlines.Select(Written).ShouldBe(gold["deadlines"]!.AsArray().Select(d => Written(DeadlineJson.Read(d!.AsObject()))), about);
    }

    /// <summary>The event of a relative deadline may be in another case.</summary>
    private static string Written(Deadline deadline) => deadline switch
    {
        Deadline.Relative relative => $"{relative.Offset} {relative.Unit} {relative.Direction} {relative.Limit}",
        Deadline.Reference => "reference",
        _ => DeadlineJson.Write(deadline).ToJsonString(),
    };

    private static string Name(string name) => Key(name.Replace("(по согласованию)", "", StringComparison.Ordinal));

    private static string Key(string? text) => Regex.Replace((text ?? "").ToLowerInvariant().Replace('ё', 'е'), @"[\W_]+", "");
}
