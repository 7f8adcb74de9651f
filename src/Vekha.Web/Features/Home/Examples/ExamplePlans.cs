using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Reading;
using Vekha.Plans;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Import;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>
/// The five example programmes and one of this year. Each plan is read from its document, confirmed, approved and put on
/// control by the same code that a person uses; only what happened afterwards is made up.
/// </summary>
internal sealed class ExamplePlans(VekhaDb db, Files files, Journal journal, Actor actor, TimeProvider time, IWebHostEnvironment site, ExampleRegistries registries, ExampleMedia media, ExampleSites sites)
{
    private readonly List<Organisation> organisations = [];
    private readonly List<Person> people = [];

    public static async Task Load(IServiceProvider services, CancellationToken cancel)
    {
        var examples = ActivatorUtilities.CreateInstance<ExamplePlans>(services, ActivatorUtilities.CreateInstance<ExampleRegistries>(services), ActivatorUtilities.CreateInstance<ExampleMedia>(services), ActivatorUtilities.CreateInstance<ExampleSites>(services));
        if (await examples.Load(cancel)) await ExampleEvents.Load(services, cancel);
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await db.Programmes.AnyAsync(cancel)) return false;
        organisations.AddRange(await db.Organisations.AsNoTracking().ToListAsync(cancel));
        people.AddRange(await db.People.AsNoTracking().ToListAsync(cancel));
        var readings = ExampleProgramme.All.Select(e => Task.Run(() => Read(e), cancel)).ToList();
        for (var i = 0; i < readings.Count; i++)
        {
            var example = ExampleProgramme.All[i];
            var (file, reading) = (await Keep(example, cancel), await readings[i]);
            await Add(example, example.ShownOn, file, reading, years: 0, cancel);
            if (i > 0) continue;
            var today = example.Policy.DayAt(time.GetUtcNow());
            var years = RepeatedPlan.YearsUntil(today);
            await Add(RepeatedPlan.Of(example, years), null, file, reading, years, cancel);
        }
        return true;
    }

    private DocumentReading Read(ExampleProgramme example)
    {
        using var content = File.OpenRead(PlaceOf(example));
        return DocumentReader.Read(content, Path.GetFileName(content.Name));
    }

    private async Task<StoredFile> Keep(ExampleProgramme example, CancellationToken cancel)
    {
        await using var content = File.OpenRead(PlaceOf(example));
        return await files.Keep(content, Path.GetFileName(content.Name), cancel);
    }

    private string PlaceOf(ExampleProgramme example) => Sample.All.Single(s => s.Name == example.Sample).Find(site)
        ?? throw new FileNotFoundException($"The example document {example.Sample} does not lie beside the program.");

    /// <param name="shownOn">The day of the example; <c>null</c> for the one that lives today.</param>
    private async Task Add(ExampleProgramme example, DateOnly? shownOn, StoredFile file, DocumentReading reading, int years, CancellationToken cancel)
    {
        var owner = organisations.Single(o => o.Name == example.Owner);
        var programme = new Programme(example.Name, owner.Id, example.Territory, example.Policy) { ShownOn = shownOn, IsPublic = true };
        db.Add(programme);
        await db.SaveChangesAsync(cancel);

        var draft = new ImportDraft(programme, file, null, time.GetUtcNow(), actor);
        draft.Take(reading, review => new ReviewDays(review, programme.Policy.Calendar(), programme.Policy).Doubts());
        var review = ExampleReview.Answered(draft.Review, example);
        draft.Keep(shownOn is null ? RepeatedPlan.Moved(review, years) : review);
        programme.CountBy(new ReviewDays(draft.Review, programme.Policy.Calendar(), programme.Policy).Rules());

        var plan = PlanAssembly.Of(new(draft, programme), new ExecutorNames([], []));
        await MatchExecutors(plan, programme, example);
        // A repetition comes from the plan before it and not from the document once more.
        if (shownOn is not null)
        {
            draft.Became(plan);
            db.Add(draft);
        }
        AppointTeam(programme, example);
        var history = await Approve(plan, programme, example, cancel);
        var wholes = await ExampleCascade.HandDown(db, plan, programme, history.Assignments, example.Approval.On, cancel);
        if (example.Sample == "resource-environment" && shownOn is { } shown)
        {
            (var told, wholes) = await sites.HandDown(programme, plan, history.Assignments, example.Approval.On, shown, cancel);
            people.AddRange(sites.Coordinators);
            history = history.Of(told);
        }
        if (example.Sample == "khimki-portal" && shownOn is not null) KhimkiHistory.Tell(history);
        else UsualHistory.Tell(history, shownOn ?? programme.Today(time.GetUtcNow()));
        ExampleCascade.PutTogether(history, wholes, programme.Today(time.GetUtcNow()), people.Single(p => p.Post == "начальник проектного офиса").Id);
        if (example.Sample == "equal-opportunities")
            ExampleCampaign.Tell(db, programme, plan, history, organisations, people.Single(p => p.Post == "начальник проектного офиса"), people.Single(p => p.Post.EndsWith("Тосненского района", StringComparison.Ordinal)));
        if (example.Sample == "khimki-portal" && shownOn is not null)
        {
            var author = people.Single(p => p.Post == "главный специалист управления по образованию");
            ExampleRequest.Ask(db, programme, plan, history, author, organisations.Single(o => o.Id == author.UnitId), new(2020, 11, 2));
        }
        db.AddRange(history.Delays);
        if (example.Sample == "equal-opportunities" && shownOn is { } on) ExampleFacts.Tell(db, programme, plan, history.Assignments, actor, on);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        if (shownOn is not null) await registries.Tell(programme, plan, example, time.GetUtcNow(), cancel);
        db.ChangeTracker.Clear();
        if (example.Sample == "resource-environment" && shownOn is not null) await sites.Tell(programme, example, time.GetUtcNow(), cancel);
        db.ChangeTracker.Clear();
        if (shownOn is not null) await media.Tell(programme, plan, example, time.GetUtcNow(), cancel);
        db.ChangeTracker.Clear();
    }

    // The programme of the picture has its people by name; in the others those decide who hold the roles.
    private void AppointTeam(Programme programme, ExampleProgramme example)
    {
        if (example.Sample != "khimki-portal") return;
        var (curator, keeper) = (people.Single(p => p.Post == "заместитель главы администрации"), people.Single(p => p.Post == "начальник проектного офиса"));
        foreach (var (role, person) in new[] { (ProgrammeRole.Curator, curator), (ProgrammeRole.Controller, keeper) })
            db.Add(programme.Appoint(role, person.Id, example.Approval.On, "распоряжение о реализации проекта", time.GetUtcNow(), keeper.Id));
    }

    private async Task<ExampleHistory> Approve(Plan plan, Programme programme, ExampleProgramme example, CancellationToken cancel)
    {
        var keeper = people.Single(p => p.Post == "начальник проектного офиса").Id;
        var at = new DateTimeOffset(example.Approval.On, new TimeOnly(9, 0), TimeSpan.Zero);
        var assignments = plan.Approve(example.Approval, programme.Policy.Calendar(), programme.Policy, at, keeper);
        if (example.Behind.TryGetValue("", out var team))
            foreach (var assignment in assignments.Where(a => a.ExecutorId is null)) assignment.HandTo(UnitCalled(team), null);
        db.Add(plan);
        db.AddRange(assignments);
        journal.Write("план утверждён", "plan", plan.Id, example.Approval.Act, after: new { Поручений = assignments.Count });
        return new(programme, plan, assignments, unit => people.FirstOrDefault(p => p.UnitId == unit)?.Id ?? keeper, keeper,
            await ExampleProof.Keep(files, plan, assignments, programme.Today(time.GetUtcNow()), cancel));
    }

    private async Task MatchExecutors(Plan plan, Programme programme, ExampleProgramme example)
    {
        var known = await ExecutorMatch.Load(db, programme);
        foreach (var executor in plan.Measures.SelectMany(m => m.Executors))
        {
            known.Match(executor);
            if (example.Behind.TryGetValue(executor.Name, out var unit)) executor.OrganisationId = UnitCalled(unit);
        }
    }

    private Guid UnitCalled(string name) => organisations.Single(o => o.Name == name).Id;
}
