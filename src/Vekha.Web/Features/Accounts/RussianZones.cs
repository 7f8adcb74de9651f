namespace Vekha.Web.Features.Accounts;

/// <summary>«Часовые пояса» that forms offer.</summary>
public static class RussianZones
{
    /// <summary>The zones of Russia from west to east.</summary>
    public static readonly IReadOnlyList<(string Id, string Name)> All =
    [
        ("Europe/Kaliningrad", "Калининград, UTC+2"), ("Europe/Moscow", "Москва, UTC+3"), ("Europe/Samara", "Самара, UTC+4"),
        ("Asia/Yekaterinburg", "Екатеринбург, UTC+5"), ("Asia/Omsk", "Омск, UTC+6"), ("Asia/Novokuznetsk", "Новокузнецк, Красноярск, UTC+7"),
        ("Asia/Irkutsk", "Иркутск, UTC+8"), ("Asia/Yakutsk", "Якутск, UTC+9"), ("Asia/Vladivostok", "Владивосток, UTC+10"),
        ("Asia/Magadan", "Магадан, UTC+11"), ("Asia/Kamchatka", "Петропавловск-Камчатский, UTC+12"),
    ];
}
