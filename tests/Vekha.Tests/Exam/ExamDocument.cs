using System.Text.Json.Nodes;
using Vekha.Documents.Reading;
using Vekha.Plans;

namespace Vekha.Tests.Exam;

/// <summary>One document of the exam in one of its formats, marked field by field.</summary>
internal sealed class ExamDocument(string path, JsonObject gold)
{
    private readonly List<string> _wrong = [];

    public string Name { get; } = Path.GetFileName(path);

    public int Fields { get; private set; }

    public int Right => Fields - _lost;

    public IReadOnlyList<string> Wrong => _wrong;

    private int _lost;

    public ExamDocument Mark()
    {
        using var file = File.OpenRead(path);
        var draft = DocumentReader.Read(file, Name).Draft ?? new PlanDraft();
        var unused = draft.Measures.ToList();
        foreach (var measure in gold["measures"]!.AsArray().Cast<JsonObject>()) Mark(measure, Take(measure, unused), draft);
        var title = (string?)gold["title"];
        Field("plan title", string.IsNullOrEmpty(title) || Marks.SameTitle(title, draft.Title), title, draft.Title);
        Fields += gold["measures"]!.AsArray().Count;
        _lost += Math.Min(unused.Count, gold["measures"]!.AsArray().Count);
        _wrong.AddRange(unused.Select(extra => $"{Name}: extra measure «{extra.Title}»"));
        return this;
    }

    private static MeasureDraft? Take(JsonObject wanted, List<MeasureDraft> unused)
    {
        var likeliest = unused.Select(read => (Read: read, Likeness: Likeness(wanted, read))).OrderByDescending(pair => pair.Likeness).FirstOrDefault();
        if (likeliest.Read is null || likeliest.Likeness <= 0.6) return null;
        unused.Remove(likeliest.Read);
        return likeliest.Read;
    }

    private static double Likeness(JsonObject wanted, MeasureDraft read) =>
        Marks.Likeness(Marks.Bare((string?)wanted["title"]), Marks.Bare(read.Title))
        + (Number(wanted) is { Length: > 0 } number && number == Number(read) ? 0.05 : 0)
        + (Marks.Bare((string?)wanted["deadline_text"]) == Marks.Bare(read.DeadlineText) ? 0.02 : 0);

    private void Mark(JsonObject wanted, MeasureDraft? read, PlanDraft draft)
    {
        var title = (string?)wanted["title"];
        if (read is null)
        {
            Fields += 7;
            _lost += 7;
            _wrong.Add($"{Name}: not found «{title}»");
            return;
        }
        Fields++; // found
        var stage = read.Stage is { } position ? draft.Stages[position].Title : null;
        var executors = wanted["executors"]!.AsArray().Select(name => (string)name!).ToList();
        var names = read.Executors.Select(executor => executor.ByConsent && !executor.Name.Contains("согласован", StringComparison.Ordinal) ? $"{executor.Name} (по согласованию)" : executor.Name).ToList();
        var other = wanted["alternatives"] as JsonObject;
        bool Or(string field, Func<JsonNode?, bool> same) => same(wanted[field]) || other?[field] is JsonArray more && more.Any(same);
        Field("number", Number(wanted) == Number(read), Number(wanted), Number(read), title);
        Field("title", Or("title", t => Marks.SameTitle((string?)t, read.Title)), title, read.Title);
        Field("stage", Or("stage", s => Marks.Bare((string?)s) == Marks.Bare(stage) || Marks.SameTitle((string?)s, stage)), (string?)wanted["stage"], stage, title);
        Field("executors", Or("executors", e => e is JsonArray list && Marks.SameExecutors([.. list.Select(n => (string)n!)], names)), string.Join(" | ", executors), string.Join(" | ", names), title);
        Field("deadline text", Or("deadline_text", t => Marks.Bare((string?)t) == Marks.Bare(read.DeadlineText)), (string?)wanted["deadline_text"], read.DeadlineText, title);
        Field("deadlines", Or("deadlines", d => d is JsonArray list && Marks.SameDeadlines(list, read.Deadlines)), wanted["deadlines"]!.ToJsonString(),
            string.Join(", ", read.Deadlines.Select(d => Vekha.Deadlines.DeadlineJson.Write(d).ToJsonString())), title);
    }

    private void Field(string name, bool right, string? wanted, string? read, string? where = null)
    {
        Fields++;
        if (right) return;
        _lost++;
        _wrong.Add($"{Name}: {name}{(where is null ? "" : $" of «{where}»")}: expected «{wanted}», read «{read}»");
    }

    private static string Number(JsonObject measure) => ((string?)measure["number"] ?? "").TrimEnd('.');

    private static string Number(MeasureDraft measure) => (measure.Number ?? "").TrimEnd('.');
}
