using System.Globalization;
using Vekha.Documents.Reading.Packages;

namespace Vekha.Documents.Reading.Word;

/// <summary>What a style says about its paragraphs and runs; <c>null</c> where it is silent.</summary>
internal sealed class WordStyle
{
    public string? BasedOn;
    public string Name = "";
    public int? NumberingId;
    public int? Level;
    public int? Outline;
    public bool? Bold;
    public bool? Hidden;
}

/// <summary>The styles of a Word file, with what they inherit.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, WordStyle> styles = [];
    private readonly Dictionary<string, WordStyle> resolved = [];

    public static WordStyles Read(XmlPart? xml)
    {
        var styles = new WordStyles();
        if (xml is null) return styles;
        while (xml.Read())
        {
            if (!xml.IsElement()) continue;
            if (xml.Name is "docDefaults" or "latentStyles") xml.Skip();
            else if (xml.Name == "style" && xml.Own("styleId") is { } id) styles.styles[id] = ReadStyle(xml);
        }
        return styles;
    }

    private static WordStyle ReadStyle(XmlPart xml)
    {
        var style = new WordStyle();
        if (xml.IsEmpty) return style;
        var depth = xml.Depth;
        while (xml.Within(depth))
            switch (xml.Name)
            {
                case "name": style.Name = xml.Own("val") ?? ""; break;
                case "basedOn": style.BasedOn = xml.Own("val"); break;
                case "numId": style.NumberingId = Number(xml); break;
                case "ilvl": style.Level = Number(xml); break;
                case "outlineLvl": style.Outline = Number(xml); break;
                case "b": style.Bold = On(xml); break;
                case "vanish": style.Hidden = On(xml); break;
                case "tblStylePr" or "pPrChange" or "rPrChange" or "tblPr": xml.Skip(); break;
            }
        return style;
    }

    /// <summary>A style with everything it inherits; an empty one where the file has none of that name.</summary>
    public WordStyle Of(string id)
    {
        if (resolved.TryGetValue(id, out var known)) return known;
        var result = new WordStyle();
        var next = id;
        for (var i = 0; i < 20 && next is not null && styles.TryGetValue(next, out var style); i++, next = style.BasedOn)
        {
            if (i == 0) result.Name = style.Name;
            result.NumberingId ??= style.NumberingId;
            result.Level ??= style.Level;
            result.Outline ??= style.Outline ?? HeadingOf(style.Name);
            result.Bold ??= style.Bold;
            result.Hidden ??= style.Hidden;
        }
        return resolved[id] = result;
    }

    /// <summary>«heading 2», «Заголовок 2».</summary>
    private static int? HeadingOf(string name) =>
        (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Заголовок ", StringComparison.OrdinalIgnoreCase))
        && name[^1] is >= '1' and <= '9' ? name[^1] - '1' : null;

    public static int? Number(XmlPart xml) =>
        int.TryParse(xml.Own("val"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A switch without a value is on.</summary>
    public static bool On(XmlPart xml) => xml.Own("val") is not ("0" or "false" or "off");
}
