using Vekha.Registries;

namespace Vekha.Tests.Registries;

public sealed class ObjectLifeTests
{
    private static readonly DateOnly Opened = new(2017, 10, 2);
    private static readonly DateOnly Closed = new(2018, 2, 20);

    [Fact]
    public void A_closed_object_counts_on_its_day_and_not_on_the_day_after()
    {
        var spans = ObjectLife.SpansOf([new(Opened, 1, true), new(new(2017, 11, 10), 2, true), new(Closed, 3, false)]);

        spans.ShouldBe([new LifeSpan(Opened, Closed)]);
        bool On(DateOnly day) => spans.Any(s => s.Covers(day));
        (On(Opened.AddDays(-1)), On(Opened), On(Closed), On(Closed.AddDays(1))).ShouldBe((false, true, true, false));
    }

    [Fact]
    public void An_object_that_was_never_counted_has_no_days()
    {
        ObjectLife.SpansOf([new(Opened, 1, false), new(Closed, 2, false)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_reopened_object_has_two_spans_and_a_restored_one_keeps_its_first()
    {
        ObjectLife.SpansOf([new(Opened, 1, true), new(Closed, 2, false), new(Closed.AddDays(10), 3, true)])
            .ShouldBe([new LifeSpan(Opened, Closed), new LifeSpan(Closed.AddDays(10), null)]);
        ObjectLife.SpansOf([new(Opened, 1, true), new(Closed, 2, false), new(Closed.AddDays(1), 3, true)]).ShouldBe([new LifeSpan(Opened, null)]);
    }

    [Fact]
    public void Events_written_down_out_of_order_are_counted_by_their_days()
    {
        ObjectLife.SpansOf([new(Closed, 1, false), new(Opened, 2, true)]).ShouldBe([new LifeSpan(Opened, Closed)]);
    }
}
