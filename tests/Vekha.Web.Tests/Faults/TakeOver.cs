using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Reminders;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Faults;

/// <summary>Two instances over one PostgreSQL; one is killed in the middle of a thousand reminders.</summary>
public sealed class TakeOver
{
    internal const int People = 1000;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Instance_killed_among_a_thousand_reminders_is_taken_over_within_a_minute_and_each_arrives_once()
    {
        await using var database = await TestDatabase.Make(Engine.Postgres);
        await using var first = new MortalApp(database);
        await using var second = new MortalApp(database);
        await first.InitializeAsync();
        await second.InitializeAsync();
        using var sink = new SmtpSink();
        await first.MailTo(sink);
        await Thousand(first);
        Now(first, second, new DateTimeOffset(2020, 10, 27, 9, 0, 0, TimeSpan.FromHours(3)));

        // Among the notices, among the letters that are written, among the letters that are sent.
        first.Death.AtSave(3);
        await KilledAndTakenOver("reminders", first, second);
        (await second.Read(db => db.Notices.CountAsync(n => n.Cause == NoticeCause.Ahead))).ShouldBe(People);
        first.Death.AtSave(5);
        await KilledAndTakenOver("digests", first, second);
        (await second.Read(db => db.Letters.CountAsync())).ShouldBe(People);
        sink.BeforeTaking = taken => { if (taken == People / 2) first.Death.Now(); };
        await KilledAndTakenOver("mail", first, second);

        sink.Letters.Select(l => l.MessageId).Distinct().Count().ShouldBe(People);
        sink.Letters.Select(l => l.To).Distinct().Count().ShouldBe(People);
        // The one in flight when the instance died was handed over again, under its own Message-ID.
        sink.Letters.Count.ShouldBe(People + 1);
        (await second.Read(db => db.Letters.CountAsync(l => l.State != LetterState.Sent))).ShouldBe(0);
    }

    /// <summary>The first dies at work; the second looks every three seconds and finishes within a minute.</summary>
    private static async Task KilledAndTakenOver(string job, MortalApp first, MortalApp second)
    {
        try { await first.Glance(job); }
        catch (IOException) { }
        first.Death.IsDead.ShouldBeTrue(job);
        var (start, isDone) = (second.Clock.GetUtcNow(), false);
        while (!isDone)
        {
            (second.Clock.GetUtcNow() - start).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(60), job);
            second.Clock.Advance(Glance);
            isDone = await second.Glance(job);
        }
        var state = await second.Read(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Name == job));
        (state.Fence, state.Failure).ShouldBe((2L, null), job);
        first.Death.Undo();
        first.Clock.Set(second.Clock.GetUtcNow());
    }

    private static void Now(MortalApp first, MortalApp second, DateTimeOffset moment)
    {
        first.Clock.Set(moment);
        second.Clock.Set(moment);
    }

    /// <summary>A town with a thousand units, one executor and one assignment each, all due on 30 October unless another day is named.</summary>
    internal static async Task Thousand(VekhaApp app, DateOnly? shownOn = null, DateOnly? due = null)
    {
        var day = due ?? new(2020, 10, 30);
        var approved = day.AddDays(-74);
        var town = await app.Unit();
        var programme = new Programme("Тысяча", town.Id, "город", DeadlinePolicy.Municipal) { ShownOn = shownOn };
        var plan = new Plan(programme.Id, "План", new DateRange(day.AddDays(-90), day.AddDays(62)));
        var all = new List<object> { programme, plan };
        for (var i = 0; i < People; i++)
        {
            var unit = Organisation.Found($"Школа № {i}", OrganisationKind.Subordinate, town);
            var person = Person.Hire($"Учителев Имя{i} Отчествович", "директор", unit.Id, $"school{i}@town.example");
            person.Grant(Role.Executor, unit.Id, app.Clock.GetUtcNow());
            var measure = plan.AddMeasure(null, null, $"Отчёт школы {i}");
            measure.Deadlines = [new Deadline.By(new(day.Year, day.Month, day.Day))];
            measure.AddExecutor(unit.Name, ExecutorKind.Organisation, organisationId: unit.Id);
            all.AddRange([unit, person]);
        }
        all.AddRange(plan.Approve(new(approved, "Глава", "И.И. Выдумкин", null), programme.Policy.Calendar(), programme.Policy, new(approved, new(9, 0), TimeSpan.Zero), Guid.NewGuid()));
        await app.Keep([.. all]);
    }
}
