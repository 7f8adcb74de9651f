using System.ComponentModel.DataAnnotations;

namespace Vekha.Web.Features.Reminders;

/// <summary>What the form of one's reminders asks.</summary>
public sealed class SettingsForm
{
    [Display(Name = "Присылать сводку на рабочую почту")]
    public bool ByMail { get; set; } = true;

    [Display(Name = "Не раньше")]
    public int Hour { get; set; } = 8;

    [Display(Name = "О сроках, которые подходят")]
    public bool Ahead { get; set; } = true;

    [Display(Name = "О поручениях других")]
    public bool OfOthers { get; set; } = true;

    [Display(Name = "О решениях")]
    public bool Decisions { get; set; } = true;

    [Display(Name = "Дни без писем")]
    public List<DayOfWeek> QuietDays { get; set; } = [];

    [Display(Name = "Не писать с")]
    public DateOnly? QuietFrom { get; set; }

    [Display(Name = "Не писать по")]
    public DateOnly? QuietUntil { get; set; }

    public int Version { get; set; }

    public static SettingsForm Of(NoticeSettings settings) => new()
    {
        ByMail = settings.ByMail, Hour = settings.Hour, Ahead = settings.Ahead, OfOthers = settings.OfOthers, Decisions = settings.Decisions, QuietDays = settings.QuietDays,
        QuietFrom = settings.QuietFrom, QuietUntil = settings.QuietUntil, Version = settings.Version,
    };
}
