using Vekha.Campaigns;
using Vekha.Control;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

/// <summary>Where a form stands now. The state on a given day is worked out from its acts.</summary>
public enum FormPhase
{
    Open,
    Submitted,
    Returned,
    Accepted,
}

/// <summary>
/// «Отчётная форма»: one unit's answers for one day of a campaign. What is being written is a draft that only the unit sees;
/// what was sent, returned, accepted and corrected are acts that stay.
/// </summary>
public sealed class FormReport
{
    private readonly List<FormAct> acts = [];

    private FormReport() { }

    internal FormReport(Campaign campaign, CampaignDate date, CampaignUnit unit)
    {
        Id = Guid.CreateVersion7();
        (CampaignId, ProgrammeId, DateId, UnitId) = (campaign.Id, campaign.ProgrammeId, date.Id, unit.UnitId);
        (Due, Opens) = (date.Due, date.Opens);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid CampaignId { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public Guid DateId { get; private set; }
    public Guid UnitId { get; private set; }
    public DateOnly Due { get; private set; }
    public DateOnly Opens { get; private set; }
    public FormPhase Phase { get; private set; }

    /// <summary>What the unit has written so far, by cell, as it was typed.</summary>
    public Dictionary<string, string> Draft { get; private set; } = [];

    public List<FormConfirmation> Confirmed { get; private set; } = [];

    /// <summary>When the draft was written; <c>null</c> while nobody has begun.</summary>
    public DateTimeOffset? DraftAt { get; private set; }

    public IReadOnlyList<FormAct> Acts => acts;

    public bool TakesAnswers => Phase is FormPhase.Open or FormPhase.Returned;

    public void Write(Dictionary<string, string> typed, IEnumerable<FormConfirmation> confirmed, DateTimeOffset at)
    {
        MustTakeAnswers("Черновик не сохранён");
        (Draft, Confirmed, DraftAt) = (typed, [.. confirmed], at);
    }

    /// <summary>«Сдать»: the checked values go to the controller.</summary>
    public FormAct Send(FormCheck check, DateOnly on, DateTimeOffset at, FormAuthor by)
    {
        MustTakeAnswers("Форма не сдана");
        if (check.Remarks is [var first, ..]) throw new Refusal("Форма не сдана", $"{first.Cell.Title}: {first.Text}", "Поправьте отмеченное и сдайте снова");
        Phase = FormPhase.Submitted;
        return Act(FormEventKind.Submitted, on, at, by, act =>
        {
            act.Values = new(check.Values);
            act.Confirmed = [.. Confirmed.Where(c => check.Values.GetValueOrDefault(c.Key) == c.Value)];
        });
    }

    public FormAct SendBack(string? reason, DateOnly on, DateTimeOffset at, FormAuthor by)
    {
        if (Phase != FormPhase.Submitted) throw new Refusal("Форма не возвращена", Phase == FormPhase.Accepted ? "Она уже принята, период закрыт" : "Её ещё не сдали", Phase == FormPhase.Accepted ? "Исправьте цифру корректировкой" : null);
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal("Форма не возвращена", "Не указана причина", "Напишите, что исправить: подразделение увидит эти слова") { Field = "Reason" };
        Phase = FormPhase.Returned;
        return Act(FormEventKind.Returned, on, at, by, act => act.Reason = reason.Trim());
    }

    /// <summary>«Принять»: the period is closed, later changes are corrections.</summary>
    public FormAct Accept(DateOnly on, DateTimeOffset at, FormAuthor by)
    {
        if (Phase != FormPhase.Submitted) throw new Refusal("Форма не принята", Phase == FormPhase.Accepted ? "Она уже принята" : "Её ещё не сдали", "Откройте форму ещё раз");
        Phase = FormPhase.Accepted;
        return Act(FormEventKind.Accepted, on, at, by);
    }

    /// <summary>«Корректировка»: one value of an accepted form, the old one stays in sight.</summary>
    public FormAct Correct(FormCell cell, string? typed, string? reason, DateOnly on, DateTimeOffset at, FormAuthor by)
    {
        if (Phase != FormPhase.Accepted) throw new Refusal("Корректировка не записана", "Форма ещё не принята", "Верните её подразделению с причиной");
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal("Корректировка не записана", "Не указана причина", "Напишите, на каком основании меняется значение") { Field = "Why" };
        var reading = cell.Read(typed);
        if (reading.Problem is { } problem) throw new Refusal("Корректировка не записана", $"{cell.Title}: {problem}", "Впишите верное значение") { Field = "Value" };
        var before = ValuesOn(DateOnly.MaxValue)?.GetValueOrDefault(cell.Key);
        if (reading.Value is null && cell.Field.Required) throw new Refusal("Корректировка не записана", $"«{cell.Title}» нельзя оставить пустым", "Впишите значение") { Field = "Value" };
        if (reading.Value == before) throw new Refusal("Корректировка не записана", "Значение то же самое", "Впишите новое значение") { Field = "Value" };
        return Act(FormEventKind.Corrected, on, at, by, act => (act.Cell, act.Before, act.After, act.Reason) = (cell.Key, before, reading.Value, reason.Trim()));
    }

    public FormStatus StatusOn(DateOnly day) => FormStatus.Of(Due, Opens, InOrder.Select(a => new FormEvent(a.Kind, a.On)), day);

    /// <summary>The values that stood on a day: those sent last with the corrections since; <c>null</c> before anything was sent.</summary>
    public IReadOnlyDictionary<string, string>? ValuesOn(DateOnly day)
    {
        Dictionary<string, string>? values = null;
        foreach (var act in InOrder.Where(a => a.On <= day))
        {
            if (act.Kind == FormEventKind.Submitted) values = new(act.Values!);
            else if (act.Kind != FormEventKind.Corrected || values is null) continue;
            else if (act.After is { } after) values[act.Cell!] = after;
            else values.Remove(act.Cell!);
        }
        return values;
    }

    private IEnumerable<FormAct> InOrder => acts.OrderBy(a => a.Number);

    private FormAct Act(FormEventKind kind, DateOnly on, DateTimeOffset at, FormAuthor by, Action<FormAct>? fill = null)
    {
        var act = new FormAct(Id, acts.Count + 1, kind, on, at, by);
        fill?.Invoke(act);
        acts.Add(act);
        return act;
    }

    private void MustTakeAnswers(string what)
    {
        if (!TakesAnswers) throw new Refusal(what, Phase == FormPhase.Accepted ? $"Форма к {Ru.Digits(Due)} принята, период закрыт" : "Форма уже на проверке", Phase == FormPhase.Accepted ? "Если цифра неверна, попросите контролёра записать корректировку" : "Дождитесь решения контролёра");
    }
}

/// <summary>What happened to a form: sent, returned, accepted, corrected. Never changed.</summary>
public sealed class FormAct
{
    private FormAct() { }

    internal FormAct(Guid report, int number, FormEventKind kind, DateOnly on, DateTimeOffset at, FormAuthor by)
    {
        Id = Guid.CreateVersion7();
        (ReportId, Number, Kind, On, At, ById, ByName) = (report, number, kind, on, at, by.Id, by.Name);
    }

    public Guid Id { get; private set; }
    public Guid ReportId { get; private set; }
    public int Number { get; private set; }
    public FormEventKind Kind { get; private set; }
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? ById { get; private set; }

    /// <summary>The name as it was then.</summary>
    public string ByName { get; private set; } = "";
    public string? Reason { get; internal set; }

    /// <summary>What was sent.</summary>
    public Dictionary<string, string>? Values { get; internal set; }

    /// <summary>Jumps confirmed with the sending.</summary>
    public List<FormConfirmation> Confirmed { get; internal set; } = [];

    /// <summary>The cell corrected, with its values.</summary>
    public string? Cell { get; internal set; }
    public string? Before { get; internal set; }
    public string? After { get; internal set; }
}
