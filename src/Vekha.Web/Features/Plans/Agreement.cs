using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>«Согласование» of one unit: its word with remarks, and what the keeper of the plan answered to them.</summary>
public sealed class Agreement
{
    private Agreement() { }

    internal Agreement(Guid round, int position, string name, Guid? unit) => (Id, RoundId, Position, Name, OrganisationId) = (Guid.CreateVersion7(), round, position, name, unit);

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid RoundId { get; private set; }
    public int Position { get; private set; }

    /// <summary>As the plan names it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The unit of the tree; <c>null</c> for one that answers on paper.</summary>
    public Guid? OrganisationId { get; private set; }
    public AgreementWord Word { get; private set; }

    /// <summary>Remarks, or the reason of a refusal.</summary>
    public string? Remarks { get; private set; }

    /// <summary>Post of the one who answered, for the sheet.</summary>
    public string? Post { get; private set; }

    /// <summary>«О.П. Лебедев».</summary>
    public string? Who { get; private set; }

    /// <summary>The day of the word.</summary>
    public DateOnly? On { get; private set; }
    public DateTimeOffset? At { get; private set; }

    /// <summary>Who wrote the answer down: the unit itself, or the keeper of the plan after a letter.</summary>
    public string? WrittenBy { get; private set; }

    /// <summary>Whether the keeper took the remarks; <c>null</c> until he answers.</summary>
    public bool? IsTaken { get; private set; }

    /// <summary>What the keeper answered.</summary>
    public string? Answer { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public string? AnsweredBy { get; private set; }

    /// <summary>No word yet, or a remark nobody has answered.</summary>
    public bool IsOpen => Word == AgreementWord.Waiting || (Word != AgreementWord.Agrees && IsTaken is null);

    /// <summary>«Согласовать», also with remarks, or refuse with the reason. Until the keeper has answered, the word may be said anew.</summary>
    public void Say(AgreementWord word, string? remarks, string? post, string? who, DateOnly on, DateTimeOffset at, Actor by)
    {
        const string not = "Ответ не записан";
        if (word == AgreementWord.Waiting) throw new Refusal(not, "Не выбран ответ", "Согласуйте, согласуйте с замечаниями или откажите с причиной") { Field = "Word" };
        if (IsTaken is not null) throw new Refusal(not, "На ваши замечания уже ответили", "Новое слово говорят в следующем круге согласования");
        if (word != AgreementWord.Agrees && string.IsNullOrWhiteSpace(remarks))
            throw new Refusal(not, word == AgreementWord.Remarks ? "Замечания не написаны" : "Не названа причина", "Напишите, какой пункт и как изменить") { Field = "Remarks" };
        if (string.IsNullOrWhiteSpace(who)) throw new Refusal(not, "Не указано, кто согласовал", "Впишите инициалы и фамилию: они печатаются в листе согласования") { Field = "Who" };
        (Word, Remarks) = (word, word == AgreementWord.Agrees || string.IsNullOrWhiteSpace(remarks) ? null : remarks.Trim());
        (Post, Who, On, At, WrittenBy) = (string.IsNullOrWhiteSpace(post) ? null : post.Trim(), who.Trim(), on, at, by.Name);
    }

    /// <summary>«Ответить на замечания»: taken, or declined with the reason.</summary>
    public void Reply(bool isTaken, string? answer, DateOnly on, Actor by)
    {
        const string not = "Ответ на замечания не записан";
        if (Word is not (AgreementWord.Remarks or AgreementWord.Declines)) throw new Refusal(not, "Замечаний нет", "Обновите страницу");
        if (!isTaken && string.IsNullOrWhiteSpace(answer)) throw new Refusal(not, "Не сказано, почему замечания отклонены", "Напишите причину: она печатается в листе согласования") { Field = "Answer" };
        (IsTaken, Answer, AnsweredOn, AnsweredBy) = (isTaken, string.IsNullOrWhiteSpace(answer) ? null : answer.Trim(), on, by.Name);
    }

    internal void StandAt(int position) => Position = position;
}
