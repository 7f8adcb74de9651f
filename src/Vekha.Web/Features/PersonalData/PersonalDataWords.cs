using Vekha.Wording;

namespace Vekha.Web.Features.PersonalData;

/// <summary>Russian names of the closed lists of this feature.</summary>
public static class PersonalDataWords
{
    public static string Word(this PurposeUse use) => use switch
    {
        PurposeUse.People => "списки людей программы",
        PurposeUse.Registration => "участие в мероприятиях",
        PurposeUse.Photo => "фото- и видеосъёмка",
        PurposeUse.Health => "сведения о здоровье",
        PurposeUse.Award => "награждение",
        _ => "публикация на портале",
    };

    public static string Word(this LegalGround ground) => ground switch
    {
        LegalGround.Consent => "согласие человека",
        LegalGround.Statute => "обязанность по закону",
        _ => "договор с человеком",
    };

    public static string Word(this PersonKind kind) => kind switch
    {
        PersonKind.Volunteer => "волонтёр",
        PersonKind.Veteran => "ветеран",
        PersonKind.Expert => "эксперт",
        PersonKind.Psychologist => "психолог",
        _ => "участник",
    };

    public static string Words(this PersonKind kind) => kind switch
    {
        PersonKind.Volunteer => "волонтёры",
        PersonKind.Veteran => "ветераны",
        PersonKind.Expert => "эксперты",
        PersonKind.Psychologist => "психологи",
        _ => "участники",
    };

    /// <summary>«12 волонтёров».</summary>
    public static string Count(this PersonKind kind, int number) => kind switch
    {
        PersonKind.Volunteer => Ru.Count(number, "волонтёр", "волонтёра", "волонтёров"),
        PersonKind.Veteran => Ru.Count(number, "ветеран", "ветерана", "ветеранов"),
        PersonKind.Expert => Ru.Count(number, "эксперт", "эксперта", "экспертов"),
        PersonKind.Psychologist => Ru.Count(number, "психолог", "психолога", "психологов"),
        _ => Ru.Count(number, "участник", "участника", "участников"),
    };

    public static string Word(this ConsentChannel channel) => channel == ConsentChannel.Page ? "на странице" : "на бумаге";

    public static string Word(this PublicationRule rule) => rule switch
    {
        PublicationRule.Allowed => "без ограничений",
        PublicationRule.Conditional => "с условием",
        _ => "запрещено",
    };

    /// <summary>«запись 3F9A11C2»: how a person is called where the name must not stand. The end of the key is random.</summary>
    public static string RecordNumber(Guid subject) => "запись " + subject.ToString("N")[^8..].ToUpperInvariant();
}
