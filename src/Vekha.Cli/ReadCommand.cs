using System.Text.Json;
using Vekha.Documents.Reading;

namespace Vekha.Cli;

/// <summary>`vekha read FILE`: the plan found in a document, as JSON.</summary>
internal static class ReadCommand
{
    public static int Run(string[] args)
    {
        if (args is not [var path]) return CommandLine.Refuse("Назовите один файл: vekha read FILE");
        if (!File.Exists(path)) return CommandLine.Refuse($"Файла нет: {path}");
        using var file = File.OpenRead(path);
        var reading = DocumentReader.Read(file, Path.GetFileName(path));
        foreach (var problem in reading.Problems) Console.Error.WriteLine(problem.Text);
        if (reading.Draft is null) return CommandLine.Refused;
        Console.Out.WriteLine(JsonSerializer.Serialize(reading.Draft, CommandLine.Json));
        return CommandLine.Done;
    }
}
