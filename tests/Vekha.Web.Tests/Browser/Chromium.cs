using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Browser;

/// <summary>
/// A real browser for a test class, the one installed in the system; pages are looked at 1280 and 390 px wide.
/// <code>
/// public sealed class JourneyTests(BrowserApp app, Chromium chromium) : IClassFixture&lt;BrowserApp&gt;, IClassFixture&lt;Chromium&gt;
/// {
///     await using var window = await chromium.Open(app);
///     await window.Go("/sign-in"); await window.SignIn("zotova", ExamplePeople.Password); await window.Look("sign-in");
/// }
/// </code>
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var place = Places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("Chromium is not installed: ./run test installs it.");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = place, Args = Flags, Headless = true });
    }

    /// <summary>A window of somebody new, without cookies.</summary>
    public async Task<Window> Open(VekhaApp app)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = app.ListeningAt().ToString(), Locale = "ru-RU", TimezoneId = "Europe/Moscow", AcceptDownloads = true,
            ViewportSize = new() { Width = 1280, Height = 900 },
        });
        return new Window(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>One person's window.</summary>
public sealed class Window(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private const int Wide = 1280;
    private const int Narrow = 390;

    /// <summary>For what has no verb here.</summary>
    public IPage Page => page;

    public async Task Go(string address) => await page.GotoAsync(address);

    public async Task SignIn(string login, string password = Staff.Password)
    {
        await Go("/sign-in");
        await page.FillAsync("#Login", login);
        await page.FillAsync("#Password", password);
        await Press("Войти");
    }

    /// <summary>Presses the button with these words.</summary>
    public Task Press(string words) => page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).First.ClickAsync();

    /// <summary>Follows the link with these words.</summary>
    public Task Click(string words) => page.GetByRole(AriaRole.Link, new() { Name = words }).First.ClickAsync();

    public Task Fill(string label, string value) => page.GetByLabel(label, new() { Exact = true }).FillAsync(value);

    public async Task<string> Text() => (await page.Locator("main").InnerTextAsync()).Squeezed();

    /// <summary>Presses and waits for the file that comes.</summary>
    public async Task<byte[]> Download(Func<Task> press)
    {
        var download = await page.RunAndWaitForDownloadAsync(press);
        await using var stream = await download.CreateReadStreamAsync();
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    /// <summary>
    /// Pictures of the page at both widths into artifacts/screens; nothing may stick out sideways, nothing serious may be
    /// found by axe.
    /// </summary>
    public async Task Look(string name)
    {
        foreach (var width in new[] { Narrow, Wide })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts/screens", $"{name}-{width}.png"), FullPage = true });
            var beyond = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            beyond.ShouldBeLessThanOrEqualTo(0, $"{name} scrolls sideways at {width} px");
            await Check(name, width);
        }
    }

    private async Task Check(string name, int width)
    {
        var result = await page.RunAxe();
        result.Violations.Where(v => v.Impact is "serious" or "critical").Select(Words).ShouldBeEmpty($"{name} at {width} px");
    }

    private static string Words(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Take(3).Select(n => n.Html))}";

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}

/// <summary>The application on a port of its own, with the examples.</summary>
public sealed class BrowserApp : VekhaApp
{
    public BrowserApp() : base(Vekha.Web.Data.Engine.Sqlite) => UseKestrel(0);

    protected override bool WithExamples => true;
}
