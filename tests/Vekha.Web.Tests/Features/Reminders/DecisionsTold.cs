using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Reminders;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Reminders;

/// <summary>Who decides leaves a trace in the journal; whom it touches hears of it once, in Vekha and by a letter.</summary>
public abstract class DecisionsTold(VekhaApp app)
{
    private static readonly DateOnly Due = new(2020, 11, 10);

    [Fact]
    public async Task Author_of_a_report_hears_that_it_came_back_and_that_it_was_accepted_each_once()
    {
        using var sink = new SmtpSink();
        var (office, executor, person, card) = await Town(sink);
        await Report(executor, card, "Список составлен");
        await (await office.Open(card)).Form("Вернуть").Set("Remark", "Нет реквизитов приказа").Submit();
        await Told();
        await Told();

        var notice = (await app.Told(person, new(2020, 11, 2))).ShouldHaveSingleItem();
        notice.Words.ShouldNotBeNull().ShouldStartWith($"Отчёт возвращён на доработку: {await Row(card)}. ");
        notice.Words!.ShouldEndWith(": «Нет реквизитов приказа»");
        notice.Address.ShouldBe(card);
        await app.Run("mail");
        sink.Letters.ShouldHaveSingleItem().Text.ShouldContain("Нет реквизитов приказа");
        (await executor.Open("/desk/reminders")).Text.ShouldContain("Отчёт возвращён на доработку");

        await Report(executor, card, "Приказ № 5");
        await (await office.Open(card)).Form("Принять").Submit();
        await Told();
        await app.Run("mail");
        sink.Letters.Count.ShouldBe(2);
        sink.Letters[1].Subject.ShouldStartWith("Отчёт принят:");
    }

    [Fact]
    public async Task Who_does_not_want_such_letters_still_finds_it_in_Vekha()
    {
        using var sink = new SmtpSink();
        var (office, executor, person, card) = await Town(sink);
        var settings = await executor.Open("/desk/reminders/settings");
        (await settings.Form("Сохранить").Set("Decisions", "false").Submit()).Text.ShouldContain("Настройки сохранены");
        await Report(executor, card, "Список составлен");
        await (await office.Open(card)).Form("Принять").Submit();
        await Told();
        await app.Run("mail");

        (await app.Told(person, new(2020, 11, 2))).ShouldHaveSingleItem().Cause.ShouldBe(NoticeCause.Told);
        sink.Letters.ShouldBeEmpty();
    }

    [Fact]
    public async Task Units_asked_to_agree_and_the_author_of_a_request_hear_of_it()
    {
        using var sink = new SmtpSink();
        var (office, executor, person, card) = await Town(sink);
        var assignment = Guid.Parse(card[^36..]);
        var plan = await app.Read(db => db.Assignments.Where(a => a.Id == assignment).Select(a => a.PlanId).SingleAsync());
        var filed = await (await executor.Open($"/desk/changes/new?assignment={assignment}&kind=Title")).Form("Подать запрос").Set("After", "Список школ и классов").Set("Reason", "Уточнение").Set("Impact", "Ничего").Submit();
        filed.Refusal.ShouldBe("");
        await (await office.Open($"/desk/changes/agreement/{plan}")).Form("Отправить").Set("By", "05.11.2020").Submit();
        await Told();
        (await app.Told(person, new(2020, 11, 2))).ShouldHaveSingleItem().Words.ShouldNotBeNull().ShouldStartWith("Просят согласовать изменения плана «План мероприятий», ответить до 05.11.2020.");

        var card2 = await office.Open(filed.Address);
        (await card2.Form("Отказать").Set("Why", "Слова заданы поручением губернатора").Submit()).Refusal.ShouldBe("");
        await Told();
        var words = (await app.Told(person, new(2020, 11, 2))).Select(n => n.Words!).ToList();
        words.ShouldContain(w => w.StartsWith("В запросе отказано: № 1.", StringComparison.Ordinal) && w.Contains("Слова заданы поручением губернатора", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_a_unit_has_no_head_his_deputy_hears_what_has_come_up()
    {
        app.At(2020, 11, 2);
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        var (_, deputy) = await app.Hired(Role.Guest, unit);
        await app.Keep(Headship.Appoint(unit.Id, deputy, null, isDeputy: true, new(2019, 1, 1), []));
        await app.Mailed(Role.Executor, unit);
        await app.Plan(town, $"Заместитель {unit.Name}", ("Просроченное", new(2020, 10, 30), unit));

        await app.Remind();

        (await app.Told(deputy, new(2020, 11, 2))).ShouldHaveSingleItem().Cause.ShouldBe(NoticeCause.Reached);
    }

    private async Task<(Visitor Office, Visitor Executor, Person Person, string Card)> Town(SmtpSink sink)
    {
        app.At(2020, 11, 2);
        await app.MailTo(sink);
        await app.Read(db => db.Letters.ExecuteDeleteAsync());
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        var office = await app.SignedIn(Role.ProjectOffice, town);
        var (executor, person) = await app.Mailed(Role.Executor, unit);
        var (_, assignments) = await app.Plan(town, $"Решения {unit.Name}", ("Список школ", Due, unit));
        // The journal is read from here on.
        await Told();
        return (office, executor, person, $"/desk/control/assignment/{assignments.Single(a => a.Answers).Id}");
    }

    // An entry is looked at when it has surely been saved.
    private async Task Told()
    {
        app.Clock.Advance(TimeSpan.FromSeconds(15));
        await app.Run("decisions");
    }

    private async Task<string> Row(string card)
    {
        var id = Guid.Parse(card[^36..]);
        return await app.Read(async db =>
        {
            var measures = db.Measures;
            var row = await db.Assignments.Where(a => a.Id == id).Join(measures, a => a.MeasureId, m => m.Id, (a, m) => new { m.Code, m.Title }).SingleAsync();
            return $"{row.Code} «{row.Title}»";
        });
    }

    private static async Task Report(Visitor executor, string card, string text) =>
        (await (await executor.Open($"/desk/my?job={card[^36..]}")).Form("Отправить на проверку").Set("Text", text).Set("FactOn", "02.11.2020").Submit()).Refusal.ShouldBe("");
}

public sealed class DecisionsToldOnSqlite(SqliteApp app) : DecisionsTold(app), IClassFixture<SqliteApp>;

public sealed class DecisionsToldOnPostgres(PostgresApp app) : DecisionsTold(app), IClassFixture<PostgresApp>;
