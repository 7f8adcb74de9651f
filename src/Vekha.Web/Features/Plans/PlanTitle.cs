using System.Globalization;
using System.Text.RegularExpressions;
using Vekha.Documents.Writing;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>The title of a plan inside other papers: its gender for the stamp, its case after «о ходе реализации».</summary>
internal static partial class PlanTitle
{
    /// <summary>«УТВЕРЖДЕН» for a plan, «УТВЕРЖДЕНА» for a scheme.</summary>
    public static string ApprovedWord(string title) => Ru.Approved(GenderOf(title));

    /// <summary>The stamp of a plan approved by an act; «распоряжением … от 01.03.2017 № 311» already holds the day and the number.</summary>
    public static CornerBlock Approved(string title, string act, DateOnly on) =>
        Details().Match(act) is { Success: true } found && DateOnly.TryParseExact(found.Groups["day"].Value, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new CornerBlock.Approved(GenderOf(title), found.Groups["act"].Value, day, found.Groups["number"].Value)
            : new CornerBlock.Approved(GenderOf(title), act, on, null);

    /// <summary>Whether the words of the act say its day themselves.</summary>
    public static bool SaysItsDay(string act) => Details().IsMatch(act);

    /// <summary>«План мероприятий …» → «плана мероприятий …»; a title whose case cannot be told stands in quotes.</summary>
    public static string Genitive(string title)
    {
        var (first, rest) = (title.Split(' ')[0], title.Contains(' ') ? title[title.IndexOf(' ')..] : "");
        return first switch
        {
            "План" => "плана" + rest,
            "Медиаплан" => "медиаплана" + rest,
            "Программа" => "программы" + rest,
            "Схема" => "схемы" + rest,
            "Дорожная" when rest.StartsWith(" карта", StringComparison.Ordinal) => "дорожной карты" + rest[" карта".Length..],
            _ => $"документа «{title}»",
        };
    }

    private static Gender GenderOf(string title)
    {
        foreach (var word in title.ToLowerInvariant().Split([' ', '-', ',', '(', '«'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "карта" or "схема" or "программа" or "концепция" or "смета") return Gender.Feminine;
            if (word is "положение" or "расписание") return Gender.Neuter;
            if (word is "мероприятия" or "меры") return Gender.Plural;
            if (word.EndsWith("план", StringComparison.Ordinal) || word is "график" or "комплекс" or "перечень" or "протокол") return Gender.Masculine;
        }
        return Gender.Masculine;
    }

    [GeneratedRegex(@"^(?<act>.+?)\s+от\s+(?<day>\d\d\.\d\d\.\d{4})\s*(?:г\.\s*)?№\s*(?<number>\S+)$")]
    private static partial Regex Details();
}
