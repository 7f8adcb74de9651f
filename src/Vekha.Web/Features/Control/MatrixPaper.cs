using Vekha.Control;
using Vekha.Documents.Writing;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>«Состояние по территориям» as Word and Excel: words instead of colours.</summary>
internal static class MatrixPaper
{
    public static Paper Of(TerritoryMatrix matrix)
    {
        var scene = matrix.Scene;
        return new()
        {
            Title = $"Состояние исполнения по территориям\nпо программе «{scene.Programme.Name}», {scene.Programme.Territory}",
            Orientation = PaperOrientation.Landscape,
            Lead = [.. scene.Plan is { } plan ? [plan.Title] : Array.Empty<string>(), "по состоянию на\u00A0" + Ru.PaperDay(scene.Day)],
            Body = [new PaperParagraph(Sentence(matrix)), Table(matrix)],
            Notes = ["проср. 12 — просрочено, на сколько дней; поздно 05.10 — исполнено с нарушением срока, день; исп. 30.10 — исполнено, день; исп. 2/5 — исполнено из числа дат; срок 3 дн. — осталось рабочих дней; пров. — отчёт на проверке; возвр. — возвращён на доработку; до 15.11 — срок впереди."],
            Made = scene.Day,
        };
    }

    private static string Sentence(TerritoryMatrix matrix) =>
        $"{Ru.Count(matrix.Territories.Count, Noun.Territory)}, {Ru.Count(matrix.Measures.Count, Noun.Measure)}, {Ru.Count(matrix.Rows.Count, Noun.Assignment)}. " +
        (matrix.Overdue == 0 ? "Просроченных нет." : $"Просрочено {Ru.Count(matrix.Overdue, Noun.Assignment)}. Худшие стоят первыми.");

    private static PaperTable Table(TerritoryMatrix matrix)
    {
        PaperColumn first = new(matrix.IsTurned ? "Территория" : "Мероприятие", matrix.IsTurned ? 5 : 7);
        return new("Территории",
            [first, .. matrix.Across.Select(a => new PaperColumn(a.Short, 2, PaperAlignment.Center)), new("Просрочено", 2, PaperAlignment.Center)],
            [.. matrix.Down.Select(d => PaperRow.Of([d.Title, .. matrix.Across.Select(a => CellOf(matrix, d, a)), d.Overdue])),
                PaperRow.Total(["Просрочено", .. matrix.Across.Select(a => (PaperCell)a.Overdue), matrix.Overdue])]) { Description = "Состояние каждого мероприятия на каждой территории" };
    }

    private static PaperCell CellOf(TerritoryMatrix matrix, MatrixSide down, MatrixSide across) => matrix.CellOf(down, across) is { } cell
        ? (PaperCell)cell.Brief with { Bold = cell.Worst == AssignmentState.Overdue }
        : PaperCell.Empty;
}
