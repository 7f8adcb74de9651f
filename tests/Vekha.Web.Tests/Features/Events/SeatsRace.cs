using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Events;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Events;

/// <summary>Everybody presses «Записаться» at once: exactly as many places as there are, the others in line, nobody sees a failure.</summary>
public abstract class SeatsRace(VekhaApp app)
{
    private const int People = 300;
    private const int Places = 30;
    private const int Connections = 50;

    [Fact]
    public async Task Three_hundred_come_for_thirty_places_and_nobody_is_seated_twice()
    {
        var project = await EventProject.Approve(app, new(2020, 3, 10, 12, 0, 0, TimeSpan.FromHours(3)));
        var (purpose, _) = await project.AskConsents();
        var seminar = await project.Appointed("Популярный семинар", EventProject.At(26, 3), Places);
        var next = 0;
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            var guest = app.Guest();
            for (var i = Interlocked.Increment(ref next); i <= People; i = Interlocked.Increment(ref next))
            {
                var page = await EventProject.Register(guest, seminar, $"Участник {i}", $"p{i}@town.example", [purpose.Id]);
                if (page.Title != "Моя запись") wrong.Add($"{(int)page.Status}: {page.Text}");
            }
        }));
        wrong.ShouldBeEmpty();
        var rows = await app.Read(db => db.Registrations.AsNoTracking().Where(r => r.EventId == seminar.Id).OrderBy(r => r.Turn).ToListAsync());
        rows.Count.ShouldBe(People);
        rows.Select(r => r.Turn).ShouldBe(Enumerable.Range(1, People).Select(i => (long)i));
        rows.Take(Places).ShouldAllBe(r => r.State == RegistrationState.Placed);
        rows.Skip(Places).ShouldAllBe(r => r.State == RegistrationState.Waiting);
        var seats = await app.Read(db => db.EventSeats.SingleAsync(s => s.EventId == seminar.Id));
        (seats.Taken, seats.Waiting).ShouldBe((Places, People - Places));
    }

    [Fact]
    public async Task When_ten_give_their_places_back_at_once_the_first_ten_in_line_get_them()
    {
        var project = await EventProject.Approve(app, new(2020, 3, 10, 12, 0, 0, TimeSpan.FromHours(3)));
        var (purpose, _) = await project.AskConsents();
        var seminar = await project.Appointed("Семинар с отказами", EventProject.At(26, 3), 10);
        List<Page> pages = [];
        for (var i = 1; i <= 25; i++) pages.Add(await EventProject.Register(app.Guest(), seminar, $"Участник {i}", $"q{i}@town.example", [purpose.Id]));
        await Task.WhenAll(pages.Take(10).Select(p => p.Form("Отказаться от участия").Submit()));
        var rows = await app.Read(db => db.Registrations.AsNoTracking().Where(r => r.EventId == seminar.Id).OrderBy(r => r.Turn).ToListAsync());
        rows.Take(10).ShouldAllBe(r => r.State == RegistrationState.Left);
        rows.Skip(10).Take(10).ShouldAllBe(r => r.State == RegistrationState.Placed);
        rows.Skip(20).ShouldAllBe(r => r.State == RegistrationState.Waiting);
    }
}

public sealed class SeatsRaceOnSqlite(SqliteApp app) : SeatsRace(app), IClassFixture<SqliteApp>;

public sealed class SeatsRaceOnPostgres(PostgresApp app) : SeatsRace(app), IClassFixture<PostgresApp>;
