using Vekha.Documents.Reading;
using Vekha.Documents.Writing;

namespace Vekha.Web.Features.Accounts.Organisations;

/// <summary>A row of the sheet of organisations as it was typed.</summary>
/// <param name="Number">Which one, from 1, the heading not counted.</param>
internal sealed record UnitSheetRow(int Number, string Name, string? ShortName, string Kind, string? Parent, string? Territory, string? Zone, string? Head, string? Post, DateOnly? From);

/// <summary>«Список организаций»: the sheet that Vekha gives as a template and takes back filled.</summary>
internal static class UnitSheet
{
    private static readonly (string Heading, double Width)[] Columns =
    [
        ("Наименование", 5), ("Краткое наименование", 3), ("Вид", 3), ("Входит в", 4), ("Территория", 3), ("Часовой пояс", 2), ("Руководитель", 3), ("Должность руководителя", 3), ("Руководит с", 2),
    ];

    /// <summary>Rows under the heading; empty ones are passed over. Empty where no table has the heading.</summary>
    public static IReadOnlyList<UnitSheetRow> Read(SourceDocument document)
    {
        foreach (var table in document.Blocks.OfType<SourceTable>())
        {
            var head = table.Rows.ToList().FindIndex(r => r.Cells.Any(c => Is(c.Text, "Наименование")) && r.Cells.Any(c => Is(c.Text, "Вид")));
            if (head < 0) continue;
            var at = Columns.ToDictionary(c => c.Heading, c => table.Rows[head].Cells.FirstOrDefault(x => Is(x.Text, c.Heading))?.Column);
            return [.. table.Rows.Skip(head + 1).Select((r, i) => RowOf(r, i + 1, at)).OfType<UnitSheetRow>()];
        }
        return [];
    }

    /// <summary>The template: headings, the kinds to choose from and two rows that show how.</summary>
    public static Paper Template() => new()
    {
        Title = "Организации и подразделения",
        Lead = ["Одна строка — одна организация. «Входит в» — наименование вышестоящей из этого списка или уже заведённой; пусто — входит в ту, что выбрана при загрузке."],
        Body =
        [
            new PaperTable("Организации", [.. Columns.Select(c => new PaperColumn(c.Heading, c.Width))],
            [
                PaperRow.Of("Комитет образования Энского района", "Комитет образования", OrganisationKind.EducationAuthority.Word(), "", "Энский район", "Москва, UTC+3", "Примерова Анна Сергеевна", "председатель комитета", new DateOnly(2020, 9, 1)),
                PaperRow.Of("Школа № 1 Энского района", "Школа № 1", OrganisationKind.School.Word(), "Комитет образования Энского района", "Энский район", "", "", "", ""),
            ]),
            new PaperTable("Виды", [new("Вид", 3)], [.. Enum.GetValues<OrganisationKind>().Select(k => PaperRow.Of(k.Word()))]),
            new PaperTable("Часовые пояса", [new("Часовой пояс", 3)], [.. RussianZones.All.Select(z => PaperRow.Of(z.Name))]),
        ],
    };

    private static UnitSheetRow? RowOf(SourceRow row, int number, Dictionary<string, int?> at)
    {
        SourceCell? Cell(string heading) => at[heading] is { } column ? row.Cells.FirstOrDefault(c => c.Column == column) : null;
        string? Text(string heading) => Cell(heading)?.Text.Replace('\n', ' ').Trim() is { Length: > 0 } text ? string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : null;
        if (Columns.All(c => Text(c.Heading) is null)) return null;
        return new(number, Text("Наименование") ?? "", Text("Краткое наименование"), Text("Вид") ?? "", Text("Входит в"), Text("Территория"), Text("Часовой пояс"),
            Text("Руководитель"), Text("Должность руководителя"), Cell("Руководит с")?.Date ?? Platform.PageDay.Parse(Text("Руководит с")));
    }

    private static bool Is(string text, string heading) => string.Equals(text.Trim(), heading, StringComparison.CurrentCultureIgnoreCase);
}
