namespace Vekha.Documents.Reading.Sheets;

/// <summary>Decides which hidden rows of a sheet are part of it.</summary>
internal static class HiddenRows
{
    /// <summary>Shows the rows that an active filter hides and tells how many stay hidden.</summary>
    public static void Settle(Sheet sheet, List<ReadingProblem> problems)
    {
        var left = 0;
        foreach (var row in sheet.Rows.Where(r => r.Hidden))
        {
            if (sheet.Filters.Exists(f => f.Covers(row.Index) && !f.Shows(row))) row.Hidden = false;
            else if (row.Cells.Count > 0) left++;
        }
        if (left > 0) problems.Add(new($"Скрытые строки не прочитаны ({left}).", $"лист «{sheet.Name}»"));
    }
}
