using Vekha.Calendars;
using Vekha.Control;
using Vekha.Documents.Writing;
using Vekha.Documents.Writing.Forms;
using Vekha.Resolving;
using Vekha.Wording;

namespace Vekha.Tests.Papers;

/// <summary>Papers as the features fill them; every person is made up.</summary>
internal static class SamplePapers
{
    public static readonly DateOnly On = new(2020, 11, 2);

    private static readonly DateOnly Approved = new(2020, 8, 17);

    public static readonly PaperSignature Head = new("Начальник Управления «Проектный офис» Администрации городского округа Химки Московской области", "Е.В. Соловьёва");

    /// <summary>The road map of the Khimki portal: stages restart their numbering.</summary>
    public static PlanPaperInput Plan => new()
    {
        Title = "План организационных мероприятий (дорожная карта) по реализации на территории городского округа Химки Московской области этапов проекта",
        Corner = [new CornerBlock.Approve("Глава городского округа Химки Московской области", "С.П. Орлов", new DateOnly(2020, 8, 17))],
        Stages =
        [
            new("Подготовительный этап",
            [
                Row("1", "Разработка и утверждение концепции Проекта", "Август 2020", [new(2020, 8, 31)], "Координационный совет"),
                Row("2", "Формирование состава рабочих групп по направлениям реализации Проекта из числа экспертов, представителей краеведческого общества, учителей, волонтеров, сотрудников Администрации\nОпределение ответственных за направления работы в рамках каждой отдельной рабочей группы\nФормирование пула экспертов в составе рабочих групп", "до 01.10.2020", [new(2020, 10, 1)], "Координационный совет", "Рабочие группы"),
                Row("3", "Утверждение состава рабочих групп", "октябрь 2020", [new(2020, 10, 30)], "Координационный совет") with { ControlReason = "31-е — суббота" },
                Row("4", "Организация сотрудничества с ветеранами и психологическими службами, набор и обучение волонтеров. Организация их взаимодействия", "октябрь 2020", [new(2020, 10, 30)], "Управление социальных коммуникаций Администрации") with { ControlReason = "31-е — суббота" },
                Row("5", "Подготовка графика съемок, списка вопросов, списка ветеранов для рубрики «Живые голоса»", "октябрь 2020", [new(2020, 10, 30)], "Управление по образованию Администрации", "Управление социальных коммуникаций Администрации", "МКУ «Управление информационной политики»") with { ControlReason = "31-е — суббота" },
                Row("6", "Составление сметных расчетов стоимости организации и реализации Проекта, документационное оформление и финансовое обеспечение Проекта", "октябрь 2020", [new(2020, 10, 30)], "Управление по образованию Администрации", "МКУ «Управление делами Администрации»") with { ControlReason = "31-е — суббота" },
                Row("7", "Создание медиа-плана", "октябрь 2020", [new(2020, 10, 30)], "МКУ «Управление информационной политики»") with { ControlReason = "31-е — суббота" },
            ]),
            new("Основной этап",
            [
                Row("1", "Обеспечение деятельности рабочих групп по направлениям реализации Проекта", "постоянно", [], "Управление по образованию Администрации", "Управление культуры Администрации"),
                Row("2", "Создание и наполнение информационной базы интерактивного портала", "постоянно", [], "Рабочие группы", "МКУ «Управление делами Администрации»"),
                Row("3", "Информационное освещение проекта (ТВ, пресса, официальные сайты муниципальных учреждений городского округа Химки, социальные сети и т.п.)", "по отдельному плану", [], "МКУ «Управление информационной политики»"),
                Row("4", "Создание площадок для продвижения Проекта", "постоянно", [], "Территориальные управления микрорайонов"),
                Row("5", "Организация взаимодействия рабочих групп Проекта с жителями городского округа Химки (Химки – интересно жить, лектории)", "IV квартал 2020 – II квартал 2021", [new(2021, 6, 30)], "Управление «Проектный офис»"),
                Row("6", "Проведение краеведческой конференции", "Февраль 2021", [new(2021, 2, 26)], "Управление по образованию Администрации") with { ControlReason = "28-е — воскресенье" },
            ]),
            new("Заключительный этап",
            [
                Row("1", "Презентация интерактивного портала Проекта в театре «Наш дом»", "24 июня 2021", [new(2021, 6, 24)], "Координационный совет", "Рабочие группы"),
                Row("2", "Оформление заявок на гранты (РВИО, РИО)", "Июнь - июль 2021", [new(2021, 7, 30)], "Управление по образованию Администрации") with { ControlReason = "31-е — суббота" },
                Row("3", "Дальнейшее обеспечение работы и развития интерактивного портала Проекта", "постоянно", [], "МКУ «Управление делами Администрации»"),
            ]),
        ],
        Abbreviations = [new("РВИО", "Российское военно-историческое общество"), new("РИО", "Российское историческое общество")],
        Signatures = [Head],
        Issuer = "Администрация городского округа Химки",
        Made = new DateOnly(2020, 8, 17),
    };

    /// <summary>Approved by an act, with proof, an outside body, a lost deadline and decimal numbers.</summary>
    public static PlanPaperInput PlanWithEvidence => new()
    {
        Title = "План мероприятий («дорожная карта»)\nпо реализации инициативных проектов в 2023 году",
        Corner =
        [
            new CornerBlock.Appendix("постановлению администрации Приозёрного муниципального округа от 15.02.2023 № 214", 1),
            new CornerBlock.Approved(Gender.Masculine, "постановлением администрации Приозёрного муниципального округа", new DateOnly(2023, 2, 15), "214"),
        ],
        WithControlDays = true,
        Stages =
        [
            new("1. Подготовка проектов",
            [
                Row("1.1", "Обучение представителей инициативных групп", "до 20.03.2023", [new(2023, 3, 20)], "Финансовое управление") with
                {
                    Evidence = "Список участников",
                    Executors = [new("Финансовое управление"), new("ГКУ «Центр проектов»", ByConsent: true)],
                },
                Row("1.2", "Собрания жителей", "ежеквартально", [new(2023, 4, 10), new(2023, 7, 10), new(2023, 10, 10)], "Территориальные отделы") with { Evidence = "Протоколы собраний" },
            ]),
            new("2. Отбор", [Row("2.1", "Подведение итогов отбора", null, [], "Конкурсная комиссия") with { Evidence = "Протокол комиссии" }], "апрель – май 2023 года"),
        ],
        Signatures = [new("Начальник финансового управления", "М.А. Кравцова")],
        ElectronicSignature = new("00A1B2C3D4E5F60718293A4B5C6D7E8F90", "Кравцова Марина Андреевна", new DateOnly(2022, 6, 1), new DateOnly(2023, 8, 25)),
    };

    /// <summary>The Khimki plan on 2 November 2020.</summary>
    public static ProgressPaperInput Progress => new()
    {
        Subject = "плана организационных мероприятий (дорожной карты) по реализации на территории городского округа Химки этапов проекта",
        On = On,
        Stages =
        [
            new("Подготовительный этап",
            [
                Progressed("1", "Разработка и утверждение концепции Проекта", "Координационный совет", Accepted(new(2020, 8, 31), fact: new(2020, 8, 28))),
                Progressed("2", "Формирование состава рабочих групп по направлениям реализации Проекта", "Координационный совет", Accepted(new(2020, 10, 1), fact: new(2020, 10, 5))) with
                {
                    Comment = "Согласование с краеведческим обществом заняло больше времени, чем предусмотрено",
                },
                Progressed("3", "Утверждение состава рабочих групп", "Координационный совет", Accepted(new(2020, 10, 30), fact: new(2020, 10, 30))),
                Progressed("5", "Подготовка графика съемок, списка вопросов, списка ветеранов", "Управление по образованию Администрации", OnControl(new(2020, 10, 30)) with { Reports = [new(new(2020, 10, 30))] }),
                Progressed("6", "Составление сметных расчетов стоимости", "Управление по образованию Администрации", OnControl(new(2020, 10, 30))) with
                {
                    Comment = "Нет цен на съёмочную технику",
                },
                Progressed("7", "Создание медиа-плана", "МКУ «Управление информационной политики»", OnControl(new(2020, 10, 30)) with
                {
                    Reports =
                    [
                        new(new(2020, 10, 29), new(2020, 10, 29)) { Return = new(new(2020, 10, 30), Reason: "нет приложения") },
                        new(new(2020, 11, 2), new(2020, 10, 29)) { Accepted = On },
                    ],
                }),
            ]),
            new("Основной этап",
            [
                Progressed("1", "Обеспечение деятельности рабочих групп", "Управление по образованию Администрации", new AssignmentRecords { Terms = [new(Approved, null)], IsStanding = true }) with { DeadlineText = "постоянно" },
                Progressed("3", "Информационное освещение проекта", "МКУ «Управление информационной политики»", new AssignmentRecords { Terms = [new(Approved, null)] }) with { DeadlineText = "по отдельному плану" },
                Progressed("4", "Создание площадок для продвижения Проекта", "Территориальные управления микрорайонов", OnControl(new(2020, 12, 1)) with { Released = new(2020, 10, 26) }) with
                {
                    Comment = "Решение Координационного совета",
                },
                Progressed("6", "Проведение краеведческой конференции", "Управление по образованию Администрации", OnControl(new(2021, 2, 26)) with { Extensions = [new(new(2020, 10, 20), new(2021, 3, 31))] }),
            ]),
        ],
        Signatures = [Head],
        Issuer = "Администрация городского округа Химки",
    };

    /// <summary>What the check of the road map found.</summary>
    public static RemarksPaperInput Remarks => new()
    {
        PlanTitle = "План мероприятий («дорожная карта») по реализации проекта «Равные возможности детям»",
        FileName = "дорожная карта.docx",
        On = new DateOnly(2017, 9, 4),
        Groups =
        [
            new("Сроки",
            [
                new("строка 16, графа «Срок реализации»", "Указано пять дат: нужно пять отчётов, а мероприятие одно", "23.10.2017, 15.11.2017, 30.11.2017, 15.12.2017, 25.12.2017", "Разделить на пять поручений"),
                new("строка 21, графа «Срок реализации»", "Срок — выходной день (суббота)", "30.09.2017", "Контрольный день 29.09.2017"),
            ]),
            new("Тексты", [new("строка 1", "Слова слились", "концепцияработы", "концепция работы")]),
            new("Исполнители", []),
        ],
        Implications = ["34 строки → 304 поручения по 18 территориям."],
        Signatures = [new("Методист", "А.И. Белова")],
    };

    /// <summary>The note for the Monday meeting.</summary>
    public static AssignmentsPaperInput Assignments => new()
    {
        Subject = "плана организационных мероприятий (дорожной карты) этапов проекта",
        On = On,
        Meeting = "оперативному совещанию при главе городского округа",
        OnControl = 16,
        Overdue =
        [
            new("Управление по образованию Администрации",
            [
                new()
                {
                    Code = "П.6",
                    Title = "Составление сметных расчетов стоимости",
                    Executors = [new("Управление по образованию Администрации"), new("МКУ «Управление делами Администрации»")],
                    Status = StatusOf(OnControl(new(2020, 10, 15)) with { Extensions = [new(new(2020, 10, 12), new(2020, 10, 30))] }),
                    Note = "Нет цен на съёмочную технику; предложено принять среднюю цену трёх поставщиков до 06.11.2020",
                },
            ]),
            new("МКУ «Управление информационной политики»",
            [
                new()
                {
                    Code = "П.7",
                    Title = "Создание медиа-плана",
                    Executors = [new("МКУ «Управление информационной политики»")],
                    Status = StatusOf(OnControl(new(2020, 10, 30)) with { Reports = [new(new(2020, 10, 28)) { Return = new(new(2020, 10, 29), Reason: "нет приложения") }] }),
                },
            ]),
            new("Управление культуры Администрации", []),
        ],
        ComingUntil = new DateOnly(2020, 11, 9),
        Signatures = [Head],
    };

    public static PlanPaperRow Row(string? number, string title, string? deadline, DateOnly[] days, params string[] executors) => new()
    {
        Number = number,
        Title = title,
        DeadlineText = deadline,
        ControlDays = days,
        Executors = [.. executors.Select(name => new PlanPaperExecutor(name))],
    };

    /// <summary>A row of the report with the status that its records give on the day.</summary>
    public static ProgressPaperRow Progressed(string? number, string title, string executor, AssignmentRecords records) => new()
    {
        Number = number,
        Title = title,
        Executors = [new(executor)],
        Status = StatusOf(records),
    };

    /// <summary>Put on control by the approval of the plan.</summary>
    public static AssignmentRecords OnControl(DateOnly control) => AssignmentRecords.Of(Approved, control);

    private static AssignmentRecords Accepted(DateOnly control, DateOnly fact) =>
        OnControl(control) with { Reports = [new(fact, fact) { Accepted = fact }] };

    private static AssignmentStatus StatusOf(AssignmentRecords records) =>
        AssignmentStatus.Of(records, On, WorkCalendar.Russia, DeadlinePolicy.Municipal);
}
