using Vekha.Documents.Writing;

namespace Vekha.Web.Features.PersonalData;

/// <summary>«Согласие на обработку персональных данных» as a page of its own to be signed by hand.</summary>
public static class ConsentPaper
{
    private const string Blank = "____________________";

    /// <param name="purpose">With its texts; a purpose without a text gives no page.</param>
    /// <param name="about">«Семинар 02.11.2020», or <c>null</c>.</param>
    public static Paper Of(Purpose purpose, string? about = null) => new()
    {
        Title = purpose.Use switch
        {
            PurposeUse.Publication => "СОГЛАСИЕ\nна обработку персональных данных, разрешённых субъектом для распространения",
            PurposeUse.Health => "СОГЛАСИЕ\nна обработку специальной категории персональных данных",
            _ => "СОГЛАСИЕ\nна обработку персональных данных",
        },
        Lead = about is null ? [$"Цель: {purpose.Title}"] : [about, $"Цель: {purpose.Title}"],
        Body =
        [
            new PaperParagraph($"Я, {Blank}{Blank}{Blank},\n(фамилия, имя, отчество; для ребёнка — его и родителя или опекуна)"),
            .. purpose.Text!.Words.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => new PaperParagraph(p)),
            .. Terms(purpose),
            new PaperParagraph($"«___» ______________ 20___ г.          {Blank}          {Blank}\n(дата, подпись, расшифровка)"),
        ],
        Notes = [$"Редакция текста {purpose.Text.Number}, отпечаток {purpose.Text.Sha256[..16]}. Согласие можно отозвать в любой день заявлением оператору."],
    };

    // ст. 10.1: the person marks every field, nothing is marked beforehand.
    private static IEnumerable<PaperBlock> Terms(Purpose purpose) => purpose.Use != PurposeUse.Publication ? [] :
    [
        new PaperTable("Условия и запреты", [new("Данные", 5), new("Разрешаю без ограничений (да / нет)", 4), new("Разрешаю с условием (каким)", 5), new("Запрещаю (да / нет)", 3)],
            [.. purpose.Fields.Select(f => PaperRow.Of(f, "", "", ""))]),
    ];
}
