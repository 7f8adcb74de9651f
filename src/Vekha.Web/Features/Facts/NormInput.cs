using System.ComponentModel.DataAnnotations;
using Vekha.Calendars;
using Vekha.Norms;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Facts;

/// <summary>What the form of a norm asks.</summary>
public sealed class NormInput
{
    [Display(Name = "Норма"), Required, StringLength(500)]
    public string Text { get; set; } = "";

    [Display(Name = "Мероприятие плана")]
    public Guid? MeasureId { get; set; }

    [Display(Name = "Сколько"), Required, Range(1, 1_000_000_000)]
    public long? Quantity { get; set; }

    [Display(Name = "Не менее (больше тоже хорошо)")]
    public bool AtLeast { get; set; } = true;

    [Display(Name = "Что считать"), Required, StringLength(100)]
    public string Unit { get; set; } = "";

    [Display(Name = "С кого спрашивать")]
    public NormPer Per { get; set; }

    [Display(Name = "Какой объект или событие"), StringLength(100)]
    public string? PerKind { get; set; }

    [Display(Name = "Как часто")]
    public NormRhythm Rhythm { get; set; }

    [Display(Name = "С какого дня"), Required]
    public DateOnly? First { get; set; }

    [Display(Name = "По какой день"), Required]
    public DateOnly? Last { get; set; }

    [Display(Name = "Считать факты всей программы, а не только этого мероприятия")]
    public bool WholeProgramme { get; set; }

    public int Version { get; set; }

    public static NormInput Of(NormWords words, Guid? measure, int version = 0) => new()
    {
        Text = words.Text, MeasureId = measure, Quantity = words.Quantity, AtLeast = words.AtLeast, Unit = words.Unit, Per = words.Per, PerKind = words.PerKind, Rhythm = words.Rhythm,
        First = words.Span.First, Last = words.Span.Last, WholeProgramme = words.WholeProgramme, Version = version,
    };

    public NormWords Words()
    {
        if (First > Last) throw new Refusal("Норма не сохранена", "Последний день раньше первого", "Проверьте обе даты") { Field = "Input.Last" };
        return new()
        {
            Text = Text, Quantity = Quantity!.Value, AtLeast = AtLeast, Unit = Unit, Per = Per, PerKind = PerKind, Rhythm = Rhythm, Span = new DateRange(First!.Value, Last!.Value), WholeProgramme = WholeProgramme,
        };
    }
}
