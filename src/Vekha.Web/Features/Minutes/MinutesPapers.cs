using Vekha.Documents.Writing;
using Vekha.Wording;

namespace Vekha.Web.Features.Minutes;

/// <summary>Minutes, an extract, a resolution and the letters with recommendations.</summary>
internal static class MinutesPapers
{
    /// <summary>More people than this stand in a list of their own.</summary>
    private const int MostInHead = 10;

    public static Paper Of(MeetingMinutes minutes, string owner) => minutes.Kind == MinutesKind.Meeting ? Meeting(minutes, owner) : Resolution(minutes, owner);

    private static Paper Meeting(MeetingMinutes m, string owner) => new()
    {
        Title = $"{owner}\n{m.Body}\nПРОТОКОЛ{(m.Subject.Length > 0 ? "\n" + m.Subject : "")}",
        Lead = [HeadLine(m), .. m.Place is { } place ? [place] : Array.Empty<string>()],
        Issuer = owner,
        Made = m.SignedOn ?? m.Day,
        Body =
        [
            new PaperParagraph($"Председательствующий: {m.ChairName}{(m.ChairPost is { } post ? $", {post}" : "")}"),
            .. m.Secretary is { } secretary ? [new PaperParagraph($"Секретарь: {secretary}")] : Array.Empty<PaperBlock>(),
            .. People(m), .. Invited(m),
            new PaperHeading("ПОВЕСТКА ДНЯ"), .. m.Items.Select((item, i) => new PaperParagraph($"{i + 1}. {item.Title}")),
            .. m.Items.SelectMany((item, i) => Item(m, item, i + 1)), .. List(m),
        ],
        Signatures = [new("Председательствующий", m.ChairName), new("Секретарь", m.Secretary)],
    };

    /// <summary>«Выписка»: the head and the decisions asked for.</summary>
    public static Paper Extract(MeetingMinutes m, string owner, IReadOnlyCollection<string> codes)
    {
        var decisions = m.Decisions().Where(d => codes.Contains(d.Code)).ToList();
        List<PaperBlock> body = [];
        if (m.Kind == MinutesKind.Meeting)
            foreach (var (item, number) in m.Items.Select((item, i) => (item, i + 1)).Where(x => decisions.Exists(d => d.Code.StartsWith($"{x.Item2}.", StringComparison.Ordinal))))
            {
                body.Add(new PaperParagraph($"{number}. СЛУШАЛИ: {item.Title}", Bold: true));
                body.Add(new PaperParagraph("РЕШИЛИ:"));
                body.AddRange(decisions.Where(d => d.Code.StartsWith($"{number}.", StringComparison.Ordinal)).Select(Line));
            }
        else body.AddRange(decisions.Select(Line));
        return new()
        {
            Title = $"{owner}\n{m.Body}\nВЫПИСКА {(m.Kind == MinutesKind.Meeting ? "ИЗ ПРОТОКОЛА" : "ИЗ РЕЗОЛЮЦИИ")}",
            Lead = [HeadLine(m)],
            Issuer = owner,
            Made = m.SignedOn ?? m.Day,
            Body = [new PaperParagraph($"Председательствующий: {m.ChairName}"), .. body],
            Signatures = [new("Председательствующий", m.ChairName), new("Выписка верна. Секретарь", m.Secretary)],
        };
    }

    private static Paper Resolution(MeetingMinutes m, string owner) => new()
    {
        Title = $"РЕЗОЛЮЦИЯ\n{m.Body}{(m.Subject.Length > 0 ? "\n" + m.Subject : "")}",
        Lead = [HeadLine(m), .. m.Place is { } place ? [place] : Array.Empty<string>()],
        Issuer = owner,
        Made = m.SignedOn ?? m.Day,
        Body =
        [
            .. m.Organisers is { } organisers ? [new PaperParagraph($"Организаторы: {organisers}")] : Array.Empty<PaperBlock>(),
            new PaperParagraph($"Участников: {Ru.Number(m.People ?? m.Present.Count)}{(m.Present.Count > 0 ? " (список прилагается)" : "")}"),
            .. Text("Участники отметили:", m.Noted),
            .. m.Resolved is null ? Array.Empty<PaperBlock>() : [new PaperHeading("РЕШИЛИ:"), .. m.Decisions().Select(Line)],
            .. m.Recommendations.Count == 0 ? Array.Empty<PaperBlock>() : [new PaperHeading("РЕКОМЕНДОВАТЬ:"), .. m.Recommendations.SelectMany((r, i) => Addressed(r, i + 1))],
            .. m.Vote is { } vote ? [new PaperParagraph($"Голосование: {vote.Words}.")] : Array.Empty<PaperBlock>(),
            .. m.Present.Count == 0 ? Array.Empty<PaperBlock>() : [new PaperPageBreak(), Names(m, "Список участников")],
        ],
        Signatures = [new(m.ChairPost ?? "Модератор", m.ChairName)],
    };

    /// <summary>A letter with the recommendations to one addressee: a request, not an order.</summary>
    public static Paper Letter(MeetingMinutes m, Recommendation to, string owner) => new()
    {
        Title = "О рекомендациях круглого стола",
        Lead = [to.Addressee],
        Issuer = owner,
        Made = to.SentOn ?? m.SignedOn ?? m.Day,
        Body =
        [
            new PaperParagraph($"{(to.SentOn is { } day ? Ru.Digits(day) : "__.__.____")} № {to.SentNumber ?? "______"}"),
            new PaperParagraph($"{Ru.PaperDay(m.Day)} состоялось событие: {m.Body}{(m.Subject.Length > 0 ? $", тема «{m.Subject}»" : "")}. Участники приняли резолюцию{(m.Number is { } number ? $" № {number}" : "")} и рекомендуют:"),
            .. MeetingMinutes.Lines(to.Points).Select((line, i) => new PaperParagraph($"{i + 1}. {line}")),
            new PaperParagraph("Просим рассмотреть рекомендации и сообщить о возможности их учесть."),
        ],
        Signatures = [new(m.ChairPost ?? "", m.ChairName)],
    };

    private static string HeadLine(MeetingMinutes m) => $"{Ru.PaperDay(m.Day)}          № {(m.Number is { } number ? number : "____")}";

    private static IEnumerable<PaperBlock> People(MeetingMinutes m) => m.Present.Count switch
    {
        0 => [],
        <= MostInHead => [new PaperParagraph($"Присутствовали: {string.Join("; ", m.Present)}")],
        _ => [new PaperParagraph($"Присутствовали: {Ru.Count(m.Present.Count, "человек", "человека", "человек")} (список прилагается)")],
    };

    private static IEnumerable<PaperBlock> Invited(MeetingMinutes m) => m.Invited.Count == 0 ? [] : [new PaperParagraph($"Приглашённые: {string.Join("; ", m.Invited)}")];

    private static IEnumerable<PaperBlock> List(MeetingMinutes m) => m.Present.Count <= MostInHead ? [] : [new PaperPageBreak(), Names(m, "Список присутствовавших")];

    private static PaperTable Names(MeetingMinutes m, string title) =>
        new(title, [new("№ п/п", 1.2, PaperAlignment.Center), new(title, 12)], [.. m.Present.Select((name, i) => PaperRow.Of(i + 1, name))]);

    private static IEnumerable<PaperBlock> Item(MeetingMinutes m, AgendaItem item, int number) =>
    [
        new PaperParagraph($"{number}. СЛУШАЛИ: {item.Heard ?? item.Title}", Bold: item.Heard is null),
        .. Text("ВЫСТУПИЛИ:", item.Spoke),
        .. item.Decided is null ? Array.Empty<PaperBlock>() : [new PaperParagraph("РЕШИЛИ:"), .. m.Decisions().Where(d => d.Code.StartsWith($"{number}.", StringComparison.Ordinal)).Select(Line)],
    ];

    private static PaperParagraph Line(NumberedDecision d) =>
        new($"{d.Code}. {d.Decision.Text}.{(d.Decision.Responsible is { } who ? $"\nОтветственный: {who}{(who.EndsWith('.') ? "" : ".")}" : "")}{(d.Decision.Deadline is { } when ? $"\nСрок: {when}." : "")}");

    private static IEnumerable<PaperBlock> Addressed(Recommendation r, int number) =>
        [new PaperParagraph($"{number}. {r.Addressee}:", Bold: true), .. MeetingMinutes.Lines(r.Points).Select((line, i) => new PaperParagraph($"{number}.{i + 1}. {line}"))];

    private static IEnumerable<PaperBlock> Text(string title, string? words) => words is null ? [] :
        [new PaperParagraph(title, Bold: true), .. MeetingMinutes.Lines(words).Select(l => new PaperParagraph(l))];
}
