using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vekha.Deadlines;

namespace Vekha.Plans;

/// <summary>«Значение ответа»: the text form of what a question's answer makes of a field, see <see cref="QuestionOption.Value"/>.</summary>
public static class ReviewValue
{
    /// <summary>The value of an answer that leaves the field as it was read.</summary>
    public const string Keep = "";

    /// <summary>Deadlines as a JSON list.</summary>
    public static string Of(IReadOnlyList<Deadline> deadlines) => new JsonArray([.. deadlines.Select(d => (JsonNode)DeadlineJson.Write(d))]).ToJsonString();

    /// <summary>Reads a JSON list of deadlines, or a single one.</summary>
    public static bool TryDeadlines(string value, [NotNullWhen(true)] out IReadOnlyList<Deadline>? deadlines)
    {
        deadlines = null;
        try
        {
            deadlines = JsonNode.Parse(value) switch
            {
                JsonArray { Count: > 0 } list => [.. list.Select(n => DeadlineJson.Read(n!.AsObject()))],
                JsonObject one => [DeadlineJson.Read(one)],
                _ => null,
            };
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or NullReferenceException) { }
        return deadlines is not null;
    }

    /// <summary>Reads executors: names on lines or between semicolons, «(по согласованию)» as a mark; known names keep their kind.</summary>
    public static IReadOnlyList<ExecutorDraft> Executors(string value, IReadOnlyList<ExecutorDraft> known)
    {
        const string consent = "(по согласованию)";
        return [.. value.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var byConsent = line.EndsWith(consent, StringComparison.OrdinalIgnoreCase);
            var name = byConsent ? line[..^consent.Length].TrimEnd() : line;
            var same = known.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
            return new ExecutorDraft(name, same?.Kind ?? ExecutorKind.Organisation, byConsent || same is { ByConsent: true }, same?.Role);
        })];
    }

    /// <summary>Reads «14.03.2023» or 2023-03-14.</summary>
    public static bool TryDay(string value, out DateOnly day) =>
        DateOnly.TryParseExact(value.Trim(), ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
