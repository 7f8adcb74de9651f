using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Reminders;
using Vekha.Web.Tests.Features.Import;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Reminders;

/// <summary>How a matter goes up the chain when nobody acts, and what the acceptance scripts ask of reminders.</summary>
public abstract class Escalation(VekhaApp app)
{
    private async Task<Dictionary<DateOnly, List<Notice>>> Days(Person person, params DateOnly[] days)
    {
        var told = new Dictionary<DateOnly, List<Notice>>();
        foreach (var day in days)
        {
            app.At(day.Year, day.Month, day.Day);
            await app.Remind();
            told[day] = await app.Told(person, day);
        }
        return told;
    }

    [Fact]
    public async Task Overdue_reaches_the_head_then_the_one_above_then_the_curator()
    {
        var town = await app.Unit();
        var department = await app.Unit(under: town);
        var unit = await app.Unit(under: department);
        var (_, executor) = await app.Mailed(Role.Executor, unit);
        var (_, head) = await app.Mailed(Role.Curator, unit);
        var (_, above) = await app.Mailed(Role.Curator, department);
        var (_, curator) = await app.Mailed(Role.Curator, town);
        await app.Plan(town, "Лестница", ("Просроченное", new(2020, 10, 12), unit));
        foreach (var day in new[] { 13, 14, 15, 16, 19, 20 })
        {
            app.At(2020, 10, day);
            await app.Remind();
        }
        async Task<IEnumerable<int>> When(Person who, NoticeCause cause) => (await app.Read(db => db.Notices.Where(n => n.PersonId == who.Id && n.Cause == cause).ToListAsync())).Select(n => n.Day.Day).Order();
        (await When(executor, NoticeCause.Overdue)).ShouldBe([13, 14, 15, 16, 19, 20]);
        (await When(head, NoticeCause.Reached)).ShouldBe([13]);
        (await When(above, NoticeCause.Reached)).ShouldBe([15]);
        // The fifth working day is Monday the 19th, the day of the weekly list: told once, as what has come up.
        (await When(curator, NoticeCause.Reached)).ShouldBe([19]);
        (await When(curator, NoticeCause.CuratorOverdue)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_a_place_is_empty_the_next_one_above_hears_at_once()
    {
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        var (_, curator) = await app.Mailed(Role.Curator, town);
        await app.Plan(town, "Без начальника", ("Ничьё", new(2020, 10, 13), unit));
        var told = await Days(curator, new DateOnly(2020, 10, 13), new DateOnly(2020, 10, 14), new DateOnly(2020, 10, 15));
        told[new(2020, 10, 13)].ShouldHaveSingleItem().Cause.ShouldBe(NoticeCause.CuratorToday);
        told[new(2020, 10, 14)].ShouldHaveSingleItem().Cause.ShouldBe(NoticeCause.Reached);
        told[new(2020, 10, 15)].ShouldBeEmpty();
    }

    [Fact]
    public async Task Head_of_that_day_the_named_curator_and_who_acts_for_the_absent_hear_of_it()
    {
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        var (_, executor) = await app.Mailed(Role.Executor, unit);
        var (_, standIn) = await app.Mailed(Role.Guest, unit);
        var (_, former) = await app.Mailed(Role.Guest, unit);
        var (_, head) = await app.Mailed(Role.Guest, unit);
        var (_, roleCurator) = await app.Mailed(Role.Curator, town);
        var (_, named) = await app.Mailed(Role.Guest, town);
        var (programme, assignments) = await app.Plan(town, "С руководителем", ("Просроченное", new(2020, 10, 12), unit));
        await app.Do(async s =>
        {
            var db = s.GetRequiredService<VekhaDb>();
            var people = await db.People.Where(p => p.UnitId == unit.Id).ToDictionaryAsync(p => p.Id);
            var before = Headship.Appoint(unit.Id, people[former.Id], "начальник", false, new(2019, 1, 1), []);
            db.AddRange(before, Headship.Appoint(unit.Id, people[head.Id], "начальник", false, new(2020, 10, 1), [before]));
            db.Add(Substitution.Of(people[executor.Id], people[standIn.Id], new(2020, 10, 13), new(2020, 10, 13), "отпуск", []));
            db.Add(new Appointment(programme.Id, ProgrammeRole.Curator, named.Id, new(2020, 9, 1), null, app.Clock.GetUtcNow(), named.Id));
            await db.SaveChangesAsync();
        });
        using var sink = new SmtpSink();
        await app.MailTo(sink);
        app.At(2020, 10, 13);
        await app.Remind();
        await app.Run("mail");
        async Task<NoticeCause?> Cause(Person who, int day) => (await app.Told(who, new(2020, 10, day))).SingleOrDefault(n => n.SubjectId == assignments[0].Id)?.Cause;
        (await Cause(executor, 13), await Cause(standIn, 13), await Cause(head, 13), await Cause(former, 13)).ShouldBe((NoticeCause.Overdue, NoticeCause.Overdue, NoticeCause.Reached, null));
        // The absent one is not written to, the one who acts instead is.
        sink.Letters.Select(l => l.To).ShouldContain(standIn.Email!);
        sink.Letters.Select(l => l.To).ShouldNotContain(executor.Email!);
        app.At(2020, 10, 19);
        await app.Remind();
        (await Cause(standIn, 19), await Cause(named, 19), await Cause(roleCurator, 19)).ShouldBe((null, NoticeCause.Reached, null));
    }

    [Fact]
    public async Task Programme_sets_its_own_rhythm_and_a_town_one_for_all()
    {
        var town = await app.Unit();
        var unit = await app.Unit(under: town);
        var (_, executor) = await app.Mailed(Role.Executor, unit);
        var (own, _) = await app.Plan(town, "Свой ритм", ("Один", new(2020, 10, 30), unit));
        var (common, _) = await app.Plan(town, "Общий ритм", ("Два", new(2020, 10, 30), unit));
        var office = await app.SignedIn(Role.ProjectOffice, town);
        (await (await office.Open($"/desk/reminders/rhythm/{common.Id}")).Form("Сохранить").Set("DaysBefore", "4, 0").Set("ForAll", "true").Submit()).Text.ShouldContain("для всех программ организации");
        (await (await office.Open($"/desk/reminders/rhythm/{own.Id}")).Form("Сохранить").Set("DaysBefore", "2").Set("ForAll", "false").Submit()).Text.ShouldContain("Ритм сохранён");
        (await (await office.Open($"/desk/reminders/rhythm/{own.Id}")).Form("Сохранить").Set("DaysBefore", "скоро").Submit()).Refusal.ShouldContain("Числа записаны не так");

        var told = await Days(executor, new DateOnly(2020, 10, 26), new DateOnly(2020, 10, 27), new DateOnly(2020, 10, 28));
        told[new(2020, 10, 26)].ShouldHaveSingleItem().ProgrammeId.ShouldBe(common.Id);
        told[new(2020, 10, 27)].ShouldBeEmpty();
        told[new(2020, 10, 28)].ShouldHaveSingleItem().ProgrammeId.ShouldBe(own.Id);
        (await (await app.SignedIn(Role.ProjectOffice)).Open($"/desk/reminders/rhythm/{own.Id}")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact, Trait("Acceptance", "S0.12")]
    public async Task Last_week_of_October_in_Khimki_leads_on_Tuesday_curator_on_Friday_red_on_Monday()
    {
        using var sink = new SmtpSink();
        await app.MailTo(sink);
        app.At(2020, 8, 17);
        var (town, plan) = await Khimki();
        var leads = await Leads(plan);
        var (_, curator) = await app.Mailed(Role.Curator, town);
        foreach (var day in new[] { 26, 27, 28, 29, 30 })
        {
            app.At(2020, 10, day);
            await app.Remind();
            var told = await app.Read(db => db.Notices.Where(n => n.ProgrammeId == plan.ProgrammeId && n.Day == new DateOnly(2020, 10, day) && n.Cause == NoticeCause.Ahead).ToListAsync());
            if (day is 26 or 28) told.ShouldBeEmpty();
            if (day != 27) continue;
            told.ShouldAllBe(n => n.Number == 3 && n.Control == new DateOnly(2020, 10, 30));
            leads.Keys.ShouldBe(["П.3", "П.4", "П.5", "П.6", "П.7"], ignoreOrder: true);
            foreach (var (code, lead) in leads) told.ShouldContain(n => n.SubjectId == lead.Assignment && n.PersonId == lead.Person, code);
        }
        var list = (await app.Told(curator, new(2020, 10, 30))).Where(n => n.Cause == NoticeCause.CuratorToday).Select(n => n.SubjectId);
        list.ShouldBe(leads.Values.Select(l => l.Assignment), ignoreOrder: true);
        await app.Run("mail");
        sink.Letters.Single(l => l.To == curator.Email).Text.ShouldContain("Срок сегодня, отчёта ещё нет");

        app.At(2020, 11, 2);
        await app.Remind();
        var red = await (await app.Again(curator)).Open($"/desk/control/{plan.ProgrammeId}?state=over");
        foreach (var code in leads.Keys) red.All("#list tbody td.v-no").ShouldContain(code);
        red.All("#list tbody .v-state").ShouldAllBe(s => s.StartsWith("просрочено"));
    }

    /// <summary>The road map itself, read, confirmed and approved through the pages; its units are those of the town.</summary>
    private async Task<(Organisation Town, Plan Plan)> Khimki()
    {
        var town = await app.Unit();
        foreach (var name in KhimkiUnits) await app.Mailed(Role.Executor, await app.Unit(name, town));
        return (town, await Approve(await app.SignedIn(Role.ProjectOffice, town), "khimki-portal.docx", "Краеведческий портал", "17.08.2020"));
    }

    private async Task<Plan> Approve(Visitor office, string sample, string programme, string on)
    {
        var page = await office.Import(sample, programme);
        while (page.Questions.Count > 0) page = await page.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        page = await (await page.Form("Подтвердить остальные").Submit()).Form("Собрать план").Submit();
        page.Address.ShouldStartWith("/desk/plans/plan/", customMessage: page.Text);
        var id = Guid.Parse(page.Address.Split('?')[0][^36..]);
        var approved = await (await office.Open($"/desk/plans/approve/{id}")).Form("Утвердить").Set("Post", "Глава").Set("Name", "С.П. Орлов").Set("On", on).Submit();
        approved.Text.ShouldContain("План утверждён");
        return await app.Plan(id);
    }

    private static readonly string[] KhimkiUnits =
    [
        "Управление по образованию Администрации", "Управление социальных коммуникаций Администрации", "Управление культуры Администрации",
        "МКУ «Управление информационной политики»", "МКУ «Управление делами Администрации»", "Территориальные управления микрорайонов",
        "Координационный совет", "Рабочие группы",
    ];

    /// <summary>Who answers for what is due on 30 October: the code of the row, its assignment, the executor of its unit.</summary>
    private async Task<Dictionary<string, (Guid Assignment, Guid Person)>> Leads(Plan plan)
    {
        var codes = plan.Measures.ToDictionary(m => m.Id, m => m.Code);
        var due = await app.Read(db => db.Assignments.Where(a => a.PlanId == plan.Id && a.Answers && a.Control == new DateOnly(2020, 10, 30)).ToListAsync());
        var people = await app.Read(db => db.People.Select(p => new { p.UnitId, p.Id }).ToListAsync());
        return due.ToDictionary(a => codes[a.MeasureId], a => (a.Id, people.Single(p => p.UnitId == a.OrganisationId).Id));
    }

    [Fact, Trait("Acceptance", "S2.17")]
    public async Task Late_unit_of_the_Novokuznetsk_scheme_reaches_the_leader_whom_the_plan_names()
    {
        var town = await app.Unit();
        var unit = await app.Unit("Комитет градостроительства и земельных ресурсов", town);
        await app.Mailed(Role.Executor, unit);
        var (_, leader) = await app.Mailed(Role.Curator, town, "Солоненко Валерий Викторович");
        app.At(2017, 3, 1);
        var office = await app.SignedIn(Role.ProjectOffice, town);
        var plan = await Approve(office, "novokuznetsk-400.docx", "400-летие", "01.03.2017");
        // «4.3»: the third row of the leader number four.
        var row = plan.Measures.Single(m => m.Fields.GetValueOrDefault("leader_number") == "4" && m.Number == "3");
        var assignment = await app.Read(db => db.Assignments.SingleAsync(a => a.MeasureId == row.Id && a.Answers));
        (assignment.Control, assignment.OrganisationId).ShouldBe((new DateOnly(2017, 3, 31), unit.Id));

        app.At(2017, 4, 3);
        await app.Remind();
        var told = (await app.Told(leader, new(2017, 4, 3))).Single(n => n.SubjectId == assignment.Id);
        (told.Cause, told.Number).ShouldBe((NoticeCause.Reached, 1));
        (await (await app.Again(leader)).Open("/desk/reminders")).Text.ShouldContain("Просрочено у подчинённых, дошло до вас: Комитет градостроительства");
        (await (await app.Again(leader)).Open($"/desk/control/{plan.ProgrammeId}?state=over")).All("#list tbody .v-state").ShouldAllBe(s => s.StartsWith("просрочено"));
    }
}

public sealed class EscalationOnSqlite(SqliteApp app) : Escalation(app), IClassFixture<SqliteApp>;

public sealed class EscalationOnPostgres(PostgresApp app) : Escalation(app), IClassFixture<PostgresApp>;
