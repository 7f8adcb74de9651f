using Vekha.Media;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Media;

/// <summary>«Редакция текста»: as somebody wrote it; never changed.</summary>
public sealed class PublicationText
{
    private PublicationText() { }

    internal PublicationText(Guid publication, int number, string headline, string body, DateTimeOffset at, Actor by) =>
        (Id, PublicationId, Number, Headline, Body, At, ById, By) = (Guid.CreateVersion7(), publication, number, headline, body, at, by.PersonId, by.Name);

    public Guid Id { get; private set; }
    public Guid PublicationId { get; private set; }
    public int Number { get; private set; }
    public string Headline { get; private set; } = "";
    public string Body { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public Guid? ById { get; private set; }
    public string By { get; private set; } = "";
}

public sealed partial class Publication
{
    /// <summary>How many versions the text has; 0 while nothing is written.</summary>
    public int TextNumber { get; private set; }

    /// <summary>The version that was approved.</summary>
    public int? ApprovedText { get; private set; }

    public Guid? SubmittedById { get; private set; }
    public string? SubmittedBy { get; private set; }
    public DateOnly? SubmittedOn { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>«Замечание» with which it was returned; gone once it is approved.</summary>
    public string? Remark { get; private set; }

    public bool IsReturned => State == PublicationState.Draft && Remark is not null;

    /// <summary>«Записать редакцию»: a new version; what was written stays. An approved text that changes must be approved again.</summary>
    /// <returns>The version to save, or <c>null</c> when nothing has changed.</returns>
    public PublicationText? Write(string? headline, string? body, PublicationText? last, DateTimeOffset at, Actor by)
    {
        if (State is PublicationState.Out or PublicationState.Dropped) throw new Refusal("Текст не сохранён", $"Публикация {State.Word()}", "Запланируйте новую публикацию");
        if (State == PublicationState.Submitted) throw new Refusal("Текст не сохранён", "Он на утверждении: утверждающий читает его сейчас", "Дождитесь решения или попросите вернуть текст");
        var (head, words) = ((headline ?? "").Trim(), (body ?? "").Trim().ReplaceLineEndings("\n"));
        if (words.Length == 0) throw new Refusal("Текст не сохранён", "Он пуст", "Напишите текст публикации") { Field = "Body" };
        if (last is not null && last.Headline == head && last.Body == words) return null;
        var text = new PublicationText(Id, ++TextNumber, head, words, at, by);
        State = PublicationState.Draft;
        return text;
    }

    /// <summary>«На утверждение».</summary>
    public void Submit(PublicationText? text, string? hashtag, DateOnly on, Actor by)
    {
        const string not = "Текст не отправлен";
        if (State != PublicationState.Draft || text is null) throw new Refusal(not, State == PublicationState.Idea ? "Он ещё не написан" : $"Публикация {State.Word()}", "Сначала сохраните текст");
        MustCarry(hashtag, text, not);
        (State, SubmittedById, SubmittedBy, SubmittedOn) = (PublicationState.Submitted, by.PersonId, by.Name, on);
    }

    /// <summary>«Утвердить»: by a person who neither wrote nor sent it.</summary>
    public void Approve(PublicationText text, DateOnly on, Actor by)
    {
        MustWait("Текст не утверждён");
        if (by.PersonId == text.ById || by.PersonId == SubmittedById)
            throw new Refusal("Текст не утверждён", "Вы сами его написали или отправили", "Пусть прочтёт и утвердит другой человек");
        (State, ApprovedText, DecidedBy, DecidedOn, Remark) = (PublicationState.Approved, text.Number, by.Name, on, null);
    }

    /// <summary>«Вернуть» with what is wrong.</summary>
    public void Return(string? remark, DateOnly on, Actor by)
    {
        MustWait("Текст не возвращён");
        if (string.IsNullOrWhiteSpace(remark)) throw new Refusal("Текст не возвращён", "Не сказано, что исправить", "Напишите замечание") { Field = "Why" };
        (State, Remark, DecidedBy, DecidedOn) = (PublicationState.Draft, remark.Trim(), by.Name, on);
    }

    /// <summary>«#СДЕЛАЕМВМЕСТЕ» must stand in the headline or in the text.</summary>
    internal static void MustCarry(string? hashtag, PublicationText text, string not)
    {
        if (hashtag is not null && !Hashtag.Stands(hashtag, $"{text.Headline}\n{text.Body}"))
            throw new Refusal(not, $"В тексте нет хэштега {hashtag}", "Допишите его: он обязателен для всех публикаций медиаплана") { Field = "Body" };
    }

    private void MustWait(string not)
    {
        if (State != PublicationState.Submitted) throw new Refusal(not, $"Публикация {State.Word()}{(DecidedBy is { } who && DecidedOn is { } on ? $", решение: {who}, {Ru.Digits(on)}" : "")}", "Обновите страницу, чтобы увидеть, что изменилось");
    }
}
