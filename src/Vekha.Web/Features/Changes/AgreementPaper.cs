using Vekha.Documents.Writing;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Changes;

/// <summary>«Лист согласования»: posts, names, days, remarks and what was answered to them.</summary>
internal static class AgreementPaper
{
    public static Paper Of(Plan plan, AgreementRound round) => new()
    {
        Title = $"Лист согласования\n{plan.Title}",
        Orientation = PaperOrientation.Landscape,
        Lead = [$"круг {round.Number}, отправлено {Ru.PaperDay(round.On)}, ответить до {Ru.PaperDay(round.By)}"],
        Body = [new PaperTable("Согласование",
            [new("№ п/п", 1.3, PaperAlignment.Center), new("Подразделение", 5.5), new("Должность, И.О. Фамилия", 4.5), new("Дата", 2.4, PaperAlignment.Center), new("Результат", 3.6), new("Замечания", 5.5), new("Ответ на замечания", 4)],
            [.. round.Units.OrderBy(u => u.Position).Select((u, i) => PaperRow.Of(i + 1, u.Name, string.Join(", ", new[] { u.Post, u.Who }.OfType<string>()), u.On, Ru.Capital(u.Word.Said()), u.Remarks,
                u.IsTaken is { } taken ? string.Join(". ", new[] { taken ? "Учтено" : "Отклонено", u.Answer }.OfType<string>()) : null))]) { Description = "Ответы подразделений" }],
        Notes = [Summary(round)],
        Made = round.On,
    };

    private static string Summary(AgreementRound round) =>
        $"Всего {round.Units.Count}: согласовано {round.Units.Count(u => u.Word == AgreementWord.Agrees)}, с замечаниями {round.Units.Count(u => u.Word == AgreementWord.Remarks)}, "
        + $"не согласовано {round.Units.Count(u => u.Word == AgreementWord.Declines)}, без ответа {round.Units.Count(u => u.Word == AgreementWord.Waiting)}.";
}
