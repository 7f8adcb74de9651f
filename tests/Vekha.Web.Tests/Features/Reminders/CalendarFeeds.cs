using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Reminders;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Reminders;

/// <summary>Deadlines in one's own calendar, by an address that can be taken back.</summary>
public abstract class CalendarFeeds(VekhaApp app)
{
    private async Task<CalendarText> Calendar(string link)
    {
        var answer = await app.Guest().Ask(new Uri(link).PathAndQuery);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        return CalendarText.Read(await answer.Content.ReadAsByteArrayAsync());
    }

    private Task<HttpStatusCode> Status(string link) => app.Guest().Ask(new Uri(link).PathAndQuery).ContinueWith(a => a.Result.StatusCode);

    private static async Task<string> Open(Visitor visitor, string what)
    {
        var page = await (await visitor.Open("/desk/reminders/calendars")).Form("Создать адрес").Set("what", what).Submit();
        return page.One("#link").TextContent;
    }

    [Fact]
    public async Task Calendar_of_a_person_shows_whole_days_with_reason_and_follows_a_moved_deadline()
    {
        app.At(2020, 10, 20);
        var town = await app.Unit();
        var unit = await app.Unit("Отдел \\ планов; сроков, дат", town);
        var (visitor, person) = await app.Mailed(Role.Executor, unit);
        const string title = "Подготовка графика съёмок, списка вопросов; перечня ветеранов и сводной справки о ходе работ\\итогах";
        var (programme, assignments) = await app.Plan(town, "Краеведческий портал", (title, new(2020, 10, 31), unit), ("Второе", new(2020, 11, 6), unit));
        await app.Plan(town, "Чужая", ("Не моё", new(2020, 10, 30), await app.Unit(under: town)));
        var link = await Open(visitor, $"Person:{person.Id}");

        var calendar = await Calendar(link);
        calendar.Head["X-WR-CALNAME"].ShouldBe($"Мои сроки, {person.ShortName}");
        calendar.Head["X-WR-TIMEZONE"].ShouldBe("Europe/Moscow");
        calendar.Events.Count.ShouldBe(2);
        var first = calendar.Events[0];
        (first["DTSTART;VALUE=DATE"], first["DTEND;VALUE=DATE"], first["STATUS"]).ShouldBe(("20201030", "20201031", "CONFIRMED"));
        first["SUMMARY"].ShouldBe("1 " + title);
        first["DESCRIPTION"].ShouldBe("Краеведческий портал\nСрок: «до 31.10.2020»; 31-е — суббота\nИсполнитель: Отдел \\ планов; сроков, дат");
        first["DTSTAMP"].ShouldBe("20201020T060000Z");
        first["URL"].ShouldEndWith($"/desk/control/assignment/{assignments[0].Id}");

        await app.Do(async s =>
        {
            var db = (VekhaDb)s.GetService(typeof(VekhaDb))!;
            var moved = await db.Assignments.Include(a => a.Extensions).SingleAsync(a => a.Id == assignments[0].Id);
            moved.Extend(new(2020, 11, 13), "решение совета", new(2020, 10, 20), app.Clock.GetUtcNow(), person.Id);
            var gone = await db.Assignments.Include(a => a.Release).SingleAsync(a => a.Id == assignments[1].Id);
            gone.TakeOff("отпала нужда", asObsolete: true, new(2020, 10, 20), app.Clock.GetUtcNow(), person.Id);
            await db.SaveChangesAsync();
        });
        var after = (await Calendar(link)).Events.ToDictionary(e => e["UID"]);
        var same = after[first["UID"]];
        same["DTSTART;VALUE=DATE"].ShouldBe("20201113");
        int.Parse(same["SEQUENCE"]).ShouldBeGreaterThan(int.Parse(first["SEQUENCE"]));
        after[calendar.Events[1]["UID"]]["STATUS"].ShouldBe("CANCELLED");
        programme.ShouldNotBeNull();
    }

    [Fact]
    public async Task Address_is_shown_once_and_answers_no_more_when_revoked_or_made_anew()
    {
        var unit = await app.Unit();
        var (visitor, person) = await app.Mailed(Role.Executor, unit);
        var link = await Open(visitor, $"Person:{person.Id}");
        var list = await visitor.Open("/desk/reminders/calendars");
        list.Has("#link").ShouldBeFalse();
        (await app.Read(db => db.CalendarFeeds.Select(f => f.SecretHash).ToListAsync())).ShouldAllBe(h => !link.Contains(h));
        (await (await visitor.Open("/desk/reminders/calendars")).Form("Создать адрес").Set("what", $"Person:{person.Id}").Submit()).Refusal.ShouldContain("Он у вас уже есть");

        var renewed = (await list.Form("Новый адрес").Submit()).One("#link").TextContent;
        (await Status(link)).ShouldBe(HttpStatusCode.NotFound);
        (await Status(renewed)).ShouldBe(HttpStatusCode.OK);
        (await (await visitor.Open("/desk/reminders/calendars")).Form("Отозвать").Submit()).Text.ShouldContain("Календарь отозван");
        (await Status(renewed)).ShouldBe(HttpStatusCode.NotFound);

        var feed = await app.Read(db => db.CalendarFeeds.SingleAsync(f => f.OwnerId == person.Id));
        var other = await app.SignedIn(Role.Executor, unit);
        (await (await other.Open("/desk/reminders/calendars")).Form("Создать адрес").To("/desk/reminders/calendars?handler=Renew").Set("id", feed.Id.ToString()).SubmitOnce()).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_head_has_the_calendar_of_the_unit_and_nobody_above_sees_what_it_handed_down_inside()
    {
        app.At(2020, 10, 20);
        var town = await app.Unit();
        var district = await app.Unit(under: town);
        var school = await app.Unit(under: district);
        var (_, assignments) = await app.Plan(town, "Год учителя", ("Район", new(2020, 10, 30), district));
        var (head, person) = await app.Hired(Role.Guest, district);
        await app.Keep(Headship.Appoint(district.Id, person, "председатель", isDeputy: false, new(2020, 9, 1), []));
        await app.Do(async s =>
        {
            var db = (VekhaDb)s.GetService(typeof(VekhaDb))!;
            var whole = await db.Assignments.SingleAsync(a => a.Id == assignments[0].Id);
            var programme = await db.Programmes.SingleAsync(p => p.Id == whole.ProgrammeId);
            db.Add(whole.HandDown(new(school.Id, "Школа района", null, null, 3), "Район", programme.Policy.Calendar(), new(2020, 10, 20), district.Id));
            await db.SaveChangesAsync();
        });
        (await Calendar(await Open(head, $"Unit:{district.Id}"))).Events.Count.ShouldBe(2);
        (await Calendar(await Open(head, $"Person:{person.Id}"))).Events.Count.ShouldBe(2);

        var (curator, above) = await app.Hired(Role.Curator, town);
        (await Calendar(await Open(curator, $"Unit:{town.Id}"))).Events.Select(e => e["SUMMARY"]).ShouldHaveSingleItem().ShouldEndWith("Район");
        (await Calendar(await Open(curator, $"Plan:{assignments[0].PlanId}"))).Events.Count.ShouldBe(1);
        // The post is laid down, and with it the calendar of the unit.
        var link = await Open(curator, $"Person:{above.Id}");
        (await Calendar(link)).Events.ShouldBeEmpty();
        await app.Do(async s =>
        {
            var db = (VekhaDb)s.GetService(typeof(VekhaDb))!;
            (await db.Headships.SingleAsync(h => h.PersonId == person.Id)).End(new(2020, 10, 19));
            await db.SaveChangesAsync();
        });
        (await (await head.Open("/desk/reminders/calendars")).Form("Создать адрес").Set("what", $"Unit:{district.Id}").SubmitOnce()).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Calendar_shows_no_more_than_its_owner_may_see_on_the_day_it_is_read()
    {
        app.At(2020, 10, 20);
        var town = await app.Unit();
        var (north, south) = (await app.Unit(under: town), await app.Unit(under: town));
        var (_, assignments) = await app.Plan(town, "Два района", ("Север", new(2020, 10, 30), north), ("Юг", new(2020, 10, 29), south));
        var (visitor, person) = await app.Mailed(Role.Executor, north);
        async Task<HttpStatusCode> Ask(string what) => (await (await visitor.Open("/desk/reminders/calendars")).Form("Создать адрес").Set("what", what).SubmitOnce()).StatusCode;
        (await Ask($"Unit:{south.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await Ask($"Person:{Guid.NewGuid()}")).ShouldBe(HttpStatusCode.NotFound);
        (await Calendar(await Open(visitor, $"Unit:{north.Id}"))).Events.Select(e => e["SUMMARY"]).ShouldHaveSingleItem().ShouldEndWith("Север");
        var plan = await Open(visitor, $"Plan:{assignments[0].PlanId}");
        (await Calendar(plan)).Events.Count.ShouldBe(2);
        (await Calendar(plan)).Head["NAME"].ShouldBe("Два района");

        // The person leaves the unit: the secret address still exists and shows nothing.
        await app.Do(async s =>
        {
            var db = (VekhaDb)s.GetService(typeof(VekhaDb))!;
            var gone = await db.People.Include(p => p.Roles).SingleAsync(p => p.Id == person.Id);
            foreach (var role in gone.Roles.ToList()) gone.Revoke(role.Id, app.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        (await Status(plan)).ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class CalendarFeedsOnSqlite(SqliteApp app) : CalendarFeeds(app), IClassFixture<SqliteApp>;

public sealed class CalendarFeedsOnPostgres(PostgresApp app) : CalendarFeeds(app), IClassFixture<PostgresApp>;
