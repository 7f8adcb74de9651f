using Vekha.Calendars;
using Vekha.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Import;

/// <summary>A row as the page shows it.</summary>
public sealed record RowLine(ReviewRow Row, string Code, ReviewRowState State, bool IsNow, DayWords When, string Executors)
{
    public string Look => IsNow ? "is-now" : State switch
    {
        ReviewRowState.Confirmed => "is-ok",
        ReviewRowState.Asked or ReviewRowState.Unsure => "is-ask",
        _ => "is-new",
    };

    public string Icon => State switch { ReviewRowState.Confirmed => "circle-check", ReviewRowState.Unchecked => "clock", _ => "help-circle" };

    public string Word => State switch
    {
        ReviewRowState.Confirmed => "подтверждено",
        ReviewRowState.Asked => "есть вопрос",
        ReviewRowState.Unsure => "прочитано неуверенно, проверьте" + (Unsure.Count > 0 ? ": " + Ru.List(Unsure) : ""),
        _ => "ещё не проверено",
    };

    /// <summary>Fields that were read with doubt: «срок», «исполнители».</summary>
    public IReadOnlyList<string> Unsure => [.. Row.FieldConfidence.Where(f => f.Value < Review.SureEnough).OrderBy(f => f.Value).Select(f => FieldWords.GetValueOrDefault(f.Key, f.Key))];

    private static readonly Dictionary<string, string> FieldWords = new() { ["number"] = "номер", ["title"] = "название", ["stage"] = "этап", ["executors"] = "исполнители", ["deadline"] = "срок" };

    /// <summary>Where its words stand in the document.</summary>
    public string? Source(string field) => Row.Origins.Count > 0 && Row.Places.GetValueOrDefault(field, Row.Place) is { Block: >= 0 } place ? place.Anchor : null;
}

/// <summary>Rows under one heading.</summary>
/// <param name="Stage">Position of the stage, or <c>null</c> where the plan has none.</param>
/// <param name="Executors">Who stands in most of its rows; a row repeats them only when they differ.</param>
public sealed record RowGroup(int? Stage, string Title, string Executors, IReadOnlyList<RowLine> Rows);

/// <summary>All that the review page shows, worked out once.</summary>
public sealed class ReviewView
{
    public ReviewView(OpenImport open, string? question, int? row, bool head, string? order = null)
    {
        (Open, Order) = (open, order);
        Days = new(Review, open.Programme.Policy.Calendar(), open.Programme.Policy);
        Codes = PlanCodes.Of(Review);
        OpenRow = row is { } id ? Review.Row(id) : null;
        HeadIsOpen = head;
        // Where nobody chose, the first question is the one to answer now.
        Question = Review.Question(question ?? "") ?? (OpenRow is null && !head ? Review.OpenQuestions().FirstOrDefault() : null);
        Rows = [.. Review.Rows.Select(LineOf)];
        Groups = [.. Grouped()];
        Marks = new(Rows);
    }

    public OpenImport Open { get; }
    public ImportDraft Draft => Open.Draft;
    public Review Review => Open.Draft.Review;
    public ReviewDays Days { get; }
    public IReadOnlyDictionary<int, string> Codes { get; }
    public ReviewQuestion? Question { get; }
    public ReviewRow? OpenRow { get; }
    public bool HeadIsOpen { get; }
    public IReadOnlyList<RowLine> Rows { get; }
    public IReadOnlyList<RowGroup> Groups { get; }
    public SourceMarks Marks { get; }

    /// <summary>What a person typed and how it was understood, before it is taken.</summary>
    public DeadlinePreview? Preview { get; set; }

    /// <summary>What a person typed into the open row, when the form comes back.</summary>
    public RowInput? Typed { get; set; }

    /// <summary>«document», or <c>null</c> where the doubtful rows come first.</summary>
    public string? Order { get; }

    public bool IsInOrder => Order is not null;

    public string Address => AddressOf(Draft.Id, Order);

    public static string AddressOf(Guid draft, string? order) => $"/desk/import/review/{draft}" + (order is null ? "" : $"/{order}");

    /// <summary>Rows that wait for a person: with a question, or read with doubt, the least sure first.</summary>
    public IReadOnlyList<RowLine> Doubtful => [.. Rows.Where(r => r.State is ReviewRowState.Asked or ReviewRowState.Unsure).OrderBy(r => r.State != ReviewRowState.Asked).ThenBy(r => r.Row.Confidence)];

    /// <summary>«осталось 5 строк с вопросом и 2 без вопросов».</summary>
    public string Left
    {
        get
        {
            var asked = Rows.Count(r => r.State == ReviewRowState.Asked);
            var rest = Rows.Count(r => r.State is ReviewRowState.Unchecked or ReviewRowState.Unsure);
            return (asked, rest) switch
            {
                (0, 0) => Review.WhatStops() is { } stops ? Ru.Capital(stops) : "Всё подтверждено",
                (0, _) => $"осталось {Ru.Count(rest, "строка", "строки", "строк")} без вопросов",
                (_, 0) => $"осталось {Ru.Count(asked, "строка", "строки", "строк")} с вопросом",
                _ => $"осталось {Ru.Count(asked, "строка", "строки", "строк")} с вопросом и {rest} без вопросов",
            };
        }
    }

    /// <summary>«5 разделов, 19 мероприятий, 3 исполнителя».</summary>
    public string Found => FoundIn(Review);

    /// <inheritdoc cref="Found"/>
    public static string FoundIn(Review review)
    {
        var executors = review.Rows.SelectMany(r => r.Executors).Select(e => e.Name.ToLowerInvariant()).Distinct().Count();
        string[] parts =
        [
            review.Stages.Count > 0 ? Ru.Count(review.Stages.Count, "этап", "этапа", "этапов") : "",
            Ru.Count(review.Rows.Count, "мероприятие", "мероприятия", "мероприятий"),
            executors > 0 ? Ru.Count(executors, "исполнитель", "исполнителя", "исполнителей") : "",
        ];
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }

    /// <summary>The document as it was read, before anybody corrected it.</summary>
    public PlanDraft AsRead => field ??= Draft.Draft;

    /// <summary>What a new reading of the columns would lose: «Подтверждённых строк: 5»; <c>null</c> where nobody has worked yet.</summary>
    public string? LostByReading => Review.Rows.Count(r => r.Confirmed) is > 0 and var confirmed ? $"Подтверждённых строк: {confirmed}" : Review.Steps.Count > 0 ? $"Ваших правок и ответов: {Review.Steps.Count}" : null;

    /// <summary>How many remarks there are on the plan as it stands.</summary>
    public int Remarks => RemarksModel.Of(Open).Count;

    /// <summary>«Показатели»: quantities the plan promises.</summary>
    public IReadOnlyList<PlanIndicator> Indicators => PlanIndicators.Of(Review);

    /// <summary>«Нерабочие дни по указу» inside the plan: a layer of the calendar that moves nothing.</summary>
    public IReadOnlyList<DateRange> DecreeDays => Review.Head.Period() is { } period ? Days.Calendar.DecreeDays(period) : [];

    /// <summary>The rows a question is about: «2.1, 4.1, 4.4».</summary>
    public string CodesOf(ReviewQuestion question) => question.Rows.Count == 0
        ? question.Kind switch { ReviewQuestionKind.Approval => "гриф", ReviewQuestionKind.Title => "шапка", _ => "план" }
        : question.Rows.Count > 4 ? Ru.Count(question.Rows.Count, "строка", "строки", "строк") : string.Join(", ", question.Rows.Where(Codes.ContainsKey).Select(r => Codes[r]));

    public static string Words(IEnumerable<ExecutorDraft> executors) =>
        string.Join("; ", executors.Select(e => e.ByConsent ? $"{e.Name} (по согласованию)" : e.Name));

    private RowLine LineOf(ReviewRow row) => new(row, Codes[row.Id], Review.StateOf(row),
        row.Id == OpenRow?.Id || (Question is { } q && q.IsOpen() && q.Rows is [var only] && only == row.Id), DayWords.Of(Days, row), Words(row.Executors));

    private IEnumerable<RowGroup> Grouped()
    {
        var doubtful = IsInOrder ? [] : Doubtful;
        if (doubtful.Count > 0) yield return new(null, "Сомнительное", "", doubtful);
        var rest = doubtful.Count > 0 ? Rows.Except(doubtful).ToList() : Rows;
        for (var i = 0; i < rest.Count;)
        {
            var stage = rest[i].Row.Stage;
            var same = rest.Skip(i).TakeWhile(r => r.Row.Stage == stage).ToList();
            i += same.Count;
            var common = same.GroupBy(r => r.Executors).MaxBy(g => g.Count())!;
            var title = stage is { } at && at < Review.Stages.Count ? Titled(Review.Stages[at]) : "";
            yield return new(stage, title, same.Count > 1 && common.Count() * 2 > same.Count ? common.Key : "", same);
        }
    }

    private static string Titled(StageDraft stage) => stage.Number is { } number && !stage.Title.StartsWith(number, StringComparison.Ordinal) ? $"{number.TrimEnd('.')}. {stage.Title}" : stage.Title;
}
