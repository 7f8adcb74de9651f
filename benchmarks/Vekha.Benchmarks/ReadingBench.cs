using System.Diagnostics;
using System.Text.Json;
using Vekha.Deadlines;
using Vekha.Documents.Reading;

namespace Vekha.Benchmarks;

/// <summary>Reading of deadlines and documents in this process and as a process of its own.</summary>
internal static class ReadingBench
{
    public static void Run(string root)
    {
        Deadlines(Path.Combine(root, "tests/Vekha.Tests/Deadlines/examples.jsonl"));
        foreach (var sample in (ReadOnlySpan<string>)["khimki-portal.docx", "equal-opportunities.docx", "equal-opportunities.xlsx"])
            Warm(Path.Combine(root, "samples", sample), 400);
        var tool = Path.Combine(root, "src/Vekha.Cli/bin/Release/net10.0/Vekha.Cli.dll");
        AsProcess("a start that only prints the help", tool, ["--help"]);
        AsProcess("khimki-portal.docx", tool, ["read", Path.Combine(root, "samples/khimki-portal.docx")]);
        var folder = Directory.CreateTempSubdirectory("vekha-bench-").FullName;
        foreach (var plan in LongPlan.Write(Path.Combine(root, "samples"), folder, 1500))
        {
            Warm(plan, 12);
            AsProcess(Path.GetFileName(plan), tool, ["read", plan]);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static void Deadlines(string path)
    {
        var cells = File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement)
            .Select(e => (Text: e.GetProperty("text").GetString()!, Context: new ReadingContext(e.GetProperty("context_year") is { ValueKind: JsonValueKind.Number } y ? y.GetInt32() : null))).ToArray();
        const int Rounds = 2000;
        double best = 0;
        for (var batch = 0; batch < 8; batch++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Rounds; i++)
                foreach (var (text, context) in cells) DeadlineReader.Read(text, context);
            best = Math.Max(best, Rounds * cells.Length / watch.Elapsed.TotalSeconds);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var (text, context) in cells) DeadlineReader.Read(text, context);
        Console.WriteLine($"deadline cells a second, one thread, best of 8: {best:N0}; bytes a cell: {(GC.GetAllocatedBytesForCurrentThread() - before) / cells.Length:N0}");
    }

    /// <summary>The first half of the rounds only warms up: the runtime compiles hot code a second time, in the background.</summary>
    private static void Warm(string path, int rounds)
    {
        var bytes = File.ReadAllBytes(path);
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            Read(bytes, path);
            if (i >= rounds / 2) times.Add(watch.Elapsed.TotalMilliseconds);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        var rows = Read(bytes, path);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1048576.0;
        times.Sort();
        Console.WriteLine($"{Path.GetFileName(path)}, {rows} rows, warm: {times[0]:N1} ms best, {times[times.Count / 2]:N1} ms median of {times.Count}; {allocated:N1} MB allocated");
    }

    private static int Read(byte[] bytes, string path)
    {
        using var stream = new MemoryStream(bytes);
        return DocumentReader.Read(stream, Path.GetFileName(path)).Draft?.Measures.Count ?? throw new InvalidOperationException($"{path} gave no plan.");
    }

    private static void AsProcess(string what, string tool, string[] words)
    {
        var times = new List<double>();
        long memory = 0;
        for (var i = 0; i < 15; i++)
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo("dotnet", [tool, .. words]) { RedirectStandardOutput = true })!;
            var peak = Task.Run(() => PeakOf(process));
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) throw new InvalidOperationException("The reading failed.");
            times.Add(watch.Elapsed.TotalMilliseconds);
            memory = Math.Max(memory, peak.Result);
        }
        times.Sort();
        Console.WriteLine($"{what}, as a process: {times[0]:N0} ms best, {times[times.Count / 2]:N0} ms median of {times.Count}; {memory / 1048576:N0} MB at most");
    }

    private static long PeakOf(Process process)
    {
        long peak = 0;
        try
        {
            for (; !process.HasExited; Thread.Sleep(4))
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the answer.
        }
        return peak;
    }
}
