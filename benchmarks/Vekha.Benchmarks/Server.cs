using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Npgsql;
using Vekha.Web.Data;

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
        var visitor = new HttpClient { BaseAddress = new($"http://localhost:{port}"), Timeout = TimeSpan.FromMinutes(5) };
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

    /// <summary>Where it listens.</summary>
    public Uri Address => visitor.BaseAddress!;

    public async Task SignIn(string login, string password)
    {
        var page = await visitor.GetStringAsync("/sign-in");
        var fields = Hidden().Matches(page).Select(m => (Name: Attribute(m.Value, "name"), Value: Attribute(m.Value, "value"))).Where(f => f.Name.Length > 0)
            .Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("Login", login)).Append(new("Password", password));
        var answer = await visitor.PostAsync("/sign-in", new FormUrlEncodedContent(fields));
        if (!answer.IsSuccessStatusCode || answer.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in") throw new InvalidOperationException($"{login} was not let in.");
    }

    /// <summary>Processor time a request, the better of three series.</summary>
    /// <param name="warm">Requests before them: the runtime compiles what is hot a second time, then rests.</param>
    public async Task<Figure> Measure(string address, int requests, DataSource source, int warm = 200)
    {
        Figure? best = null;
        for (var i = 0; i < warm; i++) (await visitor.GetAsync(address)).Dispose();
        await Task.Delay(1000);
        for (var series = 0; series < 3; series++)
        {
            var (before, watch, bytes) = (Cpu(source), Stopwatch.StartNew(), 0);
            for (var i = 0; i < requests; i++)
            {
                using var answer = await visitor.GetAsync(address);
                if (answer.StatusCode != HttpStatusCode.OK || answer.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in") throw new InvalidOperationException($"{address}: {answer.StatusCode}");
                bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
            }
            var after = Cpu(source);
            var one = new Figure((after.Web - before.Web).TotalMilliseconds / requests, (after.Database - before.Database).TotalMilliseconds / requests, watch.Elapsed.TotalMilliseconds / requests, bytes);
            if (best is null || one.Cpu < best.Cpu) best = one;
        }
        return best!;
    }

    /// <summary>Processor time so far: of the web process, and of the database server's processes that work for this database.</summary>
    public (TimeSpan Web, TimeSpan Database) Cpu(DataSource source)
    {
        process.Refresh();
        return (process.TotalProcessorTime, source.Engine == Engine.Sqlite ? TimeSpan.Zero : OfDatabase(source));
    }

    // A pooled connection keeps its server process: the sum only grows while the pool lives.
    private static TimeSpan OfDatabase(DataSource source)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(source.ConnectionString) { Pooling = false }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'", connection);
        using var reader = command.ExecuteReader();
        var ticks = 0L;
        while (reader.Read())
            if (File.Exists($"/proc/{reader.GetInt32(0)}/stat"))
            {
                var words = File.ReadAllText($"/proc/{reader.GetInt32(0)}/stat").Split(") ")[^1].Split(' ');
                ticks += long.Parse(words[11], CultureInfo.InvariantCulture) + long.Parse(words[12], CultureInfo.InvariantCulture);
            }
        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    /// <summary>Fills the form of a page as it stands, with every box of a name ticked, and sends it.</summary>
    /// <param name="boxes">Name of the boxes.</param>
    /// <returns>Where it led.</returns>
    public async Task<string> Send(string page, string boxes, IReadOnlyList<KeyValuePair<string, string>> more, string? handler = null)
    {
        var html = await visitor.GetStringAsync(page);
        var form = Form().Matches(html).Select(m => m.Value).First(f => f.Contains($"name=\"{boxes}\"", StringComparison.Ordinal));
        var fields = Input().Matches(form).Select(m => m.Value).Where(i => !i.Contains("type=\"submit\"", StringComparison.Ordinal))
            .Select(i => KeyValuePair.Create(Attribute(i, "name"), Attribute(i, "value"))).Where(f => f.Key.Length > 0).Concat(more);
        var address = handler is null ? page : $"{page}?handler={handler}";
        using var answer = await visitor.PostAsync(address, new FormUrlEncodedContent(fields));
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{address}: {answer.StatusCode}");
        return answer.RequestMessage!.RequestUri!.PathAndQuery;
    }

    /// <summary>Where a page leads now.</summary>
    public async Task<string> Where(string page)
    {
        using var answer = await visitor.GetAsync(page);
        return answer.RequestMessage!.RequestUri!.PathAndQuery;
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

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
