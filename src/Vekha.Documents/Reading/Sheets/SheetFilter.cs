using Vekha.Documents.Reading.Packages;

namespace Vekha.Documents.Reading.Sheets;

/// <summary>An active filter over a range: the rows it hides are part of the plan, rows hidden by hand are not.</summary>
internal sealed class SheetFilter
{
    /// <summary>The range, its first row being the heading.</summary>
    public required SheetRange Range { get; init; }

    /// <summary>By column of the sheet: the texts it lets through, or <c>null</c> where its rule is of another kind.</summary>
    private readonly Dictionary<int, HashSet<string>?> columns = [];

    public bool Covers(int row) => row > Range.FirstRow && row <= Range.LastRow;

    /// <summary>Whether the filter would show the row; such a row was hidden by hand.</summary>
    public bool Shows(SheetRow row) =>
        columns.All(c => c.Value is { } texts && texts.Contains(row.At(c.Key)?.Text.Trim() ?? ""));

    /// <summary>The filter of an element, or <c>null</c> where none of its columns is filtered.</summary>
    public static SheetFilter? Read(XmlPart xml)
    {
        if (SheetRange.Parse(xml.Plain("ref")) is not { } range || xml.IsEmpty) return null;
        var filter = new SheetFilter { Range = range };
        var depth = xml.Depth;
        int? column = null;
        while (xml.Within(depth))
        {
            if (xml.Name == "filterColumn") column = int.TryParse(xml.Plain("colId"), out var id) ? range.FirstColumn + id : null;
            if (column is not { } c) continue;
            if (xml.Name == "filters") filter.columns[c] = Texts(xml);
            else if (xml.Name is "customFilters" or "dynamicFilter" or "top10" or "colorFilter" or "iconFilter") filter.columns[c] = null;
        }
        return filter.columns.Count > 0 ? filter : null;
    }

    private static HashSet<string>? Texts(XmlPart xml)
    {
        var texts = new HashSet<string>(StringComparer.CurrentCultureIgnoreCase);
        if (xml.Plain("blank") is "1" or "true") texts.Add("");
        if (xml.IsEmpty) return texts;
        var depth = xml.Depth;
        var dates = false;
        while (xml.Within(depth))
            if (xml.Name == "filter") texts.Add(xml.Plain("val")?.Trim() ?? "");
            else dates = true;
        return dates ? null : texts;
    }
}
