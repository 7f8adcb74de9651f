using System.Globalization;
using System.Text;

namespace Vekha.Web.Features.Reminders;

/// <summary>A day in a calendar.</summary>
/// <param name="Id">The same for ever: a calendar knows a moved day by it.</param>
/// <param name="Sequence">Grows with every change.</param>
public sealed record CalendarEvent(Guid Id, int Sequence, DateOnly Day, string Summary, string Description, string Category, string Address, bool IsCancelled);

/// <summary>
/// A calendar as RFC 5545 wants it: lines of 75 octets at most that never cut a letter in two, commas and line breaks escaped.
/// Deadlines are whole days and carry no zone: the 30th is the 30th wherever the reader is; the zone of the territory is
/// told for the programs that ask.
/// </summary>
internal sealed class CalendarFile(string name, string zone, DateTimeOffset now)
{
    private const int MostOctets = 75;

    private readonly StringBuilder file = new();

    public string Write(IEnumerable<CalendarEvent> events)
    {
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//Vekha//Deadlines//RU");
        Line("CALSCALE", "GREGORIAN");
        Line("METHOD", "PUBLISH");
        Line("NAME", Escaped(name));
        Line("X-WR-CALNAME", Escaped(name));
        Line("X-WR-TIMEZONE", zone);
        Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        Line("X-PUBLISHED-TTL", "PT1H");
        foreach (var day in events) Write(day);
        Line("END", "VCALENDAR");
        return file.ToString();
    }

    private void Write(CalendarEvent day)
    {
        Line("BEGIN", "VEVENT");
        Line("UID", $"{day.Id}@vekha");
        Line("DTSTAMP", now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line("SEQUENCE", day.Sequence.ToString(CultureInfo.InvariantCulture));
        Line("DTSTART;VALUE=DATE", day.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Line("DTEND;VALUE=DATE", day.Day.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Line("SUMMARY", Escaped(day.Summary));
        Line("DESCRIPTION", Escaped(day.Description));
        Line("CATEGORIES", Escaped(day.Category));
        Line("URL", day.Address);
        Line("STATUS", day.IsCancelled ? "CANCELLED" : "CONFIRMED");
        Line("TRANSP", "TRANSPARENT");
        Line("END", "VEVENT");
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\n", StringComparison.Ordinal);

    private void Line(string key, string value)
    {
        var octets = 0;
        foreach (var rune in $"{key}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                // A continued line begins with a space, which counts.
                file.Append("\r\n ");
                octets = 1;
            }
            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }
}
