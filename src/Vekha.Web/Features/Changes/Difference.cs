using System.Text.Json;
using Vekha.Deadlines;
using Vekha.Documents.Writing;
using Vekha.Plans;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Changes;

/// <summary>A line of «текущая редакция / новая редакция / разница».</summary>
/// <param name="Code">The row of the plan.</param>
/// <param name="What">«срок», «исполнители», «мероприятие».</param>
/// <param name="Gap">What the difference is: «позже на 33 дня», «добавлен …».</param>
public sealed record Difference(string Code, string Title, string What, string Before, string After, string Gap)
{
    /// <summary>What two versions of a plan differ in, in the order of the later one.</summary>
    /// <param name="dayOf">The last control day by the words of a row.</param>
    public static IReadOnlyList<Difference> Between(PlanVersion before, PlanVersion after, Func<IReadOnlyList<Deadline>, string?, DateOnly?> dayOf) =>
        [.. ReviewComparison.Of(Rows(before), Rows(after)).Lines.SelectMany(pair => Of(pair, dayOf))];

    /// <summary>The difference that a request would make, or has made.</summary>
    public static Difference Of(ChangeRequest request, string code, string title) =>
        new(code, title, request.Kind.Word(), request.Before, request.Kind == ChangeKind.Cancel ? "исключить" : request.After, GapOf(request));

    /// <summary>«контрольный день позже на 33 дня (26.02.2021 → 31.03.2021)».</summary>
    public static string GapOf(ChangeRequest r) => r.Kind switch
    {
        ChangeKind.Deadline => Days(r.Control, r.NewControl),
        ChangeKind.Executors => Names(r.Before.Split('\n', StringSplitOptions.TrimEntries), [.. ChangeDesk.Names(r.After)]),
        ChangeKind.Title => "изложено в новой редакции",
        _ => "мероприятие исключается, поручения снимаются с контроля",
    };

    private static IEnumerable<Difference> Of(ComparedPair pair, Func<IReadOnlyList<Deadline>, string?, DateOnly?> dayOf) => pair.Change switch
    {
        RowChange.Added => [new(pair.After!.Code, pair.After.Title, "мероприятие", "", $"{pair.After.Title}; срок: {pair.After.DeadlineText ?? "не указан"}; {string.Join("; ", pair.After.Executors)}", "добавлено")],
        RowChange.Removed => [new(pair.Before!.Code, pair.Before.Title, "мероприятие", $"{pair.Before.Title}; срок: {pair.Before.DeadlineText ?? "не указан"}; {string.Join("; ", pair.Before.Executors)}", "", "исключено")],
        RowChange.Changed => pair.Fields.Select(f => new Difference(pair.After!.Code, pair.After.Title, f.Name, f.Before, f.After, f.Name switch
        {
            "срок" => Days(dayOf(pair.Before!.Deadlines, pair.Before.DeadlineText), dayOf(pair.After.Deadlines, pair.After.DeadlineText)),
            "исполнители" => Names(pair.Before!.Executors, pair.After.Executors),
            _ => "изложено в новой редакции",
        })),
        RowChange.Moved => [new(pair.After!.Code, pair.After.Title, "место", $"п. {pair.Before!.Code}", $"п. {pair.After.Code}", "перемещено")],
        _ => [],
    };

    private static string Days(DateOnly? was, DateOnly? now) => (was, now) switch
    {
        ({ } a, { } b) when b > a => $"позже на {Ru.Days(b.DayNumber - a.DayNumber)}",
        ({ } a, { } b) when b < a => $"раньше на {Ru.Days(a.DayNumber - b.DayNumber)}",
        ({ }, { }) => "день тот же",
        _ => "срок изложен иначе",
    };

    private static string Names(IReadOnlyList<string> was, IReadOnlyList<string> now)
    {
        var same = StringComparer.CurrentCultureIgnoreCase;
        var (gone, come) = (was.Except(now, same).ToList(), now.Except(was, same).ToList());
        var parts = new[] { come.Count > 0 ? $"добавлено: {string.Join("; ", come)}" : null, gone.Count > 0 ? $"исключено: {string.Join("; ", gone)}" : null }.OfType<string>().ToList();
        return parts.Count > 0 ? string.Join(". ", parts) : "порядок: меняется ответственный";
    }

    private sealed record Frozen(string Code, string Title, string? DeadlineText, List<Deadline>? Deadlines, List<string>? Executors);

    private static List<ComparedRow> Rows(PlanVersion version) =>
        [.. (JsonSerializer.Deserialize<List<Frozen>>(version.Text) ?? []).Select(r => new ComparedRow(r.Code, null, r.Title, r.Executors ?? [], r.DeadlineText, r.Deadlines ?? []))];
}

/// <summary>«Сравнительная таблица изменений»: the paper of differences.</summary>
internal static class ChangesPaper
{
    /// <param name="title">Title of the plan.</param>
    /// <param name="lead">Which versions, or that it is a project.</param>
    /// <param name="grounds">Requests and acts, a paragraph each.</param>
    public static Paper Of(string title, IReadOnlyList<string> lead, IReadOnlyList<Difference> differences, IReadOnlyList<string> grounds, PaperSignature? signature, DateOnly on) => new()
    {
        Title = $"Сравнительная таблица изменений\n{title}",
        Orientation = PaperOrientation.Landscape,
        Lead = lead,
        Body =
        [
            differences.Count == 0 ? new PaperParagraph("Тексты совпадают.") : new PaperTable("Изменения",
                [new("№", 1.4), new("Мероприятие", 5), new("Что меняется", 2.4), new("Текущая редакция", 5), new("Новая редакция", 5), new("Разница", 3.5)],
                [.. differences.Select(d => PaperRow.Of(d.Code, d.Title, d.What, d.Before, d.After, d.Gap))]) { Description = "Текущая и новая редакции рядом" },
            .. grounds.Count == 0 ? Array.Empty<PaperBlock>() : [new PaperHeading("Причины и обоснование"), .. grounds.Select(g => new PaperParagraph(g))],
        ],
        Signatures = signature is null ? [] : [signature],
        Made = on,
    };
}
