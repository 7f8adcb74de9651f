using System.Text.Json;
using Vekha.Campaigns;

namespace Vekha.Tests.Campaigns;

public sealed class FormFoldingTests
{
    private static readonly FormField Children = new("f1", "Детей", FormFieldKind.Number) { Folding = FormFolding.Sum };

    private static FormAnswer Answer(int day, params string[] values) => new(values.Select((v, i) => ($"f{i + 1}", v)).Where(v => v.v.Length > 0).ToDictionary(v => v.Item1, v => v.v), new(2020, 10, day));

    [Theory]
    [InlineData(FormFolding.Sum, null, "60")]
    [InlineData(FormFolding.Most, null, "40")]
    [InlineData(FormFolding.Mean, null, "20")]
    [InlineData(FormFolding.Mean, "f1", "25.83")]
    [InlineData(FormFolding.Last, null, "5")]
    [InlineData(FormFolding.None, null, null)]
    public void The_number_of_the_whole_follows_the_rule_of_the_field(FormFolding folding, string? weight, string? expected)
    {
        var share = new FormField("f2", "Доля", FormFieldKind.Number) { Folding = folding, Weight = weight };
        FormAnswer?[] units = [Answer(3, "10", "15"), null, Answer(9, "5", "5"), Answer(1, "15", "40")];
        FormTotal.Together(FormField.CellsOf([Children, share]), units).GetValueOrDefault("f2").ShouldBe(expected);
    }

    [Fact]
    public void Who_gave_nothing_is_missing_and_not_zero()
    {
        var total = FormTotal.OfAnswers(FormField.CellsOf([Children]), [Answer(1, "7"), null, Answer(2, "")]).Single();
        (total.Sum, total.Given, total.Units, total.IsPartial).ShouldBe((7m, 1, 3, true));
        FormTotal.Together(FormField.CellsOf([Children]), [null, null]).ShouldBeEmpty();
    }

    [Fact]
    public void A_difference_from_the_units_below_asks_for_a_reason_and_is_quiet_with_one()
    {
        var together = new Dictionary<string, string> { ["f1"] = "10" };
        var typed = new Dictionary<string, string> { ["f1"] = "12" };
        FormCheck.Of([Children], typed, null, [], together).Remarks.Single().Text.ShouldBe("12, а у подразделений вместе 10. Подтвердите и назовите причину");
        FormCheck.Of([Children], typed, null, [new("f1", "12", "Двое учтены дважды")], together).IsComplete.ShouldBeTrue();
        FormCheck.Of([Children], new Dictionary<string, string> { ["f1"] = "10,0" }, null, [], together).IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void A_form_kept_before_the_rules_is_read_as_it_was_meant()
    {
        JsonSerializer.Deserialize<FormField>("""{"Key":"f1","Title":"Детей","Kind":"Number","Sums":true}""")!.Folding.ShouldBe(FormFolding.Sum);
        var kept = JsonSerializer.Deserialize<FormField>(JsonSerializer.Serialize(Children with { Folding = FormFolding.Most }))!;
        kept.Folding.ShouldBe(FormFolding.Most);
    }
}
