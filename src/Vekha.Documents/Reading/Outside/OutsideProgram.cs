using System.ComponentModel;
using System.Diagnostics;

namespace Vekha.Documents.Reading.Outside;

/// <summary>A program of the system that helps to read a format; it may be absent.</summary>
internal static class OutsideProgram
{
    /// <summary>Runs a program and gives what it printed; <c>null</c> where it is absent, failed or took too long.</summary>
    /// <param name="isAbsent">Whether there is no such program.</param>
    public static byte[]? Run(string program, IReadOnlyList<string> arguments, TimeSpan limit, out bool isAbsent)
    {
        isAbsent = false;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            return Output(process, limit);
        }
        catch (Win32Exception)
        {
            isAbsent = true;
            return null;
        }
    }

    private static byte[]? Output(Process process, TimeSpan limit)
    {
        using var output = new MemoryStream();
        using var clock = new CancellationTokenSource(limit);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(clock.Token);
            process.StandardOutput.BaseStream.CopyToAsync(output, clock.Token).GetAwaiter().GetResult();
            process.WaitForExitAsync(clock.Token).GetAwaiter().GetResult();
            errors.GetAwaiter().GetResult();
            return process.ExitCode == 0 ? output.ToArray() : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
    }
}
