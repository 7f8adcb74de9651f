using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Calendars;
using Vekha.Campaigns;
using Vekha.Control;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Campaigns;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Campaigns;

/// <summary>Numbers of units add up in the form, on the card and in the consolidated sheet of the one who handed the work down.</summary>
public abstract class WholeFiguresPages(VekhaApp app)
{
    private sealed record Story(Organisation Region, Organisation Institute, Organisation[] Districts, Programme Programme, Plan Plan, Assignment Whole, Campaign Campaign, IReadOnlyList<FormReport> Forms)
    {
        public FormReport Of(Organisation unit) => Forms.Single(f => f.UnitId == unit.Id);
    }

    [Fact]
    public async Task The_form_above_is_filled_by_accepted_forms_below_and_a_difference_asks_for_its_reason()
    {
        var story = await Begin();
        var office = await app.SignedIn(Role.ProjectOffice, story.Region);
        await Give(story, story.Districts[0], "10", "50", "5", accept: true);
        await Give(story, story.Districts[1], "30", "80", "9", accept: true);
        await Give(story, story.Districts[2], "100", "100", "100", accept: false);

        var institute = await app.SignedIn(Role.Executor, story.Institute);
        var fill = await institute.Open($"/desk/campaigns/fill/{story.Of(story.Institute).Id}");
        var form = fill.Form("Сдать форму");
        (form.Value("v.f1"), form.Value("v.f2"), form.Value("v.f3")).ShouldBe(("40", "72,5", "9"));
        fill.Text.ShouldContain("сложено из 2 из 3 форм подразделений, нет принятой: Третий");
        fill.Text.ShouldContain("У подразделений вместе 72,5");

        var behind = await institute.Open($"/desk/campaigns/behind/{story.Of(story.Institute).Id}?cell=f1");
        behind.Text.ShouldContain("Первый");
        behind.Text.ShouldContain("не представлено");
        behind.Text.ShouldContain("по 2 из 3");
        behind.Text.ShouldNotContain("100");

        var refused = await form.Set("v.f1", "42").Submit();
        refused.Text.ShouldContain("42, а у подразделений вместе 40. Подтвердите и назовите причину");
        var sent = await refused.Form("Сдать форму").Set("v.f1", "42").Set("v.f2", "72,5").Set("v.f3", "9").Set("ok.f1", "true").Set("why.f1", "Двое приехали из соседнего района").Submit();
        sent.Address.ShouldBe($"/desk/campaigns/form/{story.Of(story.Institute).Id}");
        sent.Text.ShouldContain("42, а у подразделений вместе 40");
        sent.Text.ShouldContain("Двое приехали из соседнего района");
        (await institute.Open($"/desk/campaigns/behind/{story.Of(story.Institute).Id}?cell=f1")).Text.ShouldContain("Причина: Двое приехали из соседнего района");

        // The sheet counts the number of the one above and not both; what those below gave together stands beside it.
        var sheet = await office.Open($"/desk/campaigns/consolidated/{story.Campaign.Id}");
        sheet.One("tfoot").TextContent.Squeezed().ShouldContain("42");
        sheet.One("tfoot").TextContent.Squeezed().ShouldNotContain("182");
        sheet.Text.ShouldContain("по подразделениям 140, 3 из 3");
    }

    [Fact]
    public async Task The_card_of_the_whole_shows_numbers_of_its_parts_and_who_is_missing()
    {
        var story = await Begin();
        var office = await app.SignedIn(Role.ProjectOffice, story.Region);
        await Give(story, story.Districts[0], "10", "50", "5", accept: true);
        var card = await office.Open($"/desk/control/assignment/{story.Whole.Id}");
        card.Text.ShouldContain("Показатели подразделений");
        card.Text.ShouldContain("2: Второй, Третий");
        var number = card.Document.QuerySelectorAll("#h-fig ~ table tbody a").First();
        number.TextContent.ShouldBe("10");
        (await office.Open(number.GetAttribute("href")!)).Text.ShouldContain("не представлено");

        // Where the unit above has given nothing, the sheet takes what those below gave: the same ten.
        (await office.Open($"/desk/campaigns/consolidated/{story.Campaign.Id}")).One("tfoot").TextContent.Squeezed().ShouldContain("10");
    }

    [Fact]
    public async Task A_unit_that_is_not_above_opens_no_number_of_others()
    {
        var story = await Begin();
        var first = await app.SignedIn(Role.Executor, story.Districts[0]);
        (await first.Open($"/desk/campaigns/behind/{story.Of(story.Institute).Id}?cell=f1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await first.Open($"/desk/campaigns/behind/{story.Of(story.Districts[0]).Id}?cell=f1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task Give(Story story, Organisation unit, string children, string share, string last, bool accept)
    {
        await app.Do(async services =>
        {
            var db = services.GetRequiredService<Vekha.Web.Data.VekhaDb>();
            var form = await db.FormReports.Include(r => r.Acts).SingleAsync(r => r.Id == story.Of(unit).Id);
            var on = new DateOnly(2020, 10, 20).AddDays(Array.IndexOf(story.Districts, unit));
            form.Write(new() { ["f1"] = children, ["f2"] = share, ["f3"] = last }, [], app.Clock.GetUtcNow());
            form.Send(FormCheck.Of(story.Campaign.Fields, form.Draft, null, []), on, app.Clock.GetUtcNow(), new(null, unit.Name));
            if (accept) form.Accept(on, app.Clock.GetUtcNow(), new(null, "Контролёр"));
            db.AddRange(form.Acts);
            await db.SaveChangesAsync();
        });
    }

    private async Task<Story> Begin()
    {
        app.Clock.Set(new(2020, 11, 2, 12, 0, 0, TimeSpan.FromHours(3)));
        var region = await app.Unit();
        var institute = Organisation.Found("Институт развития", OrganisationKind.Subordinate, region);
        Organisation[] districts = [.. new[] { "Первый", "Второй", "Третий" }.Select(n => Organisation.Found(n, OrganisationKind.Municipality, region, territory: n))];
        var author = Person.Hire("Рогов Антон Ильич", "директор", region.Id);
        var programme = new Programme("Клубы", region.Id, "область", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "План", new DateRange(new(2020, 9, 1), new(2020, 12, 31)));
        var row = plan.AddMeasure(null, "1", "Отчёт о клубах");
        (row.DeadlineText, row.Deadlines) = ("30.11.2020", [new Deadline.By(new(2020, 11, 30))]);
        row.AddExecutor("Институт развития", ExecutorKind.Organisation, organisationId: institute.Id);
        var made = plan.Approve(new(new(2020, 9, 1), "Директор", "А.И. Рогов", null), programme.Policy.Calendar(), programme.Policy, app.Clock.GetUtcNow(), author.Id);
        var whole = made.Single();
        List<Assignment> parts = [.. districts.Select(d => whole.HandDown(new(d.Id, d.Name, d.Territory, null, 0), row.Title, programme.Policy.Calendar(), new(2020, 9, 2)))];
        await app.Keep([institute, .. districts, author, programme, plan, whole, .. parts]);
        var campaign = new Campaign("Отчёт о клубах", plan, [row.Id]);
        campaign.FallOn(null, [new CampaignDate(campaign.Id, new(2020, 10, 30), new(2020, 10, 30), new(2020, 10, 23), "")]);
        campaign.Put(new("f1", "Детей", FormFieldKind.Number) { Folding = FormFolding.Sum });
        campaign.Put(new("f2", "Посещаемость", FormFieldKind.Number) { Folding = FormFolding.Mean, Weight = "f1" });
        campaign.Put(new("f3", "Клубов на сегодня", FormFieldKind.Number) { Folding = FormFolding.Last });
        foreach (var unit in districts.Prepend(institute)) campaign.AddUnit(unit.Id, unit.ShortName, unit.Territory, DateOnly.MinValue);
        await app.Do(s => s.GetRequiredService<Vekha.Web.Data.VekhaDb>().SetTree(campaign));
        var forms = campaign.Start(new(2020, 10, 1), new(null, "А.И. Рогов"));
        await app.Keep([campaign, .. forms]);
        return new(region, institute, districts, programme, plan, whole, campaign, forms);
    }
}

public sealed class WholeFiguresPagesOnSqlite(SqliteApp app) : WholeFiguresPages(app), IClassFixture<SqliteApp>;

public sealed class WholeFiguresPagesOnPostgres(PostgresApp app) : WholeFiguresPages(app), IClassFixture<PostgresApp>;
