using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;

namespace Vekha.Web.Tests.Harness;

/// <summary>A letter as the reader's program shows it: taken apart by a reader of our own, not by the code that wrote it.</summary>
public sealed partial record ReceivedLetter(string To, IReadOnlyDictionary<string, string> Headers, string Text, string Html)
{
    public string Subject => Headers["subject"];

    public string MessageId => Headers["message-id"];

    public static ReceivedLetter Read(string to, string source)
    {
        var (headers, body) = Split(source);
        var boundary = new ContentType(headers["content-type"]).Boundary ?? throw new FormatException("The letter has one part only.");
        var parts = body.Split("--" + boundary).Skip(1).Where(p => !p.StartsWith("--", StringComparison.Ordinal)).Select(p => Split(p.TrimStart('\r', '\n'))).ToList();
        return new(to, headers, PartOf(parts, "text/plain"), PartOf(parts, "text/html"));
    }

    private static string PartOf(List<(Dictionary<string, string> Headers, string Body)> parts, string type)
    {
        var (headers, body) = parts.Single(p => p.Headers["content-type"].StartsWith(type, StringComparison.Ordinal));
        return headers["content-transfer-encoding"] switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body.Trim())),
            "quoted-printable" => Encoding.UTF8.GetString(Quoted(body)),
            _ => body,
        };
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string source)
    {
        var end = source.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        // A line that begins with a space goes on from the line before it.
        var lines = source[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n");
        var headers = lines.ToDictionary(l => l[..l.IndexOf(':')].ToLowerInvariant(), l => Decode(l[(l.IndexOf(':') + 1)..].Trim()));
        return (headers, source[(end + 4)..]);
    }

    // «=?utf-8?B?…?=»: neighbouring words are parts of one.
    private static string Decode(string header) => Word.Replace(Between.Replace(header, "?==?"), m =>
        Encoding.UTF8.GetString(m.Groups[1].Value is "B" or "b" ? Convert.FromBase64String(m.Groups[2].Value) : Quoted(m.Groups[2].Value.Replace('_', ' '))));

    private static byte[] Quoted(string text)
    {
        var plain = text.Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] != '=') { bytes.Add((byte)plain[i]); continue; }
            bytes.Add(Convert.ToByte(plain.Substring(i + 1, 2), 16));
            i += 2;
        }
        return [.. bytes];
    }

    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex Between { get; }
}
