using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Control;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Control;

/// <summary>A report that is written over several days.</summary>
public abstract class ReportDraftPages(VekhaApp app)
{
    private async Task<(PortalProject Project, Visitor Media, string Address)> October()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(new(2020, 10, 20, 12, 0, 0, TimeSpan.FromHours(3)));
        return (project, await app.SignedIn(Role.Executor, project.Media), $"/desk/my?job={(await project.Of("П.7", project.Media)).Id}");
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [Fact]
    public async Task A_draft_is_found_again_with_its_words_and_files_and_goes_into_the_report()
    {
        var (project, media, address) = await October();
        var saved = await (await media.Open(address)).Form("Сохранить черновик").Set("Text", "Медиаплан почти готов").Attach("Proof", "Медиаплан.docx", Bytes("план")).Submit();
        saved.Text.ShouldContain("Черновик сохранён. Контролёр его не видит");

        var list = await media.Open("/desk/my");
        list.All(".v-job").Single(j => j.Contains("Создание медиаплана")).ShouldContain("Есть черновик отчёта", Case.Insensitive);
        list.All(".v-chips li").ShouldContain("Черновики 1");
        (await list.Click("Черновики 1")).All(".v-job").Count.ShouldBe(1);

        var again = await media.Open(address);
        again.One("textarea[name=Text]").TextContent.Trim().ShouldBe("Медиаплан почти готов");
        var file = again.Document.QuerySelectorAll("#report .v-files a").Single();
        file.TextContent.ShouldBe("Медиаплан.docx");
        (await media.Ask(file.GetAttribute("href")!)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var card = await again.Form("Отправить на проверку").Set("Text", "Медиаплан готов").Set("FactOn", "20.10.2020").Attach("Proof", "Приказ.pdf", Bytes("приказ")).Submit();
        card.All("#rep ~ .v-files a, .v-sec .v-files a").Distinct().ShouldBe(["Медиаплан.docx", "Приказ.pdf"]);
        (await app.Read(db => db.ReportDrafts.CountAsync(d => d.AssignmentId == project.Of("П.7", project.Media).Result.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task The_controller_does_not_see_a_draft_nor_take_its_file()
    {
        var (project, media, address) = await October();
        await (await media.Open(address)).Form("Сохранить черновик").Set("Text", "Секретный черновик").Attach("Proof", "Черновая смета.docx", Bytes("смета")).Submit();
        var file = (await media.Open(address)).Document.QuerySelector("#report .v-files a")!.GetAttribute("href")!;

        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var card = await project.CardOf("П.7", project.Media);
        foreach (var page in new[] { card, $"/desk/control/{project.Programme.Id}", "/desk/control" })
        {
            var text = (await office.Open(page)).Text;
            text.ShouldNotContain("Секретный черновик");
            text.ShouldNotContain("Черновая смета");
            text.ShouldNotContain("ерновик");
        }
        (await office.Ask(file)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.Ask($"{card}?handler=file&file={file[^36..]}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(Role.Executor, project.Education)).Ask(file)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_refused_report_keeps_its_files_as_a_draft()
    {
        var (project, media, address) = await October();
        var refused = await (await media.Open(address)).Form("Отправить на проверку").Set("Text", "Готово").Attach("Proof", "Приказ.pdf", Bytes("приказ")).Submit();
        refused.Refusal!.ShouldContain("Не указана дата исполнения");
        refused.All("#report .v-files a").ShouldBe(["Приказ.pdf"]);

        var card = await refused.Form("Отправить на проверку").Set("FactOn", "20.10.2020").Submit();
        card.Address.ShouldStartWith("/desk/control/assignment/");
        (await project.Of("П.7", project.Media)).Phase.ShouldBe(AssignmentPhase.Submitted);
        card.Text.ShouldContain("Приказ.pdf");
    }

    [Fact]
    public async Task A_file_taken_out_of_a_draft_is_not_sent()
    {
        var (_, media, address) = await October();
        await (await media.Open(address)).Form("Сохранить черновик").Set("Text", "Готово").Attach("Proof", "Лишний.pdf", Bytes("лишний")).Attach("Proof", "Нужный.pdf", Bytes("нужный")).Submit();
        var page = await media.Open(address);
        var extra = page.Document.QuerySelectorAll("#report .v-files li").Single(l => l.TextContent.Contains("Лишний")).QuerySelector("input")!.GetAttribute("value")!;
        var card = await page.Form("Отправить на проверку").Set("FactOn", "20.10.2020").Set("Drop", extra).Submit();
        card.Text.ShouldContain("Нужный.pdf");
        card.Text.ShouldNotContain("Лишний.pdf");
    }

    [Fact]
    public async Task Two_colleagues_in_one_draft_see_both_texts()
    {
        var (project, media, address) = await October();
        await (await media.Open(address)).Form("Сохранить черновик").Set("Text", "Начало").Submit();
        var colleague = await app.SignedIn(Role.Executor, project.Media);
        var (mine, theirs) = (await media.Open(address), await colleague.Open(address));
        await theirs.Form("Сохранить черновик").Set("Text", "Текст коллеги").Submit();

        var clash = await mine.Form("Сохранить черновик").Set("Text", "Мой текст").Submit();
        clash.Text.ShouldContain("Текст коллеги");
        clash.One("textarea[name=Text]").TextContent.Trim().ShouldBe("Мой текст");
        (await mine.Form("Отправить на проверку").Set("Text", "Мой текст").Set("FactOn", "20.10.2020").Submit()).Refusal!.ShouldContain("черновик дополнил коллега");
    }
}

public sealed class ReportDraftPagesOnSqlite(SqliteApp app) : ReportDraftPages(app), IClassFixture<SqliteApp>;

public sealed class ReportDraftPagesOnPostgres(PostgresApp app) : ReportDraftPages(app), IClassFixture<PostgresApp>;
