using Vekha.Control;
using Vekha.Documents.Writing;
using Vekha.Documents.Writing.Forms;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>The papers of a plan, filled from the plan as it stands on a day.</summary>
public static class PlanPapers
{
    /// <summary>«План мероприятий» as it was approved.</summary>
    /// <param name="withControlDays">Print the control day under the deadline of the document.</param>
    public static Paper Plan(PlanOnDay shown, bool withControlDays) => PlanForm.Paper(new PlanPaperInput
    {
        Title = shown.Plan.Title,
        Corner = Corner(shown.Plan),
        Lead = Edition(shown.Plan) is { } edition ? [edition] : [],
        Stages = [.. Stages(shown).Select(s => new PlanPaperStage(s.Title, [.. s.Rows.Select(RowOf)], s.Deadline))],
        Abbreviations = [.. shown.Plan.Abbreviations.Select(a => new PaperAbbreviation(a.Key, a.Value))],
        WithControlDays = withControlDays,
        Made = shown.Plan.InForce?.ApprovedOn,
    });

    /// <summary>«Отчёт о ходе реализации» on the day.</summary>
    public static Paper Progress(PlanOnDay shown) => ProgressForm.Paper(new ProgressPaperInput
    {
        Subject = PlanTitle.Genitive(shown.Plan.Title),
        On = shown.Day,
        Stages = [.. Stages(shown).Select(s => new ProgressPaperStage(s.Title, [.. s.Rows.Where(r => r.Worst is not null).Select(ProgressOf)]))],
        Abbreviations = [.. shown.Plan.Abbreviations.Select(a => new PaperAbbreviation(a.Key, a.Value))],
    });

    /// <summary>«(в редакции от 20.02.2021, изменения утверждены постановлением …)»: a version after the first says so under the title.</summary>
    private static string? Edition(Plan plan) => plan.InForce is { Number: > 1 } version
        ? $"(в редакции от {Ru.PaperDay(version.ApprovedOn)}{(version.Act is { } act ? $", изменения внесены {act}" : $", изменения утвердил: {version.Post} {version.Name}")})" : null;

    // The block names the act by which the plan came to be; a later version stands under the title.
    private static IReadOnlyList<CornerBlock> Corner(Plan plan) => plan.Versions.OrderBy(v => v.Number).FirstOrDefault() switch
    {
        null => [],
        { Act: { } act } version => [PlanTitle.Approved(plan.Title, act, version.ApprovedOn)],
        var version => [new CornerBlock.Approve(version.Post, version.Name, version.ApprovedOn)],
    };

    private static IEnumerable<(string? Title, string? Deadline, IReadOnlyList<MeasureOnDay> Rows)> Stages(PlanOnDay shown) =>
        shown.Measures.GroupBy(m => (m.Stage?.Id, m.Heading)).Select(g => (g.Key.Heading, g.First().Stage?.DeadlineText, (IReadOnlyList<MeasureOnDay>)[.. g]));

    private static PlanPaperRow RowOf(MeasureOnDay row) => new()
    {
        Number = row.Measure.Number,
        Title = row.Audience is { } audience ? $"{row.Measure.Title}\nДля кого: {audience}" : row.Measure.Title,
        DeadlineText = row.Measure.DeadlineText ?? (row.Measure.DeadlineInherited ? "в срок этапа" : null),
        ControlDays = [.. row.Answering.Select(a => a.Assignment.FirstControl).OfType<DateOnly>().Distinct()],
        ControlReason = row.Worst?.Assignment.Why,
        Executors = ExecutorsOf(row.Measure),
        Evidence = row.Measure.Fields.GetValueOrDefault("result") ?? row.Measure.Fields.GetValueOrDefault("evidence"),
    };

    private static ProgressPaperRow ProgressOf(MeasureOnDay row) => new()
    {
        Number = row.Measure.Code,
        Title = row.Measure.Title,
        Executors = ExecutorsOf(row.Measure),
        DeadlineText = row.Measure.DeadlineText,
        Status = row.Worst!.Status,
        Comment = CommentOf(row.Worst),
    };

    private static string? CommentOf(AssignmentOnDay worst)
    {
        var reports = worst.Assignment.Reports.Where(r => r.On <= worst.Status.Day).OrderBy(r => r.Number).ToList();
        var parts = new[]
        {
            worst.Status.State == AssignmentState.Waiting ? worst.Assignment.Why : null,
            reports.Select(r => r.LateReason).LastOrDefault(r => r is not null),
            worst.Assignment.Extensions.Where(e => e.On <= worst.Status.Day).OrderBy(e => e.At).LastOrDefault() is { } extension
                ? $"срок продлён с {Ru.Digits(extension.From)} на {Ru.Digits(extension.Until)}: {extension.Ground}" : null,
        }.Where(p => !string.IsNullOrEmpty(p));
        return string.Join("; ", parts) is { Length: > 0 } comment ? comment : null;
    }

    private static IReadOnlyList<PlanPaperExecutor> ExecutorsOf(Measure measure) =>
        [.. measure.Executors.OrderBy(e => e.Position).Select(e => new PlanPaperExecutor(e.Name, e.ByConsent))];
}
