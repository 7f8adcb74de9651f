using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Vekha.Benchmarks;

/// <summary>A web process and a visitor who keeps cookies.</summary>
internal sealed partial class Server : IDisposable
{
    private readonly Process process;
    private readonly HttpClient visitor;

    private Server(Process process, HttpClient visitor) => (this.process, this.visitor) = (process, visitor);

    /// <summary>From the start of the process to its first page.</summary>
    public TimeSpan Started { get; private init; }

    public static async Task<Server> Start(string dll, Func<int, string[]> words)
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        var port = ((IPEndPoint)socket.LocalEndpoint).Port;
        socket.Stop();
        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo("dotnet", [dll, .. words(port)]) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var visitor = new HttpClient { BaseAddress = new($"http://localhost:{port}"), Timeout = TimeSpan.FromMinutes(10) };
        for (; ; await Task.Delay(5))
        {
            if (process.HasExited) throw new InvalidOperationException($"{dll} ended with {process.ExitCode}.");
            try
            {
                if ((await visitor.GetAsync("/")).IsSuccessStatusCode) return new(process, visitor) { Started = watch.Elapsed };
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
    }

    public async Task SignIn(string login, string password)
    {
        var page = await visitor.GetStringAsync("/sign-in");
        var fields = Hidden().Matches(page).Select(m => (Name: Attribute(m.Value, "name"), Value: Attribute(m.Value, "value"))).Where(f => f.Name.Length > 0)
            .Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("Login", login)).Append(new("Password", password));
        var answer = await visitor.PostAsync("/sign-in", new FormUrlEncodedContent(fields));
        if (!answer.IsSuccessStatusCode || answer.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in") throw new InvalidOperationException($"{login} was not let in.");
    }

    /// <summary>Milliseconds of the server's processor a request, after a warm-up of as many requests; the better of two series.</summary>
    public async Task<(double Cpu, double Wall, int Bytes)> Measure(string address, int requests)
    {
        var bytes = 0;
        var best = (Cpu: double.MaxValue, Wall: double.MaxValue);
        for (var series = 0; series < 3; series++)
        {
            process.Refresh();
            var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
            for (var i = 0; i < requests; i++)
            {
                using var answer = await visitor.GetAsync(address);
                if (answer.StatusCode != HttpStatusCode.OK || answer.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in") throw new InvalidOperationException($"{address}: {answer.StatusCode}");
                bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
            }
            process.Refresh();
            var (cpu, wall) = ((process.TotalProcessorTime - before).TotalMilliseconds / requests, watch.Elapsed.TotalMilliseconds / requests);
            if (series > 0) best = (Math.Min(best.Cpu, cpu), Math.Min(best.Wall, wall));
        }
        return (best.Cpu, best.Wall, bytes);
    }

    public long Memory()
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    public void Dispose()
    {
        visitor.Dispose();
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
