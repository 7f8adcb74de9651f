using System.Net;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Accounts;

public abstract class SignInPages(VekhaApp app)
{
    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_comes_where_he_wanted()
    {
        var (_, person) = await app.Hired(Role.Executor);
        var login = await app.Read(db => Task.FromResult(db.Accounts.Single(a => a.PersonId == person.Id).Login));
        var guest = app.Guest();

        var door = await guest.Open("/desk/me");
        door.Address.ShouldBe("/sign-in?back=%2Fdesk%2Fme");
        var page = await door.Form().Set("Login", login).Set("Password", Staff.Password).Submit();

        page.Address.ShouldBe("/desk/me");
        page.Text.ShouldContain(person.FullName);
    }

    [Fact]
    public async Task Wrong_password_says_no_more_than_wrong_name_and_keeps_the_name()
    {
        var (_, person) = await app.Hired(Role.Executor);
        var login = await app.Read(db => Task.FromResult(db.Accounts.Single(a => a.PersonId == person.Id).Login));

        var wrong = await (await app.Guest().Open("/sign-in")).Form().Set("Login", login).Set("Password", "не тот пароль").Submit();
        var unknown = await (await app.Guest().Open("/sign-in")).Form().Set("Login", "никто").Set("Password", "не тот пароль").Submit();

        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Refusal.ShouldBe(unknown.Refusal);
        wrong.Refusal.ShouldStartWith("Войти не удалось");
        wrong.One("#Login").GetAttribute("value").ShouldBe(login);
        wrong.One("#Password").GetAttribute("value").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_door_for_a_quarter_of_an_hour()
    {
        var (_, person) = await app.Hired(Role.Executor);
        var login = await app.Read(db => Task.FromResult(db.Accounts.Single(a => a.PersonId == person.Id).Login));
        var guest = app.Guest();
        for (var i = 0; i < 5; i++) await (await guest.Open("/sign-in")).Form().Set("Login", login).Set("Password", "мимо").Submit();

        var shut = await (await guest.Open("/sign-in")).Form().Set("Login", login).Set("Password", Staff.Password).Submit();

        shut.Refusal.ShouldContain("Вход закрыт на 15 минут");
    }

    [Fact]
    public async Task Sign_in_stands_in_the_journal()
    {
        var (_, person) = await app.Hired(Role.Curator);

        var entry = await app.Read(db => Task.FromResult(db.Journal.Single(e => e.SubjectId == person.Id && e.Verb == "выполнен вход")));

        entry.At.ShouldBe(app.Clock.GetUtcNow());
    }
}

public sealed class SignInPagesOnSqlite(SqliteApp app) : SignInPages(app), IClassFixture<SqliteApp>;

public sealed class SignInPagesOnPostgres(PostgresApp app) : SignInPages(app), IClassFixture<PostgresApp>;
