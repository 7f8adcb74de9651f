using Vekha.Privacy;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.PersonalData;

/// <summary>How a consent came.</summary>
public enum ConsentChannel
{
    /// <summary>«на странице»: ticked by the person.</summary>
    Page,
    /// <summary>«на бумаге»: signed; staff writes it down.</summary>
    Paper,
}

/// <summary>What the person allows to be done with one datum that is published (ст. 10.1).</summary>
public enum PublicationRule
{
    /// <summary>«без ограничений».</summary>
    Allowed,
    /// <summary>«с условием», which is said in words.</summary>
    Conditional,
    /// <summary>«запрещено».</summary>
    Forbidden,
}

/// <param name="Field">One of the fields of the purpose.</param>
/// <param name="Words">The condition: «без указания района».</param>
public sealed record PublicationTerm(string Field, PublicationRule Rule, string? Words = null);

/// <summary>How a consent is given.</summary>
/// <param name="On">The day on the paper; today for a page.</param>
public sealed record ConsentGiven(ConsentChannel Channel, DateOnly On)
{
    /// <summary>The parent or guardian who agrees for a child.</summary>
    public string? ParentName { get; init; }

    /// <summary>The scan of the signed sheet.</summary>
    public StoredFile? Scan { get; init; }

    /// <summary>Where the signed sheet lies when there is no scan.</summary>
    public string? PaperPlace { get; init; }

    /// <summary>For a publication: what is allowed field by field. What is not named is forbidden.</summary>
    public IReadOnlyList<PublicationTerm> Terms { get; init; } = [];
}

/// <summary>
/// «Согласие»: of one person to one purpose, with the text that was agreed to, the moment, the address and the channel. Its
/// own record: never a tick inside something else.
/// </summary>
public sealed class Consent
{
    private Consent() { }

    internal Consent(DataOf subject, Purpose purpose, ConsentGiven given, DateTimeOffset at, string? ip, Actor by)
    {
        if (purpose.Text is not { } text) throw new Refusal("Согласие не записано", $"У цели «{purpose.Title}» нет текста согласия", "Впишите текст: соглашаются с его словами");
        if (subject.IsChild && string.IsNullOrWhiteSpace(given.ParentName)) throw new Refusal("Согласие не записано", "За ребёнка соглашается родитель или опекун, а он не назван", "Впишите его фамилию, имя и отчество") { Field = "ParentName" };
        (Id, ProgrammeId, SubjectId, PurposeId) = (Guid.CreateVersion7(), purpose.ProgrammeId, subject.SubjectId, purpose.Id);
        (TextId, TextNumber, TextSha256) = (text.Id, text.Number, ConsentText.HashOf(text.Words));
        (Channel, On, At, Ip) = (given.Channel, given.On, at, given.Channel == ConsentChannel.Page ? ip : null);
        (ParentName, ScanId, PaperPlace) = (Clean(given.ParentName), given.Scan?.Id, Clean(given.PaperPlace));
        (WrittenById, WrittenBy) = (by.PersonId, by.PersonId is null ? null : by.Name);
        Terms = [.. given.Terms];
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }

    /// <summary>The row that is about the person, in whatever table (<see cref="DataPlace"/>).</summary>
    public Guid SubjectId { get; private set; }
    public Guid PurposeId { get; private set; }
    public Guid TextId { get; private set; }
    public int TextNumber { get; private set; }

    /// <summary>The hash of the words, worked out when the consent was given: it shows if somebody touched the text since.</summary>
    public string TextSha256 { get; private set; } = "";

    public ConsentChannel Channel { get; private set; }

    /// <summary>The day on the paper.</summary>
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The address it came from; <c>null</c> for paper.</summary>
    public string? Ip { get; private set; }
    public string? ParentName { get; private set; }
    public Guid? ScanId { get; private set; }
    public string? PaperPlace { get; private set; }

    /// <summary>Who wrote a paper down.</summary>
    public Guid? WrittenById { get; private set; }
    public string? WrittenBy { get; private set; }
    public List<PublicationTerm> Terms { get; private set; } = [];
    public DateOnly? WithdrawnOn { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>«письмом от …», «по ссылке».</summary>
    public string? WithdrawnHow { get; private set; }

    /// <summary>The person's data are destroyed; the fact of the consent stays without names.</summary>
    public DateOnly? DestroyedOn { get; private set; }

    public bool Holds => WithdrawnOn is null && DestroyedOn is null;

    /// <summary>What may be done with a field on the portal.</summary>
    public PublicationTerm Of(string field) => Terms.Find(t => t.Field == field) ?? new(field, PublicationRule.Forbidden);

    internal void Withdraw(string? how, DateOnly on, DateTimeOffset at)
    {
        const string not = "Отзыв не записан";
        if (!Holds) throw new Refusal(not, WithdrawnOn is { } day ? $"Согласие уже отозвано {Ru.Digits(day)}" : "Данные уже уничтожены", "Обновите страницу");
        if (on < On) throw new Refusal(not, $"День отзыва раньше дня согласия, {Ru.Digits(On)}", "Проверьте дату") { Field = "on" };
        (WithdrawnOn, WithdrawnAt, WithdrawnHow) = (on, at, Clean(how));
    }

    internal void Destroy(DateOnly on) => (DestroyedOn, Ip, ParentName, ScanId, PaperPlace) = (on, null, null, null, null);

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

/// <summary>«Обработка»: data of one person held for one purpose, and until when.</summary>
public sealed class DataHolding
{
    private DataHolding() { }

    internal DataHolding(DataOf subject, Purpose purpose, DateOnly since)
    {
        (Id, ProgrammeId, SubjectId, PurposeId, Place, Since) = (Guid.CreateVersion7(), purpose.ProgrammeId, subject.SubjectId, purpose.Id, subject.Place, since);
        KeepFor(purpose.KeepMonths);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public Guid SubjectId { get; private set; }
    public Guid PurposeId { get; private set; }

    /// <summary>Key of a <see cref="DataPlace"/>.</summary>
    public string Place { get; private set; } = "";
    public DateOnly Since { get; private set; }
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>The first day on which the data may be kept for this purpose no longer.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>The act by which they were destroyed.</summary>
    public Guid? ActId { get; private set; }

    internal void KeepFor(int months) => EndsOn = Retention.Of(new DataUse(Since, months, WithdrawnOn)).From;

    internal void Renew(DateOnly since, int months)
    {
        (Since, WithdrawnOn) = (since, null);
        KeepFor(months);
    }

    internal void Withdraw(DateOnly on, int months)
    {
        WithdrawnOn = on;
        KeepFor(months);
    }

    internal void Destroy(Guid act) => ActId = act;
}

/// <summary>Whose data.</summary>
/// <param name="SubjectId">The row that is about the person.</param>
/// <param name="Place">Key of the <see cref="DataPlace"/> where that row lies.</param>
/// <param name="IsChild">Under 18: a parent or guardian agrees.</param>
public readonly record struct DataOf(Guid SubjectId, string Place, bool IsChild = false);
