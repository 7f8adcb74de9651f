namespace Vekha.Web.Features.PersonalData;

/// <summary>
/// «Обычные цели»: purposes with texts that most programmes need, to start from. A programme changes the words; articles of
/// laws stand in these templates only.
/// </summary>
internal static class StandardPurposes
{
    private sealed record Template(PurposeUse Use, string Title, string[] Fields, int Months, string Tail);

    private static readonly Template[] All =
    [
        new(PurposeUse.People, "ведение списка волонтёров, ветеранов и экспертов программы", ["фамилия, имя, отчество", "телефон или адрес электронной почты"], 36, "Данные видит подразделение, которое ведёт список. Третьим лицам они не передаются."),
        new(PurposeUse.Registration, "участие в мероприятиях программы", ["фамилия, имя, отчество", "организация и должность", "телефон или адрес электронной почты"], 12, "Данные нужны, чтобы записать участника, известить его об изменениях, вести лист регистрации и выдать сертификат."),
        new(PurposeUse.Photo, "фото- и видеосъёмка на мероприятиях программы", ["изображение", "голос"], 36, "Съёмка ведётся для отчёта о мероприятии. Публикация снимков, на которых человек — главный объект, требует отдельного согласия."),
        new(PurposeUse.Health, "забота о здоровье ветеранов при встречах и съёмках", ["сведения о состоянии здоровья, которые человек сообщил сам"], 12, "Сведения нужны, чтобы выбрать время и место встречи и пригласить врача или психолога. Их видит только подразделение, которое организует встречу."),
        new(PurposeUse.Publication, "публикация рассказа о человеке на портале программы", ["фамилия, имя, отчество", "фотография", "текст рассказа", "видеозапись"], 60, "Сведения будут доступны неограниченному кругу лиц на портале программы. Условия и запреты для каждого вида данных указаны в этом согласии."),
        new(PurposeUse.Award, "подготовка наградных документов и вручение наград", ["фамилия, имя, отчество", "должность и место работы", "сведения о заслугах"], 60, "Фамилия, имя, отчество и должность стоят в распоряжении о награждении и в грамоте. Третьим лицам другие сведения не передаются."),
    ];

    /// <param name="operatorName">Who processes: the organisation of the programme.</param>
    /// <param name="but">Uses that have a purpose already.</param>
    public static IReadOnlyList<Purpose> For(Guid programme, string programmeName, string operatorName, IReadOnlySet<PurposeUse> but, DateTimeOffset at, string by)
    {
        List<Purpose> made = [];
        foreach (var template in All.Where(t => !but.Contains(t.Use)))
        {
            var purpose = new Purpose(programme, template.Use);
            purpose.Describe(template.Title, LegalGround.Consent, null, template.Fields, template.Months, isAutomatic: false);
            purpose.Write(Words(template, programmeName, operatorName), at, by);
            made.Add(purpose);
        }
        return made;
    }

    private static string Words(Template template, string programme, string operatorName) => $"""
        Свободно, своей волей и в своём интересе даю согласие оператору — {operatorName} — на обработку моих персональных данных с целью: {template.Title}. Программа «{programme}».
        Перечень данных: {string.Join("; ", template.Fields)}.
        Действия с данными: сбор, запись, хранение, уточнение, использование{(template.Use == PurposeUse.Publication ? ", распространение" : "")}, удаление, уничтожение, с использованием средств автоматизации и без них.
        {template.Tail}
        Согласие действует {template.Months} мес. со дня подписания. Его можно отозвать в любой день, направив оператору заявление; данные уничтожаются в течение 30 дней после отзыва.
        """.ReplaceLineEndings("\n");
}
