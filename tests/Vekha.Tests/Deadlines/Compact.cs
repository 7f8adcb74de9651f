using Vekha.Deadlines;

namespace Vekha.Tests.Deadlines;

/// <summary>Readings in the short notation of docs/deadlines.md, and files of the repository.</summary>
internal static class Compact
{
    private static readonly string[] Units = ["calendar-day", "working-day", "week", "month", "year"];
    private static readonly string[] Limits = [", not-later", ", within", ", exactly", ""];

    public static string Of(IEnumerable<Deadline> deadlines) => string.Join(" + ", deadlines.Select(Of).Order(StringComparer.Ordinal));

    public static string Sorted(string reading) => string.Join(" + ", reading.Split(" + ").Order(StringComparer.Ordinal));

    public static string Of(Deadline deadline) => deadline.Match(
        on => $"on {on.Date}",
        by => $"by {by.Date}{(by.NotBefore is { } earliest ? $", not before {earliest}" : "")}",
        from => $"from {from.Date}",
        during => $"period {during.First} – {during.Last}",
        _ => "ongoing",
        every => $"every {every.Rule}{(every.Times is { } times ? $" times {times}" : "")}{Window(every)}",
        relative => $"{(relative.Offset is { } offset ? $"{offset} {Units[(int)relative.Unit!]}" : "lost")} {(relative.Direction == OffsetDirection.After ? "after" : "before")}"
            + $"{(relative.Anchor.Length > 0 ? $" «{relative.Anchor}»" : "")}{Limits[(int)relative.Limit]}{(relative.NotBefore is { } least ? $", not before {least}" : "")}",
        _ => "as needed",
        reference => $"reference «{reference.To}»",
        _ => "unknown");

    private static string Window(Deadline.Every every) => every is { First: null, Last: null } ? "" : $" in {every.First} – {every.Last}".Replace("  ", " ").TrimEnd();

    /// <summary>A file of the repository.</summary>
    public static string File(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder!.FullName, "Vekha.slnx"))) folder = folder.Parent;
        return Path.Combine([folder.FullName, .. path]);
    }
}
