using Vekha.Documents.Writing;
using Vekha.Web.Features.Events;
using Vekha.Wording;

namespace Vekha.Web.Features.Media;

/// <summary>«Пресс-релиз» and «пост-релиз»: what goes to the press before, and what tells the head what came of it.</summary>
internal static class ReleasePaper
{
    /// <summary>Date, headline, lead, text, tag, contact.</summary>
    public static Paper Press(OpenPublication open, PublicationText text, string issuer) => new()
    {
        Title = text.Headline.Length > 0 ? $"Пресс-релиз\n{text.Headline}" : $"Пресс-релиз\n{open.Publication.Title}",
        Lead = ["для СМИ", Ru.PaperDay(DayOf(open, text))],
        Body = [.. Paragraphs(text)],
        Notes = [.. Contact(open, issuer), .. Approval(open)],
        Issuer = issuer,
        Made = DayOf(open, text),
    };

    /// <summary>The text, where it came out with links and reach, the photographs.</summary>
    public static Paper Post(OpenPublication open, PublicationText text, string issuer, Event? happening, IReadOnlyList<MediaLine> lines, IReadOnlyList<string> photos) => new()
    {
        Title = $"Пост-релиз\n{(text.Headline.Length > 0 ? text.Headline : open.Publication.Title)}",
        Lead = [Ru.PaperDay(DayOf(open, text)), open.Programme.Name],
        Body =
        [
            .. Paragraphs(text),
            .. happening is null ? Array.Empty<PaperBlock>() : [new PaperParagraph($"{Ru.Capital(happening.Kind)} «{happening.Title}»: {Ru.PaperDay(happening.Day)}, {happening.Place}. Присутствовало: {(happening.Present is { } came ? Ru.Count(came, Noun.Person) : "нет данных")}.")],
            new PaperHeading("Где вышло"),
            new PaperTable("Публикации", [new("Площадка", 4), new("Дата", 2.4, PaperAlignment.Center), new("Ссылка, номер выпуска", 7), new("Охват", 2, PaperAlignment.Right)],
            [
                .. lines.Select(l => PaperRow.Of(open.Table.Find(l.Channel)?.Name ?? l.Channel, l.OutOn is null ? "ещё не вышла" : (PaperCell)l.OutOn, l.Link ?? l.Issue, l.Reach is { } reach ? new PaperCell(new PaperValue.Number(reach)) : "нет данных")),
                PaperRow.Total("Всего", PaperCell.Empty, Ru.Count(lines.Count(l => l.OutOn is not null), Noun.Publication), new PaperCell(new PaperValue.Number(lines.Sum(l => l.Reach ?? 0)))),
            ]) { Description = "Где и когда вышло, ссылки и охват" },
            new PaperHeading("Фотографии и подтверждения"),
            .. photos.Count == 0 ? new PaperBlock[] { new PaperParagraph("Не приложены.") } : photos.Select((name, i) => (PaperBlock)new PaperParagraph($"{i + 1}. {name}")),
        ],
        Notes = ["Охват — сумма по площадкам: один человек мог увидеть сообщение несколько раз.", .. Contact(open, issuer)],
        Issuer = issuer,
        Made = DayOf(open, text),
    };

    private static DateOnly DayOf(OpenPublication open, PublicationText text) =>
        open.Publication.OutOn ?? open.Publication.DecidedOn ?? open.Publication.Due ?? open.Programme.Policy.DayAt(text.At);

    private static IEnumerable<PaperBlock> Paragraphs(PublicationText text) =>
        text.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((p, i) => new PaperParagraph(p, Bold: i == 0));

    private static IEnumerable<string> Contact(OpenPublication open, string issuer) =>
        [$"Контакт для СМИ: {string.Join(", ", new[] { open.Publication.Responsible, issuer }.OfType<string>())}."];

    private static IEnumerable<string> Approval(OpenPublication open) => open.Publication.ApprovedText is { } number
        ? [$"Текст утверждён: {open.Publication.DecidedBy}, {Ru.PaperDay(open.Publication.DecidedOn!.Value)}, редакция {number}."] : ["Текст не утверждён."];
}
