using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Cascade;

/// <summary>What a district does with its part, and what those above see of it.</summary>
public abstract class PartStory(VekhaApp app)
{
    private static DateTimeOffset At(int month, int day) => new(2017, month, day, 12, 0, 0, TimeSpan.FromHours(3));

    [Fact, Trait("Acceptance", "S1.6")]
    public async Task The_head_appoints_a_specialist_and_splits_and_the_committee_sees_progress_without_inner_notes()
    {
        var (project, office, kings) = await HandedDown("20");
        var head = await app.SignedInAs(project.HeadOf(kings));
        var part = (await project.Part("20", kings)).Id;
        var parent = await app.Read(db => db.Organisations.Include(o => o.Lines).SingleAsync(o => o.Id == kings.Id));
        var (school, club) = (Organisation.Found("Школа № 1", OrganisationKind.School, parent), Organisation.Found("Дом творчества", OrganisationKind.Subordinate, parent));
        var specialist = Person.Hire("Специалистова Инна Павловна", "ведущий специалист", kings.Id);
        await app.Keep(school, club, specialist);

        (await head.Open("/desk/my")).Text.ShouldContain("Мероприятие 20 в 15 районах");
        var page = await (await head.Open($"/desk/cascade/child/{part}")).Form("Назначить").Set("person", specialist.Id.ToString()).Submit();
        page.Text.ShouldContain("Отвечает И.П. Специалистова");
        page = await page.Form("Разделить").Set("Buffer", "2").Add("units", school.Id.ToString()).Add("units", club.Id.ToString()).Submit();
        page.Text.ShouldContain("Поручение разделено: 2 учреждения");

        var inner = await app.Read(db => db.Assignments.AsNoTracking().Where(a => a.ParentId == part).ToListAsync());
        inner.Select(i => i.Control).ShouldBe([new DateOnly(2017, 11, 13), new DateOnly(2017, 11, 13)]);
        var teacher = await app.SignedIn(Role.Executor, school);
        var one = inner.Single(i => i.OrganisationId == school.Id).Id;
        await Report(teacher, one, "Внутренняя записка школы: не хватает ставок", "05.10.2017");
        (await teacher.Open($"/desk/control/assignment/{inner.Single(i => i.OrganisationId == club.Id).Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.Open($"/desk/control/assignment/{one}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await (await head.Open($"/desk/control/assignment/{one}")).Form("Принять").Submit();

        var seen = await office.Open($"/desk/cascade/measure/{project.Row("20").Id}");
        seen.Text.ShouldContain("принято 1 из 2");
        seen.Text.ShouldNotContain("не хватает ставок");
        seen.Text.ShouldNotContain("Школа № 1");
        seen.Text.ShouldContain("И.П. Специалистова");
        (await office.Open($"/desk/plans/plan/{project.Plan.Id}")).Text.ShouldNotContain("Дом творчества");
        (await project.Part("20", kings)).Phase.ShouldBe(AssignmentPhase.Open);
    }

    [Fact, Trait("Acceptance", "S1.7")]
    public async Task The_districts_own_approved_plan_becomes_the_proof_by_itself()
    {
        var (project, office, kings) = await HandedDown("20");
        var head = await app.SignedInAs(project.HeadOf(kings), Role.ProjectOffice, Role.Executor);
        var part = (await project.Part("20", kings)).Id;
        var programme = new Programme("Равные возможности, Кингисеппский район", kings.Id, "Кингисеппский район", DeadlinePolicy.Municipal);
        var own = new Plan(programme.Id, "План мероприятий («дорожная карта») Кингисеппского района", new DateRange(new(2017, 9, 1), new(2018, 8, 31)));
        var row = own.AddMeasure(null, "1", "Открыть два клуба по месту жительства");
        (row.DeadlineText, row.Deadlines) = ("15.12.2017", [new Deadline.By(new(2017, 12, 15))]);
        await app.Keep(programme, own);
        (await head.Open($"/desk/cascade/child/{part}")).Text.ShouldContain("Утвердите черновик");
        var approved = await (await head.Open($"/desk/plans/approve/{own.Id}")).Form("Утвердить").Set("Post", "Председатель комитета образования Кингисеппского района").Set("Name", "А.С. Ермакова").Set("On", "03.10.2017").Submit();
        approved.Text.ShouldContain("План утверждён, версия 1");

        var sent = await (await head.Open($"/desk/cascade/child/{part}")).Form("Приложить и отправить").Set("Plan", own.Id.ToString()).Submit();

        sent.Address.ShouldBe($"/desk/control/assignment/{part}");
        sent.One(".v-state").TextContent.Squeezed().ShouldBe("отчёт на проверке");
        var card = await office.Open($"/desk/control/assignment/{part}");
        card.Text.ShouldContain("Утверждён план подразделения: «План мероприятий («дорожная карта») Кингисеппского района», версия 1");
        var file = card.One(".v-files a");
        file.TextContent.ShouldEndWith(".docx");
        var bytes = await (await office.Ask(file.GetAttribute("href")!)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var words = WordsOf(bytes);
        words.ShouldContain("УТВЕРЖДАЮ");
        words.ShouldContain("А.С. Ермакова");
        words.ShouldContain("Открыть два клуба по месту жительства");
        (await office.Open($"/desk/cascade/measure/{project.Row("20").Id}")).Text.ShouldContain("подтверждено планом подразделения");
    }

    [Fact]
    public async Task The_whole_is_put_together_when_the_last_mandatory_part_is_accepted_and_cannot_be_accepted_before()
    {
        var project = await RegionProject.Approve(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Region);
        await (await project.HandDown(office, 0, "5")).Form("Раздать 3 поручения").Submit();
        var boss = await app.SignedIn(Role.Executor, project.Region);
        var whole = (await project.Whole("5")).Id;
        app.Clock.Set(At(9, 20));
        boss = await app.SignedIn(Role.Executor, project.Region);
        office = await app.SignedIn(Role.ProjectOffice, project.Region);
        await Report(boss, whole, "Всё сделано", "20.09.2017");
        (await (await office.Open($"/desk/control/assignment/{whole}")).Form("Принять").Submit()).Refusal.ShouldContain("Не приняты отчёты 3 подразделений");
        await (await office.Open($"/desk/control/assignment/{whole}")).Form("Вернуть").Set("Remark", "Ждём районы").Submit();

        foreach (var (part, i) in (await project.Parts("5")).Select((p, i) => (p, i)))
        {
            var executor = await app.SignedIn(Role.Executor, project.Districts.Single(d => d.Id == part.OrganisationId));
            await Report(executor, part.Id, $"Выделено {i + 1} млн", $"1{i + 2}.09.2017");
            await (await office.Open($"/desk/control/assignment/{part.Id}")).Form("Принять").Submit();
        }

        var summed = await office.Open($"/desk/control/assignment/{whole}");
        summed.Text.ShouldContain("отчёт на проверке");
        summed.Text.ShouldContain("Приняты отчёты 3 подразделений");
        summed.Text.ShouldContain("Тосненский район: Выделено 3 млн (14.09.2017)");
        (await project.Whole("5")).Reports.MaxBy(r => r.Number)!.FactOn.ShouldBe(new DateOnly(2017, 9, 14));
        (await summed.Form("Принять").Submit()).One(".v-state").TextContent.Squeezed().ShouldBe("исполнено");
    }

    [Fact]
    public async Task A_later_day_of_the_plan_is_offered_with_a_comparison_and_taken_or_left()
    {
        var (project, office, kings) = await HandedDown("20", buffer: 5);
        var luga = project.District("Лужский");
        var (follower, keeper) = (await app.SignedInAs(project.HeadOf(kings)), await app.SignedInAs(project.HeadOf(luga)));
        var (one, two) = ((await project.Part("20", kings)).Id, (await project.Part("20", luga)).Id);
        var whole = (await project.Whole("20")).Id;

        await (await office.Open($"/desk/control/assignment/{whole}")).Form("Продлить срок").Set("Until", "29.11.2017").Set("Ground", "Решение комитета").Submit();
        var offer = await follower.Open($"/desk/cascade/child/{one}");
        offer.Text.ShouldContain("План изменился");
        offer.Text.ShouldContain("станет 22.11.2017");
        await offer.Form("Принять изменение").Submit();
        await (await keeper.Open($"/desk/cascade/child/{two}")).Form("Оставить своё").Submit();

        (await project.Part("20", kings)).Control.ShouldBe(new DateOnly(2017, 11, 22));
        (await project.Part("20", luga)).Control.ShouldBe(new DateOnly(2017, 11, 8));
        (await follower.Open($"/desk/cascade/child/{one}")).Text.ShouldNotContain("План изменился");
        (await keeper.Open($"/desk/cascade/child/{two}")).Text.ShouldNotContain("План изменился");
        (await office.Open($"/desk/cascade/measure/{project.Row("20").Id}")).Text.ShouldContain("не ответили на изменение плана");
        await (await keeper.Open($"/desk/cascade/child/{two}")).Form("Сохранить").Set("LocalTitle", "Разработать дорожную карту Лужского района").Submit();
        (await office.Open($"/desk/cascade/measure/{project.Row("20").Id}")).Text.ShouldContain("«Разработать дорожную карту Лужского района»");
    }

    private async Task<(RegionProject Project, Visitor Office, Organisation Kings)> HandedDown(string code, int buffer = 0)
    {
        var project = await RegionProject.Approve(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Region);
        await (await project.HandDown(office, buffer, code)).Form("Раздать 15 поручений").Submit();
        app.Clock.Set(At(10, 5));
        return (project, await app.SignedIn(Role.ProjectOffice, project.Region), project.District("Кингисеппский"));
    }

    private static async Task<Page> Report(Visitor person, Guid assignment, string text, string fact) =>
        await (await person.Open($"/desk/my?job={assignment}")).Form("Отправить на проверку").Set("Text", text).Set("FactOn", fact).Submit();

    private static string WordsOf(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return System.Xml.Linq.XDocument.Load(part).Root!.Value.Replace('\u00A0', ' ');
    }
}

public sealed class PartStoryOnSqlite(SqliteApp app) : PartStory(app), IClassFixture<SqliteApp>;

public sealed class PartStoryOnPostgres(PostgresApp app) : PartStory(app), IClassFixture<PostgresApp>;
