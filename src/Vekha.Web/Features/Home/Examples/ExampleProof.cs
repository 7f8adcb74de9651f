using Vekha.Documents.Writing;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>«Подтверждающие документы» of the examples: a short paper for each measure whose day has come, written by our own writer.</summary>
internal static class ExampleProof
{
    /// <param name="day">The day of the example: what falls due later has no proof yet.</param>
    /// <returns>By the id of the measure.</returns>
    public static async Task<IReadOnlyDictionary<Guid, StoredFile>> Keep(Files files, Plan plan, IEnumerable<Assignment> assignments, DateOnly day, CancellationToken cancel)
    {
        var due = assignments.Where(a => a.Kind == AssignmentKind.Dated && a.Control <= day).Select(a => a.MeasureId).ToHashSet();
        var kept = new Dictionary<Guid, StoredFile>();
        foreach (var measure in plan.Measures.Where(m => due.Contains(m.Id)))
        {
            using var content = new MemoryStream();
            WordPaper.Write(Of(measure, plan), content);
            content.Position = 0;
            kept[measure.Id] = await files.Keep(content, $"Справка об исполнении, {measure.Code}.docx", cancel);
        }
        return kept;
    }

    private static Paper Of(Measure measure, Plan plan) => new()
    {
        Title = "Справка об исполнении мероприятия",
        Lead = [plan.Title],
        Body =
        [
            new PaperParagraph($"{measure.Code}. {measure.Title}", Bold: true),
            new PaperParagraph($"Срок по плану: {measure.DeadlineText ?? "в документе не назван"}."),
            new PaperParagraph("Мероприятие проведено. Протокол, список материалов и ссылки на публикации переданы в проектный офис."),
        ],
        Notes = ["Образец: люди и события придуманы."],
    };
}
