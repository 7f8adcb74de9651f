using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Import;

/// <summary>Script 4: the steps of an NGO, without a table.</summary>
public abstract partial class ImportAcceptance
{
    [Fact, Trait("Acceptance", "S4.1")]
    public async Task Seven_steps_give_thirty_one_items_and_private_phones_are_hidden()
    {
        var page = await (await app.SignedIn(Role.ProjectOffice)).Import("resource-environment.docx", "Ресурсная среда S4.1");
        var review = (await app.Draft(page)).Review;
        review.Stages.Count.ShouldBe(7);
        review.Rows.Count(r => r.Number is not null).ShouldBe(31);
        Enumerable.Range(0, 7).Select(s => review.Rows.Count(r => r.Stage == s && r.Number is not null)).ShouldBe([10, 7, 2, 4, 0, 8, 0]);
        Enumerable.Range(0, 7).Select(s => review.Rows.Count(r => r.Stage == s && r.Number is null)).ShouldBe([0, 0, 0, 0, 1, 0, 1], "steps without a list are one measure each");
        var rows = page.All(".v-got > li");
        rows.ShouldNotContain(r => r.Contains("Контакты") || r.Contains("ВСЕРОССИЙСКИЙ КОНКУРС ЛУЧШИХ ПРАКТИК"));
        page.All("#got-h ~ ul li").Count(c => c.EndsWith("скрыто", StringComparison.Ordinal)).ShouldBe(4);
        page.Document.DocumentElement.OuterHtml.ShouldNotContain("8-900");
        page.Document.DocumentElement.OuterHtml.ShouldNotContain("contact@example");
    }

    [Fact, Trait("Acceptance", "S4.2")]
    public async Task Decree_days_are_shown_as_a_layer_on_the_review_and_on_the_calendar_and_move_nothing()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await office.Import("resource-environment.docx", "Ресурсная среда S4.2");
        var decree = page.One("#decree").TextContent.Squeezed();
        decree.ShouldContain("указу Президента: 30 марта – 30 апреля 2020; 6–8 мая 2020");
        decree.ShouldContain("отдельный слой календаря: сроки плана они не сдвигают");
        var stages = (await app.Draft(page)).Review.Stages.Select(s => s.Deadlines.Single()).ToList();
        stages.Select(Compact).ShouldBe(["01.03–31.05", "01.04–30.06", "01.04–30.06", "01.06–30.09", "01.05–30.09", "01.10–30.11", "15.11–30.11"], "overlaps of steps stay as they are");
        page.When("2.1").ShouldContain("30 июня 2020");
        page.When("1.1").ShouldBe("1 марта — 29 мая 2020, пт");
        page.Row("1.1").ShouldContain("31-е — воскресенье");
        page.When("7.1").ShouldBe("15 — 30 ноября 2020, пн");

        foreach (var question in (await app.Draft(page)).Review.OpenQuestions().ToList())
        {
            page = await office.Open($"{page.Address.Split('?')[0]}?q={question.Id}");
            page = await page.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        }
        page = await page.ConfirmAll();
        var plan = await page.Form("Собрать план").Submit();
        var month = await office.Open($"/desk/plans/calendar/{plan.Address.Split('/')[^1]}?month=2020-05");
        month.One("#decree").TextContent.Squeezed().ShouldContain("6–8 мая 2020. Сроки плана они не сдвигают");
        month.All(".v-month .is-decree:not(.is-out) .v-month-d").ShouldBe(["6", "7", "8"]);
        month.All(".v-month td:not(.is-out)").Single(d => d.StartsWith("29", StringComparison.Ordinal)).ShouldContain("1.1");
    }

    [Fact, Trait("Acceptance", "S4.3")]
    public async Task Contradicting_numbers_are_asked_and_the_choice_is_written_into_the_notes()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await office.Import("resource-environment.docx", "Ресурсная среда S4.3");
        foreach (var (words, option, label) in new[] { ("«10 видеосюжетов» и «Каждая из 10 пилотных площадок снимает по 2 видеосюжета» не сходятся: 10 и 20", "1", "20"), ("«2 лучшие муниципальные практики» — всего или на каждую из 10", "1", "На каждую, всего 20") })
        {
            var asked = (await app.Draft(page)).Review.OpenQuestions().Single(q => q.Text.Contains(words, StringComparison.Ordinal));
            page = await office.Open($"{page.Address.Split('?')[0]}?q={asked.Id}");
            page = await page.Form("#questions .is-now form").Set("answer.Option", option).Submit();
            (await app.Draft(page)).Review.Notes.ShouldContain(n => n.Contains(words, StringComparison.Ordinal) && n.EndsWith(label, StringComparison.Ordinal));
        }
    }

    [Fact, Trait("Acceptance", "S4.4")]
    public async Task Indicators_of_the_steps_are_multiplied_out()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await office.Import("resource-environment.docx", "Ресурсная среда S4.4");
        string Indicator(string step, string unit) => page.All("#indicators + table tbody tr").Single(r => r.StartsWith($"{step} {unit}", StringComparison.Ordinal));
        Indicator("Шаг 2", "семинар").ShouldContain("20 10 × 2");
        Indicator("Шаг 2", "участник").ShouldContain("≥ 300 20 × 15");
        Indicator("Шаг 4", "видеосюжет").ShouldContain("10 или 20");
        Indicator("Шаг 6", "круглый стол").ShouldContain("10");
        Indicator("Шаг 6", "участник").ShouldContain("≥ 300 10 × 30");
        Indicator("Шаг 7", "видеомост").ShouldContain("1");
        Indicator("Шаг 5", "муниципальная практика").ShouldContain("≥ 2 или 20");
        var entries = (await app.Draft(page)).Review.OpenQuestions().Single(q => q.Text.Contains("минимум 2", StringComparison.Ordinal));
        page = await office.Open($"{page.Address.Split('?')[0]}?q={entries.Id}");
        page = await page.Form("#questions .is-now form").Set("answer.Option", "1").Submit();
        Indicator("Шаг 5", "муниципальная практика").ShouldContain("≥ 20 решено: На каждую, всего 20");
    }

    private static string Compact(Vekha.Deadlines.Deadline deadline) => deadline is Vekha.Deadlines.Deadline.During d
        ? $"{d.First.Day:00}.{d.First.Month:00}–{d.Last.Day:00}.{d.Last.Month:00}" : deadline.ToString();
}
