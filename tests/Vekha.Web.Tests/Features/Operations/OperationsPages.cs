using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Operations;

/// <summary>What an administrator sees of jobs and letters.</summary>
public abstract class OperationsPages(VekhaApp app) : IDisposable
{
    private readonly SmtpSink sink = new();

    public void Dispose()
    {
        sink.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<Page> SetUp(Visitor admin, string? login = null, string? password = null) =>
        await (await admin.Open("/desk/operations/mail")).Form("Сохранить").Set("Host", "localhost").Set("Port", $"{sink.Port}").Set("UseTls", "false")
            .Set("Login", login).Set("Password", password).Set("From", "vekha@town.example").Set("Site", "https://vekha.town.example/").Submit();

    [Fact]
    public async Task Settings_are_kept_the_password_is_never_shown_and_a_test_letter_arrives()
    {
        sink.WantsLogin = "vekha";
        var admin = await app.SignedIn(Role.Administrator);
        var kept = await SetUp(admin, "vekha", "тайное слово");
        kept.Text.ShouldContain("Настройки почты сохранены");
        kept.Document.Body!.OuterHtml.ShouldNotContain("тайное слово");
        (await app.Read(db => db.Set<MailSettings>().Select(s => s.ProtectedPassword).SingleAsync()))!.ShouldNotContain("тайное");

        var tried = await kept.Form("Отправить пробное письмо").Set("to", "admin@town.example").Submit();
        tried.Text.ShouldContain("Почтовый сервер принял пробное письмо для admin@town.example");
        sink.ToldPassword.ShouldBe("тайное слово");
        var letter = sink.Letters.ShouldHaveSingleItem();
        letter.Subject.ShouldBe("Пробное письмо Вехи");
        letter.Text.ShouldContain("https://vekha.town.example/desk");

        // An empty field keeps the password, another server asks for a new one.
        var again = await (await admin.Open("/desk/operations/mail")).Form("Сохранить").Set("FromName", "Проектный офис").Submit();
        again.Text.ShouldContain("Настройки почты сохранены");
        (await again.Form("Сохранить").Set("Host", "other.example").Submit()).Refusal.ShouldContain("Сервер другой, а пароль прежний");
    }

    [Fact]
    public async Task Test_letter_that_fails_says_the_servers_own_words()
    {
        var admin = await app.SignedIn(Role.Administrator);
        var kept = await SetUp(admin);
        sink.Unknown["nobody@town.example"] = true;
        (await kept.Form("Отправить пробное письмо").Set("to", "nobody@town.example").Submit()).Refusal.ShouldContain("5.1.1 No such user");
        sink.GoAway();
        (await (await admin.Open("/desk/operations/mail")).Form("Отправить пробное письмо").Set("to", "a@town.example").Submit()).Refusal
            .ShouldContain("Почтовый сервер localhost не принимает писем");
    }

    [Fact]
    public async Task Failed_job_and_refused_letter_are_seen_and_tried_again()
    {
        var admin = await app.SignedIn(Role.Administrator);
        await SetUp(admin);
        sink.GoAway();
        var letter = Letter.To("late@town.example", "Седов Артём Игоревич", Guid.NewGuid().ToString(), new("Напоминание", "текст", "<p>текст</p>"), "town.example", app.Clock.GetUtcNow());
        await app.Keep(letter);
        await app.Run("mail");
        var page = await admin.Open("/desk/operations");
        page.Text.ShouldContain("не удалосьПочтовый сервер localhost не принимает писем");

        sink.Open();
        sink.Unknown["late@town.example"] = true;
        var asked = await page.Form("Выполнить сейчас").Submit();
        asked.Text.ShouldContain("начнётся в течение нескольких секунд");
        (await app.Glance("mail")).ShouldBeTrue();
        var letters = await (await admin.Open("/desk/operations")).Click("Не доставлено: 1");
        letters.Text.ShouldContain("late@town.example");
        letters.Text.ShouldContain("5.1.1 No such user");

        sink.Unknown.Clear();
        await letters.Form("Отправить ещё раз").Submit();
        await app.Run("mail");
        sink.Letters.Where(l => l.To == "late@town.example").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nobody_else_sees_jobs_letters_and_mail()
    {
        var (office, below) = (await app.SignedIn(Role.ProjectOffice), await app.SignedIn(Role.Administrator, await app.Unit(under: await app.Unit())));
        foreach (var address in new[] { "/desk/operations", "/desk/operations/mail", "/desk/operations/letters" })
        {
            (await office.Open(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await below.Open(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}

public sealed class OperationsPagesOnSqlite(SqliteApp app) : OperationsPages(app), IClassFixture<SqliteApp>;

public sealed class OperationsPagesOnPostgres(PostgresApp app) : OperationsPages(app), IClassFixture<PostgresApp>;
