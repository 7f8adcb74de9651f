using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

public sealed partial class ReviewModel
{
    public Task<IActionResult> OnPostConfirm(int target) => Act(o => SeenRow(o, target), r => r.Confirm(target), $"#m-{target}");

    public Task<IActionResult> OnPostUnconfirm(int target) => Act(o => SeenRow(o, target), r => r.Unconfirm(target), $"#m-{target}");

    public Task<IActionResult> OnPostConfirmRest() => Act(SeenWhole, r => r.ConfirmRest(), "#got-h");

    public Task<IActionResult> OnPostUndo() => Act(SeenWhole, r => r.Undo(), "#got-h");

    public Task<IActionResult> OnPostRepair(int target, bool take) => Act(o => SeenRow(o, target), r => r.RepairTitle(target, take), $"#m-{target}");

    public Task<IActionResult> OnPostMerge(int target) => Act(SeenWhole, r => r.Row(target) is null ? r : r.MergeWithNext(target), $"#m-{target}");

    public Task<IActionResult> OnPostMove(int target, int by) => Act(SeenWhole, r => r.Row(target) is null ? r : r.Move(target, by), $"?row={target}#m-{target}");

    public Task<IActionResult> OnPostRemove(int target) => Act(SeenWhole, r => r.Row(target) is null ? r : r.Remove(target), "#got-h");

    /// <summary>«Раскрыть класс исполнителей».</summary>
    public Task<IActionResult> OnPostUnfold(string? name, string? members)
    {
        if (string.IsNullOrWhiteSpace(members)) throw new Refusal("Класс не раскрыт", "Не названо ни одного исполнителя", "Впишите их, каждого с новой строки");
        return Act(SeenWhole, r => r.Unfold(name ?? "", members), "#got-h");
    }

    /// <summary>«Разделить результат» by the pieces the reader found.</summary>
    public Task<IActionResult> OnPostSplit(int target) => Act(o => SeenRow(o, target), r => r.SplitIntoDeliverables(target, r.Row(target)!.Parts), $"#m-{target}");

    /// <summary>Saves the form of a row; words of a deadline that nobody has seen as understood are shown first.</summary>
    public async Task<IActionResult> OnPostCorrect(int target, RowInput input, bool look = false)
    {
        Row = target;
        if (await desk.Open(Id) is not { } open) return NotFound();
        var row = open.Draft.Review.Row(target);
        if (row is not null && (look || input.NeedsPreview(row))) return Preview(open, input);
        var correction = row is null ? new ReviewCorrection() : input.Against(row);
        var answer = await Act(o => SeenRow(o, target), r => r.Correct(target, correction), $"#m-{target}", r => Differences(r.Row(target), input));
        if (answer is PageResult) View.Typed = input;
        return answer;
    }

    public async Task<IActionResult> OnPostAdd(int? after, RowInput input, bool look = false)
    {
        Row = NewRow;
        if (await desk.Open(Id) is not { } open) return NotFound();
        if (look || input.NeedsPreview(null)) return Preview(open, input);
        var correction = input.Against(null);
        var last = open.Draft.Review.Rows.LastOrDefault()?.Id;
        return await Act(SeenWhole, r => r.Add(after ?? last, correction), "#got-h");
    }

    public Task<IActionResult> OnPostStage(int? stage, string? title)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new Refusal("Этап не сохранён", "У него нет названия", "Впишите название этапа");
        return Act(SeenWhole, r => r.NameStage(stage, title), "#got-h");
    }

    /// <summary>Stands in the address for a row that is being added.</summary>
    public const int NewRow = -1;

    private PageResult Preview(OpenImport open, RowInput input)
    {
        View = new(open, null, Row, false, Order) { Typed = input };
        if (!string.IsNullOrWhiteSpace(input.Deadline)) View.Preview = DeadlinePreview.Of(input.Deadline, View.Days);
        // The form shows what was typed here, not what an earlier round left in the model's memory.
        ModelState.Clear();
        return Page();
    }

    private static IEnumerable<string> Differences(ReviewRow? now, RowInput mine)
    {
        if (now is null)
        {
            yield return "Строки больше нет: её убрали или объединили с соседней.";
            yield break;
        }
        if (now.Title != mine.Title?.Trim()) yield return $"Название: сейчас «{now.Title}», у вас «{mine.Title?.Trim()}».";
        var (theirs, my) = (ReviewView.Words(now.Executors), string.Join("; ", mine.Executors.Select(e => e.Name?.Trim()).Where(n => n is { Length: > 0 })));
        if (theirs != my) yield return $"Исполнители: сейчас «{theirs}», у вас «{my}».";
        if ((now.DeadlineText ?? "").Trim() != (mine.Deadline ?? "").Trim()) yield return $"Срок: сейчас «{now.DeadlineText}», у вас «{mine.Deadline?.Trim()}».";
    }
}
