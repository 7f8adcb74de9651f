using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vekha.Deadlines;

namespace Vekha.Cli;

/// <summary>`vekha deadlines FILE.jsonl`: the reading of deadline cells, one a line.</summary>
internal static class DeadlinesCommand
{
    private const string Usage = """
        vekha deadlines [FILE.jsonl | -] [--year ГОД]

        Читает ячейки сроков, по одной в строке: {"text": "до 1 октября", "context_year": 2020}
        Печатает в том же порядке:               {"text": "…", "deadlines": [{"kind": "by", "date": "2020-10-01"}]}
        и, где они есть, "questions" (сомнения с вариантами) и "explanation" (как понято).
        Без файла или с «-» читает стандартный ввод.

          --year ГОД   год плана для строк, где его нет
          --help       эта справка

        Код завершения: 0 — прочитано, 2 — неверный вызов или строка не JSON.
        """;

    public static int Run(string[] args)
    {
        string? path = null;
        int? year = null;
        for (var i = 0; i < args.Length; i++)
            switch (args[i])
            {
                case "--help" or "-h":
                    Console.Out.WriteLine(Usage);
                    return CommandLine.Done;
                case "--year" when i + 1 < args.Length && TryYear(args[i + 1], out var given):
                    year = given;
                    i++;
                    break;
                case "--year":
                    return CommandLine.Refuse("После --year нужен год из четырёх цифр.");
                case ['-', not '\0', ..] option:
                    return CommandLine.Refuse($"Неизвестный параметр {option}. Справка: vekha deadlines --help");
                default:
                    if (path is not null) return CommandLine.Refuse("Назовите один файл. Справка: vekha deadlines --help");
                    path = args[i];
                    break;
            }

        if (path is not (null or "-") && !File.Exists(path)) return CommandLine.Refuse($"Файла нет: {path}");
        using var input = path is null or "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var lines = new StreamReader(input, Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), CommandLine.Utf8);
        return Answer(lines, output, year);
    }

    private static bool TryYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1900 and <= 2199;

    private static int Answer(StreamReader lines, StreamWriter output, int? year)
    {
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Cell(line) is not { } cell) return CommandLine.Refuse($"Строка {number}: нужен объект с полем \"text\".");
            var reading = DeadlineReader.Read(cell.Text, new ReadingContext(cell.Year ?? year));
            output.WriteLine(Printed(reading).ToJsonString(CommandLine.Json));
        }
        return CommandLine.Done;
    }

    private static (string Text, int? Year)? Cell(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject json && (string?)json["text"] is { } text ? (text, (int?)json["context_year"]) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static JsonObject Printed(DeadlineReading reading)
    {
        var json = new JsonObject { ["text"] = reading.Text, ["deadlines"] = List(reading.Deadlines) };
        if (reading.Questions.Count > 0)
            json["questions"] = new JsonArray([.. reading.Questions.Select(q => new JsonObject
            {
                ["text"] = q.Text,
                ["candidates"] = new JsonArray([.. q.Candidates.Select(List)]),
            })]);
        if (reading.Explanation is { } explanation) json["explanation"] = explanation;
        return json;
    }

    private static JsonArray List(IReadOnlyList<Deadline> deadlines) => new([.. deadlines.Select(d => (JsonNode)DeadlineJson.Write(d))]);
}
