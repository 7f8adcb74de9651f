using Vekha.Campaigns;

namespace Vekha.Tests.Campaigns;

public sealed class FormCheckTests
{
    private static readonly FormField Children = new("f1", "Детей", FormFieldKind.Number) { Least = 0, Most = 5000, Sums = true, Jump = 10 };
    private static readonly FormField Ages = new("f2", "По возрасту", FormFieldKind.Table) { Sums = true, Rows = ["7–10", "11–14"], Columns = ["мальчики", "девочки"] };

    [Theory]
    [InlineData(FormFieldKind.Number, "1 250,5", "1250.5")]
    [InlineData(FormFieldKind.Number, "−3", "-3")]
    [InlineData(FormFieldKind.YesNo, "Да", "да")]
    [InlineData(FormFieldKind.Date, "5.11.2017", "2017-11-05")]
    [InlineData(FormFieldKind.Choice, "ОЧНО", "очно")]
    [InlineData(FormFieldKind.Text, "  слова ", "слова")]
    [InlineData(FormFieldKind.Number, "  ", null)]
    public void Words_become_a_value(FormFieldKind kind, string typed, string? value) => Cell(kind).Read(typed).ShouldBe(new(value, null));

    [Theory]
    [InlineData(FormFieldKind.Number, "много", "нужно число, а записано «много»")]
    [InlineData(FormFieldKind.Number, "1e9", "нужно число, а записано «1e9»")]
    [InlineData(FormFieldKind.YesNo, "может быть", "нужно «да» или «нет», а записано «может быть»")]
    [InlineData(FormFieldKind.Date, "31.02.2017", "нужен день вида 30.10.2020, а записано «31.02.2017»")]
    [InlineData(FormFieldKind.Choice, "иначе", "«иначе» нет в списке: очно, заочно")]
    public void Words_that_make_no_sense_are_told_in_Russian(FormFieldKind kind, string typed, string problem) => Cell(kind).Read(typed).ShouldBe(new(null, problem));

    [Theory]
    [InlineData("399", null)]
    [InlineData("400", "в 10 раз больше прошлого (40)")]
    [InlineData("420", "в 10,5 раза больше прошлого (40)")]
    public void Ten_times_the_previous_number_is_to_be_confirmed(string typed, string? words)
    {
        var check = FormCheck.Of([Children], new Dictionary<string, string> { ["f1"] = typed }, new Dictionary<string, string> { ["f1"] = "40" }, []);

        if (words is null) check.IsComplete.ShouldBeTrue();
        else check.Remarks.Single().Text.ShouldContain(words);
    }

    [Fact]
    public void A_confirmation_holds_for_the_number_it_was_given_for()
    {
        var previous = new Dictionary<string, string> { ["f1"] = "40" };
        FormConfirmation[] confirmed = [new("f1", "400", "открыты девять клубов")];

        FormCheck.Of([Children], new Dictionary<string, string> { ["f1"] = "400" }, previous, confirmed).IsComplete.ShouldBeTrue();
        FormCheck.Of([Children], new Dictionary<string, string> { ["f1"] = "4000" }, previous, confirmed).Remarks.Single().Kind.ShouldBe(FormRemarkKind.Jump);
    }

    [Fact]
    public void Every_cell_of_a_required_table_is_asked_for_and_zero_is_an_answer()
    {
        var check = FormCheck.Of([Children, Ages], new Dictionary<string, string> { ["f1"] = "0", ["f2.1.1"] = "3", ["f2.2.2"] = "0" }, null, []);

        (check.Filled, check.Required).ShouldBe((3, 5));
        check.Remarks.Select(r => (r.Cell.Number, r.Text)).ShouldBe([("2.1.2", "не заполнено"), ("2.2.1", "не заполнено")]);
    }

    [Theory]
    [InlineData("-1", "не меньше 0, а записано −1")]
    [InlineData("5001", "не больше 5 000, а записано 5 001")]
    public void A_number_outside_its_range_is_refused(string typed, string words) =>
        FormCheck.Of([Children], new Dictionary<string, string> { ["f1"] = typed }, null, []).Remarks.Single().Text.Replace('\u00a0', ' ').ShouldBe(words);

    [Fact]
    public void Who_has_not_reported_is_not_zero()
    {
        var total = FormTotal.Of(FormField.CellsOf([Children]), [new Dictionary<string, string> { ["f1"] = "40" }, null, new Dictionary<string, string> { ["f1"] = "0" }]).Single();

        (total.Sum, total.Given, total.Units, total.IsPartial).ShouldBe((40m, 2, 3, true));
        FormTotal.Of(FormField.CellsOf([Children]), [null, null]).Single().Sum.ShouldBeNull();
    }

    [Fact]
    public void A_change_is_counted_over_those_who_gave_both_numbers()
    {
        var cell = FormField.CellsOf([Children]).Single();
        static IReadOnlyDictionary<string, string> Of(string value) => new Dictionary<string, string> { ["f1"] = value };

        FormTotal.Since(cell, [(Of("40"), Of("44")), (Of("10"), null), (null, Of("7"))]).ShouldBe((4m, 1));
    }

    [Theory]
    [InlineData("1250", "1 250")]
    [InlineData("12.50", "12,5")]
    [InlineData("100", "100")]
    public void A_number_is_shown_as_it_was_written(string kept, string shown) => FormField.CellsOf([Children]).Single().Show(kept).Replace('\u00a0', ' ').ShouldBe(shown);

    private static FormCell Cell(FormFieldKind kind) => new FormField("f1", "Вопрос", kind) { Choices = ["очно", "заочно"] }.Cells(1).Single();
}
