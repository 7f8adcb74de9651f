using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Calendars;
using Vekha.Norms;
using Vekha.Plans;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Features.Cascade;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Facts;

/// <summary>Norms count facts by themselves: whoever records, corrects or withdraws, however many at once.</summary>
public abstract class NormCounting(VekhaApp app)
{
    private static readonly DateRange Autumn = new(new(2017, 9, 1), new(2017, 9, 25));

    private static NormWords Words(string text = "не менее 3 мероприятий в каждом клубе", long quantity = 3, NormPer per = NormPer.Object, string? perKind = "клуб", NormRhythm rhythm = NormRhythm.Once) =>
        new() { Text = text, Quantity = quantity, Unit = "мероприятие", Per = per, PerKind = perKind, Rhythm = rhythm, Span = Autumn };

    private static FactEntry Event(RegionProject project, DateOnly day, Guid? thing = null, Guid? unit = null) => new()
    {
        ProgrammeId = project.Programme.Id, MeasureId = project.Row("14").Id, Kind = "мероприятие", Day = day, Title = "Занятие клуба", ObjectId = thing, UnitId = unit, TerritoryId = unit, DespiteDouble = true,
    };

    private Task<Guid[]> Record(params FactEntry[] entries) => app.Do(async s =>
    {
        List<Guid> ids = [];
        foreach (var entry in entries) ids.Add((await s.GetRequiredService<FactBook>().Record(entry)).Id);
        await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        return ids.ToArray();
    });

    private async Task<Norm> Confirm(RegionProject project, NormWords words)
    {
        var norm = new Norm(project.Plan, project.Row("14").Id, words);
        await app.Keep(norm);
        return norm;
    }

    private Task<NormSheet> Sheet(RegionProject project, Norm norm, DateOnly day, DateOnly? today = null) => app.Do(async s =>
        (await s.GetRequiredService<NormSheets>().Of(project.Programme, [await s.GetRequiredService<VekhaDb>().Norms.AsNoTracking().SingleAsync(n => n.Id == norm.Id)], day, today ?? day)).Single());

    [Fact]
    public async Task A_club_with_two_events_is_red_though_all_together_have_more_than_forty_five()
    {
        var project = await RegionProject.Approve(app);
        var clubs = Enumerable.Range(1, 15).Select(i => new ObjectCard(Guid.CreateVersion7(), project.Programme.Id, "Клуб", $"Клуб {i:00}", new(2017, 9, 1))).ToList();
        await app.Do(async s =>
        {
            foreach (var club in clubs) await s.GetRequiredService<FactBook>().ObjectOpened(club);
            await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        });
        var before = await Confirm(project, Words());
        await Record([.. clubs.SelectMany((c, i) => Enumerable.Range(0, i == 4 ? 2 : i == 7 ? 9 : 3).Select(n => Event(project, new(2017, 9, 1 + (n % 5)), c.Id)))]);
        var after = await Confirm(project, Words("норма, подтверждённая позже фактов"));
        foreach (var norm in new[] { before, after })
        {
            var sheet = await Sheet(project, norm, new(2017, 9, 26));
            (sheet.Total.Done, sheet.Total.Target, sheet.Total.State).ShouldBe((50L, 45L, NormState.Met));
            (sheet.Behind, sheet.State).ShouldBe((1, NormState.Missed));
            (sheet.Lines[0].Subject.Name, sheet.Lines[0].Status.Line).ShouldBe(("Клуб 05", "не хватило 1"));
        }
        (await Sheet(project, before, new(2017, 9, 18))).Lines[0].Status.State.ShouldBe(NormState.Alarm, "five working days before the 25th");
        (await Sheet(project, before, new(2017, 9, 15))).Lines[0].Status.State.ShouldBe(NormState.Running);
        (await Sheet(project, before, new(2017, 9, 2), new(2017, 9, 26))).Total.Done.ShouldBe(32, "a page of a past day counts the facts up to that day");

        await app.Do(async s =>
        {
            await s.GetRequiredService<FactBook>().ObjectClosed(clubs[4].Id, new(2017, 9, 10));
            await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        });
        (await Sheet(project, before, new(2017, 9, 9))).Lines.Count.ShouldBe(15, "a closed club counts until its day");
        (await Sheet(project, before, new(2017, 9, 10))).Lines.Count.ShouldBe(14);
    }

    [Fact]
    public async Task A_correction_a_withdrawal_and_another_norm_change_the_count_at_once()
    {
        var project = await RegionProject.Approve(app);
        var district = project.District("Тосненский");
        var school = await app.Unit("Школа № 4", await app.Read(db => db.Organisations.Include(o => o.Lines).SingleAsync(o => o.Id == district.Id)));
        var norm = await Confirm(project, Words(quantity: 2, per: NormPer.Territory, perKind: null));
        var ids = await Record(Event(project, new(2017, 9, 3), unit: school.Id), Event(project, new(2017, 9, 4), unit: district.Id) with { Quantity = 5 });
        async Task<long> Done() => (await Sheet(project, norm, new(2017, 9, 5))).Lines.Single(l => l.Subject.Id == district.Id).Status.Done;
        (await Done()).ShouldBe(6, "what the school has held counts for its district");
        await app.Do(async s =>
        {
            var (db, book) = (s.GetRequiredService<VekhaDb>(), s.GetRequiredService<FactBook>());
            await book.Correct(await db.Facts.SingleAsync(f => f.Id == ids[1]), new() { Quantity = 2 }, "опечатка");
            await book.Withdraw(await db.Facts.SingleAsync(f => f.Id == ids[0]), "не состоялось");
            await db.SaveChangesAsync();
        });
        (await Done()).ShouldBe(2);
        await app.Do(async s =>
        {
            var db = s.GetRequiredService<VekhaDb>();
            (await db.Norms.SingleAsync(n => n.Id == norm.Id)).Confirm(norm.Words with { Span = new(new(2017, 9, 1), new(2017, 9, 3)) });
            await db.SaveChangesAsync();
        });
        (await Done()).ShouldBe(0, "the window ends before the fact");
    }

    [Fact]
    public async Task A_committee_over_others_who_owe_the_same_norm_answers_only_for_itself()
    {
        var project = await RegionProject.Approve(app);
        var (region, district) = (project.Region, project.District("Тосненский"));
        await app.Do(async s =>
        {
            var db = s.GetRequiredService<VekhaDb>();
            var plan = new Plan(project.Programme.Id, "План публикаций", new(new(2017, 9, 1), new(2017, 9, 30)));
            var row = plan.AddMeasure(null, "1", "Публикации");
            row.EveryExecutorAnswers = true;
            foreach (var unit in new[] { region, district }) row.AddExecutor(unit.ShortName, ExecutorKind.Organisation, organisationId: unit.Id);
            var made = plan.Approve(new(new(2017, 9, 1), "Председатель", "А.К. Рогов", null), project.Programme.Policy.Calendar(), project.Programme.Policy, default, Guid.CreateVersion7());
            var norm = new Norm(plan, row.Id, Words(quantity: 2, per: NormPer.Executor, perKind: null));
            db.AddRange([plan, .. made, norm]);
            foreach (var (unit, count) in new[] { (region, 1), (district, 3) }) await s.GetRequiredService<FactBook>().Record(Event(project, new(2017, 9, 4), unit: unit.Id) with { MeasureId = null, Quantity = count });
            await db.SaveChangesAsync();
            norm.Confirm(norm.Words with { WholeProgramme = true });
            await db.SaveChangesAsync();
            var sheet = (await s.GetRequiredService<NormSheets>().Of(project.Programme, [norm], new(2017, 9, 5), new(2017, 9, 5))).Single();
            sheet.Lines.Single(l => l.Subject.Id == region.Id).Status.Done.ShouldBe(1);
            sheet.Lines.Single(l => l.Subject.Id == district.Id).Status.Done.ShouldBe(3);
            sheet.Total.Done.ShouldBe(4);
        });
    }

    [Fact]
    public async Task Many_who_record_at_once_lose_no_count()
    {
        var project = await RegionProject.Approve(app);
        var whole = await Confirm(project, Words(per: NormPer.Whole, perKind: null));
        Norm? late = null;
        var (writers, each) = (12, 8);
        await Task.WhenAll([.. Enumerable.Range(0, writers).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++) await Record(Event(project, new(2017, 9, 1 + (w % 4))));
        })), Task.Run(async () => late = await Confirm(project, Words("вторая норма", per: NormPer.Whole, perKind: null)))]);
        (await Sheet(project, whole, new(2017, 9, 5))).Total.Done.ShouldBe(writers * each);
        (await Sheet(project, late!, new(2017, 9, 5))).Total.Done.ShouldBe(writers * each, "a norm confirmed in the middle counts what came before and after");
    }

    [Fact]
    public async Task A_save_that_fails_leaves_the_count_as_it_was()
    {
        var project = await RegionProject.Approve(app);
        var norm = await Confirm(project, Words(per: NormPer.Whole, perKind: null));
        await Should.ThrowAsync<DbUpdateException>(() => app.Do(async s =>
        {
            var db = s.GetRequiredService<VekhaDb>();
            await s.GetRequiredService<FactBook>().Record(Event(project, new(2017, 9, 4)));
            db.Add(new Norm(project.Plan, Guid.CreateVersion7(), Words("нет такого мероприятия")));
            await db.SaveChangesAsync();
        }));
        (await Sheet(project, norm, new(2017, 9, 5))).Total.Done.ShouldBe(0);
    }
}

public sealed class NormCountingOnSqlite(SqliteApp app) : NormCounting(app), IClassFixture<SqliteApp>;

public sealed class NormCountingOnPostgres(PostgresApp app) : NormCounting(app), IClassFixture<PostgresApp>;
