using System.Diagnostics;
using System.Text.Json;
using Vekha.Deadlines;
using Vekha.Documents.Reading;

// ./run bench — our figures on this machine. Compare ratios within one run: shared machines are noisy.
if (args is ["--help" or "-h", ..])
{
    Console.WriteLine("./run bench: deadline cells a second, reading of the sample documents warm and as a process. Takes about a minute.");
    return;
}
var root = args.Length > 0 ? args[0] : Directory.GetCurrentDirectory();
Deadlines(Path.Combine(root, "tests/Vekha.Tests/Deadlines/examples.jsonl"));
foreach (var sample in new[] { "khimki-portal.docx", "equal-opportunities.docx", "equal-opportunities.xlsx" }) Warm(Path.Combine(root, "samples", sample));
Process(Path.Combine(root, "samples/khimki-portal.docx"), Path.Combine(root, "src/Vekha.Cli/bin/Release/net10.0/Vekha.Cli.dll"));

static void Deadlines(string path)
{
    var cells = File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement)
        .Select(e => (Text: e.GetProperty("text").GetString()!, Context: new ReadingContext(e.GetProperty("context_year") is { ValueKind: JsonValueKind.Number } y ? y.GetInt32() : null))).ToArray();
    const int Rounds = 2000;
    double best = 0;
    for (var batch = 0; batch < 6; batch++)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Rounds; i++)
            foreach (var (text, context) in cells) DeadlineReader.Read(text, context);
        best = Math.Max(best, Rounds * cells.Length / watch.Elapsed.TotalSeconds);
    }
    var before = GC.GetAllocatedBytesForCurrentThread();
    foreach (var (text, context) in cells) DeadlineReader.Read(text, context);
    Console.WriteLine($"deadline cells a second, one thread, best of 6: {best:N0}; bytes a cell: {(GC.GetAllocatedBytesForCurrentThread() - before) / cells.Length:N0}");
}

static void Warm(string path)
{
    var bytes = File.ReadAllBytes(path);
    var times = new List<double>();
    for (var i = 0; i < 60; i++)
    {
        var watch = Stopwatch.StartNew();
        using var stream = new MemoryStream(bytes);
        var reading = DocumentReader.Read(stream, Path.GetFileName(path));
        if (reading.Draft is null) throw new InvalidOperationException($"{path} gave no plan.");
        if (i >= 30) times.Add(watch.Elapsed.TotalMilliseconds);
    }
    times.Sort();
    Console.WriteLine($"{Path.GetFileName(path)}, warm: {times[0]:N1} ms best, {times[times.Count / 2]:N1} ms median of {times.Count}");
}

static void Process(string document, string tool)
{
    var times = new List<double>();
    for (var i = 0; i < 7; i++)
    {
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet", [tool, "read", document]) { RedirectStandardOutput = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException("The reading failed.");
        times.Add(watch.Elapsed.TotalMilliseconds);
    }
    times.Sort();
    Console.WriteLine($"{Path.GetFileName(document)}, as a process: {times[0]:N0} ms best, {times[times.Count / 2]:N0} ms median of {times.Count}");
}
