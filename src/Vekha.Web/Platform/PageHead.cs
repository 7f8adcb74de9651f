namespace Vekha.Web.Platform;

/// <summary>What a page says about itself on top: its title, where it stands, a line of explanation. The layout draws it.</summary>
public sealed class PageHead
{
    private readonly List<(string Title, string Address)> crumbs = [];

    /// <summary>The one <c>h1</c> and the title of the window.</summary>
    public string Title { get; set; } = "Веха";

    /// <summary>Shown last in the crumbs when the title is too long for them.</summary>
    public string? ShortTitle { get; set; }

    /// <summary>A sentence under the title.</summary>
    public string? Note { get; set; }

    /// <summary>The address of the menu entry this page belongs to, when the page's own address does not begin with it.</summary>
    public string? Section { get; set; }

    public IReadOnlyList<(string Title, string Address)> Crumbs => crumbs;

    public PageHead Under(string title, string address)
    {
        crumbs.Add((title, address));
        return this;
    }
}

/// <summary>Addresses that keep what the person chose: filters, sorting, pages and the day live in the address.</summary>
public static class Addresses
{
    /// <summary>This page's address with one word of the query changed; <c>null</c> removes it.</summary>
    public static string With(this HttpRequest request, string name, object? value, params string[] without)
    {
        var query = request.Query.Where(q => q.Key != name && q.Key != "handler" && !without.Contains(q.Key))
            .SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)).ToList();
        var text = value switch
        {
            null => null,
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
        if (!string.IsNullOrEmpty(text)) query.Add(KeyValuePair.Create(name, (string?)text));
        return request.PathBase + request.Path + QueryString.Create(query);
    }
}
