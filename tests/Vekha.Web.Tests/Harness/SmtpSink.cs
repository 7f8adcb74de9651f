using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vekha.Web.Tests.Harness;

/// <summary>A mail server that keeps what it is given. It can be away, refuse an address, put one off, or let nobody in.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly ConcurrentQueue<ReceivedLetter> letters = [];
    private readonly CancellationTokenSource stop = new();
    private TcpListener? listener;

    public SmtpSink() => Open();

    public int Port { get; private set; }

    public IReadOnlyList<ReceivedLetter> Letters => [.. letters];

    /// <summary>Addresses it answers with «550 no such user».</summary>
    public ConcurrentDictionary<string, bool> Unknown { get; } = [];

    /// <summary>Addresses it puts off with «451 try again later».</summary>
    public ConcurrentDictionary<string, bool> PutOff { get; } = [];

    /// <summary>Called before a letter is taken: a test stops the world here.</summary>
    public Action<int>? BeforeTaking { get; set; }

    /// <summary>From which port the letter being taken comes: a test finds out which process sends it.</summary>
    public int PeerPort { get; private set; }

    /// <summary>The login it wants, and what it was told last.</summary>
    public string? WantsLogin { get; set; }

    public string? ToldPassword { get; private set; }

    /// <summary>«Сервер лежит»: connections are refused.</summary>
    public void GoAway()
    {
        listener?.Stop();
        listener = null;
    }

    /// <summary>Answers again, at the same port.</summary>
    public void Open()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Listen(listener);
    }

    public void Dispose()
    {
        stop.Cancel();
        GoAway();
        stop.Dispose();
    }

    private async Task Listen(TcpListener own)
    {
        while (!stop.IsCancellationRequested)
        {
            TcpClient client;
            try { client = await own.AcceptTcpClientAsync(stop.Token); }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException) { return; }
            _ = Talk(client);
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Task Say(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop.Token).AsTask();
            await Say("220 sink");
            var to = "";
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (verb == "QUIT") { await Say("221 bye"); return; }
                if (verb == "RCPT") to = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
                if (verb == "DATA")
                {
                    PeerPort = ((IPEndPoint)client.Client.RemoteEndPoint!).Port;
                    await Take(reader, Say, to);
                }
                else if (verb == "AUTH") await Authenticate(reader, Say, line);
                else await Say(Answer(verb, to));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException) { }
    }

    private string Answer(string verb, string to) => verb switch
    {
        "EHLO" when WantsLogin is not null => "250-sink\r\n250 AUTH LOGIN",
        "MAIL" when WantsLogin is not null && ToldPassword is null => "530 5.7.0 Authentication required",
        "RCPT" when Unknown.ContainsKey(to) => "550 5.1.1 No such user",
        "RCPT" when PutOff.ContainsKey(to) => "451 4.7.1 Try again later",
        _ => "250 ok",
    };

    // AUTH LOGIN <login>, then the password, both in base64.
    private async Task Authenticate(StreamReader reader, Func<string, Task> say, string line)
    {
        await say("334 UGFzc3dvcmQ6");
        var password = Encoding.UTF8.GetString(Convert.FromBase64String(await reader.ReadLineAsync(stop.Token) ?? ""));
        var login = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[^1]));
        if (login != WantsLogin) { await say("535 5.7.8 Wrong login"); return; }
        ToldPassword = password;
        await say("235 ok");
    }

    private async Task Take(StreamReader reader, Func<string, Task> say, string to)
    {
        await say("354 go on");
        var source = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".") source.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        BeforeTaking?.Invoke(letters.Count);
        letters.Enqueue(ReceivedLetter.Read(to, source.ToString()));
        await say("250 taken");
    }
}
