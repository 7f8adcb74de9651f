using Vekha.Deadlines;

namespace Vekha.Resolving;

public sealed partial record DeadlinePolicy
{
    /// <summary>«Общие правила муниципалитета»: where a town has said nothing of its own.</summary>
    public static DeadlinePolicy Municipal { get; } = new()
    {
        Name = "Общие правила муниципалитета",
        UrgentTerms = [new("срочно", 3, OffsetUnit.CalendarDay), new("оперативно", 10, OffsetUnit.CalendarDay)],
    };

    /// <summary>
    /// «Федеральные правила»: the Government's rules of procedure — from the day of signing, a day off moves back,
    /// «срочно» 3 and «оперативно» 10 calendar days, one month where no term is named.
    /// </summary>
    public static DeadlinePolicy Federal { get; } = Municipal with { Name = "Федеральные правила" };

    /// <summary>«Свердловская область»: the terms named by a word are working days, «весьма срочно» is one.</summary>
    public static DeadlinePolicy Sverdlovsk { get; } = Municipal with
    {
        Name = "Свердловская область",
        TimeZoneId = "Asia/Yekaterinburg",
        UrgentTerms =
        [
            new("весьма срочно", 1, OffsetUnit.WorkingDay), new("срочно", 3, OffsetUnit.WorkingDay), new("оперативно", 10, OffsetUnit.WorkingDay),
        ],
    };

    /// <summary>«Ставропольский край»: the general rules over the calendar of the krai with its days off.</summary>
    public static DeadlinePolicy Stavropol { get; } = Municipal with { Name = "Ставропольский край", RegionalLayers = ["Ставропольский край"] };

    /// <summary>The rules that ship, the general ones first.</summary>
    public static IReadOnlyList<DeadlinePolicy> Profiles { get; } = [Municipal, Federal, Sverdlovsk, Stavropol];
}
