using System.Net;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Accounts;

public abstract class FirstStartPages(VekhaApp app)
{
    [Fact]
    public async Task The_first_administrator_is_made_by_who_can_read_the_data_folder_and_only_once()
    {
        var guest = app.Guest();
        (await guest.Open("/sign-in")).Address.ShouldBe("/first-start");
        var greeting = await app.Do(s => FirstStartKey.Greet(s, "http://host"));
        var address = greeting!.Split("http://host")[1];

        var wrong = await Filled(await guest.Open("/first-start?key=xxx")).Submit();
        wrong.Refusal.ShouldContain("Ключ не подходит");
        var desk = await Filled(await guest.Open(address)).Submit();

        desk.Address.ShouldStartWith("/desk");
        (await guest.Open("/desk/me")).Text.ShouldContain("Первых Олег Олегович");
        (await app.Guest().Open(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        File.Exists(Path.Combine(app.Database.Folder, "first-start.key")).ShouldBeFalse();
    }

    private static Form Filled(Page page) => page.Form().Set("Organisation", "Администрация округа").Set("FullName", "Первых Олег Олегович")
        .Set("Login", "oleg").Set("Password", Staff.Password);
}

public sealed class FirstStartOnSqlite(SqliteApp app) : FirstStartPages(app), IClassFixture<SqliteApp>;

public sealed class FirstStartOnPostgres(PostgresApp app) : FirstStartPages(app), IClassFixture<PostgresApp>;
