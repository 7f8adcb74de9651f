using System.Diagnostics;

namespace Vekha.Web.Platform;

/// <summary>
/// «Точка отказа»: a named place where a test of faults has a process killed, as by <c>kill -9</c>: no last word, no tidying up.
/// Told by <c>--die-at reminders.saving:3</c>, the third passing; only the environment «Testing» takes it.
/// </summary>
internal static class FailPoint
{
    private static string? armed;
    private static int left;

    /// <param name="words">Name and, after a colon, which passing of it.</param>
    public static void Arm(string? words, IHostEnvironment environment)
    {
        if (words is null) return;
        if (!environment.IsEnvironment("Testing")) throw new InvalidOperationException("--die-at is for tests of faults: only in the environment Testing.");
        var parts = words.Split(':');
        (left, armed) = (parts.Length > 1 ? int.Parse(parts[1]) : 1, parts[0]);
    }

    /// <summary>Passes a place; nothing happens there outside a test of faults.</summary>
    public static void Pass(string name)
    {
        if (armed is null || armed != name || Interlocked.Decrement(ref left) != 0) return;
        using var process = Process.GetCurrentProcess();
        process.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
