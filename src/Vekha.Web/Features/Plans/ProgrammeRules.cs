using System.ComponentModel.DataAnnotations;
using Vekha.Calendars;
using Vekha.Norms;
using Vekha.Resolving;

namespace Vekha.Web.Features.Plans;

/// <summary>What the form of a programme asks.</summary>
public sealed class ProgrammeRules
{
    [Display(Name = "Название"), Required, StringLength(200)]
    public string Name { get; set; } = "";

    [Display(Name = "Чья программа"), Required]
    public Guid? OrganisationId { get; set; }

    [Display(Name = "Территория"), StringLength(200)]
    public string? Territory { get; set; }

    [Display(Name = "Правила счёта")]
    public string Profile { get; set; } = DeadlinePolicy.Municipal.Name;

    [Display(Name = "«до 1 октября» включает 1 октября")]
    public bool BeforeIsInclusive { get; set; } = true;

    [Display(Name = "Срок выпал на выходной")]
    public ShiftRule Shift { get; set; } = ShiftRule.Back;

    [Display(Name = "Число для ежемесячных и ежеквартальных отчётов"), Range(1, 28)]
    public int ReportDay { get; set; } = 10;

    [Display(Name = "Отчёт о том, что исполняется постоянно")]
    public StandingReport StandingReport { get; set; }

    [Display(Name = "Региональные выходные")]
    public string? Region { get; set; }

    [Display(Name = "Часовой пояс")]
    public string TimeZoneId { get; set; } = "Europe/Moscow";

    [Display(Name = "Норма в неполном месяце или квартале")]
    public PartialRule? PartialIntervals { get; set; }

    [Display(Name = "Показывать на день")]
    public DateOnly? ShownOn { get; set; }

    [Display(Name = "Показывать ход программы жителям")]
    public bool IsPublic { get; set; }

    public int Version { get; set; }

    /// <summary>A new programme lives where its people do.</summary>
    public static ProgrammeRules New(TimeZoneInfo zone) => new() { TimeZoneId = zone.Id };

    public static ProgrammeRules Of(Programme programme) => new()
    {
        Name = programme.Name, OrganisationId = programme.OrganisationId, Territory = programme.Territory,
        Profile = programme.Policy.Name, BeforeIsInclusive = programme.Policy.BeforeIsInclusive, Shift = programme.Policy.Shifts.Plan,
        ReportDay = programme.Policy.ReportDay, StandingReport = programme.Policy.StandingReport,
        Region = programme.Policy.RegionalLayers.Count > 0 ? programme.Policy.RegionalLayers[0] : null, TimeZoneId = programme.Policy.TimeZoneId,
        PartialIntervals = programme.Policy.PartialIntervals,
        ShownOn = programme.ShownOn, IsPublic = programme.IsPublic, Version = programme.Version,
    };

    /// <summary>The profile chosen, with what the town has changed in it.</summary>
    public DeadlinePolicy Policy()
    {
        var profile = DeadlinePolicy.Profiles.FirstOrDefault(p => p.Name == Profile) ?? DeadlinePolicy.Municipal;
        return profile with
        {
            BeforeIsInclusive = BeforeIsInclusive, Shifts = profile.Shifts with { Plan = Shift }, ReportDay = ReportDay, StandingReport = StandingReport,
            RegionalLayers = CalendarLayer.Regional.Any(l => l.Name == Region) ? [Region!] : [], TimeZoneId = TimeZoneId, PartialIntervals = PartialIntervals,
        };
    }
}
