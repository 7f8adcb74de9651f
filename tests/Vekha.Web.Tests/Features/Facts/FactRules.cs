using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Features.Cascade;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Facts;

/// <summary>What may be recorded as a fact, by whoever records it.</summary>
public abstract class FactRules(VekhaApp app)
{
    private static FactEntry Event(RegionProject project, DateOnly day, string title = "Турнир по шахматам") =>
        new() { ProgrammeId = project.Programme.Id, MeasureId = project.Row("14").Id, Kind = "Мероприятие", Day = day, Title = title };

    private Task<Fact> Record(FactEntry entry) => app.Do(async s =>
    {
        var fact = await s.GetRequiredService<FactBook>().Record(entry);
        await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        return fact;
    });

    [Fact]
    public async Task A_fact_of_tomorrow_or_from_before_its_object_is_refused_with_the_reason()
    {
        var project = await RegionProject.Approve(app);
        var club = new ObjectCard(Guid.CreateVersion7(), project.Programme.Id, "клуб", "Клуб «Маяк»", new(2017, 9, 3));
        await app.Do(async s =>
        {
            await s.GetRequiredService<FactBook>().ObjectOpened(club);
            await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        });
        (await Should.ThrowAsync<Refusal>(() => Record(Event(project, new(2017, 9, 6))))).Text.ShouldContain("ещё не наступило, сегодня 05.09.2017");
        (await Should.ThrowAsync<Refusal>(() => Record(Event(project, new(2017, 9, 1)) with { ObjectId = club.Id, ObjectName = club.Name }))).Text.ShouldContain("Клуб «Маяк» открыт 03.09.2017, а факт датирован 01.09.2017");
        (await Record(Event(project, new(2017, 9, 4)) with { ObjectId = club.Id, ObjectName = club.Name })).PlanId.ShouldBe(project.Plan.Id);
    }

    [Fact]
    public async Task The_same_event_twice_is_asked_and_recorded_only_when_somebody_insists()
    {
        var project = await RegionProject.Approve(app);
        var (district, other) = (project.District("Тосненский"), project.District("Лужский"));
        var entry = Event(project, new(2017, 9, 4)) with { TerritoryId = district.Id };
        await Record(entry);
        (await Should.ThrowAsync<Refusal>(() => Record(entry with { Title = "ТУРНИР  по шахматам!", Kind = "мероприятия" }))).Text.ShouldContain("Похоже на двойник");
        await Record(entry with { TerritoryId = other.Id });
        await Record(entry with { DespiteDouble = true });
        (await app.Read(db => db.Facts.CountAsync(f => f.ProgrammeId == project.Programme.Id))).ShouldBe(3);
    }

    [Fact]
    public async Task A_correction_keeps_what_stood_and_a_withdrawn_fact_stays_with_its_ground()
    {
        var project = await RegionProject.Approve(app);
        var fact = await Record(Event(project, new(2017, 9, 4)) with { Quantity = 71 });
        await app.Do(async s =>
        {
            var (db, book) = (s.GetRequiredService<VekhaDb>(), s.GetRequiredService<FactBook>());
            var own = await db.Facts.SingleAsync(f => f.Id == fact.Id);
            await book.Correct(own, new() { Quantity = 17 }, "опечатка");
            await book.Withdraw(own, "записан дважды");
            await db.SaveChangesAsync();
        });
        var kept = await app.Read(db => db.Facts.AsNoTracking().Include(f => f.Changes).SingleAsync(f => f.Id == fact.Id));
        kept.Quantity.ShouldBe(17);
        kept.IsWithdrawn.ShouldBeTrue();
        kept.Changes.OrderBy(c => c.IsWithdrawal).Select(c => (c.Before, c.After, c.Ground)).ShouldBe([("04.09.2017, Турнир по шахматам, 71", "04.09.2017, Турнир по шахматам, 17", "опечатка"), ("04.09.2017, Турнир по шахматам, 17", null, "записан дважды")]);
    }

    [Fact]
    public async Task A_fact_can_be_the_event_that_deadlines_wait_for_and_takes_them_along()
    {
        var project = await MediaPlanProject.Approve(app);
        var square = Guid.CreateVersion7();
        var fact = await Record(new() { ProgrammeId = project.Programme.Id, Kind = "завершённый проект", Day = new(2023, 12, 4), Title = "Сквер открыт", ObjectId = square, ObjectName = "Сквер", Reaches = "завершение реализации проекта" });
        (await project.Of("3.3")).Single(a => a.ObjectId == square).Nominal.ShouldBe(new DateOnly(2024, 1, 3));
        await app.Do(async s =>
        {
            var (db, book) = (s.GetRequiredService<VekhaDb>(), s.GetRequiredService<FactBook>());
            await book.Correct(await db.Facts.SingleAsync(f => f.Id == fact.Id), new() { Day = new(2023, 12, 1) }, "дата акта");
            await db.SaveChangesAsync();
        });
        (await project.Of("3.3")).Single(a => a.ObjectId == square).Nominal.ShouldBe(new DateOnly(2023, 12, 31));
    }
}

public sealed class FactRulesOnSqlite(SqliteApp app) : FactRules(app), IClassFixture<SqliteApp>;

public sealed class FactRulesOnPostgres(PostgresApp app) : FactRules(app), IClassFixture<PostgresApp>;
