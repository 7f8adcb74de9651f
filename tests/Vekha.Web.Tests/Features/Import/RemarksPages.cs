using System.IO.Compression;
using System.Text;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Import;

/// <summary>«Замечания к плану»: on the review, on the draft plan, as a paper.</summary>
public abstract class RemarksPages(VekhaApp app)
{
    private const string Faulty = "План мероприятий на 2023 год\n\n№\tМероприятие\tСрок\tОтветственный\n1\tПодготовка площадки\tдо 20.03.2023\t\n2\tПроведение праздника\t12.06.2023\tУправление культуры\n3\tВстреча гостей\t01.07.2023\tУправление культуры\n4\tПодведение итогов\tдо 15.05.2023\tОтдел молодёжи\n5\tПечать альбома\tиюль 2023\tОтдел молодёжи\n6\tОтчёт\tдо 10.09.2023\tОтдел молодёжи\n7\tАрхив\tдо 01.11.2023\tОтдел молодёжи\n";

    private Task<Page> Review(Visitor visitor, string programme) => visitor.Import("План.txt", Encoding.UTF8.GetBytes(Faulty), programme);

    [Fact]
    public async Task The_review_leads_to_remarks_each_with_its_row_and_they_come_as_a_paper()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var review = await Review(office, "Праздник двора");
        var remarks = await review.Click("Замечания");
        remarks.Title.ShouldBe("Замечания к плану");
        remarks.All("h2").ShouldContain(h => h.StartsWith("Нет исполнителя", StringComparison.Ordinal));
        var rows = remarks.All("tbody tr");
        rows.ShouldContain(r => r.StartsWith("1", StringComparison.Ordinal) && r.Contains("не назван исполнитель"));
        rows.ShouldContain(r => r.StartsWith("4", StringComparison.Ordinal) && r.Contains("срок 15.05.2023 раньше, чем у строки выше (01.07.2023)"));
        rows.ShouldContain(r => r.StartsWith("3", StringComparison.Ordinal) && r.Contains("1 июля 2023 — нерабочий день") && r.Contains("контрольный день 30 июня 2023, пт"));
        (await remarks.Click("1")).Has("#form-0").ShouldBeTrue("a remark leads to where it is mended");

        var paper = await office.Ask(remarks.Address + "?handler=Paper");
        var words = Words(await paper.Content.ReadAsByteArrayAsync());
        words.ShouldContain("Замечания к плану");
        words.ShouldContain("не назван исполнитель");
        words.ShouldContain("п. 1");
    }

    [Fact]
    public async Task A_remark_that_was_mended_goes_away_and_the_draft_plan_keeps_the_others()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var review = await Review(office, "Праздник улицы");
        review = await office.Open(review.Address + "?row=0");
        review = await review.Form("#form-0").Set("input.Executors[0].Name", "Управление культуры").Submit();
        (await review.Click("Замечания")).Text.ShouldNotContain("не назван исполнитель");
        review = await office.Open(review.Address.Split('?', '#')[0]);
        while (review.Questions.Count > 0) review = await review.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        var plan = await (await review.ConfirmAll()).Form("Собрать план").Submit();
        var remarks = await plan.Click("Замечания");
        remarks.All("tbody tr").ShouldContain(r => r.StartsWith("4", StringComparison.Ordinal) && r.Contains("раньше, чем у строки выше"));
        remarks.Text.ShouldNotContain("не назван исполнитель");
        var stranger = await app.SignedIn(Role.ProjectOffice);
        (await stranger.Ask(remarks.Address)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_approval_block_of_the_document_fills_the_form_of_approval()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var document = "УТВЕРЖДАЮ\nглава Берёзовского муниципального округа\n__________ П.К. Лесников\n14.03.2023\n\n" + Faulty;
        var review = await office.Import("План с грифом.txt", Encoding.UTF8.GetBytes(document), "Гриф");
        while (review.Questions.Count > 0) review = await review.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        var plan = await (await review.ConfirmAll()).Form("Собрать план").Submit();
        var approve = (await plan.Click("Утвердить")).Form("Утвердить");
        approve.Value("Post").ShouldBe("Глава Берёзовского муниципального округа");
        approve.Value("Name").ShouldBe("П.К. Лесников");
        approve.Value("On").ShouldBe("14.03.2023");
    }

    private static string Words(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return System.Text.RegularExpressions.Regex.Replace(reader.ReadToEnd(), "<[^>]+>", "");
    }
}

public sealed class RemarksPagesOnSqlite(SqliteApp app) : RemarksPages(app), IClassFixture<SqliteApp>;

public sealed class RemarksPagesOnPostgres(PostgresApp app) : RemarksPages(app), IClassFixture<PostgresApp>;
