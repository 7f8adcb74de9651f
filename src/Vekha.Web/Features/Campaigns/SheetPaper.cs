using Vekha.Campaigns;
using Vekha.Documents.Writing;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Сводный отчёт»: the consolidated sheet as a paper. Excel takes all columns at once, Word as many as a sheet of paper holds.</summary>
internal static class SheetPaper
{
    private const int ColumnsOfPaper = 7;

    /// <param name="isWide">One table with all columns: for Excel.</param>
    public static Paper Of(CampaignSheet sheet, bool isWide)
    {
        var chunks = sheet.Cells.Chunk(isWide ? Math.Max(1, sheet.Cells.Count) : ColumnsOfPaper).ToList();
        return new()
        {
            Title = "Сводный отчёт\n" + sheet.Campaign.Title,
            Orientation = PaperOrientation.Landscape,
            Lead = [$"{sheet.Programme.Name}, {sheet.Programme.Territory}", $"отчёт к {Ru.PaperDay(sheet.Date.Due)}, по состоянию на {Ru.PaperDay(sheet.Day)}"],
            Body =
            [
                new PaperParagraph($"Представили {Ru.OutOf(sheet.Given, sheet.Rows.Count)}. {Words("Не представили", sheet.Missing)}{Words("С опозданием", sheet.Late)}".Trim(), Bold: sheet.Missing.Count > 0),
                .. chunks.Select((cells, i) => Table(sheet, cells, chunks.Count == 1 ? "Свод" : $"Свод, часть {i + 1}")),
            ],
            Notes = ["«Не представлено» — отчёта нет, это не ноль: в сумму такое подразделение не входит, рядом с суммой сказано, по скольким она.", .. sheet.Compared is { } before ? [$"Изменение считается к отчёту от {Ru.Digits(before.Due)} по тем, кто представил оба."] : Array.Empty<string>()],
            Made = sheet.Day,
        };
    }

    private static string Words(string lead, IReadOnlyList<SheetRow> rows) => rows.Count == 0 ? "" : $"{lead}: {string.Join(", ", rows.Select(r => r.Unit.Name))}. ";

    private static PaperTable Table(CampaignSheet sheet, FormCell[] cells, string name)
    {
        List<PaperColumn> columns = [new("Подразделение", 6), new("Состояние", 4), .. cells.Select(c => ColumnOf(c, sheet))];
        List<PaperRow> rows = [];
        var districts = sheet.Districts;
        foreach (var district in districts)
        {
            if (district.Name is { } title) rows.Add(new PaperRow.Stage(title));
            rows.AddRange(district.Rows.Select(r => new PaperRow.Cells([r.Unit.ParentUnitId is null ? r.Unit.Name : "– " + r.Unit.Name, r.Status?.Word ?? "не запрашивалось", .. cells.Select(c => ValueOf(c, r, sheet))])));
            if (district.Name is not null) rows.Add(Total($"Итого: {district.Name}", sheet, cells, district.Rows));
        }
        rows.Add(Total("Всего", sheet, cells, sheet.Rows, isWhole: true));
        return new(name, columns, rows) { Description = "Показатели каждого подразделения и суммы" };
    }

    private static PaperColumn ColumnOf(FormCell cell, CampaignSheet sheet)
    {
        var heading = cell.Row is null ? cell.Field.Title : $"{cell.Row}, {cell.Column}";
        return new(cell.Field.Unit is { } unit && cell.Row is null ? $"{heading}, {unit}" : heading, cell.IsNumber ? 2.5 : 5, cell.IsNumber ? PaperAlignment.Right : PaperAlignment.Left)
        {
            Group = cell.Row is null ? null : cell.Field.Title,
            SecondHeading = sheet.Compared is null || !cell.IsNumber ? null : $"{heading}: изменение",
        };
    }

    private static PaperCell ValueOf(FormCell cell, SheetRow row, CampaignSheet sheet)
    {
        if (sheet.Apart(row, cell) is { Sum: { } below } apart)
        {
            var words = $"по подразделениям {FormCell.Figure(below)} ({Ru.OutOf(apart.Given, apart.Units)})";
            return row.Values?.GetValueOrDefault(cell.Key) is { } said ? new PaperCell(new PaperValue.Text(cell.Show(said)), new PaperValue.Text(words)) : new PaperCell(new PaperValue.Text("не представлено"), new PaperValue.Text(words));
        }
        if (row.Values is null) return row.Status is { IsOverdue: true } ? "не представлено" : "";
        if (row.Values.GetValueOrDefault(cell.Key) is not { } value) return "нет данных";
        if (!cell.IsNumber) return cell.Show(value);
        return Figure(FormCell.NumberOf(value)!.Value) with { Second = sheet.Compared is not null && CampaignSheet.Since(cell, row) is { } change ? Change(change) : null };
    }

    private static PaperRow Total(string title, CampaignSheet sheet, FormCell[] cells, IReadOnlyList<SheetRow> rows, bool isWhole = false)
    {
        var totals = sheet.TotalsOf(rows).ToDictionary(t => t.Cell.Key);
        var (given, units) = (sheet.AnsweredOf(rows), CampaignSheet.RootsOf(rows).Count);
        return new PaperRow.Cells([title, given < units ? $"по {Ru.OutOf(given, units)}" : "", .. cells.Select(c => TotalOf(totals[c.Key], isWhole ? sheet.Since(c) : null, given))]) { IsTotal = true };
    }

    private static PaperCell TotalOf(FormTotal total, (decimal Change, int Units)? since, int given) => total switch
    {
        { Sum: { } sum } => Figure(sum) with { Second = since is { } change ? Change(change.Change) : null },
        { Yes: { } yes } when total.Given > 0 => $"да: {Ru.OutOf(yes, total.Given)}",
        _ => given == 0 && total.Cell.Field.Folding != FormFolding.None ? "нет данных" : "",
    };

    private static PaperCell Figure(decimal number) => new(new PaperValue.Number(number, Decimals: Digits(number)));

    private static PaperValue.Number Change(decimal number) => new(number, PaperNumber.Signed, Digits(number));

    private static int Digits(decimal number) => number == Math.Floor(number) ? 0 : number == Math.Round(number, 1) ? 1 : number == Math.Round(number, 2) ? 2 : 4;
}
