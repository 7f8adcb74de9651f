using System.Text;
using Shouldly;

namespace Vekha.Web.Tests.Features.Reminders;

/// <summary>A reader of RFC 5545 of our own: unfolds, takes apart, unescapes, and complains about what the RFC forbids.</summary>
internal sealed record CalendarText(IReadOnlyDictionary<string, string> Head, IReadOnlyList<IReadOnlyDictionary<string, string>> Events)
{
    public static CalendarText Read(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        text.Replace("\r\n", "").ShouldNotContain("\n");
        text.ShouldEndWith("\r\n");
        var lines = text.Split("\r\n")[..^1];
        lines.ShouldAllBe(l => Encoding.UTF8.GetByteCount(l) <= 75 && l.Length > 0);
        var whole = text[..^2].Replace("\r\n ", "").Split("\r\n");
        (whole[0], whole[^1]).ShouldBe(("BEGIN:VCALENDAR", "END:VCALENDAR"));
        var head = new Dictionary<string, string>();
        var events = new List<IReadOnlyDictionary<string, string>>();
        Dictionary<string, string>? one = null;
        foreach (var line in whole[1..^1])
        {
            if (line == "BEGIN:VEVENT") { one.ShouldBeNull(); one = []; continue; }
            if (line == "END:VEVENT") { events.Add(one.ShouldNotBeNull()); one = null; continue; }
            var at = line.IndexOf(':');
            at.ShouldBeGreaterThan(0, line);
            (one ?? head).Add(line[..at], Unescape(line[(at + 1)..]));
        }
        one.ShouldBeNull();
        foreach (var needed in new[] { "VERSION", "PRODID" }) head.ContainsKey(needed).ShouldBeTrue(needed);
        foreach (var day in events) foreach (var needed in new[] { "UID", "DTSTAMP", "DTSTART;VALUE=DATE" }) day.ContainsKey(needed).ShouldBeTrue(needed);
        events.Select(e => e["UID"]).ShouldBeUnique();
        return new(head, events);
    }

    private static string Unescape(string value)
    {
        var result = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
            result.Append(value[i] != '\\' ? value[i] : value[++i] switch { 'n' or 'N' => '\n', '\\' => '\\', ';' => ';', ',' => ',', var c => throw new FormatException($"\\{c} is no escape") });
        return result.ToString();
    }
}
