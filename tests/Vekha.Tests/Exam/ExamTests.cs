using System.Text.Json.Nodes;
using Vekha.Deadlines;

namespace Vekha.Tests.Exam;

/// <summary>
/// The exam: deadline cells and documents written without a look at the readers, in the layouts that towns publish.
/// Each floor is a ratchet: it stands a little below what was reached; raise it when the share grows, never lower it to let a change pass.
/// </summary>
public sealed class ExamTests(ITestOutputHelper output)
{
    private const double CellsFloor = 0.99;
    private const double FieldsFloor = 0.955;
    private const double SecondFloor = 0.985;

    [Fact]
    public void Deadline_cells_that_no_rule_was_tuned_to_are_read()
    {
        var right = 0;
        var cells = File.ReadLines(Path.Combine(Folder, "cells.jsonl")).Select(line => (JsonObject)JsonNode.Parse(line)!).ToList();
        foreach (var cell in cells)
        {
            var text = (string)cell["text"]!;
            var read = DeadlineReader.Read(text, new ReadingContext((int?)cell["context_year"])).Deadlines;
            JsonArray[] answers = [cell["expect"]!.AsArray(), .. cell["alternatives"]?.AsArray().Select(other => other!.AsArray()) ?? []];
            if (answers.Any(answer => Marks.SameDeadlines(answer, read, (int?)cell["tolerance_days"] ?? 0))) right++;
            else output.WriteLine($"«{text}»: expected {answers[0].ToJsonString()}, read {string.Join(", ", read.Select(d => DeadlineJson.Write(d).ToJsonString()))}");
        }
        Share("cells", right, cells.Count).ShouldBeGreaterThanOrEqualTo(CellsFloor);
    }

    [Theory]
    [InlineData("documents", FieldsFloor), InlineData("documents2", SecondFloor)]
    public void Plans_in_layouts_that_no_rule_was_tuned_to_are_read(string folder, double floor)
    {
        var documents = Directory.GetFiles(Path.Combine(Folder, folder), "*.json").Order().SelectMany(Formats).Select(document => document.Mark()).ToList();
        foreach (var document in documents)
        {
            output.WriteLine($"{document.Name}: {document.Right} of {document.Fields}");
            foreach (var line in document.Wrong) output.WriteLine("  " + line);
        }
        Share("fields", documents.Sum(d => d.Right), documents.Sum(d => d.Fields)).ShouldBeGreaterThanOrEqualTo(floor);
    }

    private double Share(string what, int right, int all)
    {
        output.WriteLine($"{what} right: {right} of {all} = {100.0 * right / all:F1} %");
        return (double)right / all;
    }

    private static IEnumerable<ExamDocument> Formats(string gold) =>
        new[] { ".docx", ".xlsx", ".csv", ".txt", ".html", ".xls", ".pdf" }.Select(extension => Path.ChangeExtension(gold, extension)).Where(File.Exists)
            .Select(path => new ExamDocument(path, (JsonObject)JsonNode.Parse(File.ReadAllText(gold))!));

    private static string Folder
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "Vekha.slnx"))) root = root.Parent!;
            return Path.Combine(root.FullName, "tests", "Vekha.Tests", "Exam");
        }
    }
}
