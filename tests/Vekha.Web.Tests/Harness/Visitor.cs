using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Vekha.Web.Tests.Harness;

/// <summary>A person with a browser without script: opens addresses, fills forms, follows redirects, keeps cookies.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient client;
    private readonly bool followsByItself;

    public Visitor(VekhaApp app)
    {
        // A client over a real port follows redirects by itself.
        followsByItself = app.ListeningAt().Port != 80;
        client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = app.ListeningAt() });
    }

    /// <summary>Somebody at an application that runs as a process of its own.</summary>
    /// <param name="client">Keeps cookies, follows no redirects.</param>
    public Visitor(HttpClient client) => this.client = client;

    /// <summary>Opens a page, following redirects.</summary>
    public async Task<Page> Open(string address) => await Follow(address, await client.GetAsync(address));

    /// <summary>Opens without following: for asking where it leads and for files.</summary>
    public Task<HttpResponseMessage> Ask(string address) => client.GetAsync(address);

    /// <summary>Signs in through the page, as a person does.</summary>
    public async Task<Visitor> SignIn(string login, string password = Staff.Password)
    {
        var page = await Open("/sign-in");
        var after = await page.Form().Set("Login", login).Set("Password", password).Submit();
        after.Address.ShouldNotContain("/sign-in", customMessage: after.Text);
        return this;
    }

    internal async Task<Page> Send(string address, HttpContent content) => await Follow(address, await client.PostAsync(address, content));

    internal Task<HttpResponseMessage> SendOnce(string address, HttpContent content) => client.PostAsync(address, content);

    private async Task<Page> Follow(string address, HttpResponseMessage answer)
    {
        var hops = 0;
        while (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.Found && answer.Headers.Location is { } next)
        {
            if (++hops > 10) throw new InvalidOperationException($"{address} redirects in a circle.");
            address = next.IsAbsoluteUri ? next.PathAndQuery : next.ToString();
            answer = await client.GetAsync(address);
        }
        if (followsByItself && answer.RequestMessage?.RequestUri is { } reached) address = reached.PathAndQuery;
        var body = await answer.Content.ReadAsStringAsync();
        return new Page(this, address, answer.StatusCode, await new HtmlParser().ParseDocumentAsync(body));
    }

    public void Dispose() => client.Dispose();
}

/// <summary>A page as a person sees it.</summary>
public sealed class Page(Visitor visitor, string address, HttpStatusCode status, IHtmlDocument document)
{
    /// <summary>Path and query after all redirects.</summary>
    public string Address => address;

    public HttpStatusCode Status => status;

    public IHtmlDocument Document => document;

    public string Title => One("h1").TextContent.Squeezed();

    /// <summary>Visible words of the page with spaces squeezed; no-break spaces are plain ones.</summary>
    public string Text => (document.QuerySelector("main") ?? document.Body!).TextContent.Squeezed();

    /// <summary>The red message on top; empty when there is none.</summary>
    public string Refusal => document.QuerySelector(".v-say--over")?.TextContent.Squeezed() ?? "";

    public AngleSharp.Dom.IElement One(string selector) =>
        document.QuerySelector(selector) ?? throw new Xunit.Sdk.XunitException($"{address} has no «{selector}». It says: {Text}");

    public IReadOnlyList<string> All(string selector) => [.. document.QuerySelectorAll(selector).Select(e => e.TextContent.Squeezed())];

    public bool Has(string selector) => document.QuerySelector(selector) is not null;

    /// <summary>Follows the link with these words.</summary>
    public Task<Page> Click(string words)
    {
        var link = document.QuerySelectorAll("a").FirstOrDefault(a => a.TextContent.Squeezed() == words)
            ?? document.QuerySelectorAll("a").FirstOrDefault(a => a.TextContent.Squeezed().Contains(words))
            ?? throw new Xunit.Sdk.XunitException($"{address} has no link «{words}». It says: {Text}");
        return visitor.Open(link.GetAttribute("href")!);
    }

    /// <summary>The form with this selector, or the form with this button, or the only form inside <c>main</c>.</summary>
    public Form Form(string? selectorOrButton = null)
    {
        var forms = document.QuerySelectorAll<IHtmlFormElement>("main form, form").Distinct().ToList();
        var inMain = document.QuerySelectorAll<IHtmlFormElement>("main form").ToList();
        var found = selectorOrButton is null
            ? (inMain.Count == 1 ? inMain[0] : null)
            : forms.FirstOrDefault(f => f.QuerySelectorAll("button").Any(b => b.TextContent.Squeezed() == selectorOrButton))
                ?? (selectorOrButton.IndexOfAny(['#', '.', '[']) >= 0 ? document.QuerySelector<IHtmlFormElement>(selectorOrButton) : null);
        return found is null
            ? throw new Xunit.Sdk.XunitException($"{address} has no one form «{selectorOrButton}» among {forms.Count}. It says: {Text}")
            : new Form(visitor, address, found, selectorOrButton);
    }
}

/// <summary>A form being filled.</summary>
public sealed class Form
{
    private readonly Visitor visitor;
    private string address;
    private readonly List<string> names = [];
    private readonly List<(string Name, string Value)> values = [];
    private readonly List<(string Name, string File, byte[] Content)> files = [];

    internal Form(Visitor visitor, string page, IHtmlFormElement form, string? button)
    {
        this.visitor = visitor;
        var action = form.GetAttribute("action");
        address = string.IsNullOrEmpty(action) ? page : action;
        foreach (var control in form.Elements) Take(control);
        names.AddRange(form.Elements.Select(e => e.GetAttribute("name")).OfType<string>());
        var pressed = form.QuerySelectorAll<IHtmlButtonElement>("button").FirstOrDefault(b => button is null || b.TextContent.Squeezed() == button);
        if (pressed?.GetAttribute("formaction") is { Length: > 0 } own) address = own;
        if (pressed?.Name is { Length: > 0 } name) values.Add((name, pressed.GetAttribute("value") ?? ""));
    }

    /// <summary>Fills a field by its name or by the end of it: <c>Login</c> finds <c>Input.Login</c>.</summary>
    public Form Set(string field, string? value)
    {
        var name = names.FirstOrDefault(n => n == field || n.EndsWith("." + field, StringComparison.Ordinal)) ?? field;
        values.RemoveAll(v => v.Name == name);
        if (value is not null) values.Add((name, value));
        return this;
    }

    /// <summary>Ticks one more box or chooses one more of a list.</summary>
    public Form Add(string field, string value)
    {
        values.Add((field, value));
        return this;
    }

    public Form Attach(string field, string fileName, byte[] content)
    {
        files.Add((field, fileName, content));
        return this;
    }

    public string? Value(string field) => values.FirstOrDefault(v => v.Name == field || v.Name.EndsWith("." + field, StringComparison.Ordinal)).Value;

    /// <summary>Sends the form elsewhere, as somebody would who writes requests by hand.</summary>
    public Form To(string other)
    {
        address = other;
        return this;
    }

    public Task<Page> Submit() => visitor.Send(address, Content());

    /// <summary>Sends without following where the answer leads.</summary>
    public Task<HttpResponseMessage> SubmitOnce() => visitor.SendOnce(address, Content());

    private HttpContent Content()
    {
        if (files.Count == 0) return new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values) content.Add(new StringContent(value), name);
        foreach (var (name, file, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, name, file);
        }
        return content;
    }

    private void Take(AngleSharp.Dom.IElement control)
    {
        switch (control)
        {
            case IHtmlInputElement { Name.Length: > 0, IsDisabled: false } input when input.Type is "checkbox" or "radio":
                if (input.IsChecked) values.Add((input.Name!, input.Value));
                break;
            case IHtmlInputElement { Name.Length: > 0, IsDisabled: false } input when input.Type is not ("file" or "submit" or "button"):
                values.Add((input.Name!, input.Value));
                break;
            case IHtmlSelectElement { Name.Length: > 0 } select:
                values.AddRange(select.Options.Where(o => o.IsSelected).Select(o => (select.Name!, o.Value)));
                break;
            case IHtmlTextAreaElement { Name.Length: > 0 } area:
                values.Add((area.Name!, area.Value));
                break;
        }
    }
}

internal static class Words
{
    /// <summary>One space between words, whatever the mark-up had.</summary>
    public static string Squeezed(this string text) => string.Join(' ', text.Split([' ', '\n', '\r', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
}
