using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Import;

/// <summary>Script 1: clubs of the Leningrad region.</summary>
public abstract partial class ImportAcceptance
{
    [Fact, Trait("Acceptance", "S1.1")]
    public async Task Rows_abbreviations_definitions_and_repairs_of_the_clubs_are_read_and_the_words_of_the_document_stay()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        // The text form has the marks of footnotes and bookmarks as they came out of the original.
        var page = await office.Import("equal-opportunities.txt", "Равные возможности S1.1");
        page.Codes.Count.ShouldBe(34);
        var abbreviations = page.All("dl.v-kv dt").Zip(page.All("dl.v-kv dd")).ToDictionary(a => a.First, a => a.Second);
        abbreviations["ЛОИРО"].ShouldBe("ГАОУ ДПО «Ленинградский областной институт развития образования»");
        abbreviations["КОПО"].ShouldBe("Комитет общего и профессионального образования Ленинградской области");
        abbreviations["МОУО"].ShouldStartWith("органы местного самоуправления");
        abbreviations.Keys.ShouldContain(k => k.Contains("по месту жительства"), "«далее – …» of the first row");
        abbreviations.Keys.ShouldContain(k => k.Contains("15 район"), "«далее – …» of the twentieth row");
        page.All(".v-got > li").ShouldAllBe(r => !r.Contains("bookmark") && !r.Contains("[^") && !r.Contains("footnoteRef"));

        page.Questions.ShouldContain(q => q.Contains("слиплись слова"));
        page = await office.Open($"{page.Address}?q=titles");
        page.One(".v-fixes").TextContent.ShouldContain("концепция работы");
        page.One(".v-fixes").TextContent.ShouldContain("Созданы два");
        page = await page.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        page.Row("1").ShouldContain("Разработана концепция работы детских");
        page.Row("1").ShouldContain("в документе: Разработана концепцияработы детских");
        page.Row("10").ShouldContain("Созданы два «клуба по месту жительства»");
        page.Row("10").ShouldContain("в документе: Созданыдва");
    }

    [Fact, Trait("Acceptance", "S1.2")]
    public async Task Eighteen_territories_are_found_in_any_spelling_and_bound_to_their_people()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await office.Import("equal-opportunities.docx", "Равные возможности S1.2");
        page.One("#territories").TextContent.Squeezed().ShouldBe("Территории 18 территорий");
        var rows = page.All("#territories + table tbody tr");
        rows.Count.ShouldBe(18);
        string Territory(string name) => rows.Single(r => r.StartsWith(name, StringComparison.Ordinal));
        Territory("Всеволожский").ShouldContain("Федоренко И.П.");
        Territory("Тосненский").ShouldContain("Грачева Н.Л.");
        Territory("Сосновоборский городской округ").ShouldContain("Пыльцына С.Е.");
        Territory("Сосновоборский городской округ").ShouldContain("г. Сосновый Бор", Case.Sensitive, "one unit in two names");
        foreach (var name in new[] { "Бокситогорский", "Волховский", "Волосовский", "Выбор", "Гатчинский", "Кингисеппский", "Кировский", "Киришский", "Лодейнопольский", "Ломоносовский", "Лужский", "Подпорожский", "Приозерский", "Сланцевский", "Тихвинский" })
            Territory(name).ShouldContain("20");
    }

    [Fact]
    public async Task One_body_in_two_spellings_is_proposed_as_one_and_the_joining_can_be_undone()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await office.Import("khimki-portal.docx", "Одно и то же");
        var asked = (await app.Draft(page)).Review.OpenQuestions().Single(q => q.Kind == Vekha.Plans.ReviewQuestionKind.Same);
        asked.Text.ShouldContain("один исполнитель?");
        async Task<List<string>> Names() => [.. (await app.Draft(page)).Review.Rows.SelectMany(r => r.Executors).Select(e => e.Name).Where(n => n.Contains("абочие группы")).Distinct()];
        (await Names()).Count.ShouldBe(2);
        page = await office.Open($"{page.Address}?q={asked.Id}");
        page = await page.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        (await Names()).Count.ShouldBe(1);
        page = await page.Form("Отменить").Submit();
        (await Names()).Count.ShouldBe(2);
        page = await office.Open($"{page.Address}?q={asked.Id}");
        var apart = asked.Options.ToList().FindIndex(o => o.Value.Length == 0);
        page = await page.Form("#questions .is-now form").Set("answer.Option", $"{apart}").Submit();
        (await Names()).Count.ShouldBe(2, "a person said they differ");
    }
}
