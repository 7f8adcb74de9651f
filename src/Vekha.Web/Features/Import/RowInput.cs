using Vekha.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

/// <summary>One executor in the form of a row.</summary>
public sealed class ExecutorInput
{
    public string? Name { get; set; }
    public ExecutorKind Kind { get; set; } = ExecutorKind.Organisation;
    public bool ByConsent { get; set; }
    public string? Role { get; set; }
}

/// <summary>The form of a row as it was typed.</summary>
public sealed class RowInput
{
    public string? Title { get; set; }
    public string? Number { get; set; }
    public int Stage { get; set; } = -1;
    public string? Deadline { get; set; }

    /// <summary>The reading that was shown and taken, JSON.</summary>
    public string? Taken { get; set; }

    public List<ExecutorInput> Executors { get; set; } = [];

    /// <summary>Position of the lead among <see cref="Executors"/>.</summary>
    public int Lead { get; set; }

    public bool EveryExecutorAnswers { get; set; }

    /// <summary>«Результаты», a line each.</summary>
    public string? Parts { get; set; }

    public static RowInput Of(ReviewRow row) => new()
    {
        Title = row.Title, Number = row.Number, Stage = row.Stage ?? -1, Deadline = row.DeadlineText,
        Executors = [.. row.Executors.Select(e => new ExecutorInput { Name = e.Name, Kind = e.Kind, ByConsent = e.ByConsent, Role = e.Role })],
        EveryExecutorAnswers = row.EveryExecutorAnswers,
        Parts = string.Join('\n', row.Deliverables),
    };

    /// <summary>Whether the words of the deadline were changed and have not been shown as understood yet.</summary>
    public bool NeedsPreview(ReviewRow? row) =>
        !string.IsNullOrWhiteSpace(Deadline) && string.IsNullOrEmpty(Taken) && Same(Deadline) != Same(row?.DeadlineText);

    /// <summary>What is different from the row; fields left alone stay <c>null</c>.</summary>
    public ReviewCorrection Against(ReviewRow? row)
    {
        if (string.IsNullOrWhiteSpace(Title)) throw new Refusal("Строка не сохранена", "У мероприятия нет названия", "Впишите его словами документа") { Field = "Input.Title" };
        var executors = Named();
        var parts = (Parts ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new()
        {
            Title = Same(Title) == Same(row?.Title) ? null : Title,
            Number = (Number ?? "").Trim() == (row?.Number ?? "") ? null : Number ?? "",
            Stage = Stage == (row?.Stage ?? -1) ? null : Stage,
            Executors = row is not null && executors.SequenceEqual(row.Executors) ? null : executors,
            EveryExecutorAnswers = EveryExecutorAnswers == row?.EveryExecutorAnswers ? null : EveryExecutorAnswers,
            Deadlines = Taken is { Length: > 0 } value && ReviewValue.TryDeadlines(value, out var deadlines) ? deadlines : null,
            DeadlineText = Taken is { Length: > 0 } ? Deadline?.Trim() : null,
            Deliverables = parts.SequenceEqual(row?.Deliverables ?? []) ? null : parts.Length == 1 ? [] : parts,
        };
    }

    private List<ExecutorDraft> Named()
    {
        var named = Executors.Select((e, i) => (Executor: e, IsLead: i == Lead)).Where(e => !string.IsNullOrWhiteSpace(e.Executor.Name))
            .OrderByDescending(e => e.IsLead).Select(e => new ExecutorDraft(e.Executor.Name!.Trim(), e.Executor.Kind, e.Executor.ByConsent, e.Executor.Role));
        return [.. named];
    }

    // A browser sends \r\n; spaces at the ends say nothing.
    private static string Same(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
