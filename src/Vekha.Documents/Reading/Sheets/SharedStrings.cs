using System.Text;
using System.Text.RegularExpressions;
using Vekha.Documents.Reading.Packages;

namespace Vekha.Documents.Reading.Sheets;

/// <summary>The words that cells of an Excel file share; read where the first cell asks for them.</summary>
internal sealed partial class SharedStrings(OpenPackage package, string mainPart, ReadingBudget budget)
{
    private List<string>? strings;

    public string this[int index] => index >= 0 && index < (strings ??= Read()).Count ? strings[index] : "";

    private List<string> Read()
    {
        var read = new List<string>();
        using var xml = package.Open(package.RelatedPart(mainPart, "sharedStrings"));
        while (xml is not null && xml.Read())
        {
            if (!xml.IsElement() || xml.Name != "si") continue;
            read.Add(Words(xml));
            budget.Text(read[^1].Length);
        }
        return read;
    }

    /// <summary>The words of a string, whether plain or of several types; readings of hieroglyphs are left out.</summary>
    public static string Words(XmlPart xml)
    {
        if (xml.IsEmpty) return "";
        var depth = xml.Depth;
        string? first = null;
        StringBuilder? more = null;
        while (xml.Within(depth))
        {
            if (xml.Name == "rPh") xml.Skip();
            if (xml.Name != "t") continue;
            var text = xml.Text();
            if (first is null) first = text;
            else (more ??= new StringBuilder(first)).Append(text);
        }
        return Unescape(more?.ToString() ?? first ?? "");
    }

    /// <summary>«_x000D_» is how Excel writes a sign that XML cannot hold.</summary>
    public static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal)
        ? text
        : Escape().Replace(text, m => (char)Convert.ToInt32(m.Groups[1].Value, 16) is var c && (c >= ' ' || c is '\n' or '\t') ? c.ToString() : "");

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
