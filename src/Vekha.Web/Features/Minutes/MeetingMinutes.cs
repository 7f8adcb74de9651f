using System.ComponentModel.DataAnnotations;
using Vekha.Deadlines;
using Vekha.Meetings;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Minutes;

/// <summary>Which paper it is.</summary>
public enum MinutesKind
{
    /// <summary>«протокол» of a meeting: слушали – выступили – решили.</summary>
    Meeting,
    /// <summary>«резолюция круглого стола»: отметили – решили – рекомендовать.</summary>
    RoundTable,
}

/// <summary>«Вопрос повестки».</summary>
/// <param name="Heard">«СЛУШАЛИ».</param>
/// <param name="Spoke">«ВЫСТУПИЛИ», a line each.</param>
/// <param name="Decided">«РЕШИЛИ», a decision on each line.</param>
public sealed record AgendaItem(Guid Id, string Title, string? Heard, string? Spoke, string? Decided);

/// <summary>«Рекомендовать»: to whom and what. A request, never an assignment.</summary>
/// <param name="Points">A recommendation on each line.</param>
/// <param name="SentOn">The day the letter went; <c>null</c> until then.</param>
public sealed record Recommendation(Guid Id, string Addressee, string Points, DateOnly? SentOn = null, string? SentNumber = null);

/// <summary>«Голосование».</summary>
public sealed record Vote(int For, int Against, int Abstained)
{
    public string Words => $"за — {For}, против — {Against}, воздержались — {Abstained}";
}

/// <summary>A decision with its number in the minutes and the days its term means.</summary>
/// <param name="Code">«1.2».</param>
/// <param name="Reading">Of the term; <c>null</c> where none is named.</param>
public sealed record NumberedDecision(string Code, Decision Decision, DeadlineReading? Reading)
{
    /// <summary>A name and a term that everybody reads alike: it goes on control.</summary>
    public bool GoesOnControl => Decision.Names.Count > 0 && Reading is { IsCertain: true };

    /// <summary>Why it does not.</summary>
    public string? Why => GoesOnControl ? null : Decision.Names.Count == 0 ? "ответственный не назван" : Reading is null ? "срок не назван" : $"срок «{Reading.Text}» не понят";
}

/// <summary>What is said in the head of the minutes.</summary>
public sealed record MinutesHead
{
    public MinutesKind Kind { get; init; }
    public string? Body { get; init; }
    public string? Subject { get; init; }
    public DateOnly? Day { get; init; }
    public string? Place { get; init; }
    public string? ChairPost { get; init; }
    public string? ChairName { get; init; }
    public string? Secretary { get; init; }
    public string? Present { get; init; }
    public string? Invited { get; init; }
}

/// <summary>
/// «Протокол» or «резолюция»: a draft until the chair has signed; then it has its number within the year, is locked, and its
/// decisions with a name and a term are assignments on control.
/// </summary>
public sealed class MeetingMinutes
{
    private MeetingMinutes() { }

    public MeetingMinutes(Guid programme, Guid? eventId, MinutesHead head)
    {
        (Id, ProgrammeId, EventId, Kind) = (Guid.CreateVersion7(), programme, eventId, head.Kind);
        Describe(head);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }

    /// <summary>The event it came of, or <c>null</c>.</summary>
    public Guid? EventId { get; private set; }
    public MinutesKind Kind { get; private set; }

    [Display(Name = "Чьё заседание")]
    public string Body { get; private set; } = "";

    [Display(Name = "О чём")]
    public string Subject { get; private set; } = "";

    /// <summary>The day of the meeting, never that of typing.</summary>
    [Display(Name = "Дата заседания")]
    public DateOnly Day { get; private set; }
    public string? Place { get; private set; }
    public string? ChairPost { get; private set; }
    public string? ChairName { get; private set; }
    public string? Secretary { get; private set; }
    public List<string> Present { get; private set; } = [];
    public List<string> Invited { get; private set; } = [];
    public List<AgendaItem> Items { get; private set; } = [];

    /// <summary>«Участники отметили», of a round table.</summary>
    [Display(Name = "Участники отметили")]
    public string? Noted { get; private set; }

    /// <summary>«Решили», of a round table.</summary>
    [Display(Name = "Решили")]
    public string? Resolved { get; private set; }
    public string? Organisers { get; private set; }

    /// <summary>How many took part, where that is not the length of the list.</summary>
    public int? People { get; private set; }
    public List<Recommendation> Recommendations { get; private set; } = [];
    public Vote? Vote { get; private set; }

    /// <summary>Within the programme, the kind and the year; given when it is signed.</summary>
    public int? Number { get; private set; }
    public int Year { get; private set; }
    public DateOnly? SignedOn { get; private set; }

    /// <summary>The plan that holds the assignments; <c>null</c> when no decision goes on control.</summary>
    public Guid? PlanId { get; private set; }

    public bool IsSigned => SignedOn is not null;

    /// <summary>«Протокол № 3 от 02.11.2020».</summary>
    public string Title => $"{(Kind == MinutesKind.Meeting ? "Протокол" : "Резолюция")}{(Number is { } number ? $" № {number}" : ", проект,")} от {Ru.Digits(Day)}";

    /// <summary>All decisions in order with their numbers.</summary>
    public IReadOnlyList<NumberedDecision> Decisions()
    {
        var context = new ReadingContext(Day.Year, "год — из даты заседания");
        NumberedDecision Of(string code, Decision d) => new(code, d, d.Deadline is { } words ? DeadlineReader.Read(words, context) : null);
        return Kind == MinutesKind.RoundTable
            ? [.. DecisionReader.ReadAll(Resolved).Select((d, n) => Of($"{n + 1}", d))]
            : [.. Items.SelectMany((item, i) => DecisionReader.ReadAll(item.Decided).Select((d, n) => Of($"{i + 1}.{n + 1}", d)))];
    }

    public void Describe(MinutesHead head)
    {
        const string not = "Протокол не сохранён";
        MustBeDraft(not);
        if (string.IsNullOrWhiteSpace(head.Body)) throw new Refusal(not, "Не сказано, чьё это заседание", "Назовите орган или мероприятие: «Координационный совет»") { Field = "Input.Body" };
        if (head.Day is not { } day) throw new Refusal(not, "Не указан день заседания", "Впишите его как день.месяц.год") { Field = "Input.Day" };
        (Body, Subject, Day, Year, Place) = (head.Body.Trim(), head.Subject?.Trim() ?? "", day, day.Year, Clean(head.Place));
        (ChairPost, ChairName, Secretary) = (Clean(head.ChairPost), Clean(head.ChairName), Clean(head.Secretary));
        // The list is alphabetical whatever order it was typed in.
        Present = [.. Lines(head.Present).Order(StringComparer.Create(new("ru-RU"), false))];
        Invited = [.. Lines(head.Invited)];
    }

    /// <summary>Adds an item of the agenda or puts other words in its place; an item without a title goes.</summary>
    public void Put(Guid? id, string? title, string? heard, string? spoke, string? decided)
    {
        MustBeDraft("Вопрос не сохранён");
        var at = Items.FindIndex(i => i.Id == id);
        if (id is not null && at < 0) throw new Refusal("Вопрос не сохранён", "Его уже убрали", "Обновите страницу");
        if (string.IsNullOrWhiteSpace(title))
        {
            if (at < 0) throw new Refusal("Вопрос не сохранён", "У него нет названия", "Впишите его как в повестке: «О подготовке конференции»") { Field = "title" };
            Items = [.. Items.Where(i => i.Id != id)];
            return;
        }
        var item = new AgendaItem(id ?? Guid.CreateVersion7(), title.Trim(), Clean(heard), Clean(spoke), Clean(decided));
        Items = at < 0 ? [.. Items, item] : [.. Items.Select(i => i.Id == id ? item : i)];
    }

    /// <summary>What a round table noted, resolved and how it voted.</summary>
    public void Resolve(string? organisers, int? people, string? noted, string? resolved, Vote? vote)
    {
        const string not = "Резолюция не сохранена";
        MustBeDraft(not);
        if (people is < 0 || vote is { For: < 0 } or { Against: < 0 } or { Abstained: < 0 }) throw new Refusal(not, "Число людей не бывает меньше нуля", "Проверьте числа");
        if (vote is not null && people is { } all && vote.For + vote.Against + vote.Abstained > all) throw new Refusal(not, $"Голосов больше, чем участников: {vote.Words}, участников {all}", "Проверьте числа") { Field = "people" };
        (Organisers, People, Noted, Resolved, Vote) = (Clean(organisers), people, Clean(noted), Clean(resolved), vote);
    }

    /// <summary>Adds a recommendation or changes its words; one without an addressee goes.</summary>
    public void Recommend(Guid? id, string? addressee, string? points)
    {
        MustBeDraft("Рекомендация не сохранена");
        var known = Recommendations.Where(r => r.Id != id).ToList();
        if (string.IsNullOrWhiteSpace(addressee))
        {
            if (id is null) throw new Refusal("Рекомендация не сохранена", "Не назван адресат", "Назовите, кому рекомендуете: «Администрациям муниципальных районов»") { Field = "addressee" };
            Recommendations = known;
            return;
        }
        if (string.IsNullOrWhiteSpace(points)) throw new Refusal("Рекомендация не сохранена", "Не сказано, что рекомендуется", "Впишите каждую рекомендацию с новой строки") { Field = "points" };
        var one = new Recommendation(id ?? Guid.CreateVersion7(), addressee.Trim(), points.Trim());
        Recommendations = id is null ? [.. known, one] : [.. Recommendations.Select(r => r.Id == id ? one : r)];
    }

    /// <summary>«Письмо отправлено».</summary>
    public void MarkSent(Guid id, DateOnly on, string? number)
    {
        if (!IsSigned) throw new Refusal("Отправка не отмечена", "Резолюция ещё не подписана", "Сначала подпишите её");
        if (on < SignedOn) throw new Refusal("Отправка не отмечена", "День отправки раньше дня подписания", "Проверьте дату") { Field = "on" };
        Recommendations = [.. Recommendations.Select(r => r.Id == id ? r with { SentOn = on, SentNumber = Clean(number) } : r)];
    }

    /// <summary>«Подписать»: from now on it has a number and is not edited.</summary>
    public void Sign(int number, DateOnly on, DateOnly today)
    {
        const string not = "Протокол не подписан";
        MustBeDraft(not);
        if (ChairName is null || ChairPost is null) throw new Refusal(not, "Не назван председательствующий", "Впишите его должность и фамилию: он подписывает") { Field = "Input.ChairName" };
        if (on < Day || on > today) throw new Refusal(not, $"День подписания {Ru.Digits(on)} раньше заседания или ещё не наступил", "Проверьте дату") { Field = "on" };
        if (Kind == MinutesKind.Meeting ? Items.Count == 0 : Resolved is null && Recommendations.Count == 0) throw new Refusal(not, "В нём нет ни одного решения", Kind == MinutesKind.Meeting ? "Добавьте вопросы повестки" : "Впишите, что решили и что рекомендуют");
        (Number, SignedOn) = (number, on);
    }

    internal void Renumber(int number) => Number = number;

    internal void GoesInto(Guid plan) => PlanId = plan;

    internal static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.TrimEnd(';', ','));

    private void MustBeDraft(string what)
    {
        if (IsSigned) throw new Refusal(what, "Он подписан и заперт", "Ошибку исправляет следующий протокол");
    }

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
