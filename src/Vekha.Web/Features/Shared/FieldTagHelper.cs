using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Vekha.Wording;

namespace Vekha.Web.Features.Shared;

/// <summary>
/// <c>&lt;v-field for="Name" hint="Как в приказе" /&gt;</c>: label, hint, what is wrong, and the control that suits the type
/// (text, day, list). Own controls may stand inside instead.
/// </summary>
[HtmlTargetElement("v-field")]
public sealed class FieldTagHelper(IHtmlGenerator make, IconSheet sheet) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>A line between the label and the control.</summary>
    public string? Hint { get; set; }

    /// <summary><c>text</c>, <c>password</c>, <c>email</c>, <c>tel</c>, <c>number</c>, <c>area</c>, <c>file</c>; found from the model when absent.</summary>
    public string? Type { get; set; }

    /// <summary>Choices: the control becomes a list.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The first, empty choice of a list.</summary>
    public string? Empty { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>Formats of a file: <c>.docx,.pdf</c>.</summary>
    public string? Accept { get; set; }

    /// <summary>For the title of the label when the model's is not right here.</summary>
    public string? Label { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    private string Id => TagBuilder.CreateSanitizedId(View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), "_");

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var own = await output.GetChildContentAsync();
        FieldOrder.Note(View.HttpContext, For.Name);
        var wrong = View.ViewData.ModelState.TryGetValue(For.Name, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", wrong is null ? "v-field" : "v-field is-wrong");
        output.Content.Clear();
        output.Content.AppendHtml(make.GenerateLabel(View, For.ModelExplorer, For.Name, Label, new { @class = "form-label", @for = Id }));
        if (Hint is not null) output.Content.AppendHtml(Words("span", "v-hint", Id + "-hint", Hint));
        if (wrong is not null) output.Content.AppendHtml(Wrong(wrong));
        output.Content.AppendHtml(own.IsEmptyOrWhiteSpace ? Control(wrong is not null) : own);
    }

    private IHtmlContent Control(bool isWrong)
    {
        var about = string.Join(' ', new[] { isWrong ? Id + "-wrong" : null, Hint is null ? null : Id + "-hint" }.OfType<string>());
        var attributes = new Dictionary<string, object?> { ["class"] = Items is null ? "form-control" : "form-select" };
        if (about != "") attributes["aria-describedby"] = about;
        if (isWrong) attributes["aria-invalid"] = "true";
        if (Autocomplete is not null) attributes["autocomplete"] = Autocomplete;
        if (Accept is not null) attributes["accept"] = Accept;
        if (Items is not null)
            return make.GenerateSelect(View, For.ModelExplorer, Empty, For.Name, Items, Chosen(), allowMultiple: For.Metadata.IsEnumerableType, attributes);
        if (Type == "area") return make.GenerateTextArea(View, For.ModelExplorer, For.Name, rows: 4, columns: 40, attributes);
        return Input(attributes);
    }

    private TagBuilder Input(Dictionary<string, object?> attributes)
    {
        var isDay = For.Metadata.UnderlyingOrModelType == typeof(DateOnly);
        attributes["type"] = Type ?? "text";
        if (isDay) { attributes["inputmode"] = "numeric"; attributes["placeholder"] = "дд.мм.гггг"; }
        // What was typed as a password is never sent back.
        if (Type == "password") return make.GeneratePassword(View, For.ModelExplorer, For.Name, null, attributes);
        if (Type == "file") return make.GenerateTextBox(View, For.ModelExplorer, For.Name, "", null, attributes);
        object? value = isDay && For.Model is DateOnly day ? Ru.Digits(day) : For.Model;
        return make.GenerateTextBox(View, For.ModelExplorer, For.Name, value, null, attributes);
    }

    private ICollection<string>? Chosen() => make.GetCurrentValues(View, For.ModelExplorer, For.Name, For.Metadata.IsEnumerableType);

    private TagBuilder Wrong(string text)
    {
        var line = Words("p", "v-wrong", Id + "-wrong", "");
        line.InnerHtml.AppendHtml(sheet.Use(View.HttpContext, "alert-octagon")).Append(text);
        return line;
    }

    private static TagBuilder Words(string tag, string css, string id, string text)
    {
        var element = new TagBuilder(tag);
        element.AddCssClass(css);
        element.Attributes["id"] = id;
        element.InnerHtml.Append(text);
        return element;
    }
}
