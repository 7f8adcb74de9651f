using System.Net;
using System.Text;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Control;

/// <summary>Files that prove a report: who gets them, which are refused.</summary>
public abstract class ProofFiles(VekhaApp app)
{
    private static DateTimeOffset At(int month, int day, int hour) => new(2020, month, day, hour, 0, 0, TimeSpan.FromHours(3));

    [Fact]
    public async Task Proof_is_given_as_an_attachment_and_only_to_who_may_open_the_assignment()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(10, 20, 12));
        var media = await app.SignedIn(Role.Executor, project.Media);
        var form = (await media.Open($"/desk/my?job={(await project.Of("П.7", project.Media)).Id}")).Form("Отправить на проверку").Set("Text", "Готово").Set("FactOn", "20.10.2020");
        var card = await form.Attach("Proof", "..\\..\\C:\\приказ\u202Efdp.html", Encoding.UTF8.GetBytes("<script>")).Attach("Proof", "Приказ № 118.pdf", "pdf"u8.ToArray()).Submit();
        var links = card.Document.QuerySelectorAll(".v-files a").Select(a => a.GetAttribute("href")!).ToList();

        card.All(".v-files a").ShouldBe(["Приказ № 118.pdf", "приказfdp.html"], ignoreOrder: true);
        foreach (var link in links)
        {
            var answer = await media.Ask(link);
            answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            (await (await app.SignedIn(Role.Executor, project.Education)).Ask(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await (await app.SignedIn(Role.ProjectOffice, project.Town)).Ask(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        var foreign = links[0].Replace(card.Address[^36..], (await project.Of("П.2", project.Education)).Id.ToString());
        (await (await app.SignedIn(Role.ProjectOffice, project.Town)).Ask(foreign)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a file belongs to its own assignment");
    }

    [Fact]
    public async Task Empty_oversize_and_too_many_files_are_refused_by_name_and_nothing_is_kept()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(10, 20, 12));
        var media = await app.SignedIn(Role.Executor, project.Media);
        var address = $"/desk/my?job={(await project.Of("П.7", project.Media)).Id}";
        async Task<Form> Filled() => (await media.Open(address)).Form("Отправить на проверку").Set("Text", "Готово").Set("FactOn", "20.10.2020");

        var empty = await (await Filled()).Attach("Proof", "пусто.pdf", []).Submit();
        empty.Refusal.ShouldContain("Файл «пусто.pdf» пуст");
        empty.One("#Text").TextContent.ShouldBe("Готово");
        (await (await Filled()).Attach("Proof", "видео.mp4", new byte[26 * 1024 * 1024]).Submit()).Refusal.ShouldContain("Файл «видео.mp4» занимает 26 МБ, а примем до 25 МБ");
        var many = await Filled();
        for (var i = 0; i < 11; i++) many.Attach("Proof", $"{i}.jpg", [1]);
        (await many.Submit()).Refusal.ShouldContain("Приложено 11 файлов");
        (await project.Of("П.7", project.Media)).Reports.ShouldBeEmpty();
    }
}

public sealed class ProofFilesOnSqlite(SqliteApp app) : ProofFiles(app), IClassFixture<SqliteApp>;

public sealed class ProofFilesOnPostgres(PostgresApp app) : ProofFiles(app), IClassFixture<PostgresApp>;
