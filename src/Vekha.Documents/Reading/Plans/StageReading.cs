using System.Text.RegularExpressions;
using Vekha.Deadlines;
using Vekha.Norms;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>A stage with the period its words name.</summary>
internal static partial class StageReading
{
    [GeneratedRegex(@"\((?<period>[^()]+)\)\s*$|[:–—-]\s*(?<period>[^:–—]+(?:[-–—][^:–—]+)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail { get; }

    public static StageDraft Of(RawStage stage, PlanYears years)
    {
        var text = stage.DeadlineText ?? InTitle(stage.Title);
        IReadOnlyList<Deadline> deadlines = [];
        if (text is not null && years.Read(text) is { } reading && reading.Deadlines.Any(d => d is not Deadline.Unknown)) deadlines = reading.Deadlines;
        return new StageDraft
        {
            Title = stage.Title, Number = stage.Number, Outcome = stage.Outcome, Place = stage.Place,
            DeadlineText = deadlines.Count > 0 ? text : stage.DeadlineText, Deadlines = deadlines, Requirements = stage.Requirements,
            // «… от минимум 2 лучших практик» may stand in what is said for the whole stage beside its outcome.
            Norms = [.. stage.Outcome is null ? [] : NormReader.Read(stage.Outcome), .. stage.Requirements.SelectMany(NormReader.Read)],
        };
    }

    /// <summary>«Сентябрь», «I квартал», «Подготовительный этап (январь – март 2023 г.)».</summary>
    private static string? InTitle(string title)
    {
        if (DeadlineWords.Looks(title)) return title;
        return Tail.Match(title) is { Success: true } match && DeadlineWords.Looks(match.Groups["period"].Value) ? match.Groups["period"].Value.Trim() : null;
    }
}
