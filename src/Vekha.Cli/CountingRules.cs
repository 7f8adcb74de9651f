using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Vekha.Calendars;
using Vekha.Resolving;

namespace Vekha.Cli;

/// <summary>How days are counted: what `--policy` and `--calendar` name, each a shipped name or a file of one's own.</summary>
internal sealed record CountingRules(DeadlinePolicy Policy, WorkCalendar Calendar)
{
    public const string Usage = """
          --policy ИМЯ|ФАЙЛ    правила счёта: одно из имён ниже или файл JSON со своими правилами; печатаются и дни
          --calendar ИМЯ|ФАЙЛ  слой календаря поверх федерального: имя края или файл JSON
                               {"name": "…", "days": [{"day": "2023-04-25", "kind": "Regional", "note": "Радоница"}]}
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The names that ship, for the help.</summary>
    public static string Names() =>
        $"""
        Правила: {string.Join(", ", DeadlinePolicy.Profiles.Select(p => $"«{p.Name}»"))}.
        Слои: {string.Join(", ", CalendarLayer.Regional.Select(l => $"«{l.Name}»"))}.
        """;

    /// <summary>The rules named, or <c>null</c> and what is wrong in Russian.</summary>
    public static CountingRules? Find(string? policy, string? calendar, out string wrong)
    {
        wrong = "";
        var rules = policy is null ? DeadlinePolicy.Municipal : Named(policy, DeadlinePolicy.Profiles, p => p.Name, "Правил", ref wrong);
        var layer = calendar is null ? null : Named(calendar, CalendarLayer.Regional, l => l.Name, "Слоя календаря", ref wrong);
        if (wrong.Length > 0 || rules is null) return null;
        try
        {
            return new(rules, layer is null ? rules.Calendar() : rules.Calendar().With(layer));
        }
        catch (ArgumentException)
        {
            wrong = $"В слое «{layer?.Name}» один день назван дважды.";
            return null;
        }
    }

    private static T? Named<T>(string name, IReadOnlyList<T> shipped, Func<T, string> nameOf, string what, ref string wrong) where T : class
    {
        if (shipped.FirstOrDefault(s => string.Equals(nameOf(s), name, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        if (!File.Exists(name))
        {
            wrong = $"{what} «{name}» нет ни среди поставляемых, ни среди файлов.";
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(name), Json) ?? throw new JsonException("пусто");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            wrong = $"Файл {name} не читается: {e.Message}";
            return null;
        }
    }

    /// <summary>What a deadline comes to: its days with their reasons, or why there are none.</summary>
    public JsonObject Days(Deadlines.Deadline deadline, DateRange? plan, string? text)
    {
        var resolution = Resolution.Of(deadline, new(Calendar, Policy, plan) { Text = text });
        var json = new JsonObject
        {
            ["state"] = resolution.Match(_ => "days", _ => "standing", _ => "waits", _ => "link", _ => "needs-year", _ => "unreadable"),
            ["days"] = new JsonArray([.. resolution.ControlDays.Select(Of)]),
        };
        var reason = resolution.Match<string?>(_ => null, _ => null, w => w.Reason, l => l.To, y => y.Reason, u => u.Reason);
        if (reason is not null) json["reason"] = reason;
        return json;
    }

    private static JsonNode Of(ControlDay day)
    {
        var json = new JsonObject { ["nominal"] = Iso(day.Nominal), ["control"] = Iso(day.Control) };
        if (day.Start is { } start) json["start"] = Iso(start);
        if (day.Occurrence is { } occurrence) json["occurrence"] = occurrence;
        if (day.ByOppositeRule is { } opposite) json["by_opposite_rule"] = Iso(opposite);
        if (day.IsOutsidePlan) json["outside_plan"] = true;
        if (!day.IsCertain) json["calendar_not_published"] = true;
        json["explanation"] = day.Explanation;
        return json;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
