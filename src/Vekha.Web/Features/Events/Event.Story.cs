using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>Who decided, when and on what ground.</summary>
/// <param name="On">The day of the decision.</param>
/// <param name="By">«А.П. Седова, управление культуры» or «Директор Л.М. Курбатова».</param>
/// <param name="Ground">An act, a request, a reason in words.</param>
public sealed record EventDecision(DateOnly On, string By, string? Ground, DateTimeOffset At, Guid? PersonId);

/// <summary>What happens to an event: each verb leaves a record.</summary>
public sealed partial class Event
{
    /// <summary>«Назначить»: from now on others see it.</summary>
    public void Appoint(EventDecision decision)
    {
        if (State != EventState.Conceived) throw new Refusal("Событие не назначено", $"Оно уже {State.Word()}", "Обновите страницу");
        if (Form != EventForm.Online && Venue is null) throw new Refusal("Событие не назначено", "Не названо место", "Впишите зал и адрес: их увидят участники") { Field = "Input.Venue" };
        State = EventState.Appointed;
        Note(EventChangeKind.Appointed, null, Time.Words, decision);
    }

    /// <summary>«Перенести»: the old time stays in the history.</summary>
    public void Move(EventTime to, EventDecision decision)
    {
        MustBeAhead("Событие не перенесено");
        if (to == Time) throw new Refusal("Событие не перенесено", "Новое время то же, что было", "Укажите другой день или час") { Field = "Input.Day" };
        if (string.IsNullOrWhiteSpace(decision.Ground)) throw new Refusal("Событие не перенесено", "Не названо основание", "Напишите, почему оно переносится: участники получат письмо с этой причиной") { Field = "Input.Ground" };
        var before = Time.Words;
        Take(to);
        Note(EventChangeKind.Moved, before, Time.Words, decision);
    }

    /// <summary>«Изменить форму»: from a hall to a link or back. What was, stays in the history; the registrations stay too.</summary>
    public void ChangeForm(EventForm to, string? venue, string? link, EventDecision decision)
    {
        MustBeAhead("Форма не изменена");
        if (to == Form && Plain(venue) == Venue && Plain(link) == Link) throw new Refusal("Форма не изменена", "Новая форма та же, что была", "Выберите другую форму, место или ссылку") { Field = "Form" };
        if (to != EventForm.Online && Plain(venue) is null) throw new Refusal("Форма не изменена", "Не названо место", "Впишите зал и адрес") { Field = "Venue" };
        if (to != EventForm.OnSite && Plain(link) is null) throw new Refusal("Форма не изменена", "Не названа ссылка на подключение", "Вставьте её: участники получат её в письме") { Field = "Link" };
        if (Plain(link) is { } typed && !(Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new Refusal("Форма не изменена", "Ссылка на подключение записана неверно", "Скопируйте её целиком из строки браузера: «https://…»") { Field = "Link" };
        if (string.IsNullOrWhiteSpace(decision.Ground)) throw new Refusal("Форма не изменена", "Не названо основание", "Напишите, чем вызвано изменение: запросом, приказом, ограничениями") { Field = "Ground" };
        var before = FormWords(Form, Venue, Link);
        (Form, Venue, Link) = (to, to == EventForm.Online ? null : Plain(venue), to == EventForm.OnSite ? null : Plain(link));
        Note(EventChangeKind.Form, before, FormWords(Form, Venue, Link), decision);
    }

    /// <summary>«Отменить».</summary>
    public void Cancel(EventDecision decision)
    {
        MustBeAhead("Событие не отменено");
        if (string.IsNullOrWhiteSpace(decision.Ground)) throw new Refusal("Событие не отменено", "Не названа причина", "Напишите её: участники получат письмо") { Field = "Ground" };
        (State, var before) = (EventState.Cancelled, State.Word());
        Note(EventChangeKind.Cancelled, before, EventState.Cancelled.Word(), decision);
    }

    /// <summary>«Проведено»: with how many came, where that is known already.</summary>
    /// <param name="from">«отметки на входе», «подсчёт по головам», «журнал подключений».</param>
    public void Hold(int? present, string? from, EventDecision decision)
    {
        if (State != EventState.Appointed) throw new Refusal("Проведение не отмечено", $"Событие {State.Word()}", State == EventState.Conceived ? "Сначала назначьте его" : "Обновите страницу");
        if (Day > decision.On) throw new Refusal("Проведение не отмечено", $"Его день, {Ru.Day(Day)}, ещё не наступил", "Отметьте проведение в этот день или после него");
        State = EventState.Held;
        Note(EventChangeKind.Held, null, Count(present, from), decision);
    }

    /// <summary>«Уточнить число участников» of an event that was held.</summary>
    public void Recount(int? present, string? from, EventDecision decision)
    {
        if (State != EventState.Held) throw new Refusal("Число участников не изменено", "Событие ещё не проведено", "Отметьте его проведение");
        if (string.IsNullOrWhiteSpace(decision.Ground)) throw new Refusal("Число участников не изменено", "Не названо основание", "Напишите, по чему уточнено: регистрационный лист, журнал подключений") { Field = "Ground" };
        var before = PresentWords;
        Note(EventChangeKind.Counted, before, Count(present, from), decision);
    }

    /// <summary>«Снять отметку о проведении»: it was put by mistake.</summary>
    public void Reopen(EventDecision decision)
    {
        if (State != EventState.Held) throw new Refusal("Отметка не снята", $"Событие {State.Word()}", "Обновите страницу");
        if (string.IsNullOrWhiteSpace(decision.Ground)) throw new Refusal("Отметка не снята", "Не названа причина", "Напишите её: из норм и отчётов событие будет исключено") { Field = "Ground" };
        var before = PresentWords;
        (State, Present, PresentFrom) = (EventState.Appointed, null, null);
        Note(EventChangeKind.Reopened, before, EventState.Appointed.Word(), decision);
    }

    /// <summary>«14 участников, отметки на входе».</summary>
    public string PresentWords => Present is { } known ? $"{Ru.Count(known, "участник", "участника", "участников")}{(PresentFrom is { } from ? $", {from}" : "")}" : "число участников не внесено";

    public static string FormWords(EventForm form, string? venue, string? link) =>
        string.Join(", ", new[] { form.Word(), form == EventForm.Online ? null : venue, form == EventForm.OnSite ? null : link }.OfType<string>());

    private string Count(int? present, string? from)
    {
        if (present is < 0) throw new Refusal("Число участников не внесено", "Оно не бывает меньше нуля", "Если число неизвестно, оставьте поле пустым") { Field = "Present" };
        (Present, PresentFrom) = (present, present is null ? null : Plain(from));
        return PresentWords;
    }

    private void MustBeAhead(string what)
    {
        if (!IsAhead) throw new Refusal(what, $"Событие {State.Word()}", "Обновите страницу, чтобы увидеть решение");
    }

    private void Note(EventChangeKind kind, string? before, string after, EventDecision decision) => changes.Add(new(Id, kind, before, after, decision));
}

/// <summary>«Решение о событии»: what it was, what it became, who decided and on what ground. Never changed.</summary>
public sealed class EventChange
{
    private EventChange() { }

    internal EventChange(Guid eventId, EventChangeKind kind, string? before, string after, EventDecision decision)
    {
        (Id, EventId, Kind, Before, After) = (Guid.CreateVersion7(), eventId, kind, before, after);
        (On, By, Ground, At, PersonId) = (decision.On, decision.By, string.IsNullOrWhiteSpace(decision.Ground) ? null : decision.Ground.Trim(), decision.At, decision.PersonId);
    }

    public Guid Id { get; private set; }
    public Guid EventId { get; private set; }
    public EventChangeKind Kind { get; private set; }
    public string? Before { get; private set; }
    public string After { get; private set; } = "";
    public string? Ground { get; private set; }
    public DateOnly On { get; private set; }
    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public Guid? PersonId { get; private set; }
}
