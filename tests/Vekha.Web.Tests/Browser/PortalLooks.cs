namespace Vekha.Web.Tests.Browser;

/// <summary>The public pages as a browser shows them: both widths, no sideways scroll, accessible.</summary>
public sealed class PortalLooks(BrowserApp app, Chromium chromium) : IClassFixture<BrowserApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Programmes_and_their_progress_look_right_on_both_widths()
    {
        await using var window = await chromium.Open(app);
        await window.Go("/");
        await window.Look("portal");
        await window.Click("Краеведческий портал Химок");
        await window.Look("portal-programme");
        (await window.Text()).ShouldContain("Что сделано на");
    }
}
