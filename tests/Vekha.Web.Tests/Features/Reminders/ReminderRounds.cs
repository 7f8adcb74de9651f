using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Reminders;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Reminders;

/// <summary>Who hears of what on which day, through the real jobs and a mail server.</summary>
public abstract class ReminderRounds(VekhaApp app) : IAsyncLifetime
{
    private static readonly DateOnly Friday = new(2020, 10, 30);

    private readonly SmtpSink sink = new();

    public async ValueTask InitializeAsync()
    {
        await app.MailTo(sink);
        await app.Read(db => db.Letters.ExecuteDeleteAsync());
    }

    public ValueTask DisposeAsync()
    {
        sink.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private ReceivedLetter? LetterTo(Person person) => sink.Letters.SingleOrDefault(l => l.To == person.Email);

    private async Task Morning()
    {
        await app.Remind();
        await app.Run("mail");
    }

    [Fact]
    public async Task One_letter_a_day_holds_everything_the_worst_first_with_the_reason_of_each_day()
    {
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        var (_, person) = await app.Mailed(Role.Executor, unit, "Громова Нина Львовна");
        await app.Plan(town, "Тихая программа", ("Скоро подойдёт", new(2020, 11, 5), unit));
        // «до 31.10.2020» is a Saturday: the control day is Friday the 30th.
        await app.Plan(town, "Горящая программа", ("Уже прошло", new(2020, 10, 27), unit), ("Сегодня", new(2020, 10, 31), unit), ("Через пять", new(2020, 11, 9), unit));
        app.At(2020, 10, 30);
        await Morning();
        await Morning();

        var letter = LetterTo(person).ShouldNotBeNull();
        letter.Subject.ShouldBe("Просрочено 1 поручение, сегодня срок 1 поручения, подходят сроки 2 поручений".Replace("1 поруч", "1\u00a0поруч").Replace("2 поруч", "2\u00a0поруч"));
        letter.Text.Squeezed().ShouldStartWith("Нина Львовна, здравствуйте! На 30 октября 2020, пт: просрочено 1 поручение");
        var order = new[] { "ГОРЯЩАЯ ПРОГРАММА", "Уже прошло", "Сегодня", "Через пять", "ТИХАЯ ПРОГРАММА", "Скоро подойдёт" }.Select(w => letter.Text.IndexOf(w, StringComparison.Ordinal)).ToList();
        order.ShouldBe(order.Order());
        letter.Text.Squeezed().ShouldContain("Срок 30.10.2020, пт («до 31.10.2020»; 31-е — суббота). Срок сегодня.");
        letter.Text.Squeezed().ShouldContain("Просрочено, 3 рабочих дня.");
        letter.Text.ShouldContain("https://vekha.town.example/desk/control/assignment/");
        letter.Html.ShouldContain("<h2>Горящая программа</h2>");
        letter.Headers["list-unsubscribe"].ShouldStartWith("<https://vekha.town.example/reminders/stop/");
    }

    [Fact]
    public async Task Notice_is_seen_in_Vekha_counted_in_the_head_and_marked_read()
    {
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        app.At(2020, 10, 27);
        var (visitor, person) = await app.Mailed(Role.Executor, unit);
        await app.Plan(town, "Видная программа", ("Первое", Friday, unit), ("Второе", Friday, unit));
        await app.Remind();
        var page = await visitor.Open("/desk/reminders");
        page.One(".v-bar-ic .v-count").TextContent.ShouldStartWith("2");
        page.Text.ShouldContain("27 октября 2020, вт");
        page.All("tbody .v-state").ShouldBe(["через 3 рабочих дня", "через 3 рабочих дня"]);
        page.Text.ShouldContain("30.10.2020, пт«до 30.10.2020»");

        var one = await page.Form("Прочитано").Submit();
        one.Text.ShouldContain("Не прочитано 1 уведомление.");
        (await one.Form("Отметить всё прочитанным").Submit()).Text.ShouldContain("Всё прочитано.");
        (await visitor.Open("/desk/reminders?state=all")).All("tbody tr").Count.ShouldBe(2);
        var stranger = (await app.Told(person, new(2020, 10, 27)))[0];
        var other = await app.SignedIn(Role.Executor, unit);
        (await (await other.Open("/desk/reminders/settings")).Form("Сохранить").To("/desk/reminders").Set("id", stranger.Id.ToString()).SubmitOnce()).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_said_yesterday_of_the_same_thing_is_not_unread_any_more_and_a_report_ends_it()
    {
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        var (_, person) = await app.Mailed(Role.Executor, unit);
        var (_, assignments) = await app.Plan(town, "Ежедневная", ("Просроченное", new(2020, 10, 28), unit));
        app.At(2020, 10, 29);
        await app.Remind();
        app.At(2020, 10, 30);
        await app.Remind();
        (await (await app.Again(person)).Open("/desk/reminders")).All("tbody .v-state").ShouldHaveSingleItem().ShouldBe("просрочено, 2 рабочих дня");
        app.At(2020, 10, 31);
        await app.Remind();
        (await app.Told(person, new(2020, 10, 31))).ShouldBeEmpty("Saturday is a day off");

        await (await (await app.Again(person)).Open($"/desk/my?job={assignments[0].Id}")).Form("Отправить на проверку").Set("Text", "Сделано").Set("FactOn", "28.10.2020").Set("LateReason", "Забыли отправить").Set("LateKind", "сделано в срок, отчёт сдан позже").Submit();
        app.At(2020, 11, 2);
        await app.Remind();
        (await app.Told(person, new(2020, 11, 2))).ShouldBeEmpty();
        (await (await app.Again(person)).Open("/desk/reminders")).Text.ShouldContain("отчёт уже на проверке");
    }

    [Fact]
    public async Task Own_settings_decide_hour_quiet_days_and_what_is_written()
    {
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        var (visitor, person) = await app.Mailed(Role.Executor, unit);
        await app.Plan(town, "По-своему", ("Скоро", Friday, unit), ("Давно", new(2020, 10, 20), unit));
        var saved = await (await visitor.Open("/desk/reminders/settings")).Form("Сохранить").Set("Hour", "14").Set("Ahead", "false").Add("Input.QuietDays", "Wednesday").Submit();
        saved.Text.ShouldContain("Настройки сохранены");
        app.At(2020, 10, 27, 13);
        await Morning();
        LetterTo(person).ShouldBeNull();
        app.At(2020, 10, 27, 14);
        await Morning();
        LetterTo(person)!.Text.ShouldContain("Давно");
        LetterTo(person)!.Text.ShouldNotContain("Скоро");
        app.At(2020, 10, 28, 15);
        await Morning();
        sink.Letters.Count(l => l.To == person.Email).ShouldBe(1, "Wednesday is quiet");
        (await app.Told(person, new(2020, 10, 28))).ShouldNotBeEmpty();

        var refused = await (await (await app.Again(person)).Open("/desk/reminders/settings")).Form("Сохранить").Set("QuietFrom", "10.11.2020").Set("QuietUntil", "01.11.2020").Submit();
        refused.Refusal.ShouldContain("раньше первого");
    }

    [Fact]
    public async Task Link_of_the_letter_ends_letters_without_signing_in_but_not_by_opening_alone()
    {
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        var (_, person) = await app.Mailed(Role.Executor, unit);
        await app.Plan(town, "Отписка", ("Давно", new(2020, 10, 20), unit));
        app.At(2020, 10, 27);
        await Morning();
        var link = LetterTo(person)!.Headers["list-unsubscribe"].Trim('<', '>').Replace("https://vekha.town.example", "");

        var page = await app.Guest().Open(link);
        page.Text.ShouldContain("Не присылать писем?");
        (await app.Read(db => db.NoticeSettings.AnyAsync(s => s.PersonId == person.Id))).ShouldBeFalse();
        (await page.Form("Больше не присылать").Submit()).Text.ShouldContain("Писем больше не будет");
        app.At(2020, 10, 28);
        await Morning();
        sink.Letters.Count(l => l.To == person.Email).ShouldBe(1);
        (await app.Guest().Open(link[..^3] + "xyz")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Territory_has_its_own_morning()
    {
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        var (_, person) = await app.Mailed(Role.Executor, unit);
        var (programme, _) = await app.Plan(town, "Новокузнецк", ("Завтра", new(2020, 10, 28), unit));
        await app.Read(db => db.Programmes.Where(p => p.Id == programme.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Policy, programme.Policy with { TimeZoneId = "Asia/Novokuznetsk" })));
        // 4:30 in Moscow is 8:30 in Novokuznetsk.
        app.Clock.Set(new DateTimeOffset(2020, 10, 27, 4, 30, 0, TimeSpan.FromHours(3)));
        await Morning();
        LetterTo(person).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_works_for_two_zones_gets_one_letter_with_both()
    {
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        var (_, person) = await app.Mailed(Role.Executor, unit);
        var (east, _) = await app.Plan(town, "Восток", ("Восточное", new(2020, 10, 20), unit));
        await app.Plan(town, "Запад", ("Западное", new(2020, 10, 20), unit));
        await app.Read(db => db.Programmes.Where(p => p.Id == east.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Policy, east.Policy with { TimeZoneId = "Asia/Novokuznetsk" })));
        app.At(2020, 10, 26);
        await Morning();
        sink.Letters.Count(l => l.To == person.Email).ShouldBe(1);
        foreach (var hour in new[] { 4, 6, 8, 12 })
        {
            app.At(2020, 10, 27, hour);
            await Morning();
        }
        var letter = sink.Letters.Where(l => l.To == person.Email).Skip(1).ShouldHaveSingleItem();
        letter.Text.ShouldContain("Восточное");
        letter.Text.ShouldContain("Западное");
    }

    [Fact]
    public async Task What_was_reported_before_the_letter_is_not_in_it()
    {
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        app.At(2020, 10, 27, 6);
        var (visitor, person) = await app.Mailed(Role.Executor, unit);
        var (_, assignments) = await app.Plan(town, "Ранняя", ("Уже отправлено", new(2020, 10, 30), unit));
        await app.Run("reminders");
        await (await visitor.Open($"/desk/my?job={assignments[0].Id}")).Form("Отправить на проверку").Set("Text", "Сделано").Set("FactOn", "27.10.2020").Submit();
        app.At(2020, 10, 27, 9);
        await Morning();
        LetterTo(person).ShouldBeNull();
    }
}

public sealed class ReminderRoundsOnSqlite(SqliteApp app) : ReminderRounds(app), IClassFixture<SqliteApp>;

public sealed class ReminderRoundsOnPostgres(PostgresApp app) : ReminderRounds(app), IClassFixture<PostgresApp>;
