using Vekha.Deadlines;
using Vekha.Plans;

namespace Vekha.Tests.Plans;

/// <summary>Small drafts to review.</summary>
internal static class Drafts
{
    public static PlanDraft Of(params MeasureDraft[] rows) => new() { Title = "План", Measures = rows };

    public static MeasureDraft Row(string? number, string title, string? text = "24.06.2021", params Deadline[] deadlines) => new()
    {
        Number = number, Title = title, DeadlineText = text, Deadlines = deadlines.Length == 0 && text == "24.06.2021" ? [On(2021, 6, 24)] : deadlines,
    };

    /// <summary>Three stages, each numbered anew, one row of three parts.</summary>
    public static PlanDraft Khimki() => new()
    {
        Title = "План организационных мероприятий",
        Stages = [new() { Title = "Подготовительный этап" }, new() { Title = "Основной этап" }, new() { Title = "Заключительный этап" }],
        Measures =
        [
            Row("1", "Разработка концепции", "Август 2020", Month(2020, 8)) with { Stage = 0 },
            Row("2", "Создание рабочих групп. Назначение ответственных. Пул экспертов", "до 01.10.2020", By(2020, 10, 1)) with
            {
                Stage = 0, Parts = ["Создание рабочих групп", "Назначение ответственных", "Пул экспертов"],
            },
            Row("3", "Сбор материалов", "Октябрь 2020", Month(2020, 10)) with { Stage = 0 },
            Row("1", "Наполнение портала", "постоянно", new Deadline.Ongoing()) with { Stage = 1 },
            Row("1", "Презентация", "24.06.2021", On(2021, 6, 24)) with { Stage = 2 },
        ],
    };

    public static Deadline.By By(int year, int month, int day) => new(new(year, month, day));

    public static Deadline.On On(int year, int month, int day) => new(new(year, month, day));

    public static Deadline.During Month(int year, int month) => new(new(year, month, 1), WrittenDate.Of(year, month, 31));
}
