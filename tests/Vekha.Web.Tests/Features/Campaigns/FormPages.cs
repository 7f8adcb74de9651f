using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Campaigns;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Campaigns;

/// <summary>A form on its way: draft, Excel, return, acceptance, correction; whose it is.</summary>
public abstract class FormPages(VekhaApp app)
{
    private static readonly string[] Whole = ["2", "9", "12", "7", "8", "сайт", "нет"];

    [Fact]
    public async Task A_draft_is_kept_with_what_is_missing_and_only_the_unit_sees_it()
    {
        var clubs = await ClubReports.Begin(app);
        var district = await app.SignedIn(Role.Executor, clubs.Districts[0]);
        var saved = await (await district.Open(await clubs.FillOf(0, 0))).Form("Сохранить черновик").Set("v.f1", "7").Set("v.f3", "Тайная ссылка").Submit();

        saved.One("aside h2").TextContent.Squeezed().ShouldBe("Заполнено 1 из 6");
        saved.Form("Сдать форму").Value("v.f1").ShouldBe("7");
        var refused = await saved.Form("Сдать форму").Submit();
        refused.One("#remarks").TextContent.Squeezed().ShouldContain("Есть трудности: не заполнено");
        foreach (var address in new[] { await clubs.FormOf(0, 0), $"/desk/campaigns/campaign/{clubs.Campaign}", $"/desk/campaigns/consolidated/{clubs.Campaign}" })
            (await clubs.Keeper.Open(address)).Text.ShouldNotContain("Тайная ссылка");
        (await clubs.Keeper.Open(await clubs.FillOf(0, 0))).Status.ShouldBe(HttpStatusCode.NotFound);
        var sister = await app.SignedIn(Role.Executor, clubs.Districts[1]);
        foreach (var address in new[] { await clubs.FillOf(0, 0), await clubs.FormOf(0, 0), await clubs.FillOf(0, 0) + "?handler=sheet", $"/desk/campaigns/campaign/{clubs.Campaign}", $"/desk/campaigns/consolidated/{clubs.Campaign}", $"/desk/campaigns/edit/{clubs.Campaign}" })
            (await sister.Open(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        (await (await sister.Open(await clubs.FillOf(1, 0))).Form("Сохранить черновик").To(await clubs.FillOf(0, 0) + "?handler=save").Set("v.f1", "99").Submit()).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_comes_back_with_a_reason_is_mended_accepted_and_then_only_corrected()
    {
        var clubs = await ClubReports.Begin(app);
        await clubs.Send(0, 0, (10, 20), Whole);
        var office = await clubs.Office();
        (await (await office.Open(await clubs.FormOf(0, 0))).Form("Вернуть на доработку").Submit()).Refusal.ShouldContain("Не указана причина");
        await (await office.Open(await clubs.FormOf(0, 0))).Form("Вернуть на доработку").Set("Reason", "Нет ссылок на публикации").Submit();

        var district = await app.SignedIn(Role.Executor, clubs.Districts[0]);
        var mend = await district.Open(await clubs.FillOf(0, 0));
        mend.Text.ShouldContain("Нет ссылок на публикации");
        var stale = await district.Open(await clubs.FillOf(0, 0));
        await ClubReports.Filled(mend, Whole).Set("v.f3", "газета «Заря»").Submit();
        await clubs.Accept(0, 0);

        (await district.Open(await clubs.FillOf(0, 0))).Address.ShouldBe(await clubs.FormOf(0, 0));
        var late = await stale.Form("Сохранить черновик").Set("v.f1", "3").Submit();
        late.Refusal.ShouldContain("принята, период закрыт");
        var closed = await office.Open(await clubs.FormOf(0, 0));
        (await closed.Form("Записать корректировку").Set("Cell", "f1").Set("Value", "много").Set("Why", "Письмо").Submit()).Refusal.ShouldContain("нужно число");
        var corrected = await closed.Form("Записать корректировку").Set("Cell", "f1").Set("Value", "3").Set("Why", "Письмо района от 24.10 № 7").Submit();
        corrected.Text.ShouldContain("корректировка, «Работает клубов»: было «2», стало «3»Письмо района от 24.10 № 7");
        corrected.One("tbody tr td:nth-child(3) b").TextContent.ShouldBe("3");
        (await office.Open($"/desk/campaigns/consolidated/{clubs.Campaign}?date={(await clubs.Of(0, 0)).DateId}")).All("tfoot td")[1].ShouldBe("3");
        (await app.Read(db => db.Journal.Where(e => e.Subject == "form").Select(e => e.Verb).ToListAsync())).ShouldContain("корректировка");
    }

    [Fact]
    public async Task The_Excel_form_comes_back_filled_and_nothing_is_taken_by_half()
    {
        var clubs = await ClubReports.Begin(app);
        var district = await app.SignedIn(Role.Executor, clubs.Districts[0]);
        var address = await clubs.FillOf(0, 0);
        var given = await (await district.Ask(address + "?handler=sheet")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        (await Upload(district, address, Sheets.Filled(given, ("1", "2"), ("2.1.1", "много"), ("4", "нет")))).Refusal.ShouldContain("Строка № 2.1.1 «Детей по возрасту: 7–10 лет, мальчики», графа «Значение»: нужно число, а записано «много»");
        (await clubs.Of(0, 0)).DraftAt.ShouldBeNull();
        var taken = await Upload(district, address, Sheets.Filled(given, ("1", "2"), ("2.1.1", "9"), ("2.1.2", "12,5"), ("2.2.1", "7"), ("2.2.2", "8"), ("4", "нет")));
        taken.Text.ShouldContain("Из файла взято 6 значений");
        taken.Form("Сдать форму").Value("v.f2.1.2").ShouldBe("12,5");
        (await taken.Form("Сдать форму").Submit()).Text.ShouldContain("Форма сдана");
    }

    [Fact]
    public async Task A_foreign_file_a_changed_key_another_date_and_ten_thousand_lines_are_refused()
    {
        var clubs = await ClubReports.Begin(app);
        var district = await app.SignedIn(Role.Executor, clubs.Districts[0]);
        var address = await clubs.FillOf(0, 0);
        async Task<byte[]> Form(int day) => await (await district.Ask(await clubs.FillOf(0, day) + "?handler=sheet")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var given = await Form(0);

        (await Upload(district, address, Sheets.Foreign())).Refusal.ShouldContain("нет ключа");
        (await Upload(district, address, await Form(1))).Refusal.ShouldContain("Ключ в файле не от этой формы");
        (await Upload(district, address, Sheets.Rekeyed(given))).Refusal.ShouldContain("Ключ в файле не от этой формы");
        (await Upload(district, address, "не таблица"u8.ToArray())).Refusal.ShouldContain("Файл не принят");
        var longer = await Upload(district, address, Sheets.Longer(given, 500));
        longer.Refusal.ShouldContain("строки № 91 в форме нет, уберите её", Case.Insensitive);
        longer.Refusal.ShouldContain("есть и другие");
        longer.Refusal.Length.ShouldBeLessThan(3000);
        var endless = await Upload(district, address, Sheets.Longer(given, 10_000));
        endless.Refusal.ShouldStartWith("Файл не принят");
        endless.Refusal.ShouldNotContain("план");
        (await clubs.Of(0, 0)).DraftAt.ShouldBeNull();
    }

    [Fact]
    public async Task Two_colleagues_do_not_overwrite_each_other_and_a_double_press_sends_once()
    {
        var clubs = await ClubReports.Begin(app);
        var (one, other) = (await app.SignedIn(Role.Executor, clubs.Districts[0]), await app.SignedIn(Role.Executor, clubs.Districts[0]));
        var (mine, theirs) = (await one.Open(await clubs.FillOf(0, 0)), await other.Open(await clubs.FillOf(0, 0)));
        await theirs.Form("Сохранить черновик").Set("v.f1", "5").Submit();
        var clash = await mine.Form("Сохранить черновик").Set("v.f1", "6").Submit();
        clash.Text.ShouldContain("запись изменил другой человек");
        clash.Form("Сдать форму").Value("v.f1").ShouldBe("6");

        var form = ClubReports.Filled(await one.Open(await clubs.FillOf(0, 0)), Whole);
        await form.Submit();
        await form.Submit();
        (await clubs.Of(0, 0)).Acts.Count.ShouldBe(1);
    }

    private static async Task<Page> Upload(Visitor visitor, string address, byte[] file) => await (await visitor.Open(address)).Form("Загрузить").Attach("Sheet", "Форма.xlsx", file).Submit();
}

public sealed class FormPagesOnSqlite(SqliteApp app) : FormPages(app), IClassFixture<SqliteApp>;

public sealed class FormPagesOnPostgres(PostgresApp app) : FormPages(app), IClassFixture<PostgresApp>;
