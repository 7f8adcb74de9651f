using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vekha.Documents.Reading;

namespace Vekha.Cli;

/// <summary>`vekha read FILE`: the plan found in a document, as JSON.</summary>
internal static class ReadCommand
{
    private const string Usage = """
        vekha read ФАЙЛ | - [--year ГОД] [--name ИМЯ] [--full]

        Читает документ (Word, Excel, PDF с текстом, ODT/ODS, RTF, CSV, HTML, простой текст) и печатает найденный план: JSON
        с полями title, kind, columns, stages, measures, questions, notes. Вместо файла можно дать «-»: тогда читается
        стандартный ввод. Формат узнаётся по содержимому, а не по имени.

          --year ГОД   год плана, если его нет в документе
          --name ИМЯ   имя файла для стандартного ввода («план.csv»)
          --full       всё чтение целиком, вместе с текстом документа и местами: для других программ Вехи
          --help       эта справка

        Код завершения: 0 — план прочитан, 1 — прочитать нечего (причина в stderr и в поле problems), 2 — неверный вызов.
        """;

    /// <summary>Nothing could be read.</summary>
    private const int NothingRead = 1;

    private sealed record Options(string Path, int? Year, string? Name, bool Full);

    public static int Run(string[] args)
    {
        if (args is ["--help" or "-h"])
        {
            Console.Out.WriteLine(Usage);
            return CommandLine.Done;
        }
        if (Parse(args, out var wrong) is not { } options) return CommandLine.Refuse($"{wrong} Справка: vekha read --help");
        if (options.Path != "-" && !File.Exists(options.Path)) return CommandLine.Refuse($"Файла нет: {options.Path}");
        DocumentReading reading;
        try
        {
            using var file = options.Path == "-" ? Console.OpenStandardInput() : File.OpenRead(options.Path);
            reading = DocumentReader.Read(file, options.Name ?? Path.GetFileName(options.Path), options.Year);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"Файл не открывается: {options.Path}");
        }
        Print(reading, options.Full);
        return reading.Draft is null ? NothingRead : CommandLine.Done;
    }

    private static Options? Parse(string[] args, out string wrong)
    {
        string? path = null, name = null;
        int? year = null;
        var full = false;
        wrong = "";
        for (var i = 0; i < args.Length && wrong.Length == 0; i++)
            switch (args[i])
            {
                case "--full": full = true; break;
                case "--name" when i + 1 < args.Length: name = args[++i]; break;
                case "--year" when i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is >= 1900 and <= 2199:
                    year = given;
                    i++;
                    break;
                case "--year": wrong = "После --year нужен год из четырёх цифр."; break;
                case ['-', not '\0', ..] option: wrong = $"Неизвестный параметр {option}."; break;
                default:
                    if (path is not null) wrong = "Назовите один файл.";
                    path = args[i];
                    break;
            }
        if (path is null && wrong.Length == 0) wrong = "Назовите файл.";
        return wrong.Length == 0 ? new(path!, year, name, full) : null;
    }

    private static void Print(DocumentReading reading, bool full)
    {
        using var output = Console.OpenStandardOutput();
        if (full)
        {
            ReadingJson.Write(output, reading);
            return;
        }
        foreach (var problem in reading.Problems)
            Console.Error.WriteLine(problem.Place is { } place ? $"{problem.Text} ({place})" : problem.Text);
        using (var writer = new Utf8JsonWriter(output, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            PlanJson.Of(reading).WriteTo(writer);
        output.WriteByte((byte)'\n');
    }
}
