using System.Globalization;
using Vekha.Calendars;

namespace Vekha.Plans;

public sealed partial record Review
{
    /// <summary>
    /// «Ответить»: puts the answer into the fields it is about and writes the decision down. The last answer about a single
    /// row confirms the row. An answered question may be answered again.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such question.</exception>
    /// <exception cref="FormatException">The value is not of the form the question asks for.</exception>
    public Review Answer(string question, ReviewAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var asked = Question(question) ?? throw new ArgumentException($"The review has no question «{question}».", nameof(question));
        var after = Replace(asked with { Answer = answer, Skipped = false });
        after = asked.Rows.Count == 0 ? after.TakeForPlan(asked, answer) : after.TakeForRows(asked, answer);
        if (asked.Rows is [var sole] && Row(sole) is not null && after.OpenQuestions(after.Known(sole)).Any() is false)
            after = after.Replace(after.Known(sole) with { Confirmed = true });
        return Done($"ответ на вопрос{Where(asked)}: {answer.Label}", after);
    }

    /// <summary>«Пропустить»: puts the question behind the others.</summary>
    public Review Skip(string question) => Question(question) is { } asked && asked.IsOpen()
        ? Done($"вопрос{Where(asked)} отложен", Replace(asked with { Skipped = true }))
        : this;

    /// <summary>Adds questions that only the calendar of the programme can raise; those already there stay as they are.</summary>
    public Review Ask(IEnumerable<ReviewQuestion> questions) =>
        this with { Questions = [.. Questions, .. questions.Where(q => Question(q.Id) is null)] };

    private string Where(ReviewQuestion question) => question.Rows.Count switch
    {
        0 => "",
        1 when Row(question.Rows[0]) is { } row => $" по {PlanCodes.Of(this)[row.Id]}",
        _ => " по нескольким строкам",
    };

    private Review TakeForPlan(ReviewQuestion asked, ReviewAnswer answer)
    {
        if (asked.Kind == ReviewQuestionKind.Same) return TakeName(asked, answer);
        if (asked.Kind == ReviewQuestionKind.Territory) return TakeTerritory(answer) with { Notes = [.. Notes, Note(asked, answer)] };
        var head = asked.Kind switch
        {
            ReviewQuestionKind.Approval when ReviewValue.TryDay(answer.Value, out var day) =>
                Head with { Approval = (Head.Approval ?? new(null, null, null, null, SourcePlace.Nowhere)) with { Date = day } },
            ReviewQuestionKind.Title when answer.Value.Length > 0 => Head with { Title = answer.Value.Trim() },
            ReviewQuestionKind.Year when YearOf(answer.Value) is { } year =>
                Head with { Year = year, First = Head.First ?? DateRange.Year(year).First, Last = Head.Last ?? DateRange.Year(year).Last },
            ReviewQuestionKind.Year => throw new FormatException($"«{answer.Value}» is not a year."),
            _ => TakeRule(asked, answer) ?? Head,
        };
        return this with { Head = head, Notes = [.. Notes, Note(asked, answer)] };
    }

    private ReviewHead? TakeRule(ReviewQuestion asked, ReviewAnswer answer) => asked.Kind switch
    {
        ReviewQuestionKind.Inclusive => Head with { BeforeIsInclusive = answer.Value == "true" },
        ReviewQuestionKind.Shift => Head with { Shift = answer.Value.Length > 0 ? answer.Value : null },
        _ => null,
    };

    private Review TakeForRows(ReviewQuestion asked, ReviewAnswer answer)
    {
        // A rule of the whole plan is a note of the plan, not of each row it touches.
        if (TakeRule(asked, answer) is { } head) return this with { Head = head, Notes = [.. Notes, Note(asked, answer)] };
        var isBulk = asked.Kind == ReviewQuestionKind.Titles;
        var rows = Rows.Select(r => asked.Rows.Contains(r.Id) ? Take(r, asked, answer, isBulk) : r);
        return this with { Rows = [.. rows], Notes = isBulk ? [.. Notes, Note(asked, answer)] : Notes };
    }

    private ReviewRow Take(ReviewRow row, ReviewQuestion asked, ReviewAnswer answer, bool isBulk)
    {
        var taken = asked.Kind switch
        {
            ReviewQuestionKind.Titles => answer.Value == "true" ? Repaired(row) : row with { ProposedTitle = null },
            ReviewQuestionKind.Members => Unfolded(row, asked, answer.Value),
            _ when answer.Value.Length == 0 => row,
            ReviewQuestionKind.Deadline or ReviewQuestionKind.DeadlineLost => TakeDeadline(row, answer),
            ReviewQuestionKind.Stage => row with { Stage = StageOf(answer.Value) },
            // «Вышестоящее подразделение следующих строк?»: the answer is about the row above, the executors stay as read.
            ReviewQuestionKind.Executors when answer.Value is "parent" or "row" => row,
            ReviewQuestionKind.Executors => row with { Executors = ReviewValue.Executors(answer.Value, [.. row.Executors, .. Rows.SelectMany(r => r.Executors)]), ExecutorsInherited = false },
            ReviewQuestionKind.Title => row with { Title = answer.Value.Trim(), ProposedTitle = null },
            // A question of a kind that only reads: a choice between two readings of a deadline may still carry deadlines.
            _ => ReviewValue.TryDeadlines(answer.Value, out _) ? TakeDeadline(row, answer) : row,
        };
        return isBulk ? taken : taken with { Decisions = [.. row.Decisions, Note(asked, answer)] };
    }

    private static ReviewRow TakeDeadline(ReviewRow row, ReviewAnswer answer) => ReviewValue.TryDeadlines(answer.Value, out var deadlines)
        ? row with
        {
            Deadlines = deadlines,
            DeadlineText = string.IsNullOrWhiteSpace(row.DeadlineText) && answer.Own ? answer.Label : row.DeadlineText,
            DeadlineExplanation = answer.Own && !string.IsNullOrWhiteSpace(row.DeadlineText) ? $"уточнено: «{answer.Label}»" : null,
            DeadlineInherited = false,
        }
        : throw new FormatException("The answer is not a deadline.");

    private static ReviewRow Repaired(ReviewRow row) => row.ProposedTitle is { } title ? row with { Title = title, ProposedTitle = null } : row;

    private int? StageOf(string value)
    {
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) && index < Stages.Count) return index < 0 ? null : index;
        var named = Stages.ToList().FindIndex(s => string.Equals(s.Title.Trim(), value.Trim(), StringComparison.OrdinalIgnoreCase));
        return named >= 0 ? named : throw new FormatException($"The plan has no stage «{value}».");
    }

    private static int? YearOf(string value) =>
        int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2100 ? year : null;

    private static string Note(ReviewQuestion asked, ReviewAnswer answer) => $"{asked.Text} — {answer.Label}";
}
