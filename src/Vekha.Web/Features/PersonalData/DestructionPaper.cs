using Vekha.Documents.Writing;
using Vekha.Wording;

namespace Vekha.Web.Features.PersonalData;

/// <summary>«Акт об уничтожении персональных данных» and the extract of the journal that is kept with it.</summary>
internal static class DestructionPaper
{
    private const string System = "Информационная система «Веха»";
    private const string Method = "Удаление средствами системы: сведения стёрты из записей, сканы и иные файлы удалены без возможности восстановления. Обезличенные числа сохранены.";

    public static Paper Act(DestructionAct act, string programme) => new()
    {
        Title = $"АКТ № {act.Number}\nоб уничтожении персональных данных",
        Lead = [Ru.PaperDay(act.On)],
        Issuer = act.Operator,
        Made = act.On,
        Body =
        [
            new PaperParagraph($"Оператор: {act.Operator}."),
            new PaperParagraph($"Программа: «{programme}»."),
            new PaperParagraph($"Уничтожены персональные данные {Ru.Count(act.Count, "субъекта", "субъектов", "субъектов")}. Субъекты названы номерами записей системы: имена после уничтожения не хранятся."),
            new PaperTable("Перечень", [new("№ п/п", 1.2, PaperAlignment.Center), new("Субъект", 3.2), new("Категории персональных данных", 5.5), new("Где хранились", 3.5), new("Цель обработки", 4), new("Причина", 3.6)],
                [.. act.Lines.Select((l, i) => PaperRow.Of(i + 1, PersonalDataWords.RecordNumber(l.SubjectId), l.Categories + (l.Files > 0 ? $"; {Ru.Count(l.Files, "скан согласия", "скана согласий", "сканов согласий")}" : ""), l.Place, l.Purposes, l.Reason))]),
            new PaperParagraph($"Наименование информационной системы: {System}."),
            new PaperParagraph($"Способ уничтожения: {Method}"),
            new PaperParagraph($"Причина уничтожения: {act.Reason}."),
            new PaperParagraph($"Дата уничтожения: {Ru.PaperDay(act.On)}"),
            new PaperParagraph($"К акту приложена выгрузка из журнала регистрации событий. Акт и выгрузка хранятся до {Ru.PaperDay(act.KeptUntil)}"),
        ],
        Signatures = [.. Signers(act)],
    };

    /// <param name="events">Moment, who, what, ground.</param>
    public static Paper Journal(DestructionAct act, IEnumerable<(string At, Guid Subject, string Who, string What, string? Why)> events) => new()
    {
        Title = $"Выгрузка из журнала регистрации событий\nк акту № {act.Number} от {Ru.Digits(act.On)}",
        Orientation = PaperOrientation.Landscape,
        Lead = [act.Operator, System],
        Issuer = act.Operator,
        Made = act.On,
        Body =
        [
            new PaperTable("Уничтожено", [new("Субъект", 3), new("Категории персональных данных", 6), new("Где хранились", 4), new("Причина", 4), new("Дата", 2.2)],
                [.. act.Lines.Select(l => PaperRow.Of(PersonalDataWords.RecordNumber(l.SubjectId), l.Categories, l.Place, l.Reason, act.On))]),
            new PaperTable("События", [new("Когда", 3), new("Субъект", 3), new("Кто", 4), new("Событие", 5), new("Основание", 6)],
                [.. events.Select(e => PaperRow.Of(e.At, PersonalDataWords.RecordNumber(e.Subject), e.Who, e.What, e.Why))]),
        ],
    };

    private static IEnumerable<PaperSignature> Signers(DestructionAct act)
    {
        foreach (var line in (act.Commission ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var comma = line.LastIndexOf(',');
            yield return comma < 0 ? new("Член комиссии", line) : new(Ru.Capital(line[..comma].Trim()), line[(comma + 1)..].Trim());
        }
        yield return act.ById is null ? new("Уничтожено по правилу цели, ответственный", null) : new(Ru.Capital(act.Post), act.By);
    }
}
