using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Facts;

/// <summary>Norms that the document demands are confirmed once and then say by themselves who is behind.</summary>
public abstract class NormPages(VekhaApp app)
{
    /// <summary>Two committees that publish twice a month from 10 October to 15 December 2017, and clubs with three events each.</summary>
    private async Task<(Plan Plan, Programme Programme, Visitor Office, Organisation[] Units)> Region()
    {
        app.Clock.Set(new(2017, 11, 22, 12, 0, 0, TimeSpan.FromHours(3)));
        var region = await app.Unit();
        Organisation[] units = [await app.Unit($"Комитет Всеволожского района {Guid.NewGuid():N}", region), await app.Unit($"Комитет Тосненского района {Guid.NewGuid():N}", region)];
        var programme = new Programme("Равные возможности детям", region.Id, "Ленинградская область", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "План мероприятий («дорожная карта»)", new DateRange(new(2017, 9, 1), new(2018, 8, 31)));
        var press = plan.AddMeasure(null, "17", "Информационное освещение работы клубов на сайтах");
        (press.DeadlineText, press.EveryExecutorAnswers) = ("с 10 октября по 15 декабря 2017 года, не менее 2 раз в месяц", true);
        press.Deadlines = [new Deadline.Every(Recurrence.Parse("FREQ=MONTHLY"), 2, WrittenDate.Of(2017, 10, 10), WrittenDate.Of(2017, 12, 15))];
        foreach (var unit in units) press.AddExecutor(unit.Name, ExecutorKind.Organisation, organisationId: unit.Id);
        var clubs = plan.AddMeasure(null, "14", "Проведены не менее 3-х мероприятий в каждом созданном клубе");
        (clubs.DeadlineText, clubs.Deadlines) = ("с 10 октября по 25.12.2017", [new Deadline.During(new(2017, 10, 10), new(2017, 12, 25))]);
        clubs.Norms = [new("не менее 3-х мероприятий в каждом созданном клубе", 3, "мероприятие", true, "клуб")];
        clubs.AddExecutor(units[0].Name, ExecutorKind.Organisation, organisationId: units[0].Id);
        var made = plan.Approve(new(new(2017, 9, 4), "Председатель комитета", "А.К. Рогов", null), programme.Policy.Calendar(), programme.Policy, app.Clock.GetUtcNow(), Guid.CreateVersion7());
        await app.Keep([programme, plan, .. made]);
        return (plan, programme, await app.SignedIn(Role.ProjectOffice, region), units);
    }

    private Task Record(Programme programme, Measure measure, string kind, DateOnly day, Organisation? unit, Guid? thing = null) => app.Do(async s =>
    {
        await s.GetRequiredService<FactBook>().Record(new() { ProgrammeId = programme.Id, MeasureId = measure.Id, Kind = kind, Title = "Запись", Day = day, UnitId = unit?.Id, ObjectId = thing, DespiteDouble = true });
        await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
    });

    [Fact]
    [Trait("Acceptance", "S1.14")]
    public async Task Twice_a_month_is_counted_by_executor_and_month_and_the_missing_second_one_is_yellow_from_the_23rd()
    {
        var (plan, programme, office, units) = await Region();
        var press = plan.Measures.Single(m => m.Code == "17");
        var found = await office.Open($"/desk/norms/{plan.Id}");
        found.One("#found").TextContent.ShouldContain("не менее 2, считаем: публикация; на каждого исполнителя; каждый месяц; 10.10.2017–15.12.2017");
        var asked = await found.Form("Подтвердить все").Submit();
        asked.Text.ShouldContain("Неполный месяц или квартал: сколько нужно за него?");
        var counted = await asked.Form("Не считать").Submit();
        counted.Text.ShouldNotContain("сколько нужно за него?", Case.Insensitive, "it is asked once");
        (await office.Open($"/desk/plans/programme/{programme.Id}")).Form("Сохранить").Value("Input.PartialIntervals").ShouldBe("NotCounted");
        foreach (var day in new[] { 3, 20 }) await Record(programme, press, "публикация", new(2017, 11, day), units[0]);
        await Record(programme, press, "Публикации", new(2017, 11, 7), units[1]);

        async Task<Page> Norm() => await (await office.Open($"/desk/norms/{plan.Id}")).Click("не менее 2 раз в месяц");
        var before = await Norm();
        Line(before, units[1]).ShouldContain("идёт");
        app.Clock.Set(new(2017, 11, 23, 12, 0, 0, TimeSpan.FromHours(3)));
        office = await app.SignedIn(Role.ProjectOffice, await app.Read(db => db.Organisations.SingleAsync(o => o.Id == programme.OrganisationId)));
        var alarm = await Norm();
        alarm.All("table tbody tr")[0].ShouldContain(units[1].ShortName, Case.Insensitive, "who is behind stands first");
        Line(alarm, units[1]).ShouldContain("окно закрывается");
        Line(alarm, units[1]).ShouldContain("не хватает 1, закрывается 30.11.2017, чт");
        Line(alarm, units[0]).ShouldContain("выполнена");
        Line(await alarm.Click("октябрь 2017, неполный"), units[0]).ShouldContain("не считается");
        (await office.Open($"/desk/plans/measure/{press.Id}")).Text.ShouldContain("отстают 1 из 2");
        (await (await alarm.Click("1")).Click("Запись")).Text.ShouldContain("Публикации", Case.Insensitive);
        (await office.Ask(alarm.Address + "?handler=Excel")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Acceptance", "S1.12")]
    public async Task Fifteen_clubs_owe_three_events_each_and_one_with_two_is_red_though_all_have_more_than_forty_five()
    {
        var (plan, programme, office, _) = await Region();
        var row = plan.Measures.Single(m => m.Code == "14");
        var clubs = Enumerable.Range(1, 15).Select(i => new ObjectCard(Guid.CreateVersion7(), programme.Id, "клуб", $"Клуб {i:00}", new(2017, 10, 10))).ToList();
        await app.Do(async s =>
        {
            var book = s.GetRequiredService<FactBook>();
            foreach (var club in clubs) await book.ObjectOpened(club);
            foreach (var (club, i) in clubs.Select((c, i) => (c, i)))
                for (var n = 0; n < (i == 6 ? 2 : i == 9 ? 8 : 3); n++)
                    await book.Record(new() { ProgrammeId = programme.Id, MeasureId = row.Id, Kind = "мероприятие", Title = $"Занятие {n}", Day = new(2017, 11, 1 + n), ObjectId = club.Id, ObjectName = club.Name });
            await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        });
        await (await office.Open($"/desk/norms/{plan.Id}")).Form("Подтвердить все").Submit();
        app.Clock.Set(new(2017, 12, 26, 12, 0, 0, TimeSpan.FromHours(3)));
        office = await app.SignedIn(Role.ProjectOffice, await app.Read(db => db.Organisations.SingleAsync(o => o.Id == programme.OrganisationId)));
        var list = await office.Open($"/desk/norms/{plan.Id}?state=behind");
        list.All("tbody tr").First(t => t.Contains("клуб", StringComparison.Ordinal)).ShouldContain("отстают 1 из 15");
        var inPlan = (await office.Open($"/desk/plans/plan/{plan.Id}")).All("tbody tr").Single(r => r.Contains("в каждом созданном клубе", StringComparison.Ordinal));
        inPlan.ShouldContain("Мероприятие: 49 из 45 · 108 %, отстают 1 из 15");
        (await office.Open($"/desk/plans/measure/{row.Id}")).One($"#h-norms ~ table a.v-nb[href^='/desk/norms/norm/']").TextContent.Squeezed().ShouldBe("49 из 45 · 108 %");
        var norm = await list.Click("не менее 3-х мероприятий в каждом созданном клубе");
        norm.Text.ShouldContain("Всего больше нормы, но норма не выполнена. Сделано 49 при необходимых 45");
        norm.Text.ShouldContain("108 % нормы");
        var rows = norm.All("table tbody tr");
        rows.Count.ShouldBe(15);
        rows[0].ShouldContain("Клуб 07");
        rows[0].ShouldContain("не хватило 1");
        rows.Skip(1).ShouldAllBe(r => r.Contains("выполнена"));
        norm.One("table tbody tr .v-state--over").TextContent.Squeezed().ShouldBe("не выполнена");
        (await office.Open(norm.Address + "?state=Missed&q=клуб")).All("table tbody tr").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_norm_is_added_by_hand_changed_with_history_and_taken_off_with_a_ground()
    {
        var (plan, _, office, _) = await Region();
        var form = (await (await office.Open($"/desk/norms/{plan.Id}")).Click("Добавить норму")).Form("Подтвердить норму");
        var norm = await form.Set("Input.Text", "20 семинаров").Set("Input.Quantity", "20").Set("Input.Unit", "семинар").Submit();
        norm.Title.ShouldBe("20 семинаров");
        var changed = await (await norm.Click("Изменить")).Form("Сохранить").Set("Input.Quantity", "10").Submit();
        changed.Text.ShouldContain("норма изменена");
        changed.Text.ShouldContain("из 10");
        (await changed.Form("Снять").Submit()).Refusal.ShouldContain("Не указано основание");
        (await changed.Form("Снять").Set("ground", "исключено из плана").Submit()).Text.ShouldNotContain("20 семинаров");
        var rejected = await (await office.Open($"/desk/norms/{plan.Id}")).Form("Не норма").Submit();
        rejected.All("#found tr").Count.ShouldBe(1);
    }

    private static string Line(Page page, Organisation unit) => page.All("table tbody tr").Single(r => r.Contains(unit.ShortName, StringComparison.Ordinal));
}

public sealed class NormPagesOnSqlite(SqliteApp app) : NormPages(app), IClassFixture<SqliteApp>;

public sealed class NormPagesOnPostgres(PostgresApp app) : NormPages(app), IClassFixture<PostgresApp>;
