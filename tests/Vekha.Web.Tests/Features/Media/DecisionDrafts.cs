using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Media;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Media;

/// <summary>The outcome of a selection is drafted by itself as soon as the decision is recorded.</summary>
public abstract class DecisionDrafts(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S3.12")]
    public async Task Decision_on_a_project_makes_the_post_about_the_outcome_without_anybody_asking()
    {
        var keeper = await app.Guest().SignIn("zotova", ExamplePeople.Password);
        var media = await app.Read(db => db.MediaPlans.AsNoTracking().SingleAsync(m => m.Title.Contains("инициативных проектах")));
        var first = (await Drafts(media)).ShouldHaveSingleItem();
        var card = await keeper.Open(Newsroom.Card(first));
        card.Form("Сохранить черновик").Value("body")!.ShouldContain("1. Детская площадка «Солнышко»");
        card.Text.ShouldContain("решение от 15.05.2023");

        await app.Do(s => Support(s, media.ProgrammeId));
        await app.Run("media-tasks");
        await app.Run("media-tasks");

        var second = (await Drafts(media)).Single(p => p.Id != first.Id);
        (second.State, second.Channel).ShouldBe((PublicationState.Draft, "site"));
        var body = (await keeper.Open(Newsroom.Card(second))).Form("Сохранить черновик").Value("body")!;
        body.ShouldContain("1. Спортивная площадка");
        body.ShouldContain("протокол комиссии от 03.07.2023 № 5");
        body.ShouldNotContain("Солнышко");
        body.ShouldEndWith("#СДЕЛАЕМВМЕСТЕ");
        // A person still reads it and another one approves.
        (await (await keeper.Open(Newsroom.Card(second))).Form("На утверждение").Submit()).Text.ShouldContain("Утверждает другой человек");
    }

    private static async Task Support(IServiceProvider services, Guid programmeId)
    {
        var (db, book) = (services.GetRequiredService<VekhaDb>(), services.GetRequiredService<CardBook>());
        var programme = await db.Programmes.SingleAsync(p => p.Id == programmeId);
        var registry = await db.Registries.Include(r => r.Goals).SingleAsync(r => r.ProgrammeId == programmeId);
        var card = await db.RegistryObjects.Include(o => o.Events).Include(o => o.Spans).Include(o => o.Changes).Include(o => o.Updates).Include(o => o.Files).AsSplitQuery().SingleAsync(o => o.RegistryId == registry.Id && o.Name == "Спортивная площадка");
        var move = registry.Definition.Move("support")!;
        var values = new Dictionary<string, string?> { ["decided"] = "2023-07-03", ["ground"] = "протокол комиссии от 03.07.2023 № 5" };
        await book.Happen(new(registry, programme, true, []), card, move, new(2023, 7, 3), values, [.. move.Papers.Select(p => new GivenPaper(p, "от 03.07.2023 № 5", null))], null,
            new(null, "Н.Ф. Савина", new(2023, 7, 5), DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
    }

    private Task<List<Publication>> Drafts(MediaPlan media) => app.Read(db => db.Publications.AsNoTracking().Where(p => p.MediaPlanId == media.Id && p.DraftedOf != null).ToListAsync());
}

public sealed class DecisionDraftsOnSqlite(SqliteExamplesApp app) : DecisionDrafts(app), IClassFixture<SqliteExamplesApp>;

public sealed class DecisionDraftsOnPostgres(PostgresExamplesApp app) : DecisionDrafts(app), IClassFixture<PostgresExamplesApp>;
