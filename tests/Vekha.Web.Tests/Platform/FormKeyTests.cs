using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Platform;

public abstract class FormKeyTests(VekhaApp app)
{
    [Fact]
    public async Task A_double_click_adds_one_person_and_leads_both_to_the_same_card()
    {
        var unit = await app.Unit();
        var admin = await app.SignedIn(Role.Administrator, unit);
        var form = (await admin.Open("/desk/accounts/people/edit")).Form().Set("FullName", $"Двойнов {unit.Id:N}").Set("UnitId", unit.Id.ToString());

        var answers = await Task.WhenAll(form.SubmitOnce(), form.SubmitOnce(), form.SubmitOnce());
        var late = await form.SubmitOnce();

        answers.Append(late).ShouldAllBe(a => a.StatusCode == HttpStatusCode.Redirect);
        answers.Append(late).Select(a => a.Headers.Location!.ToString()).Distinct().Count().ShouldBe(1);
        (await app.Read(db => db.People.CountAsync(p => p.UnitId == unit.Id && p.FullName.StartsWith("Двойнов")))).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_form_can_be_mended_and_sent_again()
    {
        var unit = await app.Unit();
        var admin = await app.SignedIn(Role.Administrator, unit);
        var form = (await admin.Open("/desk/accounts/people/edit")).Form().Set("FullName", "").Set("UnitId", unit.Id.ToString());

        var refused = await form.Submit();
        var kept = await form.Set("FullName", "Поправкин Иван Ильич").Submit();

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Refusal.ShouldContain("Заполните поле «Фамилия, имя, отчество»");
        kept.Title.ShouldBe("Поправкин Иван Ильич");
    }

    [Fact]
    public async Task A_form_without_the_token_is_not_taken()
    {
        var admin = await app.SignedIn(Role.Administrator);
        var form = (await admin.Open("/desk/accounts/people/edit")).Form().Set("__RequestVerificationToken", null);

        var page = await form.Submit();

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Title.ShouldBe("Форма устарела");
    }
}

public sealed class FormKeyOnSqlite(SqliteApp app) : FormKeyTests(app), IClassFixture<SqliteApp>;

public sealed class FormKeyOnPostgres(PostgresApp app) : FormKeyTests(app), IClassFixture<PostgresApp>;
