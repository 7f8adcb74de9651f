using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Media;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Media;

/// <summary>The media plans of the examples: the plan of nineteen rows read from its document, and cards that texts are drawn from.</summary>
public abstract class ExampleMediaPages(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S3.19")]
    public async Task Report_of_the_media_plan_has_nineteen_lines_with_plan_fact_links_and_reach_on_the_page_in_word_and_in_excel()
    {
        var keeper = await app.Guest().SignIn("zotova", ExamplePeople.Password);
        var media = await Of("инициативных проектах");

        var page = await keeper.Open($"/desk/media/report/{media.Id}");
        page.All("tbody tr:not(.v-group)").Count.ShouldBe(19);
        page.Text.ShouldContain("Закрыто строк: 3 из 19. Вышло публикаций: 2 из 12. Охват: 935.");
        var told = page.All("tbody tr").Single(r => r.StartsWith("2.1"));
        told.ShouldContain("Официальный сайт, 28.06.2023, ссылка");
        told.ShouldContain("535");

        var word = await Papers.Word(await keeper.Ask($"/desk/media/report/{media.Id}?handler=word"));
        word.Split('\n').Count(l => l.Count(c => c == '|') == 8 && char.IsDigit(l[0])).ShouldBe(19);
        word.ShouldContain("https://petrovsk.example.ru/news/");
        var excel = await Papers.Excel(await keeper.Ask($"/desk/media/report/{media.Id}?handler=excel"));
        excel.Count(r => r.Length > 2 && char.IsDigit(r[0]) && r[1] == '.' && char.IsDigit(r[2])).ShouldBe(19);
        excel.Single(r => r.Contains("Всего публикаций")).ShouldContain("|12|2|");
    }

    [Fact, Trait("Acceptance", "S3.14")]
    public async Task Quarterly_text_is_drawn_from_the_cards_of_projects_and_the_one_without_an_update_is_named()
    {
        var keeper = await app.Guest().SignIn("zotova", ExamplePeople.Password);
        var media = await Of("инициативных проектах");
        var (registry, task) = (await app.Read(db => db.Registries.SingleAsync(r => r.ProgrammeId == media.ProgrammeId)), await Quarterly(media));

        var form = (await keeper.Open(Newsroom.Card(task))).Form("Собрать черновик").Set("source", $"progress:{registry.Id}").Set("from", "01.04.2023").Set("until", "30.06.2023");
        var card = await form.Submit();

        card.Text.ShouldContain("Черновик собран. Без сведений за период: Тротуар по улице Школьной.");
        var body = card.Form("Сохранить черновик").Value("body")!.Replace('\u00a0', ' ');
        body.ShouldContain("Детская площадка «Солнышко»");
        body.ShouldContain("Готовность 60 %. Убрано старое покрытие");
        body.ShouldContain("Риск: поставка бордюрного камня задержана.");
        body.ShouldContain("Новых сведений за этот период нет: Тротуар по улице Школьной.");
        body.ShouldEndWith("#СДЕЛАЕМВМЕСТЕ");
        // A quarter in which nobody wrote gives no text at all.
        var empty = (await keeper.Open(Newsroom.Card(task))).Form("Собрать черновик").Set("source", $"progress:{registry.Id}").Set("from", "01.07.2022").Set("until", "30.09.2022");
        (await empty.Submit()).Refusal.ShouldContain("ни по одному объекту ничего не написали");
    }

    [Fact]
    public async Task Outcome_of_a_selection_is_drafted_from_the_decisions_recorded_in_the_registry()
    {
        var keeper = await app.Guest().SignIn("zotova", ExamplePeople.Password);
        var media = await Of("инициативных проектах");
        var (registry, task) = (await app.Read(db => db.Registries.SingleAsync(r => r.ProgrammeId == media.ProgrammeId)), await Quarterly(media));

        var form = (await keeper.Open(Newsroom.Card(task))).Form("Собрать черновик").Set("source", $"move:{registry.Id}:support").Set("from", "01.05.2023").Set("until", "31.05.2023");
        var body = (await form.Submit()).Form("Сохранить черновик").Value("body")!;

        body.ShouldContain("приняты решения «поддержан» по 3");
        body.ShouldContain("1. Детская площадка «Солнышко»");
        body.ShouldContain("основание решения: решение комиссии от 15.05.2023 № 2");
        body.ShouldNotContain("инициативная группа");
    }

    private Task<MediaPlan> Of(string words) => app.Read(db => db.MediaPlans.AsNoTracking().SingleAsync(m => m.Title.Contains(words)));

    private Task<Publication> Quarterly(MediaPlan media) => app.Read(async db =>
    {
        var measures = db.Measures;
        return await db.Publications.AsNoTracking().Where(p => p.MediaPlanId == media.Id && measures.Any(m => m.Id == p.MeasureId && m.Code == "2.4")).OrderBy(p => p.Due).FirstAsync();
    });
}

public sealed class ExampleMediaPagesOnSqlite(SqliteExamplesApp app) : ExampleMediaPages(app), IClassFixture<SqliteExamplesApp>;

public sealed class ExampleMediaPagesOnPostgres(PostgresExamplesApp app) : ExampleMediaPages(app), IClassFixture<PostgresExamplesApp>;
