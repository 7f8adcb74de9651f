using System.ComponentModel.DataAnnotations;

namespace Vekha.Web.Features.Facts;

/// <summary>What the form of a fact asks.</summary>
public sealed class FactInput
{
    [Display(Name = "Мероприятие плана")]
    public Guid? MeasureId { get; set; }

    [Display(Name = "Что считать"), Required, StringLength(100)]
    public string Kind { get; set; } = "";

    [Display(Name = "Что произошло"), Required, StringLength(500)]
    public string Title { get; set; } = "";

    [Display(Name = "День"), Required]
    public DateOnly? Day { get; set; }

    [Display(Name = "Сколько"), Required, Range(1, 1_000_000_000)]
    public long? Quantity { get; set; } = 1;

    [Display(Name = "Где")]
    public Guid? TerritoryId { get; set; }

    [Display(Name = "Кто провёл")]
    public Guid? UnitId { get; set; }

    [Display(Name = "Объект")]
    public Guid? ObjectId { get; set; }

    [Display(Name = "Это событие, которого ждут сроки"), StringLength(300)]
    public string? Reaches { get; set; }

    [Display(Name = "Записать всё равно")]
    public bool DespiteDouble { get; set; }
}
