using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Plans;

/// <summary>Somebody is away or leaves: who owes then, and what name the reports keep.</summary>
public abstract class DutyPasses(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S1.18")]
    public async Task Gracheva_leaves_from_a_day_and_her_reports_keep_her_name()
    {
        app.Clock.Set(new(2018, 1, 30, 12, 0, 0, TimeSpan.FromHours(3)));
        var (region, committee) = await Tosno();
        var gracheva = await Executor(committee, "Грачева Нина Леонтьевна");
        var plan = await Reports(region, committee, gracheva.Person);
        await Report(gracheva.Visitor, plan[0], "Отчёт за январь");
        var office = await app.SignedIn(Role.ProjectOffice, region);
        await (await office.Open($"/desk/control/assignment/{plan[0]}")).Form("Принять").Submit();
        app.Clock.Set(new(2018, 2, 12, 12, 0, 0, TimeSpan.FromHours(3)));
        var lebedeva = await Executor(committee, "Лебедева Анна Сергеевна");
        var admin = await app.SignedIn(Role.Administrator, region);

        var early = await (await admin.Open($"/desk/plans/hand-over/{gracheva.Person.Id}")).Form("Передать")
            .Set("To", lebedeva.Person.Id.ToString()).Set("On", "01.03.2018").Set("Ground", "приказ № 7-к").Submit();
        early.Refusal.ShouldContain("ещё не наступило");
        var done = await (await admin.Open($"/desk/plans/hand-over/{gracheva.Person.Id}")).Form("Передать")
            .Set("To", lebedeva.Person.Id.ToString()).Set("On", "12.02.2018").Set("Ground", "приказ № 7-к").Set("Leaves", "true").Submit();

        done.Text.ShouldContain("поручения (4) за сотрудником А.С. Лебедева");
        office = await app.SignedIn(Role.ProjectOffice, region);
        var old = await office.Open($"/desk/control/assignment/{plan[0]}");
        old.Text.ShouldContain("Н.Л. Грачева: отчёт сдан");
        old.Text.ShouldContain("Грачева Н.Л.");
        old.All(".v-log li").ShouldNotContain(line => line.Contains("Лебедева"));
        var next = await office.Open($"/desk/control/assignment/{plan[1]}");
        next.Text.ShouldContain("Лебедева А.С.");
        next.Text.ShouldContain("было за сотрудником Н.Л. Грачева, стало за сотрудником А.С. Лебедева");
        next.Text.ShouldContain("приказ № 7-к");
        await Report(lebedeva.Visitor, plan[1], "Отчёт за первую половину февраля");
        (await office.Open($"/desk/control/assignment/{plan[1]}")).Text.ShouldContain("А.С. Лебедева: отчёт сдан");
        (await app.Read(db => db.Accounts.SingleAsync(a => a.PersonId == gracheva.Person.Id))).DisabledAt.ShouldNotBeNull();
        (await app.Read(db => db.People.Include(p => p.Roles).SingleAsync(p => p.Id == gracheva.Person.Id))).Roles.ShouldAllBe(r => r.RevokedAt != null);
    }

    [Fact]
    public async Task Who_replaces_an_absent_one_reports_for_her_and_the_report_says_so_only_in_those_days()
    {
        app.Clock.Set(new(2018, 1, 29, 12, 0, 0, TimeSpan.FromHours(3)));
        var (region, committee) = await Tosno();
        var ivanova = await Executor(committee, "Иванова Инна Ильинична");
        var (deputy, petrova) = await app.Hired(Role.Guest, committee);
        var plan = await Reports(region, committee, ivanova.Person);
        (await deputy.Open($"/desk/my?job={plan[0]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var admin = await app.SignedIn(Role.Administrator, region);

        var card = await (await admin.Open($"/desk/accounts/people/card/{ivanova.Person.Id}")).Form("Назначить замещение")
            .Set("substitute", petrova.Id.ToString()).Set("from", "29.01.2018").Set("until", "04.02.2018").Set("ground", "отпуск, приказ № 3-к").Submit();
        card.Text.ShouldContain("отпуск, приказ № 3-к");
        var sent = await Report(deputy, plan[0], "Отчёт собран");

        sent.Text.ShouldContain("замещает: И.И. Иванова");
        app.Clock.Set(new(2018, 2, 5, 12, 0, 0, TimeSpan.FromHours(3)));
        deputy = await app.Again(petrova);
        (await deputy.Open($"/desk/my?job={plan[1]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.Again(ivanova.Person)).Open($"/desk/my?job={plan[1]}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(Organisation Region, Organisation Committee)> Tosno()
    {
        var region = await app.Unit("Комитет области");
        return (region, await app.Unit("Комитет образования Тосненского района", region));
    }

    private async Task<(Visitor Visitor, Person Person)> Executor(Organisation unit, string name)
    {
        var person = Person.Hire(name, "председатель комитета", unit.Id);
        return (await app.SignedInAs(person, Role.Executor), person);
    }

    /// <summary>Row 30: five dates; the name stands in the plan.</summary>
    private async Task<Guid[]> Reports(Organisation region, Organisation unit, Person executor)
    {
        var programme = new Programme("Равные возможности", region.Id, "Ленинградская область", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "Дорожная карта", new DateRange(new(2017, 9, 1), new(2018, 8, 31)));
        var row = plan.AddMeasure(null, "30", "Проведен сбор отчетов о работе «клубов по месту жительства»");
        row.DeadlineText = "30.01.2018\n15.02.2018\n28.02.2018\n15.03.2018\n25.03.2018";
        row.Deadlines = [.. new DateOnly[] { new(2018, 1, 30), new(2018, 2, 15), new(2018, 2, 28), new(2018, 3, 15), new(2018, 3, 25) }.Select(d => new Deadline.By(new(d.Year, d.Month, d.Day)))];
        row.AddExecutor(Vekha.Web.Features.Plans.Assignment.FamilyFirst(executor.FullName), ExecutorKind.Person, organisationId: unit.Id, personId: executor.Id);
        var made = plan.Approve(new(new(2017, 9, 4), "Председатель", "А.К. Рогов", null), programme.Policy.Calendar(), programme.Policy, app.Clock.GetUtcNow(), Guid.NewGuid());
        await app.Keep([programme, plan, .. made]);
        return [.. made.OrderBy(a => a.Control).Select(a => a.Id)];
    }

    private static async Task<Page> Report(Visitor person, Guid assignment, string text)
    {
        var page = await person.Open($"/desk/my?job={assignment}");
        return await page.Form("Отправить на проверку").Set("Text", text).Set("FactOn", "29.01.2018").Submit();
    }
}

public sealed class DutyPassesOnSqlite(SqliteApp app) : DutyPasses(app), IClassFixture<SqliteApp>;

public sealed class DutyPassesOnPostgres(PostgresApp app) : DutyPasses(app), IClassFixture<PostgresApp>;
