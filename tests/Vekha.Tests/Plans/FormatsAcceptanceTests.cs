using Vekha.Deadlines;
using Vekha.Plans;

namespace Vekha.Tests.Plans;

/// <summary>The five documents as text, Word, Excel and PDF: what is read does not depend on the form of the file.</summary>
public sealed class FormatsAcceptanceTests
{
    public static TheoryData<string> Formats => [".txt", ".docx", ".xlsx", ".pdf"];

    private static PlanDraft Khimki(string extension) => PlanFiles.Read("khimki-portal" + extension);

    private static PlanDraft Leningrad(string extension) => PlanFiles.Read("equal-opportunities" + extension);

    private static PlanDraft Petrovsky(string extension) => PlanFiles.Read("petrovsky-mediaplan" + extension);

    private static PlanDraft Resource(string extension) => PlanFiles.Read("resource-environment" + extension);

    [Theory, MemberData(nameof(Formats)), Trait("Acceptance", "S0.1")]
    public void Khimki_has_three_stages_and_sixteen_measures(string extension)
    {
        var draft = Khimki(extension);
        Enumerable.Range(0, draft.Stages.Count).Select(s => draft.Measures.Count(m => m.Stage == s)).ShouldBe([7, 6, 3]);
        draft.Measures.Where(m => m.Stage == 0).Select(m => m.Number).ShouldBe(["1", "2", "3", "4", "5", "6", "7"]);
    }

    [Theory, MemberData(nameof(Formats)), Trait("Acceptance", "S0.2")]
    public void Deadlines_of_Khimki_are_typed(string extension)
    {
        var measures = Khimki(extension).Measures;
        measures[0].Values().ShouldBe("2020-08-01..2020-08-31");
        measures[1].Values().ShouldBe("by 2020-10-01");
        measures.Count(m => m.Values() == "2020-10-01..2020-10-31").ShouldBe(5);
        measures.Count(m => m.Deadlines is [Deadline.Ongoing]).ShouldBe(4);
        measures.Single(m => m.Stage == 1 && m.Number == "3").Deadlines.Single().ShouldBeOfType<Deadline.Reference>();
        measures.ShouldContain(m => m.Values() == "2020-10-01..2021-06-30");
        measures.ShouldContain(m => m.Values() == "on 2021-06-24");
    }

    [Theory, MemberData(nameof(Formats)), Trait("Acceptance", "S0.3")]
    public void Executors_of_Khimki_are_nine(string extension) =>
        Khimki(extension).Measures.SelectMany(m => m.Executors).Select(e => e.Name.ToLowerInvariant()).Distinct().Count().ShouldBe(9);

    [Theory, MemberData(nameof(Formats)), Trait("Acceptance", "S0.4")]
    public void The_second_measure_of_Khimki_offers_three_results(string extension) => Khimki(extension).Measures[1].Parts.Count.ShouldBe(3);

    [Theory, MemberData(nameof(Formats)), Trait("Acceptance", "S1.1")]
    public void Leningrad_explains_its_short_names_and_keeps_misprints_beside_their_repair(string extension)
    {
        var draft = Leningrad(extension);
        draft.Measures.Count.ShouldBe(34);
        draft.Abbreviations["КОПО"].ShouldBe("Комитет общего и профессионального образования Ленинградской области");
        draft.Abbreviations["ЛОИРО"].ShouldContain("институт развития образования");
        draft.Abbreviations["МОУО"].ShouldStartWith("органы местного самоуправления");
        draft.Measures[9].Title.ShouldStartWith("Созданыдва");
        draft.Measures[9].ProposedTitle.ShouldNotBeNull().ShouldStartWith("Созданы два");
    }

    [Theory, MemberData(nameof(Formats)), Trait("Acceptance", "S1.3")]
    public void Dates_of_Leningrad_keep_their_order(string extension)
    {
        var measures = Leningrad(extension).Measures;
        measures.Take(7).Select(m => m.Values()).Distinct().ShouldBe(["on 2017-09-30"]);
        measures[13].Values().ShouldBe("2017-10-10..2017-12-25");
        (measures[15].Deadlines.Count, measures[29].Deadlines.Count).ShouldBe((5, 5));
        measures[18].Values().ShouldBe("on 2018-01-15");
        measures[33].Values().ShouldBe("2018-08-01..2018-08-31");
    }

    [Theory, MemberData(nameof(Formats)), Trait("Acceptance", "S2.2"), Trait("Acceptance", "S2.4")]
    public void Novokuznetsk_has_ten_leaders_and_its_month(string extension)
    {
        var draft = PlanFiles.Read("novokuznetsk-400" + extension);
        draft.Measures.CountBy(m => m.Fields["leader"]).Select(c => c.Value).ShouldBe([3, 8, 1, 3, 2, 1, 2, 1, 1, 1]);
        draft.Measures.Count(m => m.Values() == "2017-03-01..2017-03-31").ShouldBe(22);
        draft.Measures[22].Deadlines.ShouldBe([new Deadline.Ongoing()]);
    }

    [Theory, MemberData(nameof(Formats)), Trait("Acceptance", "S3.1"), Trait("Acceptance", "S3.2"), Trait("Acceptance", "S3.3")]
    public void Petrovsky_has_nineteen_lines_their_dates_and_two_lost_ones(string extension)
    {
        var draft = Petrovsky(extension);
        (draft.Stages.Count, draft.Measures.Count).ShouldBe((5, 19));
        draft.Approval.ShouldNotBeNull().Name.ShouldBe("Н.В. Конкина");
        draft.Questions.ShouldContain(q => q.Kind == "approval");
        draft.Measures.Count(m => m.Deadlines is [] or [Deadline.Unknown] or [Deadline.Relative { Offset: null }]).ShouldBe(2);
        draft.Measures.Count(m => m.Deadlines is [Deadline.Relative { Offset: 30, Unit: OffsetUnit.CalendarDay }]).ShouldBe(3);
        draft.Measures[0].Values().ShouldBe("by 2023-03-20");
        draft.Measures.ShouldContain(m => m.Values() == "by 2023-07-01");
        draft.Measures.ShouldContain(m => m.Values() == "2023-04-01..2023-05-31");
    }

    [Theory, MemberData(nameof(Formats)), Trait("Acceptance", "S3.4")]
    public void A_rule_in_the_executor_cell_and_consent_are_kept(string extension)
    {
        var executors = Petrovsky(extension).Measures.SelectMany(m => m.Executors).ToList();
        executors.ShouldContain(e => e.Name.Contains("координирующий", StringComparison.Ordinal));
        executors.ShouldContain(e => e.ByConsent && e.Name.StartsWith("ГКУ", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Formats)), Trait("Acceptance", "S4.1"), Trait("Acceptance", "S4.2"), Trait("Acceptance", "S4.3")]
    public void Resource_environment_has_seven_steps_their_periods_and_contradictions(string extension)
    {
        var draft = Resource(extension);
        draft.Stages.Count.ShouldBe(7);
        draft.Measures.Count(m => !m.Fields.ContainsKey("from")).ShouldBe(31);
        draft.Contacts.ShouldAllBe(c => !c.Text.Contains("8-900", StringComparison.Ordinal) && !c.Text.Contains('@'));
        draft.Stages.SelectMany(s => s.Deadlines).OfType<Deadline.During>().Count().ShouldBe(7);
        var norms = draft.Questions.Where(q => q.Kind == "norm").Select(q => string.Join(' ', q.Options.Select(o => o.Value))).ToList();
        norms.ShouldContain("10 20");
        norms.ShouldContain("2 20");
    }

    [Theory, MemberData(nameof(Formats)), Trait("Acceptance", "S4.4")]
    public void Quantities_of_the_resource_environment_are_read(string extension)
    {
        var draft = Resource(extension);
        var norms = draft.Stages.SelectMany(s => s.Norms).Concat(draft.Measures.SelectMany(m => m.Norms)).ToList();
        norms.ShouldContain(n => n.Quantity == 20 && n.Unit.Contains("семинар", StringComparison.Ordinal));
        norms.ShouldContain(n => n.Quantity == 15 && n.AtLeast && n.Unit.StartsWith("участник", StringComparison.Ordinal));
        norms.ShouldContain(n => n.Quantity == 30 && n.AtLeast);
    }
}
