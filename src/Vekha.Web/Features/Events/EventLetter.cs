using Microsoft.EntityFrameworkCore;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>What the addressee answered.</summary>
public enum LetterReply
{
    /// <summary>«ответа нет».</summary>
    Waiting,
    /// <summary>«согласны быть партнёром».</summary>
    Partner,
    /// <summary>«придут».</summary>
    Comes,
    /// <summary>«отказ».</summary>
    Declined,
    /// <summary>«аккредитованы»: the editors named who will come.</summary>
    Accredited,
}

/// <summary>«Образец письма» of an event: its text with fields in braces, who signs, what is asked for.</summary>
public sealed class LetterTemplate
{
    private LetterTemplate() { }

    public LetterTemplate(Guid happening) => EventId = happening;

    public Guid EventId { get; private set; }
    public int Version { get; private set; }
    public string Subject { get; private set; } = "";
    public string Body { get; private set; } = "";

    /// <summary>«Список поддержки»: what is asked of the addressee, an item on each line.</summary>
    public string? Support { get; private set; }

    /// <summary>«01-17»: stands before the outgoing number.</summary>
    public string? Index { get; private set; }
    public string SignPost { get; private set; } = "";
    public string? SignName { get; private set; }

    /// <summary>The letter to editors: its own words and a request for accreditation; <c>null</c> while the usual ones stand.</summary>
    public string? PressSubject { get; private set; }
    public string? PressBody { get; private set; }

    /// <summary>«Приглашение прессе».</summary>
    public void WritePress(string? subject, string? body)
    {
        if (string.IsNullOrWhiteSpace(subject) != string.IsNullOrWhiteSpace(body)) throw new Refusal("Образец не сохранён", "У приглашения прессы есть только заголовок или только текст", "Впишите оба или оставьте оба пустыми: тогда пойдёт обычное приглашение") { Field = "Input.PressBody" };
        (PressSubject, PressBody) = (Clean(subject), Clean(body)?.ReplaceLineEndings("\n"));
    }

    /// <summary>Subject and words for an addressee: editors get their own.</summary>
    public (string Subject, string Body) For(EventLetter? to) => to?.IsPress == true && PressSubject is { } subject && PressBody is { } body ? (subject, body) : (Subject, Body);

    public void Write(string? subject, string? body, string? support, string? index, string? post, string? name)
    {
        const string not = "Образец не сохранён";
        if (string.IsNullOrWhiteSpace(subject)) throw new Refusal(not, "У письма нет заголовка", "Впишите его: «О проведении семинара»") { Field = "Input.Subject" };
        if (string.IsNullOrWhiteSpace(body)) throw new Refusal(not, "У письма нет текста", "Впишите его; поля в фигурных скобках заполнятся сами") { Field = "Input.Body" };
        if (string.IsNullOrWhiteSpace(post)) throw new Refusal(not, "Не указано, кто подписывает", "Впишите должность") { Field = "Input.SignPost" };
        (Subject, Body, Support, Index) = (subject.Trim(), body.Trim().ReplaceLineEndings("\n"), Clean(support)?.ReplaceLineEndings("\n"), Clean(index));
        (SignPost, SignName) = (post.Trim(), Clean(name));
    }

    internal static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    internal static void Map(ModelBuilder model) => model.Entity<LetterTemplate>(template =>
    {
        template.ToTable("event_letter_templates").HasKey(t => t.EventId);
        template.Property(t => t.Index).HasColumnName("number_index");
        template.HasOne<Event>().WithMany().HasForeignKey(t => t.EventId).OnDelete(DeleteBehavior.Restrict);
    });
}

/// <summary>«Письмо» about an event to one addressee. Registered, it has its number and its words for ever.</summary>
public sealed class EventLetter
{
    private EventLetter() { }

    /// <summary>Editors: they are written in other words and answer with who is accredited.</summary>
    public const string Press = "пресса";

    /// <summary>Whom one invites, in the order of a list of the invited.</summary>
    public static readonly IReadOnlyList<string> Groups = ["органы власти", "инициативная группа, жители", "подрядчики и поставщики", "предприниматели и партнёры", "учреждения и организации", Press];

    public EventLetter(Event happening, string organisation, string? person, string? email, int position, string? group = null)
    {
        Group = LetterTemplate.Clean(group);
        if (string.IsNullOrWhiteSpace(organisation)) throw new Refusal("Адресат не добавлен", "Не названа организация", "Впишите её в начале строки: «Администрация города Томска; Главе города И.И. Иванову; adm@town.ru»") { Field = "addressees" };
        (Id, EventId, ProgrammeId, Organisation, Person, Email) = (Guid.CreateVersion7(), happening.Id, happening.ProgrammeId, organisation.Trim(), LetterTemplate.Clean(person), LetterTemplate.Clean(email)?.ToLowerInvariant());
        Position = position;
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid EventId { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public string Organisation { get; private set; } = "";

    /// <summary>One of <see cref="Groups"/>, or <c>null</c>.</summary>
    public string? Group { get; private set; }
    public bool IsPress => Group == Press;

    /// <summary>How many will come; <c>null</c> where it was not said.</summary>
    public int? Coming { get; private set; }

    /// <summary>Order in which the addressees were written down.</summary>
    public int Position { get; private set; }

    /// <summary>Post and name in the dative.</summary>
    public string? Person { get; private set; }
    public string? Email { get; private set; }

    /// <summary>The year of the number; <c>null</c> while it is a draft.</summary>
    public int? Year { get; private set; }
    public int? Number { get; private set; }

    /// <summary>«01-17/5».</summary>
    public string? NumberWords { get; private set; }
    public DateOnly? RegisteredOn { get; private set; }

    /// <summary>The words as they were registered.</summary>
    public string? Subject { get; private set; }
    public string? Body { get; private set; }
    public string? SignPost { get; private set; }
    public string? SignName { get; private set; }
    public DateOnly? SentOn { get; private set; }

    /// <summary>«почтой Вехи», «на бумаге».</summary>
    public string? SentHow { get; private set; }
    public LetterReply Reply { get; private set; }
    public DateOnly? RepliedOn { get; private set; }
    public string? ReplyNote { get; private set; }

    internal void Register(int year, int number, LetterTemplate template, string subject, string body, DateOnly on)
    {
        if (Number is not null) throw new Refusal("Письмо не зарегистрировано", $"У него уже есть номер {NumberWords}", "Обновите страницу");
        (Year, Number, RegisteredOn, Body, Subject) = (year, number, on, body, subject);
        NumberWords = template.Index is { } index ? $"{index}/{number}" : $"{number}";
        (SignPost, SignName) = (template.SignPost, template.SignName);
    }

    internal void Send(string how, DateOnly on)
    {
        if (Number is null) throw new Refusal("Письмо не отправлено", "Оно ещё не зарегистрировано", "Присвойте ему исходящий номер");
        if (SentOn is { } sent) throw new Refusal("Письмо не отправлено ещё раз", $"Оно ушло {Vekha.Wording.Ru.Digits(sent)}, {SentHow}", "Обновите страницу");
        (SentOn, SentHow) = (on, how);
    }

    public void Answer(LetterReply reply, DateOnly? on, string? note, int? coming, DateOnly today)
    {
        const string not = "Ответ не записан";
        if (SentOn is not { } sent) throw new Refusal(not, "Письмо ещё не отправлено", "Сначала отметьте отправку");
        if (reply != LetterReply.Waiting && on is null) throw new Refusal(not, "Не указан день ответа", "Впишите его как день.месяц.год") { Field = "on" };
        if (on < sent || on > today) throw new Refusal(not, "День ответа раньше отправки или ещё не наступил", "Проверьте дату") { Field = "on" };
        if (reply == LetterReply.Accredited && !IsPress) throw new Refusal(not, "Аккредитуют только прессу", "Выберите «придут» или «партнёр»") { Field = "reply" };
        if (coming is < 1 or > 1000) throw new Refusal(not, "Сколько придёт, указано неверно", "Впишите число людей или оставьте поле пустым") { Field = "coming" };
        Coming = reply is LetterReply.Declined or LetterReply.Waiting ? null : coming;
        (Reply, RepliedOn, ReplyNote) = (reply, reply == LetterReply.Waiting ? null : on, LetterTemplate.Clean(note));
    }

    public static string Word(LetterReply reply) => reply switch { LetterReply.Partner => "партнёр", LetterReply.Comes => "придут", LetterReply.Declined => "нет", LetterReply.Accredited => "аккредитованы", _ => "ответа нет" };

    /// <summary>Place of a group in the list; letters without one come last.</summary>
    public static int TurnOf(string group) => Groups.ToList().IndexOf(group) is var at && at < 0 ? Groups.Count : at;

    internal static void Map(ModelBuilder model) => model.Entity<EventLetter>(letter =>
    {
        letter.ToTable("event_letters").HasKey(l => l.Id);
        letter.Ignore(l => l.IsPress);
        letter.Property(l => l.Group).HasColumnName("addressee_group");
        letter.HasOne<Event>().WithMany().HasForeignKey(l => l.EventId).OnDelete(DeleteBehavior.Restrict);
        // One number within the year of a programme, however many press at once; drafts have none.
        letter.HasIndex(l => new { l.ProgrammeId, l.Year, l.Number }).IsUnique();
        letter.HasIndex(l => l.EventId);
    });
}
