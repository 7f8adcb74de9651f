using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>A line of the card's journal.</summary>
/// <param name="On">The day in the life of the programme.</param>
/// <param name="At">The moment it was written down.</param>
/// <param name="Icon">Name of an icon.</param>
/// <param name="Who">Short name, or empty where Vekha did it.</param>
/// <param name="What">«отчёт сдан повторно, файлов 2».</param>
/// <param name="Quote">The words of the person, or <c>null</c>.</param>
public sealed record CardEvent(DateOnly On, DateTimeOffset At, string Icon, string Who, string What, string? Quote)
{
    internal static IReadOnlyList<CardEvent> Of(AssignmentCard card)
    {
        var a = card.Assignment;
        var approved = card.Plan.InForce;
        IEnumerable<CardEvent> all =
        [
            new(a.PutOnControlOn, approved?.At ?? DateTimeOffset.MinValue, "flag", "", a.ObjectName is { } about ? $"Поставлено на контроль: наступило событие, которого ждал срок («{about}»)" : $"Поставлено на контроль. План утверждён, версия {approved?.Number ?? 1}", null),
            .. a.Reports.Select(r => new CardEvent(r.On, r.At, "send", r.AuthorName ?? card.NameOf(r.ById), Sent(r), r.LateReason is { } late ? $"Почему позже срока: {(r.LateKind is { } kind ? kind + ". " : "")}{late}" : null)),
            .. a.Returns.Select(r => new CardEvent(r.On, r.At, "arrow-back-up", card.NameOf(r.ById), "отчёт возвращён на доработку", r.Reason)),
            .. card.Passed.Select(h => new CardEvent(h.On, h.At, "arrows-exchange", card.NameOf(h.ById), $"поручение передано: было за сотрудником {card.NameOf(h.FromId)}, стало за сотрудником {card.NameOf(h.ToId)}", h.Ground)),
            .. a.Extensions.Select(e => new CardEvent(e.On, e.At, "calendar-plus", card.NameOf(e.ById), $"срок продлён: был {Ru.Day(e.From)}, стал {Ru.Day(e.Until)}", e.Ground)),
            .. a.TermChanges.Select(c => new CardEvent(c.On, c.At, "calendar-event", card.NameOf(c.ById), $"{(c.ByEvent ? "срок вычислен заново" : $"срок изменён версией {c.PlanVersion} плана")}: был {Said(c.From)}, стал {Said(c.Control)}", c.Ground)),
            .. a.Acceptance is { } done ? [new CardEvent(done.On, done.At, "circle-check", card.NameOf(done.ById), "отчёт принят", done.Remark)] : Array.Empty<CardEvent>(),
            .. a.Release is { } off ? [new CardEvent(off.On, off.At, off.AsObsolete ? "ban" : "archive", card.NameOf(off.ById), off.AsObsolete ? "снято как неактуальное" : "снято с контроля", off.Ground)] : Array.Empty<CardEvent>(),
        ];
        return [.. all.Where(e => e.On <= card.Day).OrderByDescending(e => e.On).ThenByDescending(e => e.At)];
    }

    private static string Said(DateOnly? day) => day is { } known ? Ru.Day(known) : "не вычислен";

    private static string Sent(Report report)
    {
        var again = report.Number > 1 ? "отчёт сдан повторно" : "отчёт сдан";
        if (report.InsteadOf is { } absent) again += $" (замещает: {absent})";
        return report.Files.Count == 0 ? again + ", без файлов" : $"{again}, {Ru.Count(report.Files.Count, Noun.File)}";
    }
}
