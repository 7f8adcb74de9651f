using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Norms;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Reminders;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Reminders;

/// <summary>A norm whose window closes with something missing is told to those who may still mend it.</summary>
public abstract class NormReminders(VekhaApp app) : IAsyncLifetime
{
    private readonly SmtpSink sink = new();

    public async ValueTask InitializeAsync()
    {
        await app.MailTo(sink);
        await app.Read(db => db.Letters.ExecuteDeleteAsync());
    }

    public ValueTask DisposeAsync()
    {
        sink.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private sealed record Region(Programme Programme, Measure Press, Norm Norm, Organisation Behind, Organisation Calm, Person Executor, Person Other, Person Curator);

    /// <summary>Two districts publish twice a month; the curator watches over both.</summary>
    private async Task<Region> Make()
    {
        app.At(2017, 11, 22);
        var region = await app.Unit();
        var (behind, calm) = (await app.Unit($"Тосненский комитет {Guid.NewGuid():N}", region), await app.Unit($"Всеволожский комитет {Guid.NewGuid():N}", region));
        var ((_, executor), (_, other), (_, curator)) = (await app.Mailed(Role.Executor, behind), await app.Mailed(Role.Executor, calm), await app.Mailed(Role.Curator, region));
        var programme = new Programme("Равные возможности детям", region.Id, "Ленинградская область", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "План мероприятий", new DateRange(new(2017, 9, 1), new(2018, 8, 31)));
        var press = plan.AddMeasure(null, "17", "Информационное освещение");
        (press.DeadlineText, press.Deadlines, press.EveryExecutorAnswers) = ("до 31.08.2018", [new Deadline.By(new(2018, 8, 31))], true);
        foreach (var unit in new[] { behind, calm }) press.AddExecutor(unit.Name, ExecutorKind.Organisation, organisationId: unit.Id);
        var made = plan.Approve(new(new(2017, 9, 4), "Председатель комитета", "А.К. Рогов", null), programme.Policy.Calendar(), programme.Policy, app.Clock.GetUtcNow(), Guid.CreateVersion7());
        var norm = new Norm(plan, press.Id, new() { Text = "не менее 2 раз в месяц", Quantity = 2, Unit = "публикация", Per = NormPer.Executor, Rhythm = NormRhythm.Month, Span = new(new(2017, 10, 10), new(2017, 12, 15)) });
        await app.Keep([programme, plan, .. made, norm]);
        var town = new Region(programme, press, norm, behind, calm, executor, other, curator);
        await Publish(town, calm, 3);
        await Publish(town, calm, 20);
        await Publish(town, behind, 7);
        return town;
    }

    private Task Publish(Region town, Organisation unit, int day) => app.Do(async s =>
    {
        await s.GetRequiredService<FactBook>().Record(new() { ProgrammeId = town.Programme.Id, MeasureId = town.Press.Id, Kind = "публикация", Title = $"Заметка {day}", Day = new(2017, 11, day), UnitId = unit.Id, DespiteDouble = true });
        await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
    });

    private async Task Morning()
    {
        await app.Remind();
        await app.Run("mail");
    }

    private List<ReceivedLetter> LettersTo(Person person) => [.. sink.Letters.Where(l => l.To == person.Email)];

    [Fact, Trait("Acceptance", "S1.14")]
    public async Task Five_working_days_before_the_month_closes_the_executor_and_the_curator_hear_which_norm_is_in_danger()
    {
        var town = await Make();
        await Morning();
        LettersTo(town.Executor).ShouldBeEmpty("eight days are left: it is no alarm yet");

        app.At(2017, 11, 23);
        await Morning();
        await Morning();

        var letter = LettersTo(town.Executor).ShouldHaveSingleItem();
        letter.Subject.ShouldBe("Под угрозой 1\u00a0норма");
        letter.Text.Squeezed().ShouldContain($"Норма под угрозой: не менее 2 раз в месяц, ноябрь 2017; не хватает: {town.Behind.ShortName} 1 из 2");
        letter.Text.Squeezed().ShouldContain("До 30.11.2017, чт (закрывается окно нормы). Осталось 5 рабочих дней.");
        letter.Text.ShouldContain($"/desk/norms/norm/{town.Norm.Id}?window=2017-11-01");
        var above = LettersTo(town.Curator).ShouldHaveSingleItem();
        above.Text.ShouldContain("Нормы под угрозой в ваших программах");
        above.Headers["message-id"].ShouldNotBe(letter.Headers["message-id"]);
        LettersTo(town.Other).ShouldBeEmpty("his own two are published");
        var told = (await app.Told(town.Executor, new(2017, 11, 23))).ShouldHaveSingleItem();
        (told.Cause, told.Number, told.Control).ShouldBe((NoticeCause.Norm, 5, new DateOnly(2017, 11, 30)));
        (await (await app.Again(town.Executor)).Open("/desk/reminders")).Text.ShouldContain("осталось 5 рабочих дней");

        app.At(2017, 11, 24);
        await Morning();
        LettersTo(town.Executor).Count.ShouldBe(1, "the town reminds 5, 3 and 1 days before");
    }

    [Fact]
    public async Task Whoever_keeps_the_programme_writes_to_those_who_lack_something_and_to_nobody_else()
    {
        var town = await Make();
        var page = await (await app.Again(town.Curator)).Open($"/desk/reminders/norm/{town.Norm.Id}");
        page.All("ul.v-files li").ShouldHaveSingleItem().ShouldContain($"не хватает: {town.Behind.ShortName} 1 из 2");
        (await page.Form("Отправить").Set("word", "Поторопитесь, пожалуйста").Submit()).Text.ShouldContain("Написано: 1 исполнитель");
        await app.Run("mail");

        LettersTo(town.Executor).ShouldHaveSingleItem().Text.ShouldContain("Поторопитесь, пожалуйста");
        LettersTo(town.Other).ShouldBeEmpty();
        (await app.Told(town.Executor, new(2017, 11, 22))).ShouldHaveSingleItem().Words.ShouldNotBeNull().ShouldContain("орма под угрозой: не менее 2 раз в месяц");
        (await (await app.Again(town.Executor)).Ask($"/desk/reminders/norm/{town.Norm.Id}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Norm_that_is_filled_between_the_round_and_the_letter_is_not_written_about()
    {
        var town = await Make();
        app.At(2017, 11, 27, 7);
        await app.Run("reminders");
        (await app.Told(town.Executor, new(2017, 11, 27))).Count.ShouldBe(1);
        await Publish(town, town.Behind, 26);

        app.At(2017, 11, 27);
        await app.Run("digests");
        await app.Run("mail");
        LettersTo(town.Executor).ShouldBeEmpty();
        (await (await app.Again(town.Executor)).Open("/desk/reminders")).Text.ShouldContain("норма уже выполнена");

        app.At(2017, 11, 29);
        await Morning();
        (await app.Told(town.Executor, new(2017, 11, 29))).ShouldBeEmpty();
        (await app.Told(town.Executor, new(2017, 11, 27))).ShouldAllBe(n => n.ReadAt != null);
    }
}

public sealed class NormRemindersOnSqlite(SqliteApp app) : NormReminders(app), IClassFixture<SqliteApp>;

public sealed class NormRemindersOnPostgres(PostgresApp app) : NormReminders(app), IClassFixture<PostgresApp>;
