using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Platform;

public sealed class PageTests(PageTests.App app) : IClassFixture<PageTests.App>
{
    [Fact]
    public async Task A_missing_page_says_so_in_Russian_and_in_the_look()
    {
        var page = await app.Guest().Open("/nowhere");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Title.ShouldBe("Такой страницы нет");
        page.Has(".v-bar").ShouldBeTrue();
    }

    [Fact]
    public async Task A_failure_gives_a_number_to_quote_and_no_details()
    {
        var page = await app.Guest().Open("/boom");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Title.ShouldBe("Сбой в программе");
        page.One("main b").TextContent.ShouldMatch(@"^\d\d-\d\d\d-\d\d\d$");
        page.Text.ShouldNotContain("взрыв");
    }

    [Fact]
    public async Task Every_answer_carries_the_strict_headers()
    {
        var answer = await app.Guest().Ask("/sign-in");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task Russian_letters_are_sent_as_letters()
    {
        await app.SignedIn(Role.Guest);

        var body = await (await app.Guest().Ask("/sign-in")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        body.ShouldContain("Логин или рабочая почта");
        body.ShouldNotContain("&#x4");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_watchdog_is_told_that_all_is_well(string address) =>
        (await app.Guest().Ask(address)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task The_desk_opens_on_the_first_section_of_the_person()
    {
        var admin = await app.SignedIn(Role.Administrator);

        (await admin.Open("/desk")).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>With one address that fails.</summary>
    public sealed class App() : VekhaApp(Engine.Sqlite)
    {
        protected override void Configure(IServiceCollection services) => services.AddSingleton<IStartupFilter, Boom>();

        private sealed class Boom : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                next(app);
                app.UseEndpoints(e => e.MapGet("/boom", _ => throw new InvalidOperationException("взрыв")).AllowAnonymous());
            };
        }
    }
}
