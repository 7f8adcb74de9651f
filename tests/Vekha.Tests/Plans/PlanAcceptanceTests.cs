using Vekha.Deadlines;
using Vekha.Plans;

namespace Vekha.Tests.Plans;

/// <summary>What the five documents must give when they are imported.</summary>
public sealed class PlanAcceptanceTests
{
    [Fact, Trait("Acceptance", "S0.1")]
    public void Khimki_has_three_stages_and_sixteen_measures_though_the_table_is_torn()
    {
        var draft = PlanFiles.Read("khimki-portal.txt");
        draft.Stages.Select(s => s.Title).ShouldBe(["Подготовительный этап", "Основной этап", "Заключительный этап"]);
        draft.Measures.CountBy(m => m.Stage ?? -1).Select(c => c.Value).ShouldBe([7, 6, 3]);
        draft.Measures.Where(m => m.Stage == 1).Select(m => m.Number).ShouldBe(["1", "2", "3", "4", "5", "6"]);
        draft.Measures[1].Parts.Count.ShouldBe(3);
    }

    [Fact, Trait("Acceptance", "S0.3")]
    public void Khimki_has_nine_executors_of_the_right_kind()
    {
        var executors = PlanFiles.Read("khimki-portal.txt").Measures.SelectMany(m => m.Executors).ToList();
        executors.Select(e => e.Name.ToLowerInvariant()).Distinct().Count().ShouldBe(9);
        executors.Where(e => e.Kind == ExecutorKind.Body).Select(e => e.Name.ToLowerInvariant()).Distinct().Order().ShouldBe(["координационный совет", "рабочие группы"]);
        executors.Single(e => e.Kind == ExecutorKind.Class).Name.ShouldBe("Территориальные управления микрорайонов");
        executors.ShouldNotContain(e => e.Name.Contains(" ,", StringComparison.Ordinal));
    }

    [Fact, Trait("Acceptance", "S1.1")]
    public void Leningrad_has_34_rows_and_its_footnotes_explain_the_short_names()
    {
        var draft = PlanFiles.Read("equal-opportunities.txt");
        draft.Measures.Count.ShouldBe(34);
        draft.Abbreviations["КОПО"].ShouldBe("Комитет общего и профессионального образования Ленинградской области");
        draft.Abbreviations["ЛОИРО"].ShouldContain("институт развития образования");
        draft.Abbreviations["МОУО"].ShouldStartWith("органы местного самоуправления");
        draft.Abbreviations.Keys.ShouldContain("клубов по месту жительства");
        draft.Measures[0].Title.ShouldContain("концепцияработы");
        draft.Measures[0].ProposedTitle.ShouldNotBeNull().ShouldContain("концепция работы");
        draft.Measures[9].ProposedTitle.ShouldNotBeNull().ShouldStartWith("Созданы два");
        draft.Measures.ShouldAllBe(m => !m.Title.Contains('['));
    }

    [Fact, Trait("Acceptance", "S2.2")]
    public void Novokuznetsk_has_ten_leaders_and_23_lines()
    {
        var draft = PlanFiles.Read("novokuznetsk-400.txt");
        draft.Measures.CountBy(m => m.Fields["leader"]).Select(c => c.Value).ShouldBe([3, 8, 1, 3, 2, 1, 2, 1, 1, 1]);
        draft.Measures[4].Fields["method"].ShouldContain("высказанные предложения");
        draft.Measures[4].Fields.Keys.ShouldContain("method_inherited");
        draft.Measures.Where(m => m.Fields.ContainsKey("parent_unit")).Select(m => m.Fields["leader"]).ShouldBe(["ПРОШУНИНА И.С.", "ПРОШУНИНА И.С."]);
        draft.Questions.ShouldContain(q => q.Kind == "executors" && q.Text.Contains("Камбалин", StringComparison.Ordinal));
        draft.Measures[22].Deadlines.ShouldBe([new Deadline.Ongoing()]);
    }

    [Fact, Trait("Acceptance", "S3.1")]
    public void Petrovsky_has_five_sections_and_19_lines_and_asks_for_the_day_of_approval()
    {
        var draft = PlanFiles.Read("petrovsky-mediaplan.txt");
        draft.Stages.Count.ShouldBe(5);
        draft.Measures.Count.ShouldBe(19);
        draft.Approval.ShouldNotBeNull().Name.ShouldBe("Н.В. Конкина");
        draft.Questions.ShouldContain(q => q.Kind == "approval");
    }

    [Fact, Trait("Acceptance", "S3.2")]
    public void Lost_deadlines_are_asked_and_never_guessed()
    {
        var draft = PlanFiles.Read("petrovsky-mediaplan.txt");
        var lost = draft.Measures.Single(m => m.Title.StartsWith("информирование об итогах проведения", StringComparison.Ordinal));
        (lost.DeadlineText, lost.Deadlines).ShouldSatisfyAllConditions(x => x.DeadlineText.ShouldBeNull(), x => x.Deadlines.ShouldBe([new Deadline.Unknown()]));
        draft.Questions.ShouldContain(q => q.Kind == "deadline-lost");
        var contract = draft.Measures.Single(m => m.Title.StartsWith("пресс-релиз", StringComparison.Ordinal));
        contract.Deadlines.Single().ShouldBeOfType<Deadline.Relative>().Offset.ShouldBeNull();
    }

    [Fact, Trait("Acceptance", "S4.1")]
    public void Resource_environment_has_seven_steps_and_31_points_and_hides_private_phones()
    {
        var draft = PlanFiles.Read("resource-environment.txt");
        draft.Stages.Count.ShouldBe(7);
        Enumerable.Range(0, 7).Select(s => draft.Measures.Count(m => m.Stage == s)).ShouldBe([10, 7, 2, 4, 1, 8, 1]);
        draft.Measures.Count(m => !m.Fields.ContainsKey("from")).ShouldBe(31);
        draft.Contacts.Count(c => c.Hidden).ShouldBe(4);
        draft.Contacts.ShouldAllBe(c => !c.Text.Contains("8-900", StringComparison.Ordinal) && !c.Text.Contains('@'));
        draft.Measures.ShouldAllBe(m => m.DeadlineInherited);
    }

    [Fact, Trait("Acceptance", "S4.3")]
    public void Contradicting_numbers_of_resource_environment_are_asked()
    {
        var questions = PlanFiles.Read("resource-environment.txt").Questions.Where(q => q.Kind == "norm").ToList();
        questions.ShouldContain(q => q.Options.Select(o => o.Value).SequenceEqual(new[] { "10", "20" }));
        questions.ShouldContain(q => q.Options.Select(o => o.Value).SequenceEqual(new[] { "2", "20" }));
    }
}
