using Vekha.Campaigns;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>
/// «Сбор отчётности»: one form that several units send by several days. While it is a draft its form, dates and units are
/// put together; begun, the form is locked, so that every unit answers the same questions.
/// </summary>
public sealed partial class Campaign
{
    private readonly List<CampaignDate> dates = [];
    private readonly List<CampaignUnit> units = [];
    private readonly List<CampaignMeasure> measures = [];

    private Campaign() { }

    /// <param name="about">Measures whose reports are collected; at least one.</param>
    public Campaign(string title, Plan plan, IEnumerable<Guid> about)
    {
        Id = Guid.CreateVersion7();
        (ProgrammeId, PlanId) = (plan.ProgrammeId, plan.Id);
        measures.AddRange(about.Distinct().Select(m => new CampaignMeasure(Id, m)));
        if (measures.Count == 0) throw new Refusal("Сбор не создан", "Не выбрано ни одного мероприятия", "Отметьте строки плана, по которым собираете отчёты");
        Call(title);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public Guid PlanId { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>«Форма»: what every unit answers.</summary>
    public List<FormField> Fields { get; private set; } = [];

    /// <summary>The days in words where a person named them; <c>null</c> takes those of the measures.</summary>
    public string? DateWords { get; private set; }

    public DateOnly? StartedOn { get; private set; }
    public string? StartedBy { get; private set; }

    public bool IsStarted => StartedOn is not null;
    public IReadOnlyList<CampaignDate> Dates => dates;
    public IReadOnlyList<CampaignUnit> Units => units;
    public IReadOnlyList<CampaignMeasure> Measures => measures;

    public void Call(string title) => Title = string.IsNullOrWhiteSpace(title)
        ? throw new Refusal("Сбор не сохранён", "У него нет названия", "Назовите его так, чтобы подразделение узнало: «Отчёт о работе клубов по месту жительства»") { Field = "Title" }
        : title.Trim();

    /// <summary>«Начать сбор»: makes a form for every day and unit.</summary>
    /// <returns>The forms to save.</returns>
    public IReadOnlyList<FormReport> Start(DateOnly on, FormAuthor by)
    {
        MustBeDraft("Сбор не начат");
        if (Fields.Count == 0) throw new Refusal("Сбор не начат", "В форме нет ни одного показателя", "Добавьте показатели, которые должны заполнить подразделения");
        if (dates.Count == 0) throw new Refusal("Сбор не начат", "Нет ни одного дня сдачи", "Впишите дни, например «23.10.2017, 15.11.2017» или «ежемесячно до 5 числа»");
        if (units.Count == 0) throw new Refusal("Сбор не начат", "Некому сдавать", "Выберите подразделения, которые сдают форму");
        (StartedOn, StartedBy) = (on, by.Name);
        return [.. dates.SelectMany(d => units.Select(u => new FormReport(this, d, u)))];
    }

    /// <summary>«Добавить подразделение»; to a campaign that goes on, with forms for the days that are still to come.</summary>
    /// <returns>Forms to save; none while it is a draft.</returns>
    public IReadOnlyList<FormReport> AddUnit(Guid unit, string name, string? district, DateOnly today)
    {
        MustGoOn("Подразделение не добавлено");
        if (units.Exists(u => u.UnitId == unit)) throw new Refusal("Подразделение не добавлено", $"«{name}» уже сдаёт эту форму", "Выберите другое");
        var added = new CampaignUnit(Id, unit, name, district, units.Count == 0 ? 0 : units.Max(u => u.Position) + 1);
        units.Add(added);
        return IsStarted ? [.. dates.Where(d => d.Due >= today).Select(d => new FormReport(this, d, added))] : [];
    }

    public CampaignUnit RemoveUnit(Guid unit)
    {
        MustBeDraft("Подразделение не убрано");
        var gone = units.Single(u => u.UnitId == unit);
        units.Remove(gone);
        return gone;
    }

    /// <summary>Puts other days in place of those before.</summary>
    /// <returns>The days taken out, to be removed.</returns>
    public IReadOnlyList<CampaignDate> FallOn(string? words, IEnumerable<CampaignDate> days)
    {
        MustBeDraft("Дни не изменены");
        DateWords = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        List<CampaignDate> before = [.. dates];
        dates.Clear();
        dates.AddRange(days.DistinctBy(d => d.Due).OrderBy(d => d.Due));
        return before;
    }

    private void MustBeDraft(string what)
    {
        if (IsStarted) throw new Refusal(what, "Сбор уже идёт, подразделения заполняют форму", "Чтобы спросить о другом, создайте новый сбор");
    }
}

/// <summary>«День сдачи» of a campaign.</summary>
public sealed class CampaignDate
{
    private CampaignDate() { }

    public CampaignDate(Guid campaign, DateOnly due, DateOnly nominal, DateOnly opens, string why)
    {
        Id = Guid.CreateVersion7();
        (CampaignId, Due, Nominal, Opens, Why) = (campaign, due, nominal, opens, why);
    }

    public Guid Id { get; private set; }
    public Guid CampaignId { get; private set; }

    /// <summary>The control day.</summary>
    public DateOnly Due { get; private set; }

    /// <summary>The day the words mean.</summary>
    public DateOnly Nominal { get; private set; }

    /// <summary>From this day on it is time to send.</summary>
    public DateOnly Opens { get; private set; }

    /// <summary>Why the control day is another than the nominal one; may be empty.</summary>
    public string Why { get; private set; } = "";
}

/// <summary>«Кто сдаёт»: a unit with the name it had when it was chosen.</summary>
public sealed class CampaignUnit
{
    private CampaignUnit() { }

    internal CampaignUnit(Guid campaign, Guid unit, string name, string? district, int position) =>
        (CampaignId, UnitId, Name, District, Position) = (campaign, unit, name, district, position);

    public Guid CampaignId { get; private set; }
    public Guid UnitId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Its territory: rows of the consolidated sheet are grouped by it.</summary>
    public string? District { get; private set; }
    public int Position { get; private set; }

    /// <summary>The unit of the campaign whose number this one's goes into: the one that handed it its part, or that stands above it; <c>null</c> for the uppermost.</summary>
    public Guid? ParentUnitId { get; private set; }

    internal void ComeUnder(Guid? parent) => ParentUnitId = parent == UnitId ? null : parent;
}

/// <summary>A measure whose reports a campaign collects.</summary>
public sealed class CampaignMeasure
{
    private CampaignMeasure() { }

    internal CampaignMeasure(Guid campaign, Guid measure) => (CampaignId, MeasureId) = (campaign, measure);

    public Guid CampaignId { get; private set; }
    public Guid MeasureId { get; private set; }
}
