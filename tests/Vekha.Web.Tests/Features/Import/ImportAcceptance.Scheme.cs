using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Import;

/// <summary>Script 2: the scheme of Novokuznetsk.</summary>
public abstract partial class ImportAcceptance
{
    private static readonly string[] Districts = ["Заводской район", "Кузнецкий район", "Куйбышевский район", "Новоильинский район", "Орджоникидзевский район", "Центральный район"];

    [Fact, Trait("Acceptance", "S2.2")]
    public async Task The_ninth_leader_is_a_class_that_unfolds_into_six_districts_and_twenty_eight_answer()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await office.Import("novokuznetsk-400.docx", "Новокузнецк-400 S2.2");
        var rows = (await app.Draft(page)).Review.Rows;
        rows.Where(r => r.Fields["leader"].StartsWith("БЕДАРЕВ", StringComparison.Ordinal)).ShouldAllBe(r => r.Fields["method"].Contains("встречи с коллективами"), "the merged cell stands for all three");
        rows.ShouldNotContain(r => r.Fields["method"].EndsWith("высказанные", StringComparison.Ordinal), "the text cut by the page is glued");
        rows.Where(r => r.Fields.ContainsKey("parent_unit")).Select(r => r.Fields["leader"]).Distinct().Single().ShouldStartWith("ПРОШУНИНА");
        rows.ShouldNotContain(r => r.Executors.Any(e => e.Name.Contains("Камбалин")));

        var ninth = page.Document.QuerySelectorAll("form[action*=Unfold]").Single(f => f.QuerySelector("[name=name]")!.GetAttribute("value")!.StartsWith("Заместители главы города", StringComparison.Ordinal));
        page = await page.Form($"#{ninth.Id}").Set("members", string.Join('\n', Districts)).Submit();
        page.Text.ShouldContain(string.Join("; ", Districts));
        while (page.Questions.Count > 0) page = await page.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        var plan = await (await page.ConfirmAll()).Form("Собрать план").Submit();
        var approved = await (await plan.Click("Утвердить")).Form("Утвердить").Set("Post", "Глава города").Set("Name", "С.П. Орлов").Set("On", "01.03.2017").Submit();
        approved.Text.ShouldContain("версия 1");
        var id = Guid.Parse(plan.Address.Split('/')[^1]);
        (await app.Read(db => db.Assignments.CountAsync(a => a.PlanId == id && a.Answers))).ShouldBe(28);
    }

    [Fact, Trait("Acceptance", "S2.4")]
    public async Task March_is_a_window_that_ends_on_Friday_and_each_leader_gets_a_letter_with_the_form()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await office.Import("novokuznetsk-400.docx", "Новокузнецк-400 S2.4");
        page.Codes.Count(c => page.When(c) == "31 марта 2017, пт").ShouldBe(22);
        var window = (await app.Draft(page)).Review.Rows[0].Deadlines.Single().ShouldBeOfType<Vekha.Deadlines.Deadline.During>();
        (window.First, window.Last).ShouldBe((new(2017, 3, 1), new(2017, 3, 31)));
        while (page.Questions.Count > 0) page = await page.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        var plan = await (await page.ConfirmAll()).Form("Собрать план").Submit();
        await (await plan.Click("Утвердить")).Form("Утвердить").Set("Post", "Глава города").Set("Name", "С.П. Орлов").Set("On", "01.03.2017").Submit();
        var papers = await office.Open($"/desk/plans/papers/{plan.Address.Split('/')[^1]}");
        var letters = papers.Document.QuerySelectorAll("#letters a").Select(a => a.GetAttribute("href")!).ToList();
        letters.Count.ShouldBe(10);
        var words = Words(await (await office.Ask(letters[0])).Content.ReadAsByteArrayAsync());
        words.ShouldContain("Письмо-поручение");
        words.ShouldContain("Бедарев Е.А.");
        words.ShouldContain("Управление по транспорту и связи");
        words.ShouldContain("Форма отчёта");
        words.ShouldContain("Охваченные предприятия, учреждения (какие)");
        words.ShouldContain("Собственная оценка");
        var scheme = Words(await (await office.Ask(papers.Document.QuerySelectorAll("main a").First(a => a.GetAttribute("href")!.Contains("paper=plan&format=docx") || a.GetAttribute("href")!.Contains("paper=plan&amp;format=docx")).GetAttribute("href")!)).Content.ReadAsByteArrayAsync());
        scheme.ShouldContain("СХЕМА ПРОДВИЖЕНИЯ");
        (await office.Ask($"/desk/plans/papers/{plan.Address.Split('/')[^1]}?handler=Letter&leader=99")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static string Words(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return System.Text.RegularExpressions.Regex.Replace(reader.ReadToEnd(), "<[^>]+>", "").Replace('\u00a0', ' ');
    }
}
