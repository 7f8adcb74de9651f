using System.Text.Json.Serialization;

namespace Vekha.Calendars;

/// <summary>«Вид дня» in the production calendar.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DayKind>))]
public enum DayKind
{
    /// <summary>«рабочий день».</summary>
    Working,
    /// <summary>«предпраздничный день»: working, one hour shorter (ст. 95 ТК).</summary>
    ShortWorking,
    /// <summary>«рабочая суббота»: a weekend day that works in exchange for another one.</summary>
    WorkingWeekend,
    /// <summary>«суббота», «воскресенье».</summary>
    Weekend,
    /// <summary>«нерабочий праздничный день» of ст. 112 ТК.</summary>
    Holiday,
    /// <summary>«перенесённый выходной»: a weekday off in exchange for a weekend day.</summary>
    Transferred,
    /// <summary>«нерабочий день по указу» of 2020–2021. By general rule it does not move deadlines.</summary>
    Decree,
    /// <summary>«выходной в регионе или городе»: a day off by a decision of a region or a town.</summary>
    Regional,
}
