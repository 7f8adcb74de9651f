using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <param name="IsScore">From 1 to 5; otherwise words.</param>
public sealed record FeedbackQuestion(string Id, string Text, bool IsScore);

/// <summary>«Анкета обратной связи»: answered by a public link without signing in.</summary>
public sealed class FeedbackForm
{
    /// <summary>More answers than anybody reads: a flood stops here.</summary>
    public const int MostAnswers = 20_000;

    /// <summary>What is asked unless somebody asks something else.</summary>
    public static readonly string Usual = "Насколько полезным было событие? (1–5)\nКак оно было организовано? (1–5)\nЧто возьмёте в работу?\nЧего не хватило?";

    private FeedbackForm() { }

    public FeedbackForm(Guid eventId, string code, string? questions, bool onePerPerson)
    {
        (EventId, Code) = (eventId, code);
        Ask(questions, onePerPerson, 0);
    }

    public Guid EventId { get; private set; }
    public int Version { get; private set; }

    /// <summary>The public address ends with it.</summary>
    public string Code { get; private set; } = "";
    public List<FeedbackQuestion> Questions { get; private set; } = [];

    /// <summary>Only those on the list answer, each once, by the code of the registration.</summary>
    public bool OnePerPerson { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <param name="words">A question on each line; «(1–5)» at its end makes it a score.</param>
    /// <param name="answers">How many have come: then the questions stay.</param>
    public void Ask(string? words, bool onePerPerson, int answers)
    {
        const string not = "Анкета не сохранена";
        if (answers > 0) throw new Refusal(not, $"Ответов уже {answers}, а вопросы изменились бы", "Закройте анкету; прежние ответы останутся");
        var lines = (words ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length is 0 or > 30) throw new Refusal(not, lines.Length == 0 ? "В ней нет вопросов" : "В ней больше тридцати вопросов", "Напишите каждый с новой строки") { Field = "questions" };
        Questions = [.. lines.Select((line, i) => line.EndsWith("(1–5)", StringComparison.Ordinal) || line.EndsWith("(1-5)", StringComparison.Ordinal)
            ? new FeedbackQuestion($"q{i + 1}", line[..^5].Trim(), true) : new FeedbackQuestion($"q{i + 1}", line, false))];
        OnePerPerson = onePerPerson;
    }

    public void Close(DateOnly on) => ClosedOn ??= on;

    public void Reopen() => ClosedOn = null;
}

/// <summary>One answer; no name stands in it.</summary>
public sealed class FeedbackAnswer
{
    private FeedbackAnswer() { }

    /// <param name="given">By the question's id.</param>
    public FeedbackAnswer(FeedbackForm form, Guid? registration, IReadOnlyDictionary<string, string?> given, DateTimeOffset at)
    {
        const string not = "Ответ не принят";
        if (form.ClosedOn is not null) throw new Refusal(not, "Анкета закрыта", "Спасибо, что откликнулись");
        (Id, EventId, RegistrationId, At) = (Guid.CreateVersion7(), form.EventId, registration, at);
        foreach (var question in form.Questions)
        {
            if (given.GetValueOrDefault(question.Id)?.Trim() is not { Length: > 0 } value) continue;
            if (question.IsScore && value is not ("1" or "2" or "3" or "4" or "5")) throw new Refusal(not, $"«{question.Text}»: оценка не от 1 до 5", "Выберите одну из пяти");
            Values[question.Id] = value.Length > 2000 ? value[..2000] : value;
        }
        if (Values.Count == 0) throw new Refusal(not, "Он пуст", "Ответьте хотя бы на один вопрос");
    }

    public Guid Id { get; private set; }
    public Guid EventId { get; private set; }
    public Guid? RegistrationId { get; private set; }
    public Dictionary<string, string> Values { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
}

/// <summary>What was answered to one question.</summary>
/// <param name="Average">Of a score; <c>null</c> when nobody answered.</param>
/// <param name="Scores">How many gave 1, 2, 3, 4, 5.</param>
public sealed record FeedbackResult(FeedbackQuestion Question, int Count, decimal? Average, IReadOnlyList<int> Scores, IReadOnlyList<string> Words)
{
    public static IReadOnlyList<FeedbackResult> Of(FeedbackForm form, IReadOnlyList<FeedbackAnswer> answers) =>
    [
        .. form.Questions.Select(q =>
        {
            var values = answers.Select(a => a.Values.GetValueOrDefault(q.Id)).OfType<string>().ToList();
            if (!q.IsScore) return new FeedbackResult(q, values.Count, null, [], values);
            var scores = values.Select(v => v[0] - '0').ToList();
            return new FeedbackResult(q, values.Count, scores.Count == 0 ? null : (decimal)scores.Average(), [.. Enumerable.Range(1, 5).Select(n => scores.Count(s => s == n))], []);
        }),
    ];
}

public static class FeedbackSets
{
    extension(VekhaDb db)
    {
        public DbSet<FeedbackForm> FeedbackForms => db.Set<FeedbackForm>();
        public DbSet<FeedbackAnswer> FeedbackAnswers => db.Set<FeedbackAnswer>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<FeedbackForm>(form =>
        {
            form.ToTable("feedback_forms").HasKey(f => f.EventId);
            form.Property(f => f.Questions).AsJson();
            form.HasOne<Event>().WithMany().HasForeignKey(f => f.EventId).OnDelete(DeleteBehavior.Restrict);
            form.HasIndex(f => f.Code).IsUnique();
        });
        model.Entity<FeedbackAnswer>(answer =>
        {
            answer.ToTable("feedback_answers").HasKey(a => a.Id);
            answer.Property(a => a.Values).HasColumnName("given");
            answer.Property(a => a.Values).AsJson();
            answer.HasOne<Event>().WithMany().HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Restrict);
            // One person, one answer; answers without a person are any number.
            answer.HasIndex(a => new { a.EventId, a.RegistrationId }).IsUnique();
        });
    }
}
