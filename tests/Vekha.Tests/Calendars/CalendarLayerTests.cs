using System.Text.Json;
using Vekha.Calendars;
using Vekha.Resolving;

namespace Vekha.Tests.Calendars;

public sealed class CalendarLayerTests
{
    private static readonly WorkCalendar Krai = WorkCalendar.Russia.With(CalendarLayer.StavropolKrai);

    [Fact, Trait("Acceptance", "S3.6")]
    public void Radonitsa_is_off_in_the_krai_and_nowhere_else()
    {
        var day = new DateOnly(2025, 4, 29);
        Krai.Kind(day).ShouldBe(DayKind.Regional);
        Krai.Describe(day).ShouldBe("выходной: Радоница (Ставропольский край)");
        WorkCalendar.Russia.IsWorking(day).ShouldBeTrue();
        Krai.Describe(new(2023, 4, 25)).ShouldBe("выходной: Радоница, требует проверки (Ставропольский край)");
    }

    [Fact]
    public void A_town_adds_its_own_day_off_and_its_own_working_saturday()
    {
        var town = WorkCalendar.Russia.With(new("город Химки",
            [new(new(2020, 9, 7), DayKind.Regional, "День города"), new(new(2020, 9, 12), DayKind.WorkingWeekend, "отработка за 7 сентября")]));
        town.IsWorking(new(2020, 9, 7)).ShouldBeFalse();
        town.IsWorking(new(2020, 9, 12)).ShouldBeTrue();
        town.Describe(new(2020, 9, 12)).ShouldBe("рабочий день: отработка за 7 сентября (город Химки)");
        town.WorkingDaysIn(DateRange.Year(2020)).ShouldBe(248);
    }

    [Fact]
    public void A_holiday_or_a_saturday_keeps_its_name_under_a_layer()
    {
        var town = WorkCalendar.Russia.With(new("город", [new(new(2023, 6, 12), DayKind.Regional, "День города"), new(new(2023, 6, 17), DayKind.Regional, "ярмарка")]));
        town.Describe(new(2023, 6, 12)).ShouldBe("праздник: День России");
        town.Describe(new(2023, 6, 17)).ShouldBe("суббота");
    }

    [Fact]
    public void Control_days_of_the_past_do_not_shift_when_a_layer_is_added_later()
    {
        var late = new CalendarLayer("город", [new(new(2023, 4, 25), DayKind.Regional, "Радоница"), new(new(2025, 4, 29), DayKind.Regional, "Радоница")], KnownSince: new(2025, 3, 24));
        var now = WorkCalendar.Russia.With(late);
        now.IsWorking(new(2023, 4, 25)).ShouldBeTrue("the decision became known two years later");
        now.IsWorking(new(2025, 4, 29)).ShouldBeFalse();
        now.AsKnownOn(new(2025, 3, 23)).IsWorking(new(2025, 4, 29)).ShouldBeTrue();
        WorkCalendar.Russia.IsWorking(new(2025, 4, 29)).ShouldBeTrue("a calendar is a value: another one was made");
    }

    [Fact]
    public void A_layer_is_kept_as_json()
    {
        var read = JsonSerializer.Deserialize<CalendarLayer>(JsonSerializer.Serialize(CalendarLayer.StavropolKrai))!;
        read.Name.ShouldBe("Ставропольский край");
        read.Days.ShouldBe(CalendarLayer.StavropolKrai.Days);
    }

    [Fact, Trait("Acceptance", "S1.5")]
    public void A_buffer_of_five_working_days_leads_over_the_november_holiday() =>
        WorkCalendar.Russia.AddWorkingDays(new(2017, 11, 15), -5).ShouldBe(new(2017, 11, 8));

    [Fact, Trait("Acceptance", "S3.9")]
    public void An_initiative_project_is_published_discussed_and_decided_in_the_days_of_the_law()
    {
        var clock = InitiativeProjectClock.Of(new(2023, 4, 20), WorkCalendar.Russia, DeadlinePolicy.Municipal);
        clock.PublishBy.ShouldBe(new(2023, 4, 25));
        (clock.Decision.Nominal, clock.Decision.Control).ShouldBe((new(2023, 5, 20), new(2023, 5, 19)));
        InitiativeProjectClock.Of(new(2023, 4, 20), Krai, DeadlinePolicy.Stavropol).PublishBy.ShouldBe(new(2023, 4, 26));
        InitiativeProjectClock.RemarksOpenUntil(new(2023, 4, 25), WorkCalendar.Russia).ShouldBe(new(2023, 5, 3));
        var report = InitiativeProjectClock.ReportBy(new(2023, 12, 4), WorkCalendar.Russia, DeadlinePolicy.Municipal);
        (report.Nominal, report.Control, report.ByOppositeRule).ShouldBe((new(2024, 1, 3), new(2023, 12, 29), new DateOnly(2024, 1, 9)));
    }
}
