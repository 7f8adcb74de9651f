using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vekha.Calendars;
using Vekha.Deadlines;

namespace Vekha.Cli;

/// <summary>`vekha deadlines FILE.jsonl`: the reading of deadline cells, one a line.</summary>
internal static class DeadlinesCommand
{
    private static string Usage() => $$"""
        vekha deadlines [FILE.jsonl | -] [--year ГОД] [--policy ИМЯ|ФАЙЛ] [--calendar ИМЯ|ФАЙЛ]

        Читает ячейки сроков, по одной в строке: {"text": "до 1 октября", "context_year": 2020}
        Печатает в том же порядке:               {"text": "…", "deadlines": [{"kind": "by", "date": "2020-10-01"}]}
        и, где они есть, "questions" (сомнения с вариантами) и "explanation" (как понято). С --policy или --calendar
        добавляет "resolved": контрольные дни каждого срока с объяснением; план при этом занимает год строки.
        Без файла или с «-» читает стандартный ввод.

          --year ГОД           год плана для строк, где его нет
        {{CountingRules.Usage}}
          --help               эта справка

        {{CountingRules.Names()}}

        Код завершения: 0 — прочитано, 2 — неверный вызов или строка не JSON.
        """;

    public static int Run(string[] args)
    {
        if (Options.Parse(args, ["--year", "--policy", "--calendar"], out var wrong) is not { } options)
            return CommandLine.Refuse($"{wrong} Справка: vekha deadlines --help");
        if (options.Help)
        {
            Console.Out.WriteLine(Usage());
            return CommandLine.Done;
        }
        using var lines = new StreamReader(options.Open(), Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), CommandLine.Utf8);
        return Answer(lines, output, options);
    }

    private static int Answer(StreamReader lines, StreamWriter output, Options options)
    {
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Cell(line) is not { } cell) return CommandLine.Refuse($"Строка {number}: нужен объект с полем \"text\".");
            var year = cell.Year ?? options.Year;
            var reading = DeadlineReader.Read(cell.Text, new ReadingContext(year));
            var json = Printed(reading);
            if (options.Rules is { } rules)
            {
                DateRange? plan = year is { } known ? DateRange.Year(known) : null;
                json["resolved"] = new JsonArray([.. reading.Deadlines.Select(d => (JsonNode)rules.Days(d, plan, reading.Text))]);
            }
            output.WriteLine(json.ToJsonString(CommandLine.Json));
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

    private static JsonArray List(IReadOnlyList<Deadline> deadlines) => new([.. deadlines.Select(d => (JsonNode)Printed(d))]);

    /// <summary>The normal form, and for a deadline counted from an event its name in the nominative.</summary>
    private static JsonObject Printed(Deadline deadline)
    {
        var json = DeadlineJson.Write(deadline);
        if (deadline is Deadline.Relative { Anchor.Length: > 0 } relative) json["event"] = relative.Event;
        return json;
    }
}
