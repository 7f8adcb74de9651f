using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Accounts;

public abstract class OrganisationPages(VekhaApp app)
{
    [Fact]
    public async Task A_unit_is_added_under_mine_and_stands_in_the_tree()
    {
        var top = await app.Unit("Администрация округа");
        var admin = await app.SignedIn(Role.Administrator, top);

        var list = await (await admin.Open("/desk/accounts/organisations/edit")).Form()
            .Set("Name", "Отдел молодёжи").Set("ParentId", top.Id.ToString()).Set("From", "01.09.2020").Submit();

        list.Text.ShouldContain("«Отдел молодёжи» сохранена.");
        var kept = await app.Read(db => db.Organisations.SingleAsync(o => o.Name == "Отдел молодёжи" && o.ParentId == top.Id));
        kept.From.ShouldBe(new DateOnly(2020, 9, 1));
    }

    [Fact]
    public async Task A_unit_cannot_be_put_under_its_own_part()
    {
        var top = await app.Unit();
        var middle = await app.Unit("Управление", under: top);
        var low = await app.Unit("Отдел", under: middle);
        var admin = await app.SignedIn(Role.Administrator, top);

        var page = await (await admin.Open($"/desk/accounts/organisations/edit/{middle.Id}")).Form().Set("ParentId", low.Id.ToString()).Submit();

        page.Refusal.ShouldContain("«Отдел» сама входит в «Управление»");
        (await app.Read(db => db.Organisations.SingleAsync(o => o.Id == middle.Id))).ParentId.ShouldBe(top.Id);
    }

    [Fact]
    public async Task The_second_editor_sees_both_texts_and_can_save_after_looking()
    {
        var unit = await app.Unit("Отдел спорта");
        var first = await app.SignedIn(Role.Administrator, unit);
        var second = await app.SignedIn(Role.Administrator, unit);
        var one = (await first.Open($"/desk/accounts/organisations/edit/{unit.Id}")).Form().Set("Name", "Отдел спорта и туризма");
        var two = (await second.Open($"/desk/accounts/organisations/edit/{unit.Id}")).Form().Set("Name", "Отдел физкультуры");

        await one.Submit();
        var clash = await two.Submit();

        clash.Refusal.ShouldContain("Пока вы правили, запись изменил другой человек");
        clash.Refusal.ShouldContain("Наименование: сейчас записано «Отдел спорта и туризма», у вас «Отдел физкультуры»");
        clash.One("#Input_Name").GetAttribute("value").ShouldBe("Отдел физкультуры");
        (await clash.Form().Submit()).Text.ShouldContain("сохранена");
        (await app.Read(db => db.Organisations.SingleAsync(o => o.Id == unit.Id))).Name.ShouldBe("Отдел физкультуры");
    }

    [Theory]
    [InlineData("31.02.2020", "«31.02.2020» не похоже на день")]
    [InlineData("2020 год", "«2020 год» не похоже на день")]
    public async Task A_wrong_day_is_named_beside_its_field_and_what_was_typed_stays(string typed, string said)
    {
        var unit = await app.Unit();
        var admin = await app.SignedIn(Role.Administrator, unit);

        var page = await (await admin.Open($"/desk/accounts/organisations/edit/{unit.Id}")).Form().Set("From", typed).Submit();

        page.One(".v-field.is-wrong .v-wrong").TextContent.ShouldContain(said);
        page.One("#Input_From").GetAttribute("value").ShouldBe(typed);
        page.One(".v-say--over a").GetAttribute("href").ShouldBe("#Input_From");
    }
}

public sealed class OrganisationPagesOnSqlite(SqliteApp app) : OrganisationPages(app), IClassFixture<SqliteApp>;

public sealed class OrganisationPagesOnPostgres(PostgresApp app) : OrganisationPages(app), IClassFixture<PostgresApp>;
