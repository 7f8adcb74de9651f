using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Browser;

/// <summary>The main job in a real browser: a document becomes a plan, a report is proved and accepted, the papers come out.</summary>
public sealed class WholeWay(BrowserApp app, Chromium chromium) : IClassFixture<BrowserApp>, IClassFixture<Chromium>
{
    private const string Programme = "Портал Химок, весь путь";

    private static DateTimeOffset At(int month, int day, int hour) => new(2020, month, day, hour, 5, 0, TimeSpan.FromHours(3));

    [Fact]
    public async Task From_the_document_of_Khimki_to_an_accepted_report_the_board_and_both_papers()
    {
        var plan = await Approved();
        var card = await Reported(plan);
        await Returned(card);
        await ReportedAgain(plan);
        await Accepted(plan, card);
    }

    private async Task<Guid> Approved()
    {
        app.Clock.Set(At(8, 17, 10));
        await using var office = await chromium.Open(app);
        await office.SignIn("zotova", ExamplePeople.Password);
        await office.Go("/desk/import");
        await office.Page.SetInputFilesAsync("#file", Path.Combine(Repository.Root, "samples/khimki-portal.docx"));
        await office.Fill("Название новой программы", Programme);
        await office.Look("way-01-upload");
        await office.Press("Прочитать документ");
        await office.Page.WaitForURLAsync("**/desk/import/review/**", new() { Timeout = 60_000 });
        await office.Look("way-02-questions");
        await Answer(office);
        await office.Look("way-03-answered");
        await office.Press("Подтвердить остальные");
        (await office.Text()).ShouldContain("16 из 16 подтверждено");
        await office.Look("way-04-confirmed");
        await office.Press("Собрать план");
        await office.Page.WaitForURLAsync("**/desk/plans/plan/**");
        (await office.Text()).ShouldContain("не утверждён");
        await office.Look("way-05-plan");
        var plan = Guid.Parse(new Uri(office.Page.Url).AbsolutePath[^36..]);

        await office.Click("Утвердить");
        await office.Page.FillAsync("#Post", "Глава городского округа Химки");
        await office.Page.FillAsync("#Name", "С.П. Орлов");
        await office.Page.FillAsync("#On", "17.08.2020");
        await office.Look("way-06-approval");
        await office.Press("Утвердить");
        (await office.Text()).ShouldContain("План утверждён, версия 1");
        await office.Look("way-07-approved");
        return plan;
    }

    private static async Task Answer(Window office)
    {
        var now = office.Page.Locator("#questions .is-now");
        for (var asked = 0; await now.CountAsync() > 0; asked++)
        {
            asked.ShouldBeLessThan(10, "the questions do not end");
            await now.Locator("input[type=radio]").First.CheckAsync();
            await now.Locator("form").First.Locator("button.btn-primary").ClickAsync();
        }
    }

    private async Task<string> Reported(Guid plan)
    {
        app.Clock.Set(At(10, 28, 16));
        await using var media = await chromium.Open(app);
        await OpenJob(media, plan);
        await media.Look("way-08-my");
        await Report(media, "Медиаплан проекта на ноябрь 2020 — июнь 2021 составлен и согласован.", "Медиаплан.docx");
        (await media.Text()).ShouldContain("отчёт на проверке");
        await media.Look("way-09-reported");
        return new Uri(media.Page.Url).AbsolutePath;
    }

    private async Task Returned(string card)
    {
        app.Clock.Set(At(10, 29, 11));
        await using var office = await chromium.Open(app);
        await office.SignIn("zotova", ExamplePeople.Password);
        await office.Go(card);
        await office.Look("way-10-decision");
        await office.Page.FillAsync("#Remark", "Нужны реквизиты приказа, которым утверждён медиаплан.");
        await office.Press("Вернуть");
        (await office.Text()).ShouldContain("возвращено на доработку");
        await office.Look("way-11-returned");
    }

    private async Task ReportedAgain(Guid plan)
    {
        app.Clock.Set(At(10, 30, 9));
        await using var media = await chromium.Open(app);
        await OpenJob(media, plan);
        (await media.Text()).ShouldContain("Нужны реквизиты приказа");
        await media.Look("way-12-sent-back");
        await Report(media, "Медиаплан утверждён приказом директора от 28.10.2020 № 118.", "Приказ № 118.pdf");
        (await media.Text()).ShouldContain("Повторный отчёт");
        await media.Look("way-13-reported-again");
    }

    private async Task Accepted(Guid plan, string card)
    {
        app.Clock.Set(At(11, 2, 10));
        await using var office = await chromium.Open(app);
        await office.SignIn("zotova", ExamplePeople.Password);
        await office.Go(card);
        await office.Press("Принять");
        (await office.Text()).ShouldContain("исполнено");
        await office.Look("way-14-accepted");

        var programme = await app.Read(db => db.Plans.Where(p => p.Id == plan).Select(p => p.ProgrammeId).SingleAsync());
        await office.Go($"/desk/control/{programme}");
        (await office.Text()).ShouldContain("Просрочено");
        await office.Look("way-15-board");

        await office.Go($"/desk/plans/papers/{plan}");
        await office.Look("way-16-papers");
        var paper = Words(await office.Download(() => Paper(office, "plan")));
        paper.ShouldContain("УТВЕРЖДАЮ");
        paper.ShouldContain("Создание медиа-плана");
        var progress = Words(await office.Download(() => Paper(office, "progress")));
        progress.ShouldContain("Создание медиа-плана");
        progress.ShouldContain("28.10.2020");
    }

    private static async Task OpenJob(Window media, Guid plan)
    {
        await media.SignIn("sedov", ExamplePeople.Password);
        await media.Go("/desk/my");
        await media.Page.SelectOptionAsync("#programme", new Microsoft.Playwright.SelectOptionValue { Label = Programme });
        await media.Press("Показать");
        await media.Page.Locator("a.v-job", new() { HasText = "П.7" }).First.ClickAsync();
        (await media.Text()).ShouldContain("Создание медиа-плана", customMessage: $"plan {plan}");
    }

    private static async Task Report(Window media, string words, string file)
    {
        await media.Fill("Что сделано", words);
        await media.Fill("Когда сделано", "28.10.2020");
        await media.Page.SetInputFilesAsync("#Proof", new Microsoft.Playwright.FilePayload { Name = file, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(words) });
        await media.Press("Отправить на проверку");
    }

    private static Task Paper(Window office, string name) => office.Page.Locator($"a[href*='paper={name}&format=docx']").ClickAsync();

    /// <summary>Text of a Word document, without its markup.</summary>
    private static string Words(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return System.Xml.Linq.XDocument.Load(reader).Root!.Value;
    }
}
