using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Events;

/// <summary>Somebody who waits for a place stands at the door.</summary>
public abstract class DoorPages(VekhaApp app)
{
    [Fact]
    public async Task Somebody_waiting_is_let_in_above_the_places_only_with_a_ground_and_those_behind_keep_their_turn()
    {
        var project = await EventProject.Approve(app, new(2020, 3, 10, 12, 0, 0, TimeSpan.FromHours(3)));
        var (agreed, _) = await project.AskConsents();
        var seminar = await project.Appointed("Практики народов России", EventProject.At(26, 3), places: 1);
        foreach (var (name, mail) in new[] { ("Первый Иван", "one@town.example"), ("Вторая Ольга", "two@town.example"), ("Третий Пётр", "three@town.example") })
            await EventProject.Register(app.Guest(), seminar, name, mail, [agreed.Id]);
        var host = await app.SignedIn(Role.Executor, project.Tomsk);
        var desk = await (await host.Open($"/desk/events/desk/{seminar.Id}")).Form("Найти и отметить").Set("entry", "вторая").Submit();
        (await desk.Form("Пустить из очереди: Вторая Ольга").Submit()).Refusal.ShouldContain("Свободных мест нет: занято 1 из 1");
        var let = await desk.Form("Пустить из очереди: Вторая Ольга").Set("ground", "Поставлены стулья").Submit();
        let.Refusal.ShouldBe("");
        let.Text.ShouldContain("Пришло 1, записано 2, ждут места 1");
        (await host.Open($"/desk/events/participants/{seminar.Id}")).Text.ShouldContain("Поставлены стулья");
        (await project.Read(seminar.Id)).Seats.Taken.ShouldBe(2);
        // Above the limit nobody else moves up: one who leaves frees no place.
        var first = await app.Read(db => db.Registrations.SingleAsync(r => r.EventId == seminar.Id && r.Email == "one@town.example"));
        await (await host.Open($"/desk/events/participants/{seminar.Id}")).Form("Снять: Первый Иван").Submit();
        (await app.Read(db => db.Registrations.SingleAsync(r => r.EventId == seminar.Id && r.Email == "three@town.example"))).State.ShouldBe(RegistrationState.Waiting);
        first.State.ShouldBe(RegistrationState.Placed);
        // The guest at the portal still finds the house full.
        (await EventProject.Register(app.Guest(), seminar, "Четвёртая Анна", "four@town.example", [agreed.Id])).Text.ShouldContain("в листе ожидания");
    }
}

public sealed class DoorPagesOnSqlite(SqliteApp app) : DoorPages(app), IClassFixture<SqliteApp>;

public sealed class DoorPagesOnPostgres(PostgresApp app) : DoorPages(app), IClassFixture<PostgresApp>;
