namespace Vekha.Web.Features.Home.Examples;

/// <summary>The autumn of 2020 in Khimki up to 2 November, invented row by row.</summary>
internal static class KhimkiHistory
{
    public static void Tell(ExampleHistory history)
    {
        var concept = history.Lead("П.1");
        history.Report(concept, Day(8, 28), "Концепция проекта утверждена на заседании координационного совета, протокол № 1. Текст концепции разослан исполнителям.");
        history.Accept(concept, Day(8, 31));

        var groups = history.Lead("П.2");
        history.Report(groups, Day(10, 5), "Составы шести рабочих групп сформированы по направлениям проекта, списки согласованы с руководителями групп.", lateReason: "Две группы ждали ответа совета ветеранов, он пришёл 2 октября.");
        history.Accept(groups, Day(10, 6), "Составы полные. На будущее: о задержке сообщать до срока.");

        var approved = history.Lead("П.3");
        history.Report(approved, Day(10, 21), "Составы рабочих групп утверждены координационным советом, протокол № 3 от 21 октября.");
        history.Accept(approved, Day(10, 22));

        var veterans = history.Lead("П.4");
        history.Report(veterans, Day(10, 30), "Договорённости с советом ветеранов и психологической службой достигнуты, назначены ответственные за сопровождение съёмок.");
        history.Accept(veterans, Day(10, 30));

        var filming = history.Part("П.5", "Управление социальных коммуникаций Администрации");
        history.Report(filming, Day(10, 28), "Список ветеранов для рубрики «Живые голоса» составлен, получены предварительные согласия.");
        history.Accept(filming, Day(10, 29));
        var crew = history.Part("П.5", "МКУ «Управление информационной политики»");
        history.Report(crew, Day(10, 29), "Съёмочная группа назначена, техника и дни выездов подтверждены.");
        history.Accept(crew, Day(10, 30));
        history.Report(history.Lead("П.5"), Day(10, 30), "График съёмок на ноябрь и декабрь, список вопросов и список ветеранов готовы и переданы съёмочной группе.");

        var office = history.Part("П.6", "МКУ «Управление делами Администрации»");
        history.Report(office, Day(10, 28), "Смета на оборудование и обработку архивов подготовлена, передана в управление по образованию для сводного расчёта.");
        history.Accept(office, Day(10, 29));

        var media = history.Lead("П.7");
        history.Report(media, Day(10, 29), "Медиаплан проекта составлен на первое полугодие: публикации, эфиры, ответственные.");
        history.SendBack(media, Day(10, 30), "В медиаплане нет сроков публикаций на 2021 год. Дополните и пришлите снова.");
        history.Report(media, Day(11, 2), "Медиаплан дополнен сроками публикаций до июля 2021 года.", fact: Day(10, 29));
    }

    private static DateOnly Day(int month, int day) => new(2020, month, day);
}
