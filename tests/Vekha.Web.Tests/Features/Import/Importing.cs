using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Import;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Import;

/// <summary>What a clerk of the project office does with a document, through the pages.</summary>
internal static class Importing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    extension(Visitor visitor)
    {
        /// <summary>Uploads a sample as a file into a new programme and waits for its review.</summary>
        public Task<Page> Import(string sample, string programme) =>
            visitor.Import(sample, File.ReadAllBytes(Path.Combine(Repository.Root, "samples", sample)), programme);

        /// <summary>Uploads a file and waits until it has been read: the review, or the page that says why not.</summary>
        public async Task<Page> Import(string name, byte[] content, string programme)
        {
            var page = await visitor.Open("/desk/import");
            var next = await page.Form("#upload").Set("NewProgramme", programme).Attach("file", name, content).Submit();
            var start = DateTime.UtcNow;
            while (next.Address.Contains("/progress/", StringComparison.Ordinal) && next.Title == "Документ читается")
            {
                (DateTime.UtcNow - start).ShouldBeLessThan(Patience, next.Text);
                await Task.Delay(150);
                next = await visitor.Open(next.Address);
            }
            // Rows in the order of the document are easier to name; that the doubtful come first has a test of its own.
            return next.Address.Contains("/review/", StringComparison.Ordinal) ? await visitor.Open(next.Address + "/document") : next;
        }
    }

    extension(Page page)
    {
        /// <summary>Codes of the rows in order.</summary>
        public IReadOnlyList<string> Codes => page.All(".v-got > li:not(.v-got-open) > .v-no");

        /// <summary>The row with a code: its words, its deadline and its reason.</summary>
        public string Row(string code) => page.Document.QuerySelectorAll(".v-got > li")
            .FirstOrDefault(li => li.QuerySelector(".v-no")?.TextContent.Trim() == code)?.TextContent.Squeezed()
            ?? throw new Xunit.Sdk.XunitException($"There is no row {code} among {string.Join(' ', page.Codes)}");

        /// <summary>The day as understood in the row with a code.</summary>
        public string When(string code) => page.Document.QuerySelectorAll(".v-got > li")
            .First(li => li.QuerySelector(".v-no")?.TextContent.Trim() == code).QuerySelector(".v-when > b")!.TextContent.Squeezed();

        /// <summary>Identity of the row with a code.</summary>
        public string Id(string code) => page.Document.QuerySelectorAll(".v-got > li").First(li => li.QuerySelector(".v-no")?.TextContent.Trim() == code).Id![2..];

        /// <summary>Confirms what was read with certainty at once and the rest row by row.</summary>
        public async Task<Page> ConfirmAll()
        {
            if (page.All("button").Contains("Подтвердить остальные")) page = await page.Form("Подтвердить остальные").Submit();
            while (page.Document.QuerySelector(".v-got form[action*='handler=Confirm'] button") is { } row)
                page = await page.Form($".v-got form[action*='handler=Confirm']").Set("target", row.GetAttribute("value")).Submit();
            return page;
        }

        /// <summary>Open questions in order.</summary>
        public IReadOnlyList<string> Questions => page.All(".v-asks > li:not(.is-done)");
    }

    extension(VekhaApp app)
    {
        public Task<ImportDraft> Draft(Page review)
        {
            var id = review.Address.Split('?', '#', '/').Select(p => Guid.TryParse(p, out var found) ? found : (Guid?)null).OfType<Guid>().First();
            return app.Read(db => db.Imports.AsNoTracking().SingleAsync(d => d.Id == id));
        }

        public Task<Plan> Plan(Guid id) => app.Read(db => db.Plans.AsNoTracking().Include(p => p.Stages).Include(p => p.Measures).ThenInclude(m => m.Executors)
            .Include(p => p.Measures).ThenInclude(m => m.Deliverables).AsSplitQuery().SingleAsync(p => p.Id == id));
    }
}
