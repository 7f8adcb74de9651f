using System.Collections.Frozen;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Vekha.Web.Features.Shared;

/// <summary>How a state looks: always an icon, a word and a colour together.</summary>
/// <param name="Name">Ending of the class: <c>over</c> for <c>v-state--over</c>.</param>
/// <param name="Word">The usual word; a page may say it nearer to the case.</param>
/// <param name="Icon">A name of icons.txt.</param>
public sealed record StateLook(string Name, string Word, string Icon)
{
    private static readonly FrozenDictionary<string, StateLook> All = new StateLook[]
    {
        new("idle", "срок не наступил", "clock"),
        new("work", "в работе", "progress"),
        new("sent", "отчёт на проверке", "eye"),
        new("back", "возвращено на доработку", "arrow-back-up"),
        new("risk", "срок близко", "alert-triangle"),
        new("done", "исполнено", "circle-check"),
        new("late", "исполнено с нарушением срока", "clock-check"),
        new("over", "просрочено", "alert-octagon"),
        new("stand", "исполняется постоянно", "repeat"),
        new("wait", "дата не вычислена", "help-circle"),
        new("ext", "срок продлён", "calendar-plus"),
        new("off", "снято с контроля", "archive"),
        new("none", "снято как неактуальное", "ban"),
        new("yes", "учтено", "circle-check"),
        new("part", "учтено частично", "circle-half-2"),
        new("no", "отклонено", "circle-x"),
        new("noted", "принято к сведению", "info-circle"),
        new("away", "передано", "arrow-forward-up"),
        new("need", "нужно приложить", "paperclip"),
    }.ToFrozenDictionary(s => s.Name);

    public static StateLook Of(string name) => All[name];
}

/// <summary><c>&lt;v-state state="over"&gt;просрочено 12 дней&lt;/v-state&gt;</c>; without words inside, the usual word.</summary>
[HtmlTargetElement("v-state", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StateTagHelper(IconSheet sheet, HtmlEncoder encoder) : TagHelper
{
    public required string State { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var look = StateLook.Of(State);
        var own = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"v-state v-state--{look.Name} {output.Attributes["class"]?.Value}".Trim());
        output.Content.SetHtmlContent(sheet.Use(View.HttpContext, look.Icon));
        if (own.IsEmptyOrWhiteSpace) output.Content.AppendHtml(encoder.Encode(look.Word));
        else output.Content.AppendHtml(own);
    }
}
