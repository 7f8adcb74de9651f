using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Browser;

/// <summary>Notices, their settings and the pages of the administrator in a real browser, at 1280 and 390 px.</summary>
public sealed class ReminderLooks(BrowserApp app, Chromium chromium) : IClassFixture<BrowserApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Person_reads_notices_chooses_what_is_written_and_takes_a_calendar()
    {
        await app.Run("reminders");
        await using var w = await chromium.Open(app);
        await w.SignIn("gromova", ExamplePeople.Password);
        await w.Go("/desk/reminders");
        (await w.Text()).ShouldContain("просрочено, 1 рабочий день");
        await w.Look("reminders-01-list");
        await w.Click("Настроить");
        await w.Look("reminders-02-settings");
        await w.Go("/desk/reminders/calendars");
        await w.Press("Создать адрес");
        await w.Look("reminders-03-calendar");
    }

    [Fact]
    public async Task Curator_sets_the_rhythm_of_a_programme()
    {
        await using var w = await chromium.Open(app);
        await w.SignIn("belov", ExamplePeople.Password);
        var programme = await app.Read(db => db.Programmes.Where(p => p.Name == "Краеведческий портал Химок").Select(p => p.Id).SingleAsync());
        await w.Go($"/desk/reminders/rhythm/{programme}");
        await w.Look("reminders-04-rhythm");
    }

    [Fact]
    public async Task Administrator_sees_jobs_letters_and_mail()
    {
        await app.Run("mail");
        await using var w = await chromium.Open(app);
        await w.SignIn("admin", ExamplePeople.Password);
        await w.Go("/desk/operations");
        await w.Look("operations-01-jobs");
        await w.Go("/desk/operations/mail");
        await w.Look("operations-02-mail");
        await w.Go("/desk/operations/letters");
        await w.Look("operations-03-letters");
    }
}
