using Vekha.Documents.Writing;
using Vekha.Events;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>Papers of events: the programme for hands, the timetable of filmings, the list for the door.</summary>
internal static class EventPapers
{
    /// <summary>«Программа»: items by hours with speakers.</summary>
    public static Paper ProgrammeOf(Event e, IReadOnlyList<EventItem> items, string unit, Programme programme) => new()
    {
        Title = $"ПРОГРАММА\n{e.Title}",
        Lead = [$"{programme.Name}, {programme.Territory}", e.Time.Words, $"Место: {e.Place}", $"Проводит: {unit}"],
        Body =
        [
            .. e.About is { } about ? [new PaperParagraph(about)] : Array.Empty<PaperBlock>(),
            .. items.Count == 0 ? [new PaperParagraph("Программа по часам не составлена.")] : (PaperBlock[])[new PaperTable("Программа", [new("Время", 2), new("Что будет", 8), new("Кто выступает", 6)],
                [.. items.Select(i => PaperRow.Of(i.From?.ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture), i.Title, i.Speaker))])],
        ],
        Made = e.Day,
    };

    /// <summary>«Программа пресс-тура»: stops and items by hours, with addresses and who meets.</summary>
    public static Paper Route(Event e, IReadOnlyList<EventObject> stops, IReadOnlyList<EventItem> items, string unit, Programme programme) => new()
    {
        Title = $"ПРОГРАММА\n{e.Title}",
        Orientation = PaperOrientation.Landscape,
        Lead = [$"{programme.Name}, {programme.Territory}", e.Time.Words, $"Сбор: {e.Place}", $"Проводит: {unit}"],
        Body =
        [
            .. e.About is { } about ? [new PaperParagraph(about)] : Array.Empty<PaperBlock>(),
            new PaperTable("Маршрут", [new("№ п/п", 1.2, PaperAlignment.Center), new("Время", 2, PaperAlignment.Center), new("Объект, что будет", 7), new("Адрес", 6), new("Что показывают, кто встречает", 7)],
            [
                .. stops.Select(s => (At: s.At, Last: false, Turn: s.Position, What: s.Name, Where: s.Address, Who: s.Note))
                    .Concat(items.Select(i => (At: i.From, Last: i.From is null, Turn: i.Position, What: i.Title, Where: (string?)null, Who: i.Speaker)))
                    .OrderBy(r => r.Last).ThenBy(r => r.At ?? stops.Where(s => s.At is not null && s.Position < r.Turn).Select(s => s.At).LastOrDefault()).ThenBy(r => r.Turn)
                    .Select((r, i) => PaperRow.Of(i + 1, r.At?.ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture), r.What, r.Where, r.Who)),
            ]) { Description = "Остановки по времени" },
        ],
        Made = e.Day,
    };

    /// <summary>«Список приглашённых» by groups, with letters and answers.</summary>
    public static Paper Invited(Event e, IReadOnlyList<EventLetter> letters, Programme programme) => new()
    {
        Title = $"Список приглашённых\n{e.Title}",
        Lead = [programme.Name, e.Time.Words, e.Place],
        Body =
        [
            new PaperTable("Приглашённые", [new("№ п/п", 1.2, PaperAlignment.Center), new("Кто приглашён", 6), new("Письмо", 3), new("Ответ", 3), new("Сколько придёт", 2, PaperAlignment.Center), new("Примечание", 4)],
            [
                .. letters.GroupBy(l => l.Group ?? "").OrderBy(g => EventLetter.TurnOf(g.Key)).SelectMany(g => g
                    .Select((l, i) => PaperRow.Of(i + 1, string.Join(", ", new[] { l.Organisation, l.Person }.OfType<string>()), l.NumberWords is { } number ? $"№ {number}" : "не зарегистрировано", EventLetter.Word(l.Reply), l.Coming is { } come ? come : PaperCell.Empty, l.ReplyNote))
                    .Prepend(new PaperRow.Stage(g.Key.Length == 0 ? "Без группы" : Ru.Capital(g.Key)))),
            ]) { Description = "Приглашённые по группам" },
            new PaperParagraph($"Всего приглашено: {letters.Count}. Согласились прийти: {letters.Where(l => l.Reply is LetterReply.Comes or LetterReply.Partner or LetterReply.Accredited).Sum(l => l.Coming ?? 1)}."),
        ],
        Made = e.Day,
    };

    /// <summary>«График съёмок»: who is filmed, when, by which crew, in what state.</summary>
    public static Paper Filmings(Programme programme, IReadOnlyList<(Event Event, string Unit, string Crew)> filmings, DateOnly on) => new()
    {
        Title = "График съёмок",
        Orientation = PaperOrientation.Landscape,
        Lead = [$"{programme.Name}, {programme.Territory}", $"на {Ru.PaperDay(on)}"],
        Body =
        [
            new PaperTable("График съёмок",
                [new("№ п/п", 1.2, PaperAlignment.Center), new("Дата", 2.2, PaperAlignment.Center), new("Время", 2.2, PaperAlignment.Center), new("Кого снимают", 4), new("Тема", 5), new("Место", 4), new("Съёмочная группа", 3.6), new("Вопросный лист", 6), new("Кто готовит", 3.6), new("Состояние", 2.6)],
                [.. filmings.Select((f, i) => PaperRow.Of(i + 1, f.Event.Day, f.Event.Time.Hours, f.Event.Hero, f.Event.Title, f.Event.Place, f.Crew, f.Event.Questions ?? "не составлен", f.Unit, f.Event.State.Word()))]) { Description = "Съёмки по времени" },
        ],
        Made = on,
    };

    /// <summary>«Список участников» for the door and the report.</summary>
    public static Paper People(Event e, Programme programme, IReadOnlyList<Registration> people) => new()
    {
        Title = $"Список участников\n{e.Title}",
        Lead = [programme.Name, e.Time.Words, e.Place],
        Body =
        [
            new PaperTable("Участники", [new("№ п/п", 1.2, PaperAlignment.Center), new("Фамилия, имя, отчество", 5), new("Организация, должность", 5), new("Код", 2.2), new("Отметка", 2.6)],
                [.. people.Select((p, i) => PaperRow.Of(i + 1, p.Seats > 1 ? $"{p.Name} и детей {p.Seats - 1}" : p.Name, string.Join(", ", new[] { p.Organisation, p.Post }.OfType<string>()), TicketCode.Words(p.Code), p.CheckedInAt is not null ? "пришёл" : p.State == RegistrationState.Waiting ? "ждёт места" : ""))]),
        ],
        Made = e.Day,
    };
}
