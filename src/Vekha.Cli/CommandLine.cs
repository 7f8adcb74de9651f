using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Vekha.Cli;

/// <summary>What the commands share: exit codes, encoding, the shape of their JSON.</summary>
internal static class CommandLine
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>Wrong arguments or input that cannot be read.</summary>
    public const int Refused = 2;

    /// <summary>UTF-8 without a mark, so that the output can be piped.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Cyrillic stays readable in the output.</summary>
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Usage = """
        Веха: чтение планов мероприятий и сроков.

          vekha read FILE           читает документ и печатает найденный план (JSON)
          vekha deadlines FILE      читает сроки, по одному в строке (JSON Lines)

        Подробнее: vekha read --help, vekha deadlines --help.
        """;

    public static int Help()
    {
        Console.Out.WriteLine(Usage);
        return Done;
    }

    public static int Misused()
    {
        Console.Error.WriteLine(Usage);
        return Refused;
    }

    /// <summary>Says in Russian what is wrong.</summary>
    public static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return Refused;
    }
}
