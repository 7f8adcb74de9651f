using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Shared;

/// <summary>Every form that is sent carries a key of its own and the token against forgery: nothing to write, nothing to forget.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormKeyTagHelper(IAntiforgery antiforgery) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PostContent.AppendHtml($"""<input type="hidden" name="{FormKey.Field}" value="{Guid.NewGuid():N}">""");
        // With an address of its own the framework leaves the token out.
        if (context.AllAttributes.TryGetAttribute("action", out _)) output.PostContent.AppendHtml(antiforgery.GetHtml(View.HttpContext));
    }
}

/// <summary>The fields of a page in the order they stand: complaints on top follow it. What is about the whole comes first.</summary>
internal static class FieldOrder
{
    private const string Key = "vekha:fields";

    public static void Note(HttpContext context, string field)
    {
        if (context.Items[Key] is not List<string> fields) context.Items[Key] = fields = [];
        fields.Add(field);
    }

    public static int Of(HttpContext context, string field) => context.Items[Key] is List<string> fields ? fields.IndexOf(field) : -1;
}

/// <summary>
/// <c>&lt;v-refusals /&gt;</c>: why the form that was just sent was refused, with links to the fields. The layouts draw it.
/// </summary>
[HtmlTargetElement("v-refusals", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RefusalsTagHelper(IconSheet sheet, HtmlEncoder encoder, ITempDataDictionaryFactory memory) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var words = memory.GetTempData(View.HttpContext);
        if (words[Saying.Key] is string done)
            output.Content.AppendHtml($"""<div class="v-say" role="status">{sheet.Use(View.HttpContext, "circle-check")}<p>{encoder.Encode(done)}</p></div>""");
        var waiting = words[RefusalFilter.Waiting] as IEnumerable<string> ?? [];
        var lines = View.ViewData.ModelState.Where(e => e.Value!.Errors.Count > 0).OrderBy(e => FieldOrder.Of(View.HttpContext, e.Key))
            .SelectMany(e => e.Value!.Errors, (e, error) => Line(e.Key, error)).Concat(waiting.Select(encoder.Encode)).Distinct().ToList();
        if (lines.Count == 0) return;
        output.Content.AppendHtml($"""<div class="v-say v-say--over" role="alert" tabindex="-1" id="refusals">{sheet.Use(View.HttpContext, "alert-octagon")}<div>""");
        foreach (var line in lines) output.Content.AppendHtml($"<p>{line}</p>");
        output.Content.AppendHtml("</div></div>");
    }

    private string Line(string field, ModelError error)
    {
        var text = encoder.Encode(error.ErrorMessage);
        return field == "" ? text : $"""<a href="#{encoder.Encode(TagBuilder.CreateSanitizedId(field, "_"))}">{text}</a>""";
    }
}
