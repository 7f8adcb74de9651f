using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Rules;

/// <summary>
/// A thing of somebody else does not exist: every desk address that takes a thing is asked, by the project office of another region, for a thing of every
/// kind the examples have. No list of kinds is kept by hand, so that a new page and a new table are asked as soon as they are there.
/// </summary>
public abstract class ForeignDoors(VekhaApp app)
{
    [Fact]
    public async Task Nothing_of_another_region_opens()
    {
        var things = await Things();
        var stranger = await app.SignedIn(Role.ProjectOffice, await app.Unit("Комитет другой области"));
        var opened = new List<string>();

        foreach (var address in Addresses())
            foreach (var (kind, id) in things)
            {
                var answer = await stranger.Ask(address.Replace("{id}", id.ToString()));
                if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden)) opened.Add($"{(int)answer.StatusCode} {address} of {kind}");
            }

        things.Count.ShouldBeGreaterThan(30);
        opened.ShouldBeEmpty();
    }

    private List<string> Addresses() =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Where(e => e.RoutePattern.RawText!.StartsWith("desk/", StringComparison.Ordinal) && e.RoutePattern.Parameters.Count > 0)
            .Select(e => "/" + string.Join('/', e.RoutePattern.PathSegments.Where(s => s.Parts[0] is RoutePatternLiteralPart || IsThing(s)).Select(s => s.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : "{id}")))
            .Where(a => a.Contains("{id}")).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsThing(RoutePatternPathSegment segment) => segment.Parts[0] is RoutePatternParameterPart { ParameterPolicies: var rules } && rules.Any(r => r.Content == "guid");

    /// <summary>One thing of every table that has a key of its own.</summary>
    private async Task<List<(string Kind, Guid Id)>> Things()
    {
        var kinds = await app.Read(db => Task.FromResult(db.Model.GetEntityTypes().Where(e => e.FindPrimaryKey() is { Properties: [{ ClrType: var type, Name: "Id" }] } && type == typeof(Guid) && e.GetTableName() is not null)
            .Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal).ToList()));
        var things = new List<(string, Guid)>();
        foreach (var kind in kinds)
        {
            var words = $"SELECT id AS \"Value\" FROM {kind} ORDER BY id LIMIT 1";
            foreach (var id in await app.Read(db => db.Database.SqlQueryRaw<Guid>(words).ToListAsync())) things.Add((kind, id));
        }
        return things;
    }
}

public sealed class ForeignDoorsOnSqlite(SqliteExamplesApp app) : ForeignDoors(app), IClassFixture<SqliteExamplesApp>;

public sealed class ForeignDoorsOnPostgres(PostgresExamplesApp app) : ForeignDoors(app), IClassFixture<PostgresExamplesApp>;
