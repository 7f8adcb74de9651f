using Vekha.Campaigns;

namespace Vekha.Tests.Campaigns;

public sealed class IndicatorTests
{
    private static readonly FormField Events = new("f1", "Мероприятий проведено", FormFieldKind.Number) { Sums = true, Accumulates = true };
    private static readonly FormField Share = new("f2", "Доля детей в клубах", FormFieldKind.Number) { Unit = "%" };

    [Fact]
    public void Periods_of_what_is_held_are_added_up_and_a_missing_report_is_no_zero()
    {
        var events = Indicator.Of(Events, baseline: 0, target: 45, [12, null, 21]);

        events.ShouldBe(new Indicator(0, 45, 21, 33));
        (events.Percent, events.IsReached).ShouldBe((73, false));
        Indicator.Of(Events, 0, 45, [12, null]).ShouldBe(new Indicator(0, 45, null, 12));
        Indicator.Of(Events, 0, 45, [null]).ShouldSatisfyAllConditions(i => i.Cumulative.ShouldBeNull(), i => i.Percent.ShouldBeNull());
    }

    [Theory]
    [InlineData(15.0, 45.0, 49.0, 108, true)]
    [InlineData(15.0, 45.0, 44.9, 99, false)]
    [InlineData(40.0, 10.0, 25.0, 50, false)] // «снизить число нарушений с 40 до 10»
    [InlineData(40.0, 10.0, 4.0, 120, true)]
    [InlineData(40.0, 10.0, 46.0, -20, false)]
    public void The_share_of_the_target_is_never_rounded_up_and_may_pass_a_hundred(double from, double to, double reached, int percent, bool isReached)
    {
        var indicator = new Indicator((decimal)from, (decimal)to, (decimal)reached, null);

        (indicator.Percent, indicator.IsReached).ShouldBe((percent, isReached));
    }

    [Fact]
    public void The_whole_adds_up_what_can_be_added_and_leaves_a_share_alone()
    {
        Indicator[] parts = [new(2, 15, 7, 10), new(null, 15, null, 4), new(1, null, 3, 3)];

        Indicator.Whole(Events, null, null, parts).ShouldBe(new Indicator(3, 30, 10, 17));
        Indicator.Whole(Events, null, 50, parts).Target.ShouldBe(50);
        Indicator.Whole(Share, 20, 35, parts).ShouldBe(new Indicator(20, 35, null, null));
    }

    [Fact]
    public void A_table_counts_as_the_sum_of_its_cells()
    {
        var children = new FormField("f3", "Детей", FormFieldKind.Table) { Rows = ["7–10 лет"], Columns = ["мальчики", "девочки"] };

        Indicator.NumberOf(children, new Dictionary<string, string> { ["f3.1.1"] = "38", ["f3.1.2"] = "41.5" }).ShouldBe(79.5m);
        Indicator.NumberOf(children, new Dictionary<string, string>()).ShouldBeNull();
        Indicator.NumberOf(children, null).ShouldBeNull();
    }
}
