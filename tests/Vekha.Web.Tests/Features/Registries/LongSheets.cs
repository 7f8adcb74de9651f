using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Registries;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>A long table goes into a registry behind the page: portion by portion, whole in the end, whatever breaks off meanwhile.</summary>
public abstract class LongSheets(VekhaApp app)
{
    private static readonly List<string> Head = ["№", "Название", "Территория", "Дата первого события", "Базовая организация", "Адрес", "Документ: положение о клубе", "Документ: распорядительный акт о создании"];

    /// <summary>Every fiftieth line names a territory that is not there.</summary>
    private static List<string>[] Lines(ClubRegistry clubs, int count) => [.. Enumerable.Range(1, count).Select(i => new List<string>
        { "", $"Кружок {i}", i % 50 == 0 ? "Марс" : clubs.Districts[i % 3].ShortName, "02.10.2017", $"Школа № {i}", $"ул. Длинная, {i}", "от 25.09.2017", "от 29.09.2017 № 12" })];

    private Task<List<int>> Numbers(ClubRegistry clubs) => app.Read(db => db.RegistryObjects.Where(o => o.RegistryId == clubs.Id).OrderBy(o => o.Number).Select(o => o.Number).ToListAsync());

    [Fact]
    public async Task Long_table_shows_how_far_it_is_and_returns_every_line_it_did_not_take()
    {
        var clubs = await ClubRegistry.Make(app);
        var page = await SheetPages.Load(clubs.Keeper, clubs, SheetPages.Sheet(Head, Lines(clubs, 350)));
        await app.Run("registry-loads");

        page = await clubs.Keeper.Open($"/desk/registries/import/{clubs.Id}");
        page.Text.ShouldContain("Добавлено 343, изменено 0, без изменений 0, не взято 7");
        page.All("tbody tr").Count.ShouldBe(7);
        page.All("tbody tr")[0].ShouldContain("50");
        (await Numbers(clubs)).ShouldBe(Enumerable.Range(1, 343));
        var programme = clubs.Region.Programme.Id;
        (await app.Read(db => db.FactObjects.CountAsync(o => o.ProgrammeId == programme))).ShouldBe(343);
        (await app.Read(db => db.Facts.CountAsync(f => f.ProgrammeId == programme && f.Kind == "клуб"))).ShouldBe(343);
        (await app.Read(db => db.Journal.Where(e => e.Verb == "реестр загружен из таблицы" && e.SubjectId == clubs.Id).Select(e => e.PersonId).SingleAsync())).ShouldBe(clubs.Region.KeeperPerson.Id, "the job goes on in the name of whoever gave the file");
        (await app.Read(db => db.RegistryLoads.AnyAsync(l => l.RegistryId == clubs.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Load_broken_off_between_portions_goes_on_where_it_stood_and_two_processes_take_no_line_twice()
    {
        var clubs = await ClubRegistry.Make(app);
        var load = await Begin(clubs, 250);
        await app.Do(s => s.GetRequiredService<CardLoading>().Step(load));
        (await Numbers(clubs)).Count.ShouldBe(98);
        var half = await clubs.Keeper.Open($"/desk/registries/import/{clubs.Id}");
        half.Text.ShouldContain("Просмотрено 100 из 250");
        half.Document.QuerySelector("progress")!.GetAttribute("value").ShouldBe("100");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.Do(s => s.GetRequiredService<CardLoading>().Step(load))));
        await app.Run("registry-loads");
        await app.Run("registry-loads");

        (await Numbers(clubs)).ShouldBe(Enumerable.Range(1, 245));
        (await app.Read(db => db.RegistryObjects.Where(o => o.RegistryId == clubs.Id).Select(o => o.Name).Distinct().CountAsync())).ShouldBe(245);
        (await app.Read(db => db.Set<RegistryImport>().SingleAsync(i => i.Id == load))).Added.ShouldBe(245);
    }

    private Task<Guid> Begin(ClubRegistry clubs, int count) => Begin(app, clubs, count);

    internal static async Task<Guid> Begin(VekhaApp app, ClubRegistry clubs, int count)
    {
        Guid load = default;
        await app.Do(async s =>
        {
            var db = s.GetRequiredService<VekhaDb>();
            var number = await db.RegistryObjects.CountAsync(o => o.RegistryId == clubs.Id);
            var import = new RegistryImport(clubs.Id, "клубы.xlsx", new Author(clubs.Region.KeeperPerson.Id, "К. Хранитель", new(2018, 3, 1), app.Clock.GetUtcNow()), Head);
            db.Add(import);
            db.Add(new RegistryLoad(import, keeps: true, [], [.. Lines(clubs, count).Select((l, i) => Head.Zip(l).ToDictionary(p => p.First, p => p.First == "Название" ? $"Кружок {number + i + 1}" : p.First == "Адрес" ? $"ул. Длинная, {number + i + 1}" : p.Second))], "Комитет"));
            await db.SaveChangesAsync();
            load = import.Id;
        });
        return load;
    }
}

public sealed class LongSheetsOnSqlite(SqliteApp app) : LongSheets(app), IClassFixture<SqliteApp>;

public sealed class LongSheetsOnPostgres(PostgresApp app) : LongSheets(app), IClassFixture<PostgresApp>;
