using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Features.Control;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Accounts;

/// <summary>Each process remembers rights; what is taken away is gone with the next request, whichever instance answers.</summary>
public sealed class RightsMemoryTests
{
    [Fact]
    public async Task A_role_revoked_by_one_instance_does_not_hold_in_another()
    {
        await using var first = new PostgresApp();
        await first.InitializeAsync();
        await using var second = new SecondInstance(first.Database);
        await second.InitializeAsync();
        var project = await PortalProject.Approve(first);
        var (_, person) = await first.Hired(Role.ProjectOffice, project.Town);
        var elsewhere = await second.Again(person);
        var board = $"/desk/control/{project.Programme.Id}";
        (await elsewhere.Open(board)).Status.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Open(board)).Status.ShouldBe(HttpStatusCode.OK);

        await first.Do(async services =>
        {
            var db = services.GetRequiredService<VekhaDb>();
            var known = await db.People.Include(p => p.Roles).SingleAsync(p => p.Id == person.Id);
            known.Revoke(known.Roles.Single().Id, first.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });

        (await elsewhere.Open(board)).Status.ShouldBe(HttpStatusCode.NotFound);
        await first.Do(async services =>
        {
            var db = services.GetRequiredService<VekhaDb>();
            (await db.People.Include(p => p.Roles).SingleAsync(p => p.Id == person.Id)).Grant(Role.ProjectOffice, project.Town.Id, first.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        (await elsewhere.Open(board)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_named_for_a_programme_at_one_instance_opens_it_at_another()
    {
        await using var first = new PostgresApp();
        await first.InitializeAsync();
        await using var second = new SecondInstance(first.Database);
        await second.InitializeAsync();
        var project = await PortalProject.Approve(first);
        var (_, person) = await first.Hired(Role.Executor, await first.Unit());
        var elsewhere = await second.Again(person);
        var board = $"/desk/control/{project.Programme.Id}";
        (await elsewhere.Open(board)).Status.ShouldBe(HttpStatusCode.NotFound);

        await first.Do(async services =>
        {
            var db = services.GetRequiredService<VekhaDb>();
            var programme = await db.Programmes.Include(p => p.Appointments).SingleAsync(p => p.Id == project.Programme.Id);
            db.Add(programme.Appoint(ProgrammeRole.Controller, person.Id, new(2020, 1, 1), null, first.Clock.GetUtcNow(), person.Id));
            await db.SaveChangesAsync();
        });

        (await elsewhere.Open(board)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private sealed class SecondInstance(TestDatabase shared) : VekhaApp(Engine.Postgres, shared);
}
