using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Vekha.Deadlines;

/// <summary>
/// The normal form of a deadline in JSON: <c>{"kind":"by","date":"2020-10-01"}</c>. The same form is printed by
/// <c>./run deadlines</c>, kept in drafts and stored in the database. What is written here is read back equal.
/// </summary>
public sealed class DeadlineJson : JsonConverter<Deadline>
{
    /// <summary>The deadline as an object of the documented form.</summary>
    public static JsonObject Write(Deadline deadline) => deadline.Match(
        on => Of("on", ("date", Date(on.Date))),
        by => by.NotBefore is { } earliest ? Of("by", ("date", Date(by.Date)), ("not_before", Date(earliest))) : Of("by", ("date", Date(by.Date))),
        from => Of("from", ("date", Date(from.Date))),
        during => Of("period", ("from", Date(during.First)), ("to", Date(during.Last))),
        _ => Of("ongoing"),
        every => Of("recurring", ("rule", every.Rule.ToString()), ("times", every.Times), ("from", Date(every.First)), ("to", Date(every.Last))),
        Write,
        _ => Of("asneeded"),
        reference => Of("reference", ("to", reference.To)),
        _ => Of("unknown"));

    private static JsonObject Write(Deadline.Relative relative)
    {
        var json = Of("relative", ("offset", relative.Offset), ("unit", relative.Unit is { } unit ? Units[(int)unit] : null),
            ("direction", relative.Direction == OffsetDirection.After ? "after" : "before"),
            ("anchor", relative.Anchor), ("limit", relative.Limit == OffsetLimit.Unsaid ? null : Limits[(int)relative.Limit]));
        if (relative.NotBefore is { } earliest) json["not_before"] = earliest;
        return json;
    }

    /// <summary>Reads what <see cref="Write(Deadline)"/> writes.</summary>
    /// <exception cref="FormatException">The object is not of the documented form.</exception>
    public static Deadline Read(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        string? Text(string key) => (string?)json[key];
        WrittenDate? Maybe(string key) => Text(key) is not { } text ? null : WrittenDate.TryParse(text, out var date) ? date : throw new FormatException($"«{text}» is not a date.");
        WrittenDate Day(string key) => Maybe(key) ?? throw new FormatException($"The deadline has no «{key}».");
        return Text("kind") switch
        {
            "on" => new Deadline.On(Day("date")),
            "by" => new Deadline.By(Day("date"), Maybe("not_before")),
            "from" => new Deadline.From(Day("date")),
            "period" => new Deadline.During(Day("from"), Day("to")),
            "ongoing" => new Deadline.Ongoing(),
            "recurring" => new Deadline.Every(Recurrence.Parse(Text("rule") ?? ""), (int?)json["times"], Maybe("from"), Maybe("to")),
            "relative" => new Deadline.Relative((int?)json["offset"], Text("unit") is { } unit ? (OffsetUnit)Array.IndexOf(Units, unit) : null,
                Text("direction") == "before" ? OffsetDirection.Before : OffsetDirection.After, Text("anchor") ?? "",
                Text("limit") is { } limit ? (OffsetLimit)Math.Max(0, Array.IndexOf(Limits, limit)) : OffsetLimit.Unsaid, (int?)json["not_before"]),
            "asneeded" => new Deadline.AsNeeded(),
            "reference" => new Deadline.Reference(Text("to") ?? ""),
            "unknown" => new Deadline.Unknown(),
            var kind => throw new FormatException($"«{kind}» is not a kind of deadline."),
        };
    }

    private static readonly string[] Units = ["calendar-day", "working-day", "week", "month", "year"];
    private static readonly string[] Limits = ["not-later", "within", "exactly"];

    private static string? Date(WrittenDate? date) => date?.ToString();

    private static JsonObject Of(string kind, params ReadOnlySpan<(string Key, JsonNode? Value)> fields)
    {
        var json = new JsonObject { ["kind"] = kind };
        foreach (var (key, value) in fields) json[key] = value;
        return json;
    }

    /// <inheritdoc/>
    public override Deadline? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonNode.Parse(ref reader) is JsonObject json ? Read(json) : null;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Deadline value, JsonSerializerOptions options) => Write(value).WriteTo(writer, options);
}
