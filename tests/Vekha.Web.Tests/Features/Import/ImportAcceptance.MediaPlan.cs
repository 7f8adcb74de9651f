using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Import;

/// <summary>Script 3: the media plan of the Petrovsky district.</summary>
public abstract partial class ImportAcceptance
{
    [Fact, Trait("Acceptance", "S3.1")]
    public async Task The_media_plan_offers_five_sections_nineteen_lines_and_asks_for_the_day_of_its_approval()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await office.Import("petrovsky-mediaplan.docx", "Медиаплан S3.1");
        page.One("#got-h").TextContent.Squeezed().ShouldContain("5 этапов, 19 мероприятий");
        (await app.Draft(page)).Review.Rows.GroupBy(r => r.Stage).Select(g => g.Count()).ShouldBe([3, 6, 3, 4, 3]);
        page.Codes.ShouldContain("1.3");
        page.Row("1.3").ShouldContain("проведение консультаций");

        page.One("#head").TextContent.Squeezed().ShouldContain("Утверждает: глава Петровского городского округа Ставропольского края, Н.В. Конкина");
        page.Questions.ShouldContain(q => q.Contains("В грифе «Утверждаю» нет даты"));
        page.Questions.ShouldContain(q => q.Contains("В названии плана, похоже, опечатка"));
        page = await office.Open($"{page.Address}?q=plan-title");
        page = await page.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        page.One("#head").TextContent.ShouldContain("МЕДИАПЛАН по информационному сопровождению");
        (await app.Draft(page)).Draft.Title.ShouldStartWith("МЕДИАСПЛАН", Case.Sensitive, "the words of the document stay");
    }

    [Fact, Trait("Acceptance", "S3.3")]
    public async Task Deadlines_of_the_media_plan_become_days_and_the_report_after_the_year_is_asked()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await office.Import("petrovsky-mediaplan.docx", "Медиаплан S3.3");
        page.When("1.1").ShouldBe("20 марта 2023, пн");
        page.When("1.2").ShouldBe("1 апреля — 31 мая 2023, ср");
        page.When("3.1").ShouldBe("15 июня 2023, чт");
        foreach (var july in new[] { "2.1", "4.1" })
        {
            page.When(july).ShouldBe("30 июня 2023, пт");
            page.Row(july).ShouldContain("1-е — суббота");
        }
        page.When("4.4").ShouldBe("29 декабря 2023, пт");
        page.When("5.3").ShouldBe("1 — 29 декабря 2023, пт");
        foreach (var quarterly in new[] { "2.4", "4.2" }) page.When(quarterly).ShouldBe("10.04, 10.07, 10.10.2023, 10.01.2024");
        page.Questions.ShouldContain(q => q.Contains("последний срок — 10 января 2024") && q.Contains("уже после плана"));
        var waiting = page.Codes.Where(c => page.When(c) == "Ждёт завершения реализации проекта").ToList();
        waiting.ShouldBe(["2.5", "3.3", "4.3"]);
        waiting.ShouldAllBe(c => page.Row(c).Contains("30 календарных дней"));
    }

    [Fact, Trait("Acceptance", "S3.4")]
    public async Task An_outside_body_is_invited_and_accepts_or_declines_and_the_industry_unit_of_the_project_is_named_by_rule()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await office.Import("petrovsky-mediaplan.docx", "Медиаплан S3.4");
        page.One(".v-got").ParentElement!.TextContent.ShouldContain("(по согласованию)");
        var class2 = page.Document.QuerySelectorAll("form[action*=Unfold]").First(f => f.QuerySelector("[name=name]")!.GetAttribute("value")!.StartsWith("отдел, орган", StringComparison.Ordinal));
        page = await page.Form($"#{class2.Id}").Set("members", "отдел культуры").Submit();
        var row = (await app.Draft(page)).Review.Rows.First(r => r.Executors.Any(e => e.Name == "отдел культуры"));
        row.Executors[0].Name.ShouldStartWith("финансовое управление", Case.Sensitive, "the industry unit takes part, the finance department leads");
        row.EveryExecutorAnswers.ShouldBeFalse();

        while (page.Questions.Count > 0)
        {
            var form = page.Form("#questions .is-now form");
            page = await (page.Has("#questions .is-now input[name='answer.Days']") ? form.Set("answer.Days", "10") : page.Has("#questions .is-now input[value='0']") ? form.Set("answer.Option", "0") : form.Set("answer.Option", "-1")).Submit();
        }
        var plan = await (await page.ConfirmAll()).Form("Собрать план").Submit();
        await (await plan.Click("Утвердить")).Form("Утвердить").Set("Post", "Глава округа").Set("Name", "С.П. Орлов").Set("On", "14.03.2023").Submit();
        var id = Guid.Parse(plan.Address.Split('/')[^1]);
        var measure = await app.Read(db => db.Measures.Include(m => m.Executors).SingleAsync(m => m.PlanId == id && m.Code == "1.1"));
        var card = await office.Open($"/desk/plans/measure/{measure.Id}");
        card.Text.ShouldContain("приглашение ждёт ответа");
        (await card.Form("Приглашение принято").Submit()).Text.ShouldContain("участвовать согласны");
        var other = await app.Read(db => db.Measures.Include(m => m.Executors).SingleAsync(m => m.PlanId == id && m.Code == "1.2"));
        card = await office.Open($"/desk/plans/measure/{other.Id}");
        (await card.Form("Отказ").Submit()).Refusal.ShouldContain("Не названа причина");
        var declined = await (await office.Open($"/desk/plans/measure/{other.Id}")).Form("Отказ").Set("words", "письмо от 16.03.2023 № 12").Submit();
        declined.Text.ShouldContain("отказались");
        var invited = other.Executors.Single(e => e.ByConsent).Id;
        (await app.Read(db => db.Assignments.Include(a => a.Release).SingleAsync(a => a.ExecutorId == invited))).Release!.Ground.ShouldContain("№ 12");
    }
}
