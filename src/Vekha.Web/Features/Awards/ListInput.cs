using System.ComponentModel.DataAnnotations;

namespace Vekha.Web.Features.Awards;

/// <summary>What the form of a list asks.</summary>
public sealed class ListInput
{
    [Display(Name = "Название списка"), StringLength(300)]
    public string? Title { get; set; }

    [Display(Name = "Мероприятие плана")]
    public Guid? MeasureId { get; set; }

    [Display(Name = "Кто готовит")]
    public Guid? UnitId { get; set; }

    [Display(Name = "Где вручат")]
    public Guid? EventId { get; set; }

    [Display(Name = "Вид акта")]
    public ActKind Act { get; set; }

    [Display(Name = "Заголовок акта"), StringLength(400)]
    public string? Subject { get; set; } = "О награждении";

    [Display(Name = "В соответствии с"), StringLength(1000)]
    public string? Ground { get; set; }

    [Display(Name = "Общая заслуга: за"), StringLength(500)]
    public string? Merit { get; set; }

    [Display(Name = "Кто подписывает: должность"), StringLength(200)]
    public string? SignPost { get; set; } = "Глава";

    [Display(Name = "И.О. Фамилия"), StringLength(100)]
    public string? SignName { get; set; }

    [Display(Name = "Контроль за выполнением"), StringLength(300)]
    public string? Control { get; set; }

    public int Version { get; set; }

    public static ListInput Of(AwardList l) => new()
    {
        Title = l.Title, MeasureId = l.MeasureId, UnitId = l.UnitId, EventId = l.EventId, Act = l.Act, Subject = l.Subject, Ground = l.Ground, Merit = l.Merit, SignPost = l.SignPost, SignName = l.SignName, Control = l.Control, Version = l.Version,
    };

    public AwardTerms Terms() => new()
    {
        Title = Title ?? "", UnitId = UnitId ?? Guid.Empty, MeasureId = MeasureId, EventId = EventId, Act = Act, Subject = Subject, Ground = Ground, Merit = Merit, SignPost = SignPost, SignName = SignName, Control = Control,
    };
}
