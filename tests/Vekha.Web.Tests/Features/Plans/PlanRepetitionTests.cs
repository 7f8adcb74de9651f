using Vekha.Calendars;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Tests.Features.Plans;

/// <summary>What goes along when a plan is repeated or gets a new version, besides its rows.</summary>
public sealed class PlanRepetitionTests
{
    [Fact]
    public void A_plan_repeated_for_another_year_keeps_which_row_follows_which()
    {
        var plan = new Plan(Guid.NewGuid(), "План 2020 года", new DateRange(new(2020, 1, 1), new(2020, 12, 31)));
        Measure[] rows = [plan.AddMeasure(null, "1", "Составы групп"), plan.AddMeasure(null, "2", "Утвердить составы"), plan.AddMeasure(null, "3", "Начать съёмки")];
        List<Dependency> known = [Dependency.Of(rows[1], rows[0], [])];
        known.Add(Dependency.Of(rows[2], rows[1], known));

        var next = plan.Repeat(1);
        var copied = plan.RepeatDependencies(next, known);

        string NumberOf(Guid id) => next.Rows.Single(m => m.Id == id).Number!;
        copied.Select(d => $"{NumberOf(d.MeasureId)} после {NumberOf(d.AfterId)}").ShouldBe(["2 после 1", "3 после 2"]);
        copied.ShouldAllBe(d => d.PlanId == next.Id);
    }

    [Fact]
    public void A_new_version_takes_corrected_short_names_and_keeps_the_others()
    {
        var plan = new Plan(Guid.NewGuid(), "План", new DateRange(new(2020, 1, 1), new(2020, 12, 31))) { Abbreviations = new() { ["КОПО"] = "Комитет образования", ["ЛОИРО"] = "Институт" } };

        plan.Explain([new("ЛОИРО", "Ленинградский областной институт развития образования"), new("МОУО", "орган управления образованием")]);

        plan.Abbreviations.ShouldBe(new Dictionary<string, string>
        {
            ["КОПО"] = "Комитет образования", ["ЛОИРО"] = "Ленинградский областной институт развития образования", ["МОУО"] = "орган управления образованием",
        }, ignoreOrder: true);
    }
}
