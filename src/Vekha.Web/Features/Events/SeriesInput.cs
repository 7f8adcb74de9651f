using System.ComponentModel.DataAnnotations;

namespace Vekha.Web.Features.Events;

/// <summary>What the form of a new series asks beyond what one event asks.</summary>
public sealed class SeriesInput
{
    [Display(Name = "Название"), StringLength(400)]
    public string? Title { get; set; }

    [Display(Name = "Вид события"), StringLength(80)]
    public string? Kind { get; set; } = "семинар";

    [Display(Name = "Мероприятие плана")]
    public Guid? MeasureId { get; set; }

    [Display(Name = "Дни"), StringLength(4000)]
    public string? Days { get; set; }

    [Display(Name = "Начало"), StringLength(5)]
    public string? From { get; set; } = "15:00";

    [Display(Name = "Окончание"), StringLength(5)]
    public string? Until { get; set; }

    /// <summary>Every site on every day; otherwise the days go round among the sites.</summary>
    [Display(Name = "Как разложить дни по площадкам")]
    public bool EachOnEveryDay { get; set; } = true;

    [Display(Name = "Форма")]
    public EventForm Form { get; set; }

    [Display(Name = "Запись участников")]
    public RegistrationMode Mode { get; set; }

    [Display(Name = "Мест на каждом")]
    public int? Places { get; set; }

    [Display(Name = "О чём"), StringLength(4000)]
    public string? About { get; set; }

    [Display(Name = "Показывать на портале")]
    public bool IsPublic { get; set; }
}
