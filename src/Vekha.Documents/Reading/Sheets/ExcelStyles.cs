using System.Globalization;
using Vekha.Documents.Reading.Packages;

namespace Vekha.Documents.Reading.Sheets;

/// <summary>Formats of the cells of an Excel file: how a number is shown, whether it is bold.</summary>
internal sealed class ExcelStyles
{
    private static readonly ShownNumber General = ShownNumber.Of(0, null);
    private readonly Dictionary<int, string> codes = [];
    private readonly List<bool> boldFonts = [];
    private readonly List<(ShownNumber Format, bool Bold)> cells = [];

    public static ExcelStyles Read(OpenPackage package, string mainPart)
    {
        var styles = new ExcelStyles();
        using var xml = package.Open(package.RelatedPart(mainPart, "styles"));
        while (xml is not null && xml.Read())
        {
            if (!xml.IsElement()) continue;
            switch (xml.Name)
            {
                case "numFmt" when xml.Plain("formatCode") is { } code: styles.codes[Id(xml, "numFmtId")] = code; break;
                case "font" when xml.Depth == 2: styles.boldFonts.Add(IsBold(xml)); break;
                case "cellXfs": styles.ReadFormats(xml); break;
                case "cellStyleXfs" or "dxfs" or "extLst": xml.Skip(); break;
            }
        }
        return styles;
    }

    private static bool IsBold(XmlPart xml)
    {
        if (xml.IsEmpty) return false;
        var depth = xml.Depth;
        var bold = false;
        while (xml.Within(depth)) bold |= xml.Name == "b" && xml.Plain("val") is not ("0" or "false");
        return bold;
    }

    private void ReadFormats(XmlPart xml)
    {
        if (xml.IsEmpty) return;
        var depth = xml.Depth;
        while (xml.Within(depth))
        {
            if (xml.Name != "xf") continue;
            var id = Id(xml, "numFmtId");
            var font = Id(xml, "fontId");
            cells.Add((ShownNumber.Of(id, codes.GetValueOrDefault(id)), font < boldFonts.Count && boldFonts[font]));
        }
    }

    private static int Id(XmlPart xml, string name) =>
        int.TryParse(xml.Plain(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public (ShownNumber Format, bool Bold) Of(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < cells.Count ? cells[index] : (General, false);
}
