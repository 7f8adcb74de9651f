using Vekha.Documents.Reading;
using Vekha.Documents.Writing.Forms;
using Vekha.Plans;

namespace Vekha.Tests.Papers;

/// <summary>What Vekha prints, Vekha reads: a paper that comes back from another office is not retyped.</summary>
public sealed class PaperRoundTripTests
{
    [Theory]
    [InlineData("docx"), InlineData("xlsx")]
    public void Printed_plan_is_read_back_with_its_measures_deadlines_and_executors(string format)
    {
        var plan = SamplePapers.Plan;
        var draft = Read(plan, format);

        draft.Title.ShouldBe(plan.Title);
        draft.Stages.Select(s => s.Title).ShouldBe(plan.Stages.Select(s => s.Title!));
        draft.Measures.Select(m => m.Stage is { } stage ? draft.Stages[stage].Title : null)
            .ShouldBe(plan.Stages.SelectMany(s => s.Rows.Select(_ => s.Title)));
        var printed = plan.Stages.SelectMany(s => s.Rows).ToList();
        draft.Measures.Select(m => m.Number).ShouldBe(printed.Select(r => r.Number));
        draft.Measures.Select(m => Squeeze(m.Title)).ShouldBe(printed.Select(r => Squeeze(r.Title)));
        draft.Measures.Select(m => m.DeadlineText).ShouldBe(printed.Select(r => r.DeadlineText));
        draft.Measures.Select(m => string.Join("; ", m.Executors.Select(e => e.Name)))
            .ShouldBe(printed.Select(r => string.Join("; ", r.Executors.Select(e => e.Name))));
    }

    [Fact]
    public void Word_and_Excel_forms_of_one_plan_are_understood_alike()
    {
        var word = Read(SamplePapers.Plan, "docx");
        var excel = Read(SamplePapers.Plan, "xlsx");
        word.Measures.Select(m => string.Join(" | ", m.Deadlines)).ShouldBe(excel.Measures.Select(m => string.Join(" | ", m.Deadlines)));
        word.Columns.ShouldBe(excel.Columns);
        word.Year.ShouldBe(excel.Year);
    }

    [Theory]
    [InlineData("docx"), InlineData("xlsx")]
    public void Outside_body_comes_back_as_one_that_must_consent(string format)
    {
        var draft = Read(SamplePapers.PlanWithEvidence with { WithControlDays = false }, format);
        draft.Measures.Select(m => m.Number).ShouldBe(["1.1", "1.2", "2.1"]);
        draft.Measures[0].Executors.Select(e => (e.Name, e.ByConsent)).ShouldBe([("Финансовое управление", false), ("ГКУ «Центр проектов»", true)]);
    }

    private static PlanDraft Read(PlanPaperInput plan, string format)
    {
        using var file = PaperGoldenTests.Written(PlanForm.Paper(plan), format);
        var reading = DocumentReader.Read(file, "план." + format);
        reading.Problems.ShouldBeEmpty();
        return reading.Draft.ShouldNotBeNull();
    }

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
