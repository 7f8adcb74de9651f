namespace Vekha.Deadlines.Reading;

/// <summary>What a person is asked instead of a silent guess, and what the explanation says.</summary>
internal sealed partial class Grammar
{
    private static DeadlineQuestion Question(string text) => new(text, []);

    private static readonly DeadlineQuestion WhatIsMeant = Question("Срок не распознан. Каким он должен быть?");
    private static readonly DeadlineQuestion NotAllRead = Question("Прочитано не всё, что сказано о времени. Верен ли срок?");
    private static readonly DeadlineQuestion OnlySubject = Question("Назван период, о котором идёт речь, а не срок. Когда исполнить?");
    private static readonly DeadlineQuestion WhichYear = Question("Год не назван ни в тексте, ни в плане. Какого года срок?");
    private static readonly DeadlineQuestion NoSuchDay = Question("Такого дня в месяце нет, взят последний. Какой день имелся в виду?");
    private static readonly DeadlineQuestion UsualLimits = Question("Взяты обычные границы. Каковы они у вас?");
    private static readonly DeadlineQuestion SoftWords = Question("Границы названы неточно. Какие дни имелись в виду?");
    private static readonly DeadlineQuestion LostNumber = Question("Число дней в документе потеряно. Сколько их?");
    private static readonly DeadlineQuestion HowUrgent = Question("За сколько дней у вас исполняют срочное?");
    private static readonly DeadlineQuestion WhichWindow = Question("Дни названного периода неизвестны. Когда он начинается и кончается?");
    private static readonly DeadlineQuestion EveryWeek = Question("Назван день недели без даты. Это каждую неделю?");

    private void Ask(DeadlineQuestion question)
    {
        if (!questions.Contains(question)) questions.Add(question);
    }

    private void Ask(string text, params Deadline[] candidates) => Ask(new DeadlineQuestion(text, [.. candidates.Select(c => (IReadOnlyList<Deadline>)[c])]));

    /// <summary>«Апрель Май»: from April to May, or April and May.</summary>
    private void AskAboutList(in Item item)
    {
        var one = item with { IsSpan = false };
        var two = one with { Unit = item.UnitTo };
        Ask(new DeadlineQuestion("Между месяцами потерян знак. Это один срок или два?", [[SpanOf(item)], [UnitOf(one), UnitOf(two)]]));
    }

    /// <summary>One Russian line: where the year came from and what was left out.</summary>
    private string? Explain()
    {
        var fromPlan = usedContext;
        for (var i = 0; i < itemCount && !fromPlan; i++) fromPlan |= items[i].YearFromPlan && (!items[i].Dropped || items[i].Kind == TermKind.Unit);
        string? year = fromPlan && contextYear > 0 && context.YearFrom is { } from ? $"год — {from}" : null;
        if (rolledOver) year = year is null ? "переход через новый год" : year + ", с переходом через новый год";
        var time = droppedTime ? "время дня не учтено" : null;
        return year is null ? time : time is null ? year : $"{year}; {time}";
    }
}
