using QRCoder;
using Vekha.Documents.Writing;
using Vekha.Web.Features.PersonalData;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>Papers before and after an event: the sheet to sign, its consents, the report, the note, recommendations, certificates.</summary>
internal static class ReportPapers
{
    /// <summary>Lines for those who come without registration when nobody said how many places there are.</summary>
    private const int UsualLines = 25;
    private const int MostLines = 300;

    /// <summary>«Лист регистрации»; the consents follow, each purpose on a page of its own: never a column of the sheet.</summary>
    /// <param name="people">Those with a place; their contacts are not printed.</param>
    /// <param name="address">Where the scan is to be attached; in the QR code.</param>
    public static Paper Sheet(ReportCard card, IReadOnlyList<Registration> people, IReadOnlyList<Purpose> purposes, string address)
    {
        var e = card.Event;
        var lines = Math.Clamp(Math.Max(e.Seats.Places ?? UsualLines, people.Count + 5), 1, MostLines);
        var rows = Enumerable.Range(0, lines).Select(i => i < people.Count
            ? PaperRow.Of(i + 1, people[i].Name, Work(people[i]), "", "")
            : PaperRow.Of(i + 1, "", "", "", ""));
        return new()
        {
            Title = $"ЛИСТ РЕГИСТРАЦИИ УЧАСТНИКОВ\n{e.Title}",
            Lead = [$"{Ru.Capital(e.Kind)}, {e.Time.Words}", $"Место: {e.Place}", $"Проводит: {card.Unit}"],
            Made = e.Day,
            Body =
            [
                Qr(address, $"Код листа {ReportDesk.CodeOf(e.Id)}: страница, где прикладывают его скан"),
                new PaperParagraph($"Код листа: {ReportDesk.CodeOf(e.Id)}. Согласие на обработку данных подписывается на отдельной странице."),
                new PaperTable("Участники", [new("№ п/п", 1.2, PaperAlignment.Center), new("Фамилия, имя, отчество", 5), new("Организация, должность", 5), new("Телефон или почта", 3.6), new("Подпись", 2.6)], [.. rows]),
                new PaperParagraph("Зарегистрировано: ______ чел.     Регистратор ____________________ / ____________________"),
                .. purposes.Where(p => p.Text is not null).SelectMany(p => Consent(p, e)),
            ],
        };
    }

    /// <summary>«Отчёт о проведении» or, of a conference, «Итоговая справка».</summary>
    public static Paper Report(ReportCard card, IReadOnlyList<EventItem> items, IReadOnlyList<(string Tag, int Count)> tags, bool note)
    {
        var e = card.Event;
        var photos = card.Files.Where(f => f.Kind == AttachmentKind.Photo).ToList();
        var materials = card.Files.Where(f => f.Kind == AttachmentKind.Material).ToList();
        return new()
        {
            Title = note ? $"ИТОГОВАЯ СПРАВКА\nо проведении события «{e.Title}»" : $"ОТЧЁТ\nо проведении события «{e.Title}»",
            Lead = [card.Programme.Name, e.Time.Words],
            Issuer = card.Unit,
            Made = card.Report.SentOn ?? e.Day,
            Body =
            [
                new PaperTable("Сведения", [new("Показатель", 5), new("Значение", 9)],
                [
                    PaperRow.Of("Вид события", Ru.Capital(e.Kind)), PaperRow.Of("Дата и время", e.Time.Words), PaperRow.Of("Форма и место", $"{e.Form.Word()}, {e.Place}"), PaperRow.Of("Проводит", card.Unit),
                    PaperRow.Of("Записалось", card.Listed), PaperRow.Of("Отмечено на входе", card.CheckedIn), PaperRow.Of("Пришло", e.Present is { } came ? Ru.Number(came) : "не внесено"), PaperRow.Of("По чему посчитано", e.PresentFrom ?? "не указано"),
                    .. card.Norm is { } norm ? [PaperRow.Of("Норма", $"не менее {Ru.Number(norm.Needed)}: {(e.Present >= norm.Needed ? "выполнена" : "не выполнена")}")] : Array.Empty<PaperRow>(),
                ]),
                .. tags.Count == 0 ? Array.Empty<PaperBlock>() : [new PaperHeading("Состав участников"), new PaperTable("Состав участников", [new("Кто", 8), new("Сколько", 3)], [.. tags.Select(t => PaperRow.Of(t.Tag, t.Count))])],
                .. items.Count == 0 ? Array.Empty<PaperBlock>() : [new PaperHeading("Программа"), .. items.Select(i => (PaperBlock)new PaperParagraph($"{(i.From is { } at ? at.ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture) + " " : "")}{i.Title}{(i.Speaker is { } speaker ? $", {speaker}" : "")}"))],
                .. Words("Как прошло", card.Report.Text), .. Words("Рекомендации", card.Report.Recommendations),
                .. materials.Count == 0 ? Array.Empty<PaperBlock>() : [new PaperHeading(note ? "Материалы сборника" : "Материалы"), new PaperTable("Материалы", [new("№ п/п", 1.2, PaperAlignment.Center), new("Автор и название", 9), new("Файл", 5)], [.. materials.Select((m, i) => PaperRow.Of(i + 1, m.Caption ?? m.FileName, m.FileName))])],
                .. photos.Count == 0 ? Array.Empty<PaperBlock>() : [new PaperHeading("Фотографии"), new PaperTable("Фотографии", [new("№ п/п", 1.2, PaperAlignment.Center), new("Файл", 5), new("Подпись", 6), new("Согласия", 4)], [.. photos.Select((p, i) => PaperRow.Of(i + 1, p.FileName, p.Caption, p.Consent?.Word()))])],
            ],
            Signatures = [new(card.Unit, null)],
        };
    }

    /// <summary>«Рекомендации» of a seminar.</summary>
    public static Paper Recommendations(ReportCard card) => new()
    {
        Title = $"РЕКОМЕНДАЦИИ\nпо итогам события «{card.Event.Title}»",
        Lead = [card.Programme.Name, card.Event.Time.Words],
        Body = [.. (card.Report.Recommendations ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((line, i) => (PaperBlock)new PaperParagraph($"{i + 1}. {line}"))],
        Signatures = [new(card.Unit, null)],
        Made = card.Event.Day,
    };

    /// <summary>«Список выданных сертификатов».</summary>
    public static Paper CertificateList(ReportCard card, IReadOnlyList<(EventCertificate Certificate, Registration Person)> all) => new()
    {
        Title = $"Список выданных сертификатов\n{card.Event.Title}",
        Lead = [card.Programme.Name, card.Event.Time.Words],
        Made = card.Event.Day,
        Body = [new PaperTable("Сертификаты", [new("№ п/п", 1.2, PaperAlignment.Center), new("Фамилия, имя, отчество", 6), new("Организация, должность", 6), new("№ сертификата", 2.6), new("Выдан", 2.4)],
            [.. all.Select((c, i) => PaperRow.Of(i + 1, c.Person.Name, Work(c.Person), c.Certificate.Words, c.Certificate.On))])],
        Signatures = [new(card.Unit, null)],
    };

    /// <summary>«Сертификат участника», a page for each: who gives it, to whom, for what, when; a line to sign on.</summary>
    public static Paper Certificates(ReportCard card, IReadOnlyList<(EventCertificate Certificate, Registration Person)> all) => new()
    {
        Title = card.Unit,
        HidesPageNumbers = true,
        Orientation = PaperOrientation.Landscape,
        Made = card.Event.Day,
        Body = [.. all.SelectMany((c, i) => Certificate(card, c.Certificate, c.Person, isFirst: i == 0))],
    };

    private static IEnumerable<PaperBlock> Certificate(ReportCard card, EventCertificate certificate, Registration person, bool isFirst) =>
    [
        .. isFirst ? Array.Empty<PaperBlock>() : [new PaperPageBreak(), Middle(card.Unit, 14, 6, bold: true)],
        Middle("СЕРТИФИКАТ УЧАСТНИКА", 28, 36, bold: true), Middle($"№ {certificate.Words}", 12, 4),
        Middle("настоящий сертификат подтверждает, что", 14, 18), Middle(person.Name, 24, 12, bold: true),
        .. Work(person) is { Length: > 0 } work ? [Middle(work, 14, 2)] : Array.Empty<PaperBlock>(),
        Middle("принял(а) участие в событии", 14, 18), Middle($"«{card.Event.Title}»", 18, 4, bold: true), Middle($"{card.Event.Kind}, {Ru.PaperDay(card.Event.Day)}, {card.Event.Place}", 14, 4),
        new PaperParagraph("") { Before = 12 }, new PaperSigned(new("Руководитель", null)), Middle($"Выдан {Ru.PaperDay(certificate.On)}", 11, 18),
    ];

    private static PaperParagraph Middle(string text, double points, double before, bool bold = false) => new(text, bold) { Alignment = PaperAlignment.Center, Points = points, Before = before };

    private static IEnumerable<PaperBlock> Consent(Purpose purpose, Event e)
    {
        var page = ConsentPaper.Of(purpose, $"{e.Title}, {Ru.PaperDay(e.Day)}");
        return [new PaperPageBreak(), new PaperHeading(page.Title), .. page.Lead.Select(l => new PaperParagraph(l)), .. page.Body, .. page.Notes.Select(n => new PaperParagraph(n))];
    }

    private static IEnumerable<PaperBlock> Words(string title, string? words) => words is null ? [] :
        [new PaperHeading(title), .. words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => new PaperParagraph(l))];

    private static string Work(Registration person) => string.Join(", ", new[] { person.Organisation, person.Post }.OfType<string>());

    private static PaperPicture Qr(string words, string label)
    {
        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode(words, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(code);
        return new(png.GetGraphic(8), label, 2.6);
    }
}
