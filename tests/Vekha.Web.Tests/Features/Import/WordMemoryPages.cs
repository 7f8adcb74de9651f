using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Import;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Import;

/// <summary>What the words of a document mean, its columns and its abbreviations: a person corrects them once, the next document comes with them.</summary>
public abstract class WordMemoryPages(VekhaApp app)
{
    // No column is called «мероприятие»: the reader takes «Форма» for it, and the description is lost.
    private static byte[] Document(string title, char gap, string last) => Encoding.UTF8.GetBytes(string.Join('\n',
        title + " на 2023 год", "", string.Join(gap, "№ п/п", "Форма", "Срок", "Ответственный", "Описание"),
        string.Join(gap, "1", "Круглый стол", "15.03.2023", "ЛОИРО", "Обсудить с клубами итоги года"),
        string.Join(gap, "2", "Семинар", "20.04.2023", "Отдел образования", last)) + "\n");

    private static Form Columns(Page review, string form = "method", string description = "title") =>
        review.Form("#columns-form").Set("columns[1].Meaning", form).Set("columns[4].Meaning", description);

    private async Task<string[]> Titles(Page review) => [.. (await app.Draft(review)).Review.Rows.Select(r => r.Title)];

    [Fact]
    public async Task A_corrected_column_is_read_anew_and_remembered_for_the_next_document()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var review = await office.Import("Первый.csv", Document("План мероприятий", ';', "Обучить руководителей"), "Столбцы");
        (await Titles(review)).ShouldBe(["Круглый стол", "Семинар"]);
        review.One("#columns-form").TextContent.ShouldContain("Описание");

        review = await Columns(review).Submit();
        review.Text.ShouldContain("Документ прочитан заново");
        (await Titles(review)).ShouldBe(["Обсудить с клубами итоги года", "Обучить руководителей"]);
        (await app.Draft(review)).Review.Rows[0].Fields["method"].ShouldBe("Круглый стол");
        review.One("#columns-form").TextContent.Squeezed().ShouldContain("без этого решения читается как «мероприятие»");
        review.Text.ShouldNotContain("прошлом разборе", customMessage: "this is the review in which it was decided");

        var next = await office.Import("Второй.txt", Document("План подготовки", '\t', "Собрать отчёты"), "Столбцы, второй год");
        (await Titles(next)).ShouldBe(["Обсудить с клубами итоги года", "Собрать отчёты"]);
        next.Text.ShouldContain("Столбец «Форма» прочитан как «способ»: так решили при прошлом разборе, «Первый.csv».");
        next.Text.ShouldContain("Столбец «Описание» прочитан как «мероприятие»: так решили при прошлом разборе, «Первый.csv».");

        var stranger = await app.SignedIn(Role.ProjectOffice);
        (await Titles(await stranger.Import("Чужой.txt", Document("План чужой", '\t', "Собрать отчёты"), "Чужие столбцы"))).ShouldBe(["Круглый стол", "Семинар"], "another organisation decides for itself");
    }

    [Fact]
    public async Task A_column_put_back_or_forgotten_is_read_by_its_heading_again()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        await Columns(await office.Import("Первый.csv", Document("План мероприятий", ';', "Обучить руководителей"), "Забытые столбцы")).Submit();
        var list = await (await office.Open("/desk/import")).Click("Что запомнено");
        list.All("tbody tr").Count.ShouldBe(2);
        list.Text.ShouldContain("столбец таблицы");
        var form = list.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Форма", StringComparison.Ordinal));
        list = await list.Form("main form[action*=Forget]").Set("decision", form.QuerySelector("button")!.GetAttribute("value")!).Submit();
        list.All("tbody tr").Count.ShouldBe(1);

        var next = await office.Import("Второй.csv", Document("План подготовки", ';', "Собрать отчёты"), "Забытые столбцы, второй год");
        next.Text.ShouldNotContain("Столбец «Форма» прочитан");
        next.Text.ShouldContain("Столбец «Описание» прочитан как «мероприятие»");
        next = await Columns(next, "title", "none").Submit();
        (await Titles(next)).ShouldBe(["Круглый стол", "Семинар"]);
        (await office.Open("/desk/import/remembered")).Has("tbody tr").ShouldBeFalse("what is read anyway need not be remembered");
    }

    [Fact]
    public async Task Work_already_done_is_lost_only_with_the_word_of_the_person()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var review = await (await office.Import("План.csv", Document("План мероприятий", ';', "Обучить руководителей"), "Подтверждённые столбцы")).ConfirmAll();
        review.One("label[for=columns-anew]").TextContent.Squeezed().ShouldBe("Подтверждённых строк: 2, разбор начнётся заново");
        var open = await office.Open(review.Address.Split('?', '#')[0]);
        var refused = await Columns(review).Submit();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Refusal.ShouldContain("Подтверждённых строк: 2");
        (await app.Draft(review)).Confirmed.ShouldBe(2);

        var none = await Columns(review, "method", "none").Set("anew", "true").Submit();
        none.Refusal.ShouldContain("Ни один столбец не назван мероприятием");
        var anew = await Columns(review).Set("anew", "true").Submit();
        (await app.Draft(anew)).Confirmed.ShouldBe(0);
        (await Titles(anew))[0].ShouldBe("Обсудить с клубами итоги года");

        var late = await Columns(open, "note").Set("anew", "true").Submit();
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "the form speaks of a review that is no more");
        (await app.Draft(review)).Draft.ColumnMeanings[1].Meaning.ShouldBe("method");
    }

    [Fact]
    public async Task An_abbreviation_is_explained_once_and_the_next_document_has_it()
    {
        const string full = "Ленинградский областной институт развития образования";
        var office = await app.SignedIn(Role.ProjectOffice);
        var review = await office.Import("Первый.csv", Document("План мероприятий", ';', "Обучить руководителей"), "Сокращения");
        review = await review.Form("#short-new").Set("name", "ЛОИРО").Set("full", full).Submit();
        (await app.Draft(review)).Review.Abbreviations.ShouldBe([new("ЛОИРО", full)]);
        review = await review.Form("Отменить").Submit();
        review.Has("#short-0").ShouldBeFalse();
        (await office.Open("/desk/import/remembered")).Has("tbody tr").ShouldBeFalse("what was taken back is not remembered");
        review = await review.Form("#short-new").Set("name", "ЛОИРО").Set("full", "Институт").Submit();
        review = await review.Form("#short-0").Set("full", full).Submit();
        var empty = await review.Form("#short-new").Set("name", "ЦКС").Submit();
        empty.Refusal.ShouldContain("Впишите и сокращение, и полное название");

        var next = await office.Import("Второй.txt", Document("План подготовки", '\t', "Собрать отчёты"), "Сокращения, второй год");
        next.One("dl.v-kv dd").TextContent.Squeezed().ShouldContain("так решили при прошлом разборе, «Первый.csv»");
        while (next.Questions.Count > 0) next = await next.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        var plan = await (await next.ConfirmAll()).Form("Собрать план").Submit();
        (await app.Plan(Guid.Parse(plan.Address.Split('/')[^1]))).Abbreviations["ЛОИРО"].ShouldBe(full);

        var list = await office.Open("/desk/import/remembered");
        list.Text.ShouldContain(full);
        list.Text.ShouldContain("сокращение");
        await list.Form("main form[action*=Forget]").Set("decision", list.One("tbody button").GetAttribute("value")!).Submit();
        var third = await office.Import("Третий.txt", Document("План работы", '\t', "Подвести итоги"), "Сокращения, третий год");
        (await app.Draft(third)).Review.Abbreviations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_removed_abbreviation_is_forgotten_and_a_review_kept_before_they_could_be_corrected_still_opens()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var text = Encoding.UTF8.GetString(Document("План мероприятий", '\t', "Обучить руководителей")) + "\nЦентрализованная клубная система (далее – ЦКС) помогает всем.\n";
        var review = await office.Import("План.txt", Encoding.UTF8.GetBytes(text), "Старые сокращения");
        review = await review.Form("#short-0").Set("full", "Клубы района").Submit();
        (await app.Read(db => db.Remembered.CountAsync(r => r.Kind == RememberedKind.Abbreviation && r.Value == "Клубы района"))).ShouldBe(1);
        review = await office.Open(review.Address.Split('?', '#')[0]);
        review = await review.Form("Убрать ЦКС").Submit();
        (await app.Draft(review)).Review.Abbreviations.ShouldBeEmpty();
        (await app.Read(db => db.Remembered.CountAsync(r => r.Kind == RememberedKind.Abbreviation && r.Value == "Клубы района"))).ShouldBe(0);

        var draft = await app.Draft(review);
        var old = ImportJson.Write(draft.Review with { Abbreviations = null, Steps = [] });
        old.ShouldNotContain("Abbreviations");
        await app.Read(db => db.Imports.Where(d => d.Id == draft.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.ReviewText, old)));
        (await app.Draft(review)).Review.Abbreviations!.Single().Full.ShouldBe("Централизованная клубная система");
        (await office.Open(review.Address)).Text.ShouldContain("Централизованная клубная система");
    }
}

public sealed class WordMemoryPagesOnSqlite(SqliteApp app) : WordMemoryPages(app), IClassFixture<SqliteApp>;

public sealed class WordMemoryPagesOnPostgres(PostgresApp app) : WordMemoryPages(app), IClassFixture<PostgresApp>;
