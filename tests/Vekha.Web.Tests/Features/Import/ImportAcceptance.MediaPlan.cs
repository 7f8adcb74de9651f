using Vekha.Plans;
using Vekha.Web.Features.Accounts;
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
}
