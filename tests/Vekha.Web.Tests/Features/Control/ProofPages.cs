using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Control;

/// <summary>«Что считается подтверждением»: the measure says it, the report must bring it.</summary>
public abstract class ProofPages(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S1.8")]
    public async Task A_report_without_the_act_and_the_sum_is_incomplete_until_they_come()
    {
        var (project, media, address) = await Asked();

        var form = (await media.Open(address)).Form("Отправить на проверку").Set("Text", "Финансирование предусмотрено").Set("FactOn", "20.10.2020").Attach("Proof", "Выписка.docx", Encoding.UTF8.GetBytes("выписка"));
        var refused = await form.Submit();
        refused.Refusal.ShouldContain("Отчёт неполный");
        refused.Refusal.ShouldContain("Нет номера и даты акта, нет суммы по источнику финансирования");
        (await app.Read(db => db.Reports.CountAsync(r => r.AssignmentId == project.Of("П.7", project.Media).Result.Id))).ShouldBe(0);

        // Nothing is lost: the file waits in the draft beside what is still missing.
        var again = await media.Open(address);
        again.All("#report .v-files a").ShouldBe(["Выписка.docx"]);
        again.Text.ShouldContain("Пока отчёт неполный: нет номера и даты акта, нет суммы по источнику финансирования.");

        var card = await again.Form("Отправить на проверку").Set("Given.ActNumber", "118-р").Set("Given.ActOn", "05.10.2020").Set("Given.Sums[Local]", "1 250 000,50").Submit();
        card.Text.ShouldContain("№ 118-р от 5 октября 2020");
        card.Text.ShouldContain("местный бюджет: 1 250 000,50 ₽");
        card.Text.ShouldNotContain("Отчёт неполный");
        var given = await app.Read(db => db.Reports.Where(r => r.AssignmentId == project.Of("П.7", project.Media).Result.Id).Select(r => r.Given).SingleAsync());
        given.ShouldNotBeNull().Sums.ShouldBe([new(FundingSource.Local, 1_250_000.50m)]);
    }

    [Fact]
    public async Task Only_the_keeper_of_the_programme_says_what_counts()
    {
        var (project, media, _) = await Asked();
        var measure = await app.Read(db => db.Measures.SingleAsync(m => m.PlanId == project.Plan.Id && m.Code == "П.7"));
        (await media.Open($"/desk/plans/measure/{measure.Id}")).Document.QuerySelector("form[action*='handler=Proof'], form[action*='handler=proof']").ShouldBeNull();
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var stolen = (await office.Open($"/desk/plans/measure/{measure.Id}")).Form("#proof form").To($"/desk/plans/measure/{Guid.CreateVersion7()}?handler=Proof");
        (await stolen.SubmitOnce()).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.Open($"/desk/plans/measure/{measure.Id}")).Text.ShouldContain("Без этого отчёт не отправить: акт: номер и дата; сумма по источникам.");
    }

    [Theory]
    [InlineData("Given.Links", "наш сайт", "не адрес страницы")]
    [InlineData("Given.Sums[Local]", "много", "не похоже на число")]
    [InlineData("Given.Sums[Local]", "-5", "меньше нуля")]
    public async Task What_cannot_be_proof_is_refused_in_words(string field, string value, string expected)
    {
        var (_, media, address) = await Asked();
        var refused = await (await media.Open(address)).Form("Отправить на проверку").Set("Text", "Готово").Set("FactOn", "20.10.2020").Set(field, value).Submit();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.Body!.TextContent.ShouldContain(expected);
        refused.One("textarea[name=Text]").TextContent.Trim().ShouldBe("Готово");
    }

    private async Task<(PortalProject Project, Visitor Media, string Address)> Asked()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(new(2020, 10, 20, 12, 0, 0, TimeSpan.FromHours(3)));
        var measure = await app.Read(db => db.Measures.SingleAsync(m => m.PlanId == project.Plan.Id && m.Code == "П.7"));
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var form = (await office.Open($"/desk/plans/measure/{measure.Id}")).Form("#proof form");
        var saved = await form.Add("kind", nameof(ProofKind.Act)).Add("kind", nameof(ProofKind.Sums)).Submit();
        saved.Text.ShouldContain("Сохранено: без этого отчёт не отправить.");
        return (project, await app.SignedIn(Role.Executor, project.Media), $"/desk/my?job={(await project.Of("П.7", project.Media)).Id}");
    }
}

public sealed class ProofPagesOnSqlite(SqliteApp app) : ProofPages(app), IClassFixture<SqliteApp>;

public sealed class ProofPagesOnPostgres(PostgresApp app) : ProofPages(app), IClassFixture<PostgresApp>;
