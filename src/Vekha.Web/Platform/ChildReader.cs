using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Vekha.Documents.Reading;

namespace Vekha.Web.Platform;

/// <summary>What the reading of one file may cost.</summary>
/// <param name="Time">By the clock on the wall.</param>
/// <param name="CpuSeconds">Of processor time; kept on Linux and macOS.</param>
/// <param name="HeapBytes">Of memory for objects.</param>
public sealed record ChildLimits(TimeSpan Time, int CpuSeconds, long HeapBytes)
{
    /// <summary>A minute and 512 MB: a plan of 1,500 rows needs a second and 100 MB, LibreOffice the rest.</summary>
    public static readonly ChildLimits Usual = new(TimeSpan.FromSeconds(60), 60, 512L * 1024 * 1024);
}

/// <summary>
/// Reads a file that nobody vouches for in a process of its own: half a megabyte can be made to cost gigabytes or to
/// overflow the stack, and then only that process ends.
/// </summary>
public static class ChildReader
{
    /// <summary>More text than this comes out of no plan.</summary>
    private const int MostOutput = 256 * 1024 * 1024;

    private static readonly SemaphoreSlim Turns = new(Math.Max(2, Environment.ProcessorCount));

    /// <summary>Reads a file; never throws on its content. A process that dies gives a reading with the reason.</summary>
    /// <param name="path">The file on this machine.</param>
    /// <param name="name">Its name as the person knows it.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <param name="year">The year of the plan where a person named it.</param>
    /// <param name="limits">Other limits than <see cref="ChildLimits.Usual"/>.</param>
    public static async Task<DocumentReading> ReadAsync(
        string path, string name, CancellationToken cancellation, int? year = null, ChildLimits? limits = null)
    {
        limits ??= ChildLimits.Usual;
        await Turns.WaitAsync(cancellation);
        try
        {
            using var process = Process.Start(Command(path, name, year, limits)) ?? throw new InvalidOperationException("The reading process did not start.");
            return await ResultAsync(process, limits, cancellation);
        }
        finally
        {
            Turns.Release();
        }
    }

    private static async Task<DocumentReading> ResultAsync(Process process, ChildLimits limits, CancellationToken cancellation)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        clock.CancelAfter(limits.Time);
        try
        {
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(clock.Token);
            var output = await OutputAsync(process, clock.Token);
            await process.WaitForExitAsync(clock.Token);
            var said = await errors;
            return process.ExitCode is 0 or 1 && output is not null && Parse(output) is { } reading ? reading : Died(process.ExitCode, said);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed("Файл читался дольше минуты и был остановлен. Оставьте в нём только план и загрузите ещё раз.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<byte[]?> OutputAsync(Process process, CancellationToken cancellation)
    {
        using var output = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = await process.StandardOutput.BaseStream.ReadAsync(buffer, cancellation)) > 0;)
        {
            output.Write(buffer, 0, count);
            if (output.Length > MostOutput) return null;
        }
        return output.ToArray();
    }

    private static DocumentReading? Parse(byte[] output)
    {
        try
        {
            return ReadingJson.Read(output);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static DocumentReading Died(int exitCode, string said) => Failed(
        said.Contains("OutOfMemory", StringComparison.Ordinal) || said.Contains("Out of memory", StringComparison.Ordinal)
            ? "Для чтения файла не хватило отведённой памяти. Оставьте в нём только план и загрузите ещё раз."
            // SIGXCPU and SIGKILL: the processor time is over.
            : exitCode is 152 or 137
                ? "Файл устроен слишком сложно: его чтение заняло больше отведённого времени и было остановлено."
                : "Чтение файла прервалось: файл повреждён или устроен необычно. Сохраните документ заново и загрузите ещё раз.");

    private static DocumentReading Failed(string text) => new(null, null, [new ReadingProblem(text, IsFatal: true)]);

    /// <summary>The command with its limits; the environment holds nothing of the web application.</summary>
    private static ProcessStartInfo Command(string path, string name, int? year, ChildLimits limits)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true };
        List<string> words = [Host, Path.Combine(AppContext.BaseDirectory, "Vekha.Cli.dll"), "read", "--full", "--name", Plain(name)];
        if (year is { } given) words.AddRange(["--year", given.ToString(CultureInfo.InvariantCulture)]);
        words.Add(Path.GetFullPath(path));
        if (!OperatingSystem.IsWindows())
            words.InsertRange(0, ["/bin/sh", "-c", $"ulimit -c 0; ulimit -t {limits.CpuSeconds}; exec \"$0\" \"$@\""]);
        start.FileName = words[0];
        foreach (var word in words.Skip(1)) start.ArgumentList.Add(word);
        start.Environment.Clear();
        foreach (var kept in (ReadOnlySpan<string>)["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR"])
            if (Environment.GetEnvironmentVariable(kept) is { } value) start.Environment[kept] = value;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.HeapBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }

    /// <summary>A name is only a name: no folders, and nothing that reads as an option.</summary>
    private static string Plain(string name) => Path.GetFileName(name) is { Length: > 0 } plain ? plain : "документ";

    /// <summary>The host that runs this application runs its reader too.</summary>
    private static string Host
    {
        get
        {
            var file = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
            var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", file));
            return File.Exists(beside) ? beside : file;
        }
    }
}
