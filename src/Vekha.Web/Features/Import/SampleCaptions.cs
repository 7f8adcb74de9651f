using System.Collections.Concurrent;
using Vekha.Documents.Reading;
using Vekha.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Import;

/// <summary>What is in each sample, counted by reading it once: the same numbers that its review will show.</summary>
public sealed class SampleCaptions(IWebHostEnvironment site)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> known = [];

    /// <summary>«3 этапа, 16 мероприятий, 9 исполнителей, 1 вопрос»; «» where the sample cannot be read.</summary>
    public Task<string> Of(Sample sample) => known.GetOrAdd(sample.Name, _ => new(() => Task.Run(() => Read(sample)))).Value;

    private string Read(Sample sample)
    {
        if (sample.Find(site) is not { } path) return "";
        // Our own file, shipped with the program: it needs no child process.
        using var content = File.OpenRead(path);
        return DocumentReader.Read(content, Path.GetFileName(path)).Draft is { Measures.Count: > 0 } draft ? Of(Review.Of(draft)) : "";
    }

    private static string Of(Review review)
    {
        var questions = review.OpenQuestions().Count();
        return ReviewView.FoundIn(review) + (questions > 0 ? $", {Ru.Count(questions, "вопрос", "вопроса", "вопросов")}" : ", вопросов нет");
    }
}
