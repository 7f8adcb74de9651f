using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Changes;

/// <summary>«Просьба»: what a form of a change request says.</summary>
public sealed record Ask
{
    public ChangeKind Kind { get; init; }
    public Guid? AssignmentId { get; init; }
    public string? After { get; init; }
    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];
    public string? Reason { get; init; }
    public string? Impact { get; init; }

    /// <summary>The reason of the list; asked with another day.</summary>
    public string? ReasonKind { get; init; }

    /// <summary>Refuses a request without reasons or without a difference.</summary>
    public void MustBeWhole(Measure measure)
    {
        const string not = "Запрос не подан";
        if (measure.RemovedOn is not null) throw new Refusal(not, "Мероприятия уже нет в плане", "Посмотрите действующую версию");
        if (Kind != ChangeKind.Cancel && string.IsNullOrWhiteSpace(After)) throw new Refusal(not, "Нет новой редакции", "Впишите, как должно стать") { Field = "Input.After" };
        if (Kind != ChangeKind.Cancel && Plain(After!) == Plain(ChangeRequest.WordsOf(measure, Kind))) throw new Refusal(not, "Новая редакция совпадает с действующей", "Впишите, что должно измениться") { Field = "Input.After" };
        if (Kind == ChangeKind.Deadline && (Deadlines.Count == 0 || Deadlines.Any(d => d is Deadline.Unknown)))
            throw new Refusal(not, "Срок не понят", "Напишите словами плана: «до 26.03.2021», «март 2021», «IV квартал»") { Field = "Input.After" };
        if (string.IsNullOrWhiteSpace(Reason)) throw new Refusal(not, "Не указаны причины", "Напишите, что помешало: по ним примут решение") { Field = "Input.Reason" };
        if (string.IsNullOrWhiteSpace(Impact)) throw new Refusal(not, "Нет анализа влияния", "Напишите, что изменится для показателей, других мероприятий и исполнителей; если ничего — так и напишите") { Field = "Input.Impact" };
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}

/// <summary>«Срок подачи»: by which day the request had to be filed, and what it does to the control day.</summary>
/// <param name="Control">The control day in force.</param>
/// <param name="NewControl">The control day by the new words.</param>
/// <param name="AskBy">The last day in time.</param>
/// <param name="Extended">How often the day was moved later before.</param>
public sealed record Notice(DateOnly? Control, DateOnly? NewControl, DateOnly? AskBy, int Extended)
{
    /// <summary>Worked out from the open assignments of the row; those of the one who asks, where one asks for oneself.</summary>
    public static Notice Of(Ask ask, Programme programme, Plan plan, Measure measure, IReadOnlyList<Assignment> its)
    {
        var (calendar, policy) = (programme.Policy.Calendar(), programme.Policy);
        var concerned = its.Where(a => a.Id == ask.AssignmentId).ToList() is { Count: > 0 } own ? own : [.. its.Where(a => !a.IsClosed && a.ParentId is null)];
        var control = concerned.Where(a => !a.IsClosed).Min(a => a.Control);
        // Words and executors may be changed at any time; a day and the row itself only before they run out.
        var clock = ask.Kind is ChangeKind.Deadline or ChangeKind.Cancel;
        var extended = concerned.Select(a => a.Extensions.Count + a.TermChanges.Count(c => c.IsExtension)).DefaultIfEmpty().Max();
        return new(control, ask.Kind == ChangeKind.Deadline ? NewDay(ask, plan, measure, policy) : null, clock && control is { } day ? policy.LastDayToAskForExtension(day, calendar) : null, extended);
    }

    private static DateOnly? NewDay(Ask ask, Plan plan, Measure measure, DeadlinePolicy policy)
    {
        var context = new ResolutionContext(policy.Calendar(), policy, plan.Period) { Class = measure.DeadlineClass, Signed = plan.InForce?.ApprovedOn, Text = ask.After };
        return ask.Deadlines.SelectMany(d => Resolution.Of(d, context).ControlDays).Select(d => (DateOnly?)d.Control).Min();
    }
}
