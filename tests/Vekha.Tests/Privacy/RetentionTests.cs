using Vekha.Privacy;

namespace Vekha.Tests.Privacy;

public sealed class RetentionTests
{
    [Fact]
    public void Data_may_be_kept_through_the_last_day_of_the_term_and_thirty_days_are_left_to_destroy_them()
    {
        var term = Retention.Of(new DataUse(new(2020, 1, 31), 1));

        // A month from the last of January ends with February.
        term.From.ShouldBe(new(2020, 3, 1));
        term.By.ShouldBe(new(2020, 3, 31));
        term.IsWithdrawn.ShouldBeFalse();
        term.Why.ShouldBe("срок хранения истёк 29.02.2020");
    }

    [Fact]
    public void A_withdrawn_consent_ends_the_term_on_that_day()
    {
        var term = Retention.Of(new DataUse(new(2020, 1, 31), 12, new(2020, 11, 2)));

        (term.From, term.By, term.IsWithdrawn).ShouldBe((new DateOnly(2020, 11, 2), new DateOnly(2020, 12, 2), true));
        term.Why.ShouldBe("согласие отозвано 02.11.2020");
    }

    [Fact]
    public void A_withdrawal_after_the_term_prolongs_nothing()
    {
        Retention.Of(new DataUse(new(2020, 1, 1), 1, new(2020, 6, 1))).From.ShouldBe(new(2020, 2, 2));
    }

    [Fact]
    public void As_long_as_one_purpose_holds_the_data_stay()
    {
        DataUse withdrawn = new(new(2020, 1, 1), 36, new(2020, 2, 1)), holds = new(new(2020, 1, 1), 12);

        Retention.Of([withdrawn, holds])!.Value.From.ShouldBe(new(2021, 1, 2));
        Retention.Of([]).ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => Retention.Of(new DataUse(new(2020, 1, 1), 0)));
    }
}
