using System.Text;
using Vekha.Wording;

namespace Vekha.Web.Features.Home;

/// <summary>«Открытые данные»: a plan with its days and states as a table for Excel and for programs.</summary>
internal static class OpenDataFile
{
    private static readonly string[] Columns = ["План", "Этап", "Номер", "Мероприятие", "Кто отвечает", "Срок в документе", "Контрольный день", "Состояние", "На день"];

    /// <summary>UTF-8 with a mark by which Excel knows it, semicolons as Russian Excel expects.</summary>
    public static byte[] Of(PublicPlan plan)
    {
        var text = new StringBuilder(Line(Columns));
        foreach (var row in plan.Rows.Where(r => r.Status is not null))
        {
            text.Append(Line([plan.Shown.Plan.Title, row.Stage ?? "", row.Code, row.Title, row.Bodies, row.DeadlineText ?? "",
                row.Status!.Control is { } day ? Ru.Digits(day) : "", row.Status.Word, Ru.Digits(plan.Shown.Day)]));
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Line(IEnumerable<string> cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    // «=HYPERLINK(…)» in a title must stay words when a spreadsheet opens the file.
    private static string Cell(string text)
    {
        var plain = text.ReplaceLineEndings(" ").Trim();
        var safe = plain is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + plain : plain;
        return $"\"{safe.Replace("\"", "\"\"")}\"";
    }
}
