using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Faults;

/// <summary>The application as a process of its own, that can be killed.</summary>
public sealed class VekhaProcess : IAsyncDisposable
{
    // The tests' own folder has no styles and icons.
    private static readonly string Program = Path.Combine(Repository.Root, "src/Vekha.Web/bin",
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0/Vekha.Web.dll");

    private readonly string[] options;
    private const int Kept = 200;

    private readonly System.Collections.Concurrent.ConcurrentQueue<string> said = [];
    private Process? process;

    /// <param name="folder">The data folder.</param>
    /// <param name="database">What <c>--database</c> gets, <c>null</c> for the embedded one.</param>
    public VekhaProcess(string folder, string? database)
    {
        Port = FreePort();
        options = ["--data", folder, "--port", Port.ToString(), .. database is null ? (string[])[] : ["--database", database]];
    }

    public int Port { get; }

    /// <summary>The last lines of its log: why it answered as it did.</summary>
    public string Said => string.Join('\n', said);

    public bool IsAlive => process is { HasExited: false };

    /// <param name="dieAt">The fail point it is killed at: <c>report.saving</c>, <c>cascade.saving:2</c>; <c>null</c> for an installation like any other.</param>
    public async Task<VekhaProcess> Start(string? dieAt = null)
    {
        Run(dieAt);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(240); await Task.Delay(100))
        {
            if (process!.HasExited) throw new InvalidOperationException($"The application ended with {process.ExitCode} before it was ready.");
            try
            {
                if ((await client.GetAsync($"http://localhost:{Port}/health/ready")).StatusCode == HttpStatusCode.OK) return this;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException) { }
        }
        throw new TimeoutException("The application was not ready in four minutes.");
    }

    /// <summary>Starts it to die by itself at a fail point of its own work.</summary>
    public async Task StartAndDie(string at)
    {
        Run(at);
        await Death();
    }

    /// <summary>Waits until it is gone, killed at its fail point and not ended in another way.</summary>
    public async Task Death()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await process!.WaitForExitAsync(patience.Token);
        process.ExitCode.ShouldBe(128 + 9, "ended, but not by kill -9");
    }

    private void Run(string? dieAt)
    {
        string[] told = dieAt is null ? [] : ["--die-at", dieAt, "--environment", "Testing"];
        process?.Dispose();
        process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. options, .. told]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } words) said.Enqueue(words);
        if (said.Count > Kept) said.TryDequeue(out _);
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process!.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>As systemd stops it: what is being answered is answered.</summary>
    public async Task Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", process!.Id.ToString()]);
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM and no waiting: it ends what it is at and goes.</summary>
    public void Ask() => System.Diagnostics.Process.Start("kill", ["-TERM", process!.Id.ToString()]).Dispose();

    /// <summary>Whether this process has a connection from the port: its socket is among its open files.</summary>
    public bool Holds(int port)
    {
        var sockets = new[] { "/proc/net/tcp", "/proc/net/tcp6" }.SelectMany(File.ReadLines).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w[1].EndsWith($":{port:X4}", StringComparison.Ordinal)).Select(w => $"socket:[{w[9]}]").ToHashSet();
        return new DirectoryInfo($"/proc/{process!.Id}/fd").GetFiles().Any(f => f.LinkTarget is { } target && sockets.Contains(target));
    }

    /// <summary>A person who comes to one process, or to the next of several where one does not answer, as behind a balancer.</summary>
    public static Visitor Visitor(params VekhaProcess[] processes) =>
        new(new HttpClient(new Balancer(processes)) { BaseAddress = new Uri("http://localhost"), Timeout = TimeSpan.FromSeconds(60) });

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) Kill();
        process?.Dispose();
        await Task.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>What nginx does with <c>proxy_next_upstream error</c>: a request that was not taken goes to the next one.</summary>
    private sealed class Balancer(VekhaProcess[] processes) : HttpMessageHandler
    {
        private readonly CookieContainer cookies = new();
        private readonly HttpMessageInvoker[] ways = [.. processes.Select(_ => new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.Zero }))];
        private int turn;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancel);
            for (var tried = 1; ; tried++)
            {
                var chosen = Interlocked.Increment(ref turn) % processes.Length;
                using var copy = Copy(request, processes[chosen].Port, body);
                try
                {
                    var answer = await ways[chosen].SendAsync(copy, cancel);
                    foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []) cookies.SetCookies(new Uri("http://localhost"), cookie);
                    answer.RequestMessage = request;
                    return answer;
                }
                catch (HttpRequestException e) when (tried < processes.Length && e.HttpRequestError == HttpRequestError.ConnectionError) { }
            }
        }

        private HttpRequestMessage Copy(HttpRequestMessage request, int port, byte[]? body)
        {
            var copy = new HttpRequestMessage(request.Method, new UriBuilder(request.RequestUri!) { Port = port }.Uri);
            if (cookies.GetCookieHeader(new Uri("http://localhost")) is { Length: > 0 } header) copy.Headers.Add("Cookie", header);
            if (body is not null)
            {
                copy.Content = new ByteArrayContent(body);
                foreach (var (name, values) in request.Content!.Headers) copy.Content.Headers.TryAddWithoutValidation(name, values);
            }
            return copy;
        }
    }
}
