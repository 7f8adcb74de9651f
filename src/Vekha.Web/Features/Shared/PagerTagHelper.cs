using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Shared;

/// <summary><c>&lt;v-pager page="2" pages="7" /&gt;</c>: links of the kind <c>?p=3</c> that keep the filters.</summary>
/// <remarks>Not «page»: Razor Pages keeps that word for the name of the page itself.</remarks>
[HtmlTargetElement("v-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>The word of the address that carries the number of the page.</summary>
    public const string Word = "p";

    public required int Page { get; set; }

    public required int Pages { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Pages <= 1) return;
        output.Content.AppendHtml("""<nav class="v-pager" aria-label="Страницы"><ul class="v-chips">""");
        foreach (var number in Near()) output.Content.AppendHtml(Link(number));
        output.Content.AppendHtml("</ul></nav>");
    }

    private IEnumerable<int> Near() =>
        new[] { 1, Page - 2, Page - 1, Page, Page + 1, Page + 2, Pages }.Where(n => n >= 1 && n <= Pages).Distinct();

    private TagBuilder Link(int number)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = View.HttpContext.Request.With(Word, number == 1 ? null : number);
        if (number == Page) link.Attributes["aria-current"] = "page";
        link.InnerHtml.Append(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}

/// <summary>
/// <c>&lt;v-chip name="state" value="over" count="4"&gt;просрочено&lt;/v-chip&gt;</c> inside <c>ul.v-chips</c>: a filter that is
/// an address. Pressed again it is taken off.
/// </summary>
[HtmlTargetElement("v-chip")]
public sealed class ChipTagHelper : TagHelper
{
    public required string Name { get; set; }

    /// <summary>Empty stands for «все».</summary>
    public string? Value { get; set; }

    public int? Count { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = View.HttpContext.Request;
        var isOn = request.Query[Name].ToString() == (Value ?? "");
        var link = new TagBuilder("a");
        link.Attributes["href"] = request.With(Name, isOn ? null : Value, PagerTagHelper.Word);
        if (isOn) link.Attributes["aria-current"] = "true";
        if (output.Attributes["class"]?.Value is { } css) link.AddCssClass(css.ToString()!);
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        if (Count is { } count)
        {
            var number = new TagBuilder("b");
            number.InnerHtml.Append(count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            link.InnerHtml.Append(" ").AppendHtml(number);
        }
        output.TagName = "li";
        output.Attributes.Clear();
        output.Content.SetHtmlContent(link);
    }
}
