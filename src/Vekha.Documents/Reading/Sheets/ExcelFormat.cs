using Vekha.Documents.Reading.Packages;

namespace Vekha.Documents.Reading.Sheets;

/// <summary>Reads a .xlsx file, sheet by sheet. Hidden sheets, and rows and columns hidden by hand, are left out.</summary>
internal static class ExcelFormat
{
    public static SourceDocument Read(OpenPackage package, string mainPart)
    {
        var budget = new ReadingBudget();
        var problems = new List<ReadingProblem>();
        var (sheets, from1904) = Sheets(package, mainPart);
        var shown = sheets.Where(s => !s.Hidden).ToList();
        if (shown.Count < sheets.Count)
            problems.Add(new($"Скрытые листы не прочитаны: {string.Join(", ", sheets.Where(s => s.Hidden).Select(s => $"«{s.Name}»"))}."));
        var styles = ExcelStyles.Read(package, mainPart);
        var strings = new SharedStrings(package, mainPart, budget);
        var blocks = new List<SourceBlock>();
        foreach (var (name, part, _) in shown)
        {
            var sheet = new Sheet { Name = name };
            using (var xml = package.Open(part))
                if (xml is not null) new SheetReader(xml, sheet, styles, strings, budget, from1904).Read();
            AddTableFilters(package, part, sheet);
            HiddenRows.Settle(sheet, problems);
            blocks.AddRange(SheetLayout.Blocks(sheet, budget));
        }
        if (blocks.Count == 0) throw new UnreadableException(shown.Count == 0 ? "Все листы файла скрыты." : "В файле Excel нет данных.");
        return new(blocks, new Dictionary<string, string>()) { Problems = problems };
    }

    private static (List<(string Name, string Part, bool Hidden)> Sheets, bool From1904) Sheets(OpenPackage package, string mainPart)
    {
        var parts = package.Related(mainPart, "worksheet").DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Target);
        var sheets = new List<(string Name, string Part, bool Hidden)>();
        var from1904 = false;
        using var xml = package.Open(mainPart);
        while (xml is not null && xml.Read())
        {
            if (!xml.IsElement()) continue;
            if (xml.Name == "workbookPr") from1904 = xml.Plain("date1904") is "1" or "true";
            if (xml.Name != "sheet") continue;
            var id = xml.Of("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                ?? xml.Of("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";
            if (parts.TryGetValue(id, out var part)) sheets.Add((xml.Plain("name") ?? "", part, xml.Plain("state") is "hidden" or "veryHidden"));
        }
        return (sheets, from1904);
    }

    /// <summary>A range turned into a table of the spreadsheet keeps its filter in a part of its own.</summary>
    private static void AddTableFilters(OpenPackage package, string part, Sheet sheet)
    {
        foreach (var (_, target) in package.Related(part, "table"))
        {
            using var xml = package.Open(target);
            while (xml is not null && xml.Read())
                if (xml.IsElement() && xml.Name == "autoFilter" && SheetFilter.Read(xml) is { } filter) sheet.Filters.Add(filter);
        }
    }
}
