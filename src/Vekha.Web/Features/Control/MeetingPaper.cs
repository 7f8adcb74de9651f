using Vekha.Documents.Writing;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>«Справка к совещанию»: the week in figures and lists, the same that stands on the page.</summary>
internal static class MeetingPaper
{
    public static Paper Of(WeekComparison week, IReadOnlyList<CountedDelay> reasons)
    {
        var scene = week.Scene;
        return new()
        {
            Title = $"Справка к оперативному совещанию\nпо программе «{scene.Programme.Name}», {scene.Programme.Territory}",
            Orientation = PaperOrientation.Landscape,
            Lead = [.. scene.Plan is { } plan ? [plan.Title] : Array.Empty<string>(), $"по состоянию на\u00A0{Ru.PaperDay(scene.Day)}, в сравнении с\u00A0{Ru.PaperDay(week.Since)}"],
            Body =
            [
                Figures(week),
                .. List("Стало просроченным", "За неделю новых просроченных нет.", week.BecameOverdue),
                .. List("Закрыто", "За неделю ничего не закрыто.", week.Closed),
                .. List("Сдвинуто", null, week.Moved),
                .. List("Возвращено на доработку", null, week.SentBack),
                .. Slid(week),
                .. List("Срок до " + Ru.PaperDay(week.Until), "До этого дня сроков нет.", [.. week.Coming.Select(r => new WeekChange(r, r.Status.Line))]),
                .. Reasons(reasons),
            ],
            Notes = ["Дисциплина — исполнено в срок ÷ срок наступил; продлённые считаются по новому сроку."],
            Made = scene.Day,
        };
    }

    private static PaperTable Figures(WeekComparison week)
    {
        var (was, now) = (week.Before, week.Now);
        PaperRow Line(string what, string before, string after) => PaperRow.Of(what, before, after);
        return new("Итоги недели", [new("Показатель", 9), new(Ru.Digits(week.Since), 3, PaperAlignment.Center), new(Ru.Digits(week.Scene.Day), 3, PaperAlignment.Center)],
        [
            Line("Просрочено", Ru.Number(was.Overdue), Ru.Number(now.Overdue)),
            Line("Исполнительская дисциплина", Said(was), Said(now)),
            Line("в том числе с продлённым сроком", Ru.OutOf(was.Discipline.ExtendedInTime, was.Discipline.Extended), Ru.OutOf(now.Discipline.ExtendedInTime, now.Discipline.Extended)),
            Line("Исполнено", Ru.Number(was.Closed), Ru.Number(now.Closed)),
            Line("На проверке", Ru.Number(was.UnderCheck), Ru.Number(now.UnderCheck)),
            Line("На контроле открытых", Ru.Number(was.OnControl), Ru.Number(now.OnControl)),
        ]) { Description = "Показатели неделю назад и теперь" };
    }

    private static string Said(WeekFigures figures) => figures.Discipline.Percent is { } percent ? $"{Ru.Percent(percent)}, в срок {Ru.OutOf(figures.Discipline.InTime, figures.Discipline.Due)}" : "сроков не было";

    private static IEnumerable<PaperBlock> List(string title, string? none, IReadOnlyList<WeekChange> changes)
    {
        if (changes.Count == 0 && none is null) yield break;
        yield return new PaperHeading(changes.Count > 0 ? $"{title}: {changes.Count}" : title);
        var name = title.Length > 28 ? "Ближайшие сроки" : title;
        if (changes.Count == 0) yield return new PaperParagraph(none!);
        else if (WeekGroup.Of(changes) is { } groups)
            yield return new PaperTable(name, [new("Исполнитель", 12), new("Срок", 3, PaperAlignment.Center), new("Состояние", 6), new("Что изменилось", 8)],
                [.. groups.SelectMany(g => (PaperRow[])[new PaperRow.Stage(g.Title, Ru.Count(g.Rows.Count, Noun.Assignment) + (g.Why is { } why ? $"; срок: {why}" : "")), .. g.Rows.Select(Line)])]) { Description = title };
        else
            yield return new PaperTable(name,
                [new("№", 1.3, PaperAlignment.Center), new("Мероприятие", 9), new("Исполнитель", 6), new("Срок", 3, PaperAlignment.Center), new("Состояние", 5), new("Что изменилось", 5)],
                [.. changes.Select(c => PaperRow.Of(c.Row.Measure.Code, c.Row.Title, c.Who, c.Row.Status.Control, c.Row.StateWords, c.Words))]) { Description = title };

        static PaperRow Line(WeekChange c) => PaperRow.Of(c.Row.Item.Occurrence is { } which ? $"{c.Who}, {which}" : c.Who, c.Row.Status.Control, c.Row.StateWords, c.Words);
    }

    private static IEnumerable<PaperBlock> Slid(WeekComparison week)
    {
        if (week.Slid.Count == 0) yield break;
        yield return new PaperHeading("У кого стало хуже");
        yield return new PaperTable("Стало хуже", [new("Исполнитель", 9), new("Просрочено было", 3, PaperAlignment.Center), new("Просрочено стало", 3, PaperAlignment.Center), new("Дисциплина была", 3, PaperAlignment.Center), new("Дисциплина стала", 3, PaperAlignment.Center)],
            [.. week.Slid.Select(s => PaperRow.Of(s.Executor.Title, s.Before, s.Now, s.PercentBefore is { } was ? Ru.Percent(was) : "—", s.PercentNow is { } now ? Ru.Percent(now) : "—"))]) { Description = "Исполнители, у которых стало больше просроченного" };
    }

    private static IEnumerable<PaperBlock> Reasons(IReadOnlyList<CountedDelay> reasons)
    {
        if (reasons.Count == 0) yield break;
        yield return new PaperHeading("Причины задержек, названные за неделю");
        yield return new PaperTable("Причины", [new("Причина", 8), new("В отчётах", 2.5, PaperAlignment.Center), new("В запросах", 2.5, PaperAlignment.Center), new("Своими словами", 9)],
            [.. reasons.Select(r => PaperRow.Of(Ru.Capital(r.Reason), r.Reports, r.Requests, string.Join("; ", r.Words)))]) { Description = "Сколько раз названа каждая причина" };
    }
}
