using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Vekha.Benchmarks;

/// <summary>A plan of many rows made of the rows of the sample documents, as a Word and as an Excel file.</summary>
internal static partial class LongPlan
{
    public static IEnumerable<string> Write(string samples, string folder, int rows)
    {
        yield return Grown(Path.Combine(samples, "khimki-portal.docx"), Path.Combine(folder, $"plan-{rows}.docx"), "word/document.xml", xml => GrownWord(xml, rows));
        yield return Grown(Path.Combine(samples, "equal-opportunities.xlsx"), Path.Combine(folder, $"plan-{rows}.xlsx"), "xl/worksheets/sheet1.xml", xml => GrownSheet(xml, rows));
    }

    private static string Grown(string from, string to, string part, Func<string, string> grow)
    {
        File.Copy(from, to, overwrite: true);
        using var package = ZipFile.Open(to, ZipArchiveMode.Update);
        var entry = package.GetEntry(part) ?? throw new InvalidOperationException($"{from} has no {part}.");
        string xml;
        using (var reader = new StreamReader(entry.Open())) xml = grow(reader.ReadToEnd());
        entry.Delete();
        using var writer = new StreamWriter(package.CreateEntry(part).Open(), new UTF8Encoding(false));
        writer.Write(xml);
        return to;
    }

    /// <summary>The full rows of the table again and again, under its last stage.</summary>
    private static string GrownWord(string xml, int rows)
    {
        var all = WordRow().Matches(xml);
        var full = all.Skip(1).Where(r => WordCell().Count(r.Value) == 3).ToList();
        var more = new StringBuilder();
        for (var i = full.Count; i < rows; i++) more.Append(full[i % full.Count].Value);
        return xml.Insert(all[^1].Index + all[^1].Length, more.ToString());
    }

    /// <summary>The numbered rows again and again, numbered on; the notes under the table give way to them.</summary>
    private static string GrownSheet(string xml, int rows)
    {
        var full = SheetRow().Matches(xml).Where(r => SheetCell().Count(r.Value) == 4).Skip(1).ToList();
        var first = int.Parse(full[0].Groups[1].Value, CultureInfo.InvariantCulture);
        var more = new StringBuilder();
        for (var i = 0; i < rows; i++)
            more.Append(FirstValue().Replace(Address().Replace(full[i % full.Count].Value, $"${{1}}{first + i}\""), $"<v>{i + 1}</v>", 1));
        return string.Concat(xml.AsSpan(0, full[0].Index), more.ToString(), "</sheetData></worksheet>");
    }

    [GeneratedRegex(@"<w:tr[ >].*?</w:tr>", RegexOptions.Singleline)]
    private static partial Regex WordRow();

    [GeneratedRegex(@"<w:tc[ >]")]
    private static partial Regex WordCell();

    [GeneratedRegex(@"<row r=""(\d+)"".*?</row>")]
    private static partial Regex SheetRow();

    [GeneratedRegex(@"<c ")]
    private static partial Regex SheetCell();

    /// <summary>«r="7"», «r="B7"»</summary>
    [GeneratedRegex(@"(r=""[A-Z]*)\d+""")]
    private static partial Regex Address();

    [GeneratedRegex(@"<v>\d+</v>")]
    private static partial Regex FirstValue();
}
