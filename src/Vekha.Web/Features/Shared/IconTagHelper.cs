using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Vekha.Web.Features.Shared;

/// <summary><c>&lt;v-icon name="eye" /&gt;</c>: an outline icon; its drawing is written once, at the end of the page.</summary>
[HtmlTargetElement("v-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(IconSheet sheet) : TagHelper
{
    /// <summary>A name of icons.txt.</summary>
    public required string Name { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var extra = output.Attributes["class"]?.Value?.ToString();
        output.TagName = null;
        output.Content.SetHtmlContent(sheet.Use(View.HttpContext, Name, extra));
    }
}

/// <summary><c>&lt;v-sprite /&gt;</c>, the last element of a layout: the symbols this page has used.</summary>
[HtmlTargetElement("v-sprite", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SpriteTagHelper(IconSheet sheet) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(sheet.SymbolsOf(View.HttpContext));
    }
}

/// <summary>The icons that the build copied beside the program, as symbols.</summary>
public sealed partial class IconSheet(IWebHostEnvironment site)
{
    private const string Used = "vekha:icons";

    // Ours: a pole with a diamond, the mark of a milestone.
    private const string Veha = """<path d="M12 12v10"/><path d="M12 1.5l5.75 5.75l-5.75 5.75l-5.75 -5.75z" fill="currentColor"/><path d="M8 22h8"/>""";

    private readonly ConcurrentDictionary<string, string> drawings = new(StringComparer.Ordinal);

    /// <summary>The mark-up that shows an icon here, and a note to write its symbol at the end.</summary>
    public string Use(HttpContext context, string name, string? extraClass = null)
    {
        drawings.GetOrAdd(name, Draw);
        if (context.Items[Used] is not SortedSet<string> used) context.Items[Used] = used = new(StringComparer.Ordinal);
        used.Add(name);
        var css = string.IsNullOrEmpty(extraClass) ? "v-ic" : "v-ic " + extraClass;
        return $"""<svg class="{css}" aria-hidden="true"><use href="#i-{name}"/></svg>""";
    }

    internal string SymbolsOf(HttpContext context)
    {
        var result = new StringBuilder("""<svg class="v-sprite" aria-hidden="true" hidden>""");
        foreach (var name in context.Items[Used] as SortedSet<string> ?? [])
            result.Append($"""<symbol id="i-{name}" viewBox="0 0 24 24">{drawings[name]}</symbol>""");
        return result.Append("</svg>").ToString();
    }

    private string Draw(string name)
    {
        if (name == "veha") return Veha;
        var file = site.WebRootFileProvider.GetFileInfo($"lib/icons/{name}.svg");
        if (!file.Exists) throw new InvalidOperationException($"Icon {name} is not in Features/Shared/icons.txt.");
        using var reader = new StreamReader(file.CreateReadStream());
        // The first path of every drawing is an empty frame.
        return string.Concat(Shape.Matches(reader.ReadToEnd()).Select(m => m.Value).Where(s => !s.Contains("stroke=\"none\"", StringComparison.Ordinal))
            .Select(s => Space.Replace(s, " ").Replace(" />", "/>", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"<(path|circle|rect|line|polyline|ellipse)\b[^>]*/>")]
    private static partial Regex Shape { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space { get; }
}
