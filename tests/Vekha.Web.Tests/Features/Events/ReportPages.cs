using System.IO.Compression;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Events;

/// <summary>The paper loop: sheet, scan, head count, photographs, words, the pack for the centre.</summary>
public abstract class ReportPages(VekhaApp app)
{
    /// <summary>The smallest JPEG with a place in its metadata.</summary>
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE1, 0, 20, .. "Exif\0\0GPS 55,45N"u8, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 7, 0xFF, 0xD9];

    private async Task<(EventProject Project, Event Seminar, Visitor Site, Visitor Centre, List<Registration> People)> Held(int people, int places = 20)
    {
        var project = await EventProject.Approve(app, new(2020, 3, 10, 12, 0, 0, TimeSpan.FromHours(3)));
        var (purpose, _) = await project.AskConsents();
        var seminar = await project.Appointed("Практики Томска", EventProject.At(12, 3), places);
        for (var i = 1; i <= people; i++) (await EventProject.Register(app.Guest(), seminar, $"Участников{i} Пётр Ильич", $"p{i}-{seminar.Id:N}@town.example", [purpose.Id])).Refusal.ShouldBe("");
        app.Clock.Set(new(2020, 3, 13, 10, 0, 0, TimeSpan.FromHours(3)));
        var list = await app.Read(db => db.Registrations.Where(r => r.EventId == seminar.Id).OrderBy(r => r.Turn).ToListAsync());
        return (project, seminar, await app.SignedIn(Role.Executor, project.Tomsk), await app.SignedIn(Role.ProjectOffice, project.Centre), list);
    }

    private Task CheckIn(Event seminar, int number) => app.Do(async s =>
    {
        var db = (Vekha.Web.Data.VekhaDb)s.GetService(typeof(Vekha.Web.Data.VekhaDb))!;
        foreach (var person in await db.Registrations.Where(r => r.EventId == seminar.Id).OrderBy(r => r.Turn).Take(number).ToListAsync()) person.CheckIn(app.Clock.GetUtcNow(), "Н.О. Пирогова");
        await db.SaveChangesAsync();
    });

    private static Task<Page> Attach(Page page, AttachmentKind kind, string name, byte[] bytes, string? caption = null, string? consent = null)
    {
        var form = page.Form(kind switch { AttachmentKind.Sheet => "Приложить скан листа", AttachmentKind.Consents => "Приложить скан согласий", AttachmentKind.Photo => "Приложить фотографию", _ => "Приложить материал" }).Attach("file", name, bytes);
        if (caption is not null) form.Set("caption", caption);
        return (consent is null ? form : form.Set("consent", consent)).Submit();
    }

    private static async Task<string> Word(Visitor who, string address)
    {
        var answer = await who.Ask(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        using var word = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
        return string.Join('\n', word.MainDocumentPart!.Document!.Body!.ChildElements.Select(e => e.InnerText)).Replace('\u00A0', ' ');
    }

    [Fact, Trait("Acceptance", "S4.15")]
    public async Task The_centre_gets_the_pack_of_a_seminar_and_scans_are_opened_by_two_roles_only_each_time_logged()
    {
        var (project, seminar, site, centre, _) = await Held(15);
        await CheckIn(seminar, 14);
        var address = $"/desk/events/report/{seminar.Id}";
        var page = await site.Open(address);
        (await page.Form("Отправить отчёт").Submit()).Refusal.ShouldContain("приложите скан подписанного листа регистрации; внесите, сколько пришло; приложите хотя бы одну фотографию; напишите, как прошло");
        page = await Attach(page, AttachmentKind.Sheet, "лист.pdf", [.. "%PDF-1.4 "u8, .. Guid.NewGuid().ToByteArray()]);
        (await Attach(page, AttachmentKind.Photo, "зал.jpg", Photo)).Refusal.ShouldContain("Не отмечено, кто на нём");
        page = await Attach(page, AttachmentKind.Photo, "зал.jpg", Photo, "Зал", "General");
        (await page.Form("Внести число").Set("present", "17").Submit()).Refusal.ShouldContain("Пришло 17, а на входе отмечено 14");
        page = await page.Form("Внести число").Set("present", "14").Set("from", "регистрационный лист").Submit();
        page.Refusal.ShouldBe("");
        page = await page.Form("Сохранить").Set("Text", "Показали две практики Томска.").Set("Recommendations", "Повторить в районах\nИздать памятку").Submit();
        page = await page.Form("Отправить отчёт").Submit();
        page.Refusal.ShouldBe("");
        page.Text.ShouldContain("отправлен 13.03.2020");
        (await app.Read(db => db.Set<Vekha.Web.Features.Facts.Fact>().Where(f => f.SourceId == seminar.Id && f.Kind == "участник").Select(f => f.Quantity).SingleAsync())).ShouldBe(14);

        (await centre.Open("/desk/events/reports?state=sent")).Text.ShouldContain(ReportDesk.CodeOf(seminar.Id));
        (await centre.Open($"/desk/events/reports?q={ReportDesk.CodeOf(seminar.Id)}")).All("tbody tr").ShouldHaveSingleItem().ShouldContain("Практики Томска");
        var answer = await centre.Ask($"/desk/events/report-paper/{seminar.Id}?kind=pack");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        using (var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync())))
        {
            zip.Entries.Select(e => e.FullName).ShouldBe(["Отчёт.docx", "Лист регистрации/1 лист.pdf", "Фотография/2 зал.jpg"]);
            using var photo = new MemoryStream();
            await zip.Entries[2].Open().CopyToAsync(photo);
            System.Text.Encoding.Latin1.GetString(photo.ToArray()).ShouldNotContain("GPS");
        }
        var report = await Word(centre, $"/desk/events/report-paper/{seminar.Id}?kind=report");
        foreach (var part in new[] { "ОТЧЁТ", "Практики Томска", "Показали две практики Томска.", "14", "регистрационный лист", "зал.jpg", "общий план" }) report.ShouldContain(part);
        report.ShouldNotContain("Участников1 Пётр");

        // Two roles open the scan; a curator who keeps the programme gets the pack without it, others nothing.
        var scan = await app.Read(db => db.EventAttachments.Where(a => a.EventId == seminar.Id && a.Kind == AttachmentKind.Sheet).Select(a => a.Id).SingleAsync());
        var before = await Openings(project);
        (await site.Ask($"{address}?handler=File&attachment={scan}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await centre.Ask($"{address}?handler=File&attachment={scan}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Openings(project)).ShouldBe(before + 2);
        var curator = await app.SignedIn(Role.Curator, project.Centre);
        (await curator.Ask($"{address}?handler=File&attachment={scan}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (var zip = new ZipArchive(new MemoryStream(await (await curator.Ask($"/desk/events/report-paper/{seminar.Id}?kind=pack")).Content.ReadAsByteArrayAsync())))
            zip.Entries.Select(e => e.FullName).ShouldBe(["Отчёт.docx", "Фотография/1 зал.jpg"]);
        var sister = await app.SignedIn(Role.Executor, project.Kursk);
        (await sister.Ask(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await sister.Ask($"/desk/events/report-paper/{seminar.Id}?kind=pack")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await (await centre.Open(address)).Form("Вернуть").Set("why", "Нет подписи регистратора").Submit()).Text.ShouldContain("Нет подписи регистратора");
        (await site.Open("/desk/events/reports?state=back")).Text.ShouldContain("возвращён");
    }

    private Task<int> Openings(EventProject project) => app.Read(db => db.Set<Vekha.Web.Features.PersonalData.DataReading>().CountAsync(r => r.ProgrammeId == project.Programme.Id && r.What == "открыт скан: лист регистрации"));

    [Fact, Trait("Acceptance", "S1.15")]
    public async Task A_seminar_gives_its_sheet_materials_recommendations_and_list_of_certificates()
    {
        var (_, seminar, site, _, people) = await Held(4);
        await CheckIn(seminar, 3);
        var sheet = await Word(site, $"/desk/events/report-paper/{seminar.Id}?kind=sheet");
        foreach (var part in new[] { "ЛИСТ РЕГИСТРАЦИИ УЧАСТНИКОВ", $"Код листа: {ReportDesk.CodeOf(seminar.Id)}", "Участников1 Пётр Ильич", "Подпись", "СОГЛАСИЕ", "Согласен на обработку данных: участие в мероприятии" }) sheet.ShouldContain(part);
        sheet.ShouldNotContain("@town.example", customMessage: "contacts are not printed on a sheet that goes from hand to hand");
        sheet[..sheet.IndexOf("СОГЛАСИЕ", StringComparison.Ordinal)].ShouldNotContain("даю согласие", customMessage: "no column of consents");

        var page = await site.Open($"/desk/events/report/{seminar.Id}");
        page = await Attach(page, AttachmentKind.Material, "доклад.pdf", [.. "%PDF-1.4 "u8, .. Guid.NewGuid().ToByteArray()], "Лыкова А.П. Улицы Томска");
        page = await page.Form("Внести число").Set("present", "3").Submit();
        page = await page.Form("Сохранить").Set("Text", "Прошло.").Set("Recommendations", "Открыть клубы\nОбучить педагогов").Submit();
        page = await page.Form("Выдать сертификаты отмеченным").Submit();
        page.Text.ShouldContain("Выдано: 3 сертификата");
        (await page.Form("Выдать сертификаты отмеченным").Submit()).Refusal.ShouldContain("Нет отмеченных на входе, у кого их ещё нет");
        var advice = await Word(site, $"/desk/events/report-paper/{seminar.Id}?kind=advice");
        advice.ShouldContain("1. Открыть клубы");
        advice.ShouldContain("2. Обучить педагогов");
        var list = await Word(site, $"/desk/events/report-paper/{seminar.Id}?kind=certificate-list");
        foreach (var part in new[] { "Участников1 Пётр Ильич", "1/2020", "3/2020" }) list.ShouldContain(part);
        list.ShouldNotContain("Участников4");
        var one = await Word(site, $"/desk/events/report-paper/{seminar.Id}?kind=certificates&person={people[1].Id}");
        one.ShouldContain("№ 2/2020");
        one.ShouldContain("Участников2 Пётр Ильич");
        one.ShouldNotContain("Участников1");
        (await Word(site, $"/desk/events/report-paper/{seminar.Id}?kind=report")).ShouldContain("Лыкова А.П. Улицы Томска");
    }

    [Fact, Trait("Acceptance", "S0.14")]
    public async Task A_conference_gives_its_sheet_with_consents_apart_the_list_of_the_collection_and_the_final_note()
    {
        var (project, seminar, site, _, _) = await Held(2);
        var answer = await site.Ask($"/desk/events/report-paper/{seminar.Id}?kind=sheet");
        using (var word = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false))
        {
            var main = word.MainDocumentPart!;
            main.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Break>().Count(b => b.Type?.Value == DocumentFormat.OpenXml.Wordprocessing.BreakValues.Page).ShouldBe(2, "a page for each consent");
            main.ImageParts.ShouldHaveSingleItem().ContentType.ShouldBe("image/png", "the QR code");
            new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(word).Select(e => e.Description).ShouldBeEmpty();
        }
        var page = await Attach(await site.Open($"/desk/events/report/{seminar.Id}"), AttachmentKind.Material, "статья.docx", [.. "PK"u8, .. Guid.NewGuid().ToByteArray()], "Орлов С.П. История завода");
        await (await page.Form("Внести число").Set("present", "2").Submit()).Form("Сохранить").Set("Text", "Выступили краеведы.").Submit();
        var note = await Word(site, $"/desk/events/report-paper/{seminar.Id}?kind=note");
        foreach (var part in new[] { "ИТОГОВАЯ СПРАВКА", "Материалы сборника", "Орлов С.П. История завода", "Выступили краеведы.", "Пришло" }) note.ShouldContain(part);
        (await (await app.SignedIn(Role.ProjectOffice)).Ask($"/desk/events/report-paper/{seminar.Id}?kind=sheet")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        project.Programme.Id.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task Feedback_is_given_without_signing_in_once_for_a_registration_and_counted()
    {
        var (_, seminar, site, _, people) = await Held(3);
        var desk = await site.Open($"/desk/events/feedback/{seminar.Id}");
        desk = await desk.Form("Открыть анкету").Set("onePerPerson", "true").Submit();
        var link = "/events/feedback/" + await app.Read(db => db.FeedbackForms.Where(f => f.EventId == seminar.Id).Select(f => f.Code).SingleAsync());
        var guest = app.Guest();
        async Task<Page> Answer(string ticket, string score, string words) =>
            await (await guest.Open(link)).Form("Отправить ответ").Set("ticket", ticket).Set("given[q1]", score).Set("given[q3]", words).Submit();
        (await Answer("00000000x", "5", "Всё")).Document.Body!.TextContent.ShouldContain("Такого кода записи нет");
        (await Answer(people[0].Code, "6", "")).Document.Body!.TextContent.ShouldContain("оценка не от 1 до 5");
        (await Answer(people[0].Code, "5", "=HYPERLINK(\"x\")")).Document.Body!.TextContent.ShouldContain("Спасибо, ответ принят");
        (await Answer(people[0].Code, "1", "ещё")).Document.Body!.TextContent.ShouldContain("уже ответили");
        (await Answer(people[1].Code[..4] + " " + people[1].Code[4..], "4", "Практику двора")).Document.Body!.TextContent.ShouldContain("Спасибо");

        desk = await site.Open($"/desk/events/feedback/{seminar.Id}");
        desk.Text.ShouldContain("Ответов: 2");
        desk.All("tbody tr")[0].ShouldContain("4,5");
        desk.Text.ShouldContain("Практику двора");
        (await site.Ask($"/desk/events/feedback/{seminar.Id}?handler=Sheet")).Content.Headers.ContentType!.MediaType!.ShouldContain("spreadsheet");
        await desk.Form("Закрыть анкету").Submit();
        (await guest.Open(link)).Document.Body!.TextContent.ShouldContain("Анкета закрыта");
        (await guest.Ask("/events/feedback/unknown")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(Role.Executor)).Ask($"/desk/events/feedback/{seminar.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class ReportPagesOnSqlite(SqliteApp app) : ReportPages(app), IClassFixture<SqliteApp>;

public sealed class ReportPagesOnPostgres(PostgresApp app) : ReportPages(app), IClassFixture<PostgresApp>;
