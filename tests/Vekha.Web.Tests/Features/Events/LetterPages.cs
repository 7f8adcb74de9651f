using System.IO.Compression;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Events;

/// <summary>Letters to hosts: filled from the event, numbered within the year, sent, answered.</summary>
public abstract class LetterPages(VekhaApp app)
{
    private static readonly DateTimeOffset March = new(2020, 3, 10, 12, 0, 0, TimeSpan.FromHours(3));

    private async Task<(EventProject Project, Visitor Site, Page Card)> Ready(string title = "Семинар «Мосты дружбы»")
    {
        var project = await EventProject.Approve(app, March);
        var site = await app.SignedIn(Role.Executor, project.Tomsk);
        var card = await project.Prepare(site, title, project.Tomsk, "26.03.2020", "15:00", "17:00", ("ObjectName", "Школа мигранта"), ("About", "Опыт работы с семьями"));
        card = await (await card.Click("Составить")).Form("Сохранить программу").Set("lines", "15:00 Открытие — А.П. Лыкова, методист\n15:15 Показ практики").Submit();
        return (project, site, card);
    }

    private static async Task<Page> Addressed(Page card, params string[] lines)
    {
        var letters = await (await card.Click("Приглашения и письма")).Form("Сохранить образец")
            .Set("Input.Support", "зал на 40 мест\nрассылка по школам").Set("Input.Index", "01-17").Set("Input.SignPost", "Руководитель центра").Set("Input.SignName", "Н.О. Пирогова").Submit();
        letters.Refusal.ShouldBe("");
        return await letters.Form("Добавить адресатов").Set("addressees", string.Join('\n', lines)).Submit();
    }

    private static Form Tick(Page page, string button) =>
        page.Document.QuerySelectorAll("[name=chosen]").Aggregate(page.Form(button), (form, box) => form.Add("chosen", box.GetAttribute("value")!));

    [Fact, Trait("Acceptance", "S4.11")]
    public async Task The_municipality_is_offered_to_be_a_partner_by_a_numbered_letter_with_practice_day_support_and_programme_and_its_answer_is_kept()
    {
        var (project, site, card) = await Ready();
        var letters = await Addressed(card, "Администрация города Томска; Главе города И.И. Берёзову; adm@tomsk.example", "Администрация Северска");
        letters.All("tbody tr").Count.ShouldBe(2);
        var numbered = await Tick(letters, "Присвоить номера").Submit();
        numbered.Text.ShouldContain("01-17/1");
        numbered.Text.ShouldContain("01-17/2");
        var file = numbered.Document.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "01-17/1").GetAttribute("href")!;
        var text = Words(await (await site.Ask(file)).Content.ReadAsByteArrayAsync());
        foreach (var part in new[] { "Главе города И.И. Берёзову", "Исх. № 01-17/1 от 10.03.2020", "26 марта 2020", "Школа мигранта", "зал на 40 мест", "Предлагаем Вам стать партнёром", "15:00 Открытие, А.П. Лыкова", "Н.О. Пирогова" })
            text.ShouldContain(part);
        using (var zip = new ZipArchive(new MemoryStream(await (await site.Ask($"/desk/events/letter-file/{card.Address[^36..]}?all=true")).Content.ReadAsByteArrayAsync())))
            zip.Entries.Select(e => e.FullName).ShouldBe(["Письмо 01-17-1, Администрация города Томска.docx", "Письмо 01-17-2, Администрация Северска.docx"]);
        var programme = Words(await (await site.Ask($"/desk/events/paper/{card.Address[^36..]}?kind=programme")).Content.ReadAsByteArrayAsync());
        programme.ShouldContain("Показ практики");

        var sent = await Tick(numbered, "Отправлены на бумаге").Submit();
        sent.Text.ShouldContain("10.03.2020, на бумаге");
        (await sent.Form("Записать ответ").Set("on", "09.03.2020").Submit()).Refusal.ShouldContain("раньше отправки");
        var answered = await sent.Form("Записать ответ").Set("on", "10.03.2020").Set("note", "дадут малый зал").Submit();
        answered.All("tbody tr")[0].ShouldContain("партнёр");
        answered.All("tbody tr")[0].ShouldContain("дадут малый зал");
        (await site.Ask($"/desk/events/letter-log/{project.Programme.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await app.SignedIn(Role.Executor, project.Kursk)).Ask($"/desk/events/letters/{card.Address[^36..]}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_events_that_number_their_letters_in_one_moment_never_share_a_number()
    {
        var (project, site, first) = await Ready();
        var second = await project.Prepare(site, "Второй семинар", project.Tomsk, "27.03.2020", "15:00", "17:00");
        var lists = new[] { await Addressed(first, [.. Enumerable.Range(1, 8).Select(i => $"Школа {i}")]), await Addressed(second, [.. Enumerable.Range(1, 8).Select(i => $"Библиотека {i}")]) };
        var done = await Task.WhenAll(lists.Select(l => Tick(l, "Присвоить номера").Submit()));
        done.ShouldAllBe(p => p.Refusal.Length == 0);
        var numbers = await app.Read(db => db.EventLetters.Where(l => l.ProgrammeId == project.Programme.Id).Select(l => l.Number).ToListAsync());
        numbers.Order().ShouldBe(Enumerable.Range(1, 16).Select(i => (int?)i));
    }

    [Fact]
    public async Task A_letter_goes_by_mail_where_an_address_is_known_and_an_unknown_field_is_refused()
    {
        using var sink = new SmtpSink();
        await app.MailTo(sink);
        var (_, _, card) = await Ready();
        var letters = await Addressed(card, "Администрация города Томска; Главе города И.И. Берёзову; host@tomsk.example");
        (await letters.Form("Сохранить образец").Set("Input.Body", "Ждём {когда-нибудь}").Submit()).Refusal.ShouldContain("Неизвестные поля: {когда-нибудь}");
        (await Tick(letters, "Отправить почтой").Submit()).Refusal.ShouldContain("Среди отмеченных таких нет");
        var numbered = await Tick(letters, "Присвоить номера").Submit();
        (await Tick(numbered, "Отправить почтой").Submit()).Text.ShouldContain("почтой Вехи");
        var letter = await app.Read(db => db.Letters.SingleAsync(l => l.Address == "host@tomsk.example"));
        letter.Subject.ShouldBe("О проведении события: Семинар «Мосты дружбы»");
        letter.Text.ShouldContain("Исх. № 01-17/1");
    }

    private static string Words(byte[] docx)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return word.MainDocumentPart!.Document!.Body!.InnerText.Replace('\u00a0', ' ');
    }
}

public sealed class LetterPagesOnSqlite(SqliteApp app) : LetterPages(app), IClassFixture<SqliteApp>;

public sealed class LetterPagesOnPostgres(PostgresApp app) : LetterPages(app), IClassFixture<PostgresApp>;
