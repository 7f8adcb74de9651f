using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Accounts;

public abstract class PeoplePages(VekhaApp app)
{
    [Fact]
    public async Task A_person_is_added_invited_and_comes_in_with_a_password_of_his_own()
    {
        var unit = await app.Unit("Управление культуры");
        var admin = await app.SignedIn(Role.Administrator, unit);
        var form = (await admin.Open("/desk/accounts/people/edit")).Form();
        var card = await form.Set("FullName", "Сомова  Анна Юрьевна").Set("Post", "методист").Set("UnitId", unit.Id.ToString()).Submit();
        card.Title.ShouldBe("Сомова Анна Юрьевна");
        card = await card.Form("Дать роль").Set("role", nameof(Role.Executor)).Set("unit", unit.Id.ToString()).Submit();
        card.Text.ShouldContain("исполнитель");
        card = await card.Form("Пригласить").Set("login", $"somova-{app.Engine}").Submit();
        var link = new Uri(card.One("#link").TextContent).AbsolutePath;

        var guest = app.Guest();
        var desk = await (await guest.Open(link)).Form().Set("Password", "три разных слова").Set("Again", "три разных слова").Submit();

        desk.Status.ShouldBe(HttpStatusCode.OK);
        (await guest.Open("/desk/me")).Text.ShouldContain("Сомова Анна Юрьевна");
        (await app.Guest().SignIn($"somova-{app.Engine}", "три разных слова")).ShouldNotBeNull();
        (await admin.Open(card.Address)).Has("#link").ShouldBeFalse("the link is shown once");
    }

    [Fact]
    public async Task An_invitation_works_once_and_for_seven_days()
    {
        var unit = await app.Unit();
        var admin = await app.SignedIn(Role.Administrator, unit);
        var first = await Invited(admin, unit, "odin");
        var second = await Invited(admin, unit, "dva");

        await (await app.Guest().Open(first)).Form().Set("Password", "три разных слова").Set("Again", "три разных слова").Submit();
        var again = await (await app.Guest().Open(first)).Form().Set("Password", "другие три слова").Set("Again", "другие три слова").Submit();
        app.Clock.Advance(TimeSpan.FromDays(8));
        var late = await (await app.Guest().Open(second)).Form().Set("Password", "три разных слова").Set("Again", "три разных слова").Submit();
        app.Clock.Advance(TimeSpan.FromDays(-8));

        again.Refusal.ShouldContain("По этой ссылке уже входили");
        late.Refusal.ShouldContain("Ссылка действовала семь дней");
        (await app.Guest().Open("/invitation/выдумка")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_person_of_another_organisation_does_not_exist_for_an_administrator()
    {
        var admin = await app.SignedIn(Role.Administrator);
        var (_, stranger) = await app.Hired(Role.Executor);

        (await admin.Open($"/desk/accounts/people/card/{stranger.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.Open($"/desk/accounts/people/edit/{stranger.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.Open("/desk/accounts/people")).Text.ShouldNotContain(stranger.FullName);
        (await admin.Open($"/desk/accounts/organisations/edit/{stranger.UnitId}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_administrator_above_reaches_the_units_below()
    {
        var top = await app.Unit("Администрация");
        var below = await app.Unit("Школа", under: top);
        var admin = await app.SignedIn(Role.Administrator, top);
        var (_, teacher) = await app.Hired(Role.Executor, below);

        (await admin.Open($"/desk/accounts/people/card/{teacher.Id}")).Title.ShouldBe(teacher.FullName);
        (await admin.Open("/desk/accounts/people?q=" + Uri.EscapeDataString(teacher.FullName.ToLowerInvariant()))).Text.ShouldContain(teacher.FullName);
    }

    [Fact]
    public async Task A_long_list_is_leafed_through_and_the_search_stays()
    {
        var unit = await app.Unit();
        var admin = await app.SignedIn(Role.Administrator, unit);
        await app.Keep([.. Enumerable.Range(0, 60).Select(i => Person.Hire($"Листов{i:00} Иван", "сторож", unit.Id))]);

        var first = await admin.Open("/desk/accounts/people?q=" + Uri.EscapeDataString("СТОРОЖ"));
        var second = await first.Click("2");

        first.Refusal.ShouldBeEmpty();
        first.All("tbody tr").Count.ShouldBe(50);
        second.All("tbody tr").Count.ShouldBe(10);
        second.One("#q").GetAttribute("value").ShouldBe("СТОРОЖ");
    }

    [Fact]
    public async Task An_executor_is_not_let_to_the_people_and_does_not_see_the_section()
    {
        var executor = await app.SignedIn(Role.Executor);

        var page = await executor.Open("/desk/accounts/people");

        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Title.ShouldBe("Нет доступа");
        page.All(".v-more a").ShouldNotContain("Люди");
    }

    [Fact]
    public async Task A_disabled_account_no_longer_comes_in_and_its_open_session_ends()
    {
        var unit = await app.Unit();
        var admin = await app.SignedIn(Role.Administrator, unit);
        var (executor, person) = await app.Hired(Role.Executor, unit);

        await (await admin.Open($"/desk/accounts/people/card/{person.Id}")).Form("Отключить").Submit();
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        (await executor.Open("/desk/me")).Address.ShouldStartWith("/sign-in");
        var login = await app.Read(db => db.Accounts.Where(a => a.PersonId == person.Id).Select(a => a.Login).SingleAsync());
        var door = await (await app.Guest().Open("/sign-in")).Form().Set("Login", login).Set("Password", Staff.Password).Submit();
        door.Refusal.ShouldContain("Учётная запись отключена");
    }

    [Fact]
    public async Task A_role_given_today_works_within_minutes_without_a_new_sign_in()
    {
        var unit = await app.Unit();
        var admin = await app.SignedIn(Role.Administrator, unit);
        var (executor, person) = await app.Hired(Role.Executor, unit);
        var card = await admin.Open($"/desk/accounts/people/card/{person.Id}");

        await card.Form("Дать роль").Set("role", nameof(Role.Administrator)).Set("unit", unit.Id.ToString()).Submit();
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        (await executor.Open("/desk/accounts/people")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_password_opens_the_door_and_the_old_one_does_not()
    {
        var (visitor, person) = await app.Hired(Role.Executor);
        var login = await app.Read(db => db.Accounts.Where(a => a.PersonId == person.Id).Select(a => a.Login).SingleAsync());

        var wrong = await (await visitor.Open("/desk/me")).Form("Сменить пароль").Set("Old", "не он").Set("New", "совсем новый пароль").Set("Again", "совсем новый пароль").Submit();
        wrong.Refusal.ShouldContain("Прежний пароль не подходит");
        var different = await wrong.Form("Сменить пароль").Set("Old", Staff.Password).Set("New", "совсем новый пароль").Set("Again", "совсем другой пароль").Submit();
        different.Refusal.ShouldContain("Новый пароль в двух полях разный");
        var done = await different.Form("Сменить пароль").Set("Old", Staff.Password).Set("New", "совсем новый пароль").Set("Again", "совсем новый пароль").Submit();

        done.Text.ShouldContain("Пароль изменён");
        (await app.Guest().SignIn(login, "совсем новый пароль")).ShouldNotBeNull();
    }

    private async Task<string> Invited(Visitor admin, Organisation unit, string login)
    {
        var person = Person.Hire("Приглашаев Пётр Иванович", "специалист", unit.Id);
        await app.Keep(person);
        var card = await (await admin.Open($"/desk/accounts/people/card/{person.Id}")).Form("Пригласить").Set("login", $"{login}-{Guid.NewGuid():N}").Submit();
        return new Uri(card.One("#link").TextContent).AbsolutePath;
    }
}

public sealed class PeoplePagesOnSqlite(SqliteApp app) : PeoplePages(app), IClassFixture<SqliteApp>;

public sealed class PeoplePagesOnPostgres(PostgresApp app) : PeoplePages(app), IClassFixture<PostgresApp>;
