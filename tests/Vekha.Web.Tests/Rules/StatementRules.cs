using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Rules;

/// <summary>
/// A page of the desk asks its database a bounded number of questions, however many rows it shows, and finds assignments by an
/// index. Whoever needs one more statement raises the number here and says why in the commit.
/// </summary>
public abstract partial class StatementRules(CountedApp app)
{
    private async Task<Visitor> Zotova() => await app.Guest().SignIn("zotova", ExamplePeople.Password);

    private Task<Guid> ProgrammeId(string name) => app.Read(db => db.Programmes.Where(p => p.Name == name).Select(p => p.Id).SingleAsync());

    private async Task<IReadOnlyList<Statement>> Ask(Visitor visitor, string address)
    {
        await visitor.Open(address);
        app.Statements.Forget();
        (await visitor.Open(address)).Status.ShouldBe(System.Net.HttpStatusCode.OK, address);
        return app.Statements.All;
    }

    private async Task<IReadOnlyList<(string Address, int Most)>> Pages()
    {
        var region = await ProgrammeId("Равные возможности детям");
        var (plan, late) = await app.Read(async db => (await db.Plans.Where(p => p.ProgrammeId == region).Select(p => p.Id).SingleAsync(),
            await db.Assignments.Where(a => a.ProgrammeId == region && a.Phase == AssignmentPhase.Open && a.Answers).OrderBy(a => a.Control).Select(a => a.Id).FirstAsync()));
        return
        [
            ("/desk/control/overdue", 15), ($"/desk/control/assignment/{late}", 30), ($"/desk/control/territories/{region}", 22), ($"/desk/control/{region}", 24),
            ($"/desk/control/week/{region}", 24), ($"/desk/control/trend/{region}", 23), ($"/desk/plans/plan/{plan}", 33), ("/desk/control", 17), ("/desk/my", 22),
        ];
    }

    [Fact]
    public async Task A_page_of_the_desk_asks_no_more_questions_than_it_is_allowed()
    {
        var zotova = await Zotova();
        var asked = new List<string>();
        foreach (var (address, most) in await Pages())
        {
            var statements = await Ask(zotova, address);
            if (statements.Count > most) asked.Add($"{address}: {statements.Count} instead of {most}:\n{string.Join('\n', statements.Select(s => Space().Replace(s.Text, " ")[..Math.Min(140, Space().Replace(s.Text, " ").Length)]))}");
        }
        asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_page_of_the_desk_walks_over_all_assignments()
    {
        var zotova = await Zotova();
        var walks = new List<string>();
        foreach (var (address, _) in await Pages())
            foreach (var statement in (await Ask(zotova, address)).Where(s => s.Text.Contains("assignments", StringComparison.Ordinal)))
                foreach (var step in await statement.Explain(app.Database.Source))
                    if (IsWalk(step, statement.Text)) walks.Add($"{address}: {step} in {statement.Text}");
        walks.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_fifty_overdue_are_found_by_walking_an_index_from_the_oldest_day()
    {
        var statements = await Ask(await Zotova(), "/desk/control/overdue");
        var chosen = statements.Single(s => s.Text.Contains("LIMIT", StringComparison.Ordinal) && s.Text.Contains("assignments", StringComparison.Ordinal) && s.Text.Contains("control", StringComparison.Ordinal));
        var plan = string.Join('\n', await chosen.Explain(app.Database.Source));
        plan.ShouldMatch("ix_assignments_(by_day|overdue)");
        statements.ShouldNotContain(s => s.Text.Contains("COUNT(*)", StringComparison.Ordinal) && s.Text.Contains("assignments", StringComparison.Ordinal) && s.Text.Contains("'Returned'", StringComparison.Ordinal) && !s.Text.Contains("GROUP BY", StringComparison.Ordinal), "the number of the heading comes from the tallies");
    }

    /// <summary>SQLite: «SCAN a»; PostgreSQL: «Seq Scan on assignments a». An index that covers a part may be walked.</summary>
    private static bool IsWalk(string step, string text) => step.Contains("Seq Scan on assignments", StringComparison.Ordinal)
        || (step.StartsWith("SCAN ", StringComparison.Ordinal) && !step.Contains("INDEX", StringComparison.Ordinal) && Alias().Matches(text).Any(m => step == $"SCAN {m.Groups[1].Value}"));

    [GeneratedRegex("\"assignments\" AS \"(\\w+)\"")]
    private static partial Regex Alias();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

public sealed class StatementRulesOnSqlite(CountedSqliteApp app) : StatementRules(app), IClassFixture<CountedSqliteApp>;

public sealed class StatementRulesOnPostgres(CountedPostgresApp app) : StatementRules(app), IClassFixture<CountedPostgresApp>;
