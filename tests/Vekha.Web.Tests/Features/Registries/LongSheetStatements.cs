using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Features.Registries;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>A long table asks the database by portions and not by lines.</summary>
public abstract class LongSheetStatements(CountedApp app)
{
    [Fact]
    public async Task Portion_of_ninety_lines_asks_no_more_than_one_of_nine()
    {
        var clubs = await ClubRegistry.Make(app);
        async Task<int> Questions(int lines)
        {
            var load = await LongSheets.Begin(app, clubs, lines);
            app.Statements.Forget();
            await app.Do(s => s.GetRequiredService<CardLoading>().Step(load));
            return app.Statements.All.Count(s => s.Text.TrimStart().StartsWith("SELECT", StringComparison.Ordinal));
        }
        await Questions(5);
        var (few, many) = (await Questions(9), await Questions(90));
        many.ShouldBeInRange(1, few + 2);
    }
}

public sealed class LongSheetStatementsOnSqlite(CountedSqliteApp app) : LongSheetStatements(app), IClassFixture<CountedSqliteApp>;

public sealed class LongSheetStatementsOnPostgres(CountedPostgresApp app) : LongSheetStatements(app), IClassFixture<CountedPostgresApp>;
