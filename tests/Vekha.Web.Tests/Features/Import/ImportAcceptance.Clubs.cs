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
}
