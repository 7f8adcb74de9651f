using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Web.Platform.Backup;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Platform;

/// <summary>A backup of one database, put into each of the two, is the same installation row for row.</summary>
public abstract class BackupTests(VekhaApp app)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Every_row_and_file_comes_back_on_either_database(Engine engine)
    {
        var (archive, file) = await BackUp();
        await using var target = await TestDatabase.Make(engine, isMigrated: false);
        await Restorer(target).Restore(archive, Cancel);

        var before = await Rows(app.Database.Source);
        var after = await Rows(target.Source);
        before.Count.ShouldBeGreaterThan(500);
        after.ShouldBe(before);
        (await File.ReadAllTextAsync(Files.PlaceOf(InstallationOf(target), file.Sha256), Cancel)).ShouldBe("Акт № 5");
    }

    [Fact]
    public async Task A_restored_installation_starts_and_counts_on_from_where_it_stopped()
    {
        var (archive, _) = await BackUp();
        await using var target = await TestDatabase.Make(app.Engine, isMigrated: false);
        await Restorer(target).Restore(archive, Cancel);
        await using var again = app.WithWebHostBuilder(host =>
        {
            host.UseSetting("data", target.Folder);
            host.UseSetting("database", target.Address ?? "");
        });
        await using var scope = again.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<VekhaDb>();
        // A new row takes the number after the last restored one.
        scope.ServiceProvider.GetRequiredService<Journal>().Write("проверка", "backup", Guid.CreateVersion7());
        await db.SaveChangesAsync(Cancel);
        (await db.Journal.CountAsync(Cancel)).ShouldBe((int)await db.Journal.MaxAsync(e => e.Id, Cancel));
        (await db.People.AnyAsync(p => p.IsDemo, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_backup_is_never_put_over_living_data()
    {
        var (archive, _) = await BackUp();
        var refusal = await Should.ThrowAsync<Refusal>(() => Restorer(app.Database).Restore(archive, Cancel));
        refusal.Message.ShouldContain("уже есть таблицы");
    }

    [Fact]
    public async Task A_changed_row_in_the_archive_is_noticed_and_nothing_stays()
    {
        var (archive, _) = await BackUp();
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry("tables/organisations.jsonl").ShouldNotBeNull();
            using var stream = entry.Open();
            var text = await new StreamReader(stream).ReadToEndAsync(Cancel);
            stream.SetLength(0);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text.Replace("Администрация", "Подделка")), Cancel);
        }
        await using var target = await TestDatabase.Make(app.Engine, isMigrated: false);
        var refusal = await Should.ThrowAsync<Refusal>(() => Restorer(target).Restore(archive, Cancel));
        refusal.Message.ShouldContain("повреждена");
        (await Rows(target.Source)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused_in_words()
    {
        var place = Path.Combine(app.Database.Folder, "нет-копии.zip");
        await File.WriteAllTextAsync(place, "это не архив", Cancel);
        await using var target = await TestDatabase.Make(app.Engine, isMigrated: false);
        (await Should.ThrowAsync<Refusal>(() => Restorer(target).Restore(place, Cancel))).Message.ShouldContain("не прочитана");
    }

    private async Task<(string Archive, StoredFile File)> BackUp()
    {
        var archive = Path.Combine(app.Database.Folder, Guid.NewGuid().ToString("N") + ".zip");
        var file = await app.Do(async services =>
        {
            var kept = await services.GetRequiredService<Files>().Keep(new MemoryStream(Encoding.UTF8.GetBytes("Акт № 5")), "акт.txt", Cancel);
            await services.GetRequiredService<VekhaDb>().SaveChangesAsync(Cancel);
            await ActivatorUtilities.CreateInstance<BackupWriting>(services).Write(archive, Cancel);
            return kept;
        });
        return (archive, file);
    }

    private BackupRestoring Restorer(TestDatabase target) =>
        new(InstallationOf(target), new Migrator(target.Source, TimeProvider.System, NullLogger<Migrator>.Instance));

    private Installation InstallationOf(TestDatabase target) => app.Services.GetRequiredService<Installation>() with { DataFolder = target.Folder, Database = target.Source };

    /// <summary>Every value of every table as EF's entities see it, in one order on both databases.</summary>
    private async Task<List<string>> Rows(DataSource source)
    {
        var options = new DbContextOptionsBuilder<VekhaDb>();
        source.Configure(options);
        await using var db = new VekhaDb(options.Options, app.Services.GetRequiredService<Mappings>());
        if (!await HasTables(db)) return [];
        var lines = new List<string>();
        foreach (var type in db.Model.GetEntityTypes())
        {
            var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
            foreach (var row in await set.AsNoTracking().IgnoreAutoIncludes().ToListAsync(Cancel))
                lines.Add(type.GetTableName() + ": " + string.Join(" | ", type.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => Plain(db.Entry(row).Property(p.Name).CurrentValue, p))));
            db.ChangeTracker.Clear();
        }
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static async Task<bool> HasTables(VekhaDb db)
    {
        try
        {
            await db.People.AnyAsync(Cancel);
            return true;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }

    private static string Plain(object? value, Microsoft.EntityFrameworkCore.Metadata.IProperty property) => value switch
    {
        DateTimeOffset moment => (moment.UtcTicks / 10).ToString(System.Globalization.CultureInfo.InvariantCulture),
        null => "∅",
        _ when property.GetTypeMapping().Converter is { } converter => converter.ConvertToProvider(value)?.ToString() ?? "∅",
        _ => value.ToString()!,
    };
}

public sealed class BackupOnSqlite(SqliteExamplesApp app) : BackupTests(app), IClassFixture<SqliteExamplesApp>;

public sealed class BackupOnPostgres(PostgresExamplesApp app) : BackupTests(app), IClassFixture<PostgresExamplesApp>;
