using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Accounts.Organisations;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Accounts;

public abstract class TreeFromExcel(VekhaApp app)
{
    private static readonly string[] Headings = ["Наименование", "Краткое наименование", "Вид", "Входит в", "Территория", "Часовой пояс", "Руководитель", "Должность руководителя", "Руководит с"];

    [Fact]
    public async Task A_sheet_is_shown_row_by_row_with_refusals_before_it_changes_the_tree_and_twice_changes_nothing()
    {
        var region = await app.Unit("Комитет края");
        var admin = await app.SignedIn(Role.Administrator, region);
        var sheet = Sheet(
            ["Школа № 7", null, "образовательная организация", "Комитет образования Дальнего района", null, null, null, null, null],
            ["Комитет образования Дальнего района", "Комитет", "орган управления образованием (МОУО)", null, "Дальний район", "Омск, UTC+6", "Дальнева Инна Петровна", "председатель", "01.09.2019"],
            ["Отдел Ы", null, "департамент", null, null, null, null, null, null],
            ["Клуб «Волна»", null, "учреждение культуры", "Комитет, которого нет", null, null, null, null, null]);

        var preview = await Upload(admin, region, sheet);

        preview.Text.ShouldContain("вида «департамент» нет");
        preview.Text.ShouldContain("вышестоящей «Комитет, которого нет» нет ни в списке, ни среди заведённых");
        preview.All("tbody tr").Count.ShouldBe(4);
        (await app.Read(db => db.Organisations.CountAsync(o => o.ParentId == region.Id))).ShouldBe(0);
        (await preview.Form("Загрузить").Submit()).Text.ShouldContain("добавлено 2, изменено 0");
        var school = await app.Read(db => db.Organisations.SingleAsync(o => o.Name == "Школа № 7"));
        var committee = await app.Read(db => db.Organisations.SingleAsync(o => o.Id == school.ParentId));
        (committee.Name, committee.Territory, committee.TimeZoneId).ShouldBe(("Комитет образования Дальнего района", "Дальний район", "Asia/Omsk"));
        (await app.Read(db => db.UnitsAbove(school.Id).ToListAsync())).ShouldBe([school.Id, committee.Id, region.Id]);
        (await app.Read(db => db.HeadsOn(new(2020, 11, 2)).Where(h => h.UnitId == committee.Id).Select(h => h.Person!.FullName).SingleAsync())).ShouldBe("Дальнева Инна Петровна");
        var second = await Upload(admin, region, sheet);
        second.All(".v-kv dd").Skip(1).ShouldBe(["0", "0", "2", "2"]);
        second.Text.ShouldNotContain("Выбрать другой файл");
    }

    [Fact]
    public async Task The_template_comes_back_as_it_was_given()
    {
        var region = await app.Unit("Комитет области с образцом");
        var admin = await app.SignedIn(Role.Administrator, region);
        var template = await (await admin.Ask("/desk/accounts/organisations/load?handler=template")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        var preview = await Upload(admin, region, template);

        preview.All(".v-kv dd").ShouldBe(["Комитет области с образцом", "2", "0", "0", "0"]);
    }

    [Fact]
    public async Task The_sheet_of_one_administrator_does_not_exist_for_another()
    {
        var region = await app.Unit("Область двух администраторов");
        var preview = await Upload(await app.SignedIn(Role.Administrator, region), region, Sheet(["Отдел", null, "управление, комитет, отдел", null, null, null, null, null, null]));

        (await (await app.SignedIn(Role.Administrator, region)).Open(preview.Address)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static async Task<Page> Upload(Visitor admin, Organisation under, byte[] sheet) =>
        await (await admin.Open("/desk/accounts/organisations/load")).Form("Показать, что изменится").Set("Under", under.Id.ToString()).Attach("file", "организации.xlsx", sheet).Submit();

    private static byte[] Sheet(params string?[][] rows)
    {
        var content = new MemoryStream();
        ExcelPaper.Write(new() { Title = "Организации", Body = [new PaperTable("Лист", [.. Headings.Select(h => new PaperColumn(h, 1))], [.. rows.Select(r => PaperRow.Of([.. r.Select(c => (PaperCell)c)]))])] }, content);
        return content.ToArray();
    }
}

public sealed class TreeFromExcelOnSqlite(SqliteApp app) : TreeFromExcel(app), IClassFixture<SqliteApp>;

public sealed class TreeFromExcelOnPostgres(PostgresApp app) : TreeFromExcel(app), IClassFixture<PostgresApp>;
