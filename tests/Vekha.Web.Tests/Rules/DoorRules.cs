using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Rules;

/// <summary>Who gets in where, asked of every address the application really has.</summary>
public abstract class DoorRules(VekhaApp app)
{
    [Fact]
    public async Task Every_desk_page_sends_a_stranger_to_sign_in()
    {
        var guest = app.Guest();
        var desk = Routes().Where(r => r.Address.StartsWith("/desk", StringComparison.Ordinal)).ToList();

        desk.ShouldNotBeEmpty();
        foreach (var (address, _, _) in desk)
        {
            var answer = await guest.Ask(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, address);
            answer.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in", customMessage: address);
            var sent = await guest.SendOnce(address, new FormUrlEncodedContent([]));
            sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, "POST " + address);
        }
    }

    [Fact]
    public void Only_pages_of_Portal_folders_are_public()
    {
        foreach (var (address, page, isPublic) in Routes().Where(r => r.Page is not null))
            isPublic.ShouldBe(page!.Contains("/Portal/"), $"{page} at {address}");
        Routes().Where(r => r.Page is null && r.IsPublic).Select(r => r.Address).ShouldBe(["/health/live", "/health/ready"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.ProjectOffice)]
    [InlineData(Role.Curator)]
    [InlineData(Role.Executor)]
    [InlineData(Role.Guest)]
    public async Task No_page_breaks_for_any_role(Role role)
    {
        var person = await app.SignedIn(role);

        foreach (var (address, _, _) in Routes().Where(r => r.Page is not null && !r.Address.StartsWith("/error", StringComparison.Ordinal)))
        {
            var page = await person.Open(address);
            page.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        }
    }

    private List<(string Address, string? Page, bool IsPublic)> Routes() =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => (AddressOf(e), e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath, e.Metadata.GetMetadata<IAllowAnonymous>() is not null))];

    // A thing that does not exist stands for every parameter.
    private static string AddressOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
        .Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { IsOptional: true } => "",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies: var rules } when rules.Any(r => r.Content == "guid") => Guid.Empty.ToString(),
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart => "1",
            _ => "",
        }))).Where(s => s != ""));
}

public sealed class DoorRulesOnSqlite(SqliteApp app) : DoorRules(app), IClassFixture<SqliteApp>;

public sealed class DoorRulesOnPostgres(PostgresApp app) : DoorRules(app), IClassFixture<PostgresApp>;
