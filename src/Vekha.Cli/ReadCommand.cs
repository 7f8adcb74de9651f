using System.Text.Encodings.Web;
using System.Text.Json;
using Vekha.Documents.Reading;

namespace Vekha.Cli;

/// <summary>`vekha read FILE`: the plan found in a document, as JSON.</summary>
internal static class ReadCommand
{
    private static string Usage() => $$"""
        vekha read ФАЙЛ | - [--year ГОД] [--name ИМЯ] [--policy ИМЯ|ФАЙЛ] [--calendar ИМЯ|ФАЙЛ] [--full]

        Читает документ (Word, Excel, PDF с текстом, ODT/ODS, RTF, CSV, HTML, простой текст) и печатает найденный план: JSON
        с полями title, kind, columns, stages, measures, questions, notes. Вместо файла можно дать «-»: тогда читается
        стандартный ввод. Формат узнаётся по содержимому, а не по имени. С --policy или --calendar у каждого мероприятия
        есть ещё "resolved": контрольные дни его сроков с объяснением.

          --year ГОД           год плана, если его нет в документе
          --name ИМЯ           имя файла для стандартного ввода («план.csv»)
        {{CountingRules.Usage}}
          --full               всё чтение целиком, вместе с текстом документа и местами: для других программ Вехи
          --help               эта справка

        {{CountingRules.Names()}}

        Код завершения: 0 — план прочитан, 1 — прочитать нечего (причина в stderr и в поле problems), 2 — неверный вызов.
        """;

    /// <summary>Nothing could be read.</summary>
    private const int NothingRead = 1;

    public static int Run(string[] args)
    {
        var options = Options.Parse(args, ["--year", "--name", "--full", "--policy", "--calendar"], out var wrong);
        if (options is { Help: true })
        {
            Console.Out.WriteLine(Usage());
            return CommandLine.Done;
        }
        if (options is { Path: null }) wrong = "Назовите файл.";
        if (options?.Path is null) return CommandLine.Refuse($"{wrong} Справка: vekha read --help");
        DocumentReading reading;
        try
        {
            using var file = options.Open();
            reading = DocumentReader.Read(file, options.Name ?? Path.GetFileName(options.Path), options.Year);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"Файл не открывается: {options.Path}");
        }
        Print(reading, options);
        return reading.Draft is null ? NothingRead : CommandLine.Done;
    }

    private static void Print(DocumentReading reading, Options options)
    {
        using var output = Console.OpenStandardOutput();
        if (options.Full)
        {
            ReadingJson.Write(output, reading);
            return;
        }
        foreach (var problem in reading.Problems)
            Console.Error.WriteLine(problem.Place is { } place ? $"{problem.Text} ({place})" : problem.Text);
        using (var writer = new Utf8JsonWriter(output, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            PlanJson.Of(reading, options.Rules).WriteTo(writer);
        output.WriteByte((byte)'\n');
    }
}
