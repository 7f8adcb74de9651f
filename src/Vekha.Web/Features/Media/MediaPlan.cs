using System.ComponentModel.DataAnnotations;
using Vekha.Calendars;
using Vekha.Media;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>
/// «Медиаплан»: publications of one programme over a period, kept by a press unit. It may follow the rows of an approved plan, and
/// it may be what «по отдельному плану» of a measure means.
/// </summary>
public sealed class MediaPlan
{
    private MediaPlan() { }

    public MediaPlan(Programme programme, string title, DateRange period, Guid unit)
    {
        (Id, ProgrammeId, UnitId) = (Guid.CreateVersion7(), programme.Id, unit);
        Call(title, period);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }

    /// <summary>The approved plan whose rows make tasks, or <c>null</c>.</summary>
    public Guid? PlanId { get; private set; }

    /// <summary>The measure that says «по отдельному плану» and means this one, or <c>null</c>.</summary>
    public Guid? MeasureId { get; private set; }

    /// <summary>«Кто ведёт»: the press unit; its executors see and write everything here.</summary>
    public Guid UnitId { get; private set; }

    [Display(Name = "Название")]
    public string Title { get; private set; } = "";

    [Display(Name = "Первый день")]
    public DateOnly First { get; private set; }

    [Display(Name = "Последний день")]
    public DateOnly Last { get; private set; }

    /// <summary>«#СДЕЛАЕМВМЕСТЕ»: every text must carry it; <c>null</c> where none is asked.</summary>
    [Display(Name = "Хэштег")]
    public string? Hashtag { get; private set; }

    /// <summary>A text is approved by another person before it comes out.</summary>
    [Display(Name = "Тексты утверждают")]
    public bool NeedsApproval { get; private set; } = true;

    /// <summary>What a month of which the plan covers only a part owes; <c>null</c> while nobody has said.</summary>
    [Display(Name = "Неполный месяц")]
    public PartialPeriod? Partial { get; private set; }

    /// <summary>Keys of the channels in use.</summary>
    public List<string> Channels { get; private set; } = [];

    public DateRange Period => new(First, Last);

    public void Call(string title, DateRange period)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new Refusal("Медиаплан не сохранён", "У него нет названия", "Назовите его: «Медиаплан краеведческого портала на 2020–2021 годы»") { Field = "Input.Title" };
        (Title, First, Last) = (title.Trim(), period.First, period.Last);
    }

    public void KeptBy(Guid unit) => UnitId = unit;

    /// <summary>Where publications come out; what the law closes to the publisher cannot be chosen.</summary>
    public void ComeOutIn(IEnumerable<string> channels, ChannelTable table, Publisher publisher)
    {
        List<string> chosen = [.. channels.Distinct()];
        foreach (var key in chosen)
            if (table.Find(key) is not { } rule || !rule.IsOpenTo(publisher))
                throw new Refusal("Медиаплан не сохранён", table.Find(key) is { Ban: { } ban } closed ? $"{closed.Name}: {ban.Law}, {ban.Reason}" : "Такой площадки нет", "Выберите площадки из списка") { Field = "Input.Channels" };
        if (chosen.Count == 0) throw new Refusal("Медиаплан не сохранён", "Не выбрано ни одной площадки", "Отметьте, где выходят публикации") { Field = "Input.Channels" };
        Channels = chosen;
    }

    public void Ask(string? hashtag, bool needsApproval, PartialPeriod? partial) =>
        (Hashtag, NeedsApproval, Partial) = (Vekha.Media.Hashtag.Of(hashtag), needsApproval, partial);

    /// <summary>«Строки плана»: the approved plan whose rows make tasks.</summary>
    public void Follow(Plan? plan) => PlanId = plan is null || plan.ProgrammeId == ProgrammeId ? plan?.Id : throw new Refusal("Медиаплан не сохранён", "План другой программы", "Выберите план этой программы");

    /// <summary>«Связать с мероприятием»: the progress of the measure becomes published ÷ planned.</summary>
    public void StandFor(Guid? measure) => MeasureId = measure;
}
