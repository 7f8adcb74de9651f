using Vekha.Deadlines;
using Vekha.Documents.Reading;
using Vekha.Documents.Reading.Plans;

namespace Vekha.Tests.Plans;

/// <summary>Who answers for a measure, whatever case the cell stands in and however the list is written.</summary>
public sealed class PlanNamesTests
{
    private static string[] Who(params string[] cells) =>
        [.. PlanFiles.ReadTable("План мероприятий по подготовке к зиме на 2025 год", "№|Мероприятие|Срок|Ответственный\n" + string.Join("\n", cells.Select((c, i) => $"{i + 1}|Проверить котельную № {i + 1}|май|{c}")))
            .Measures.Select(m => string.Join("; ", m.Executors.Select(e => e.Name)))];

    [Fact]
    public void A_column_in_the_dative_is_answered_in_the_nominative() =>
        Who("Администрации района", "Комитету образования", "Отделу по делам ГО и ЧС, главам сельских поселений", "Управлению культуры, директору Дома культуры Лаптевой Н.С.")
            .ShouldBe(["Администрация района", "Комитет образования", "Отдел по делам ГО и ЧС; главы сельских поселений", "Управление культуры; директор Дома культуры Лаптева Н.С."]);

    [Fact]
    public void A_column_in_the_instrumental_is_answered_in_the_nominative() =>
        Who("Главой округа", "Отделом культуры", "Комитетом образования").ShouldBe(["Глава округа", "Отдел культуры", "Комитет образования"]);

    [Fact]
    public void Names_already_in_the_nominative_stay_as_they_are() =>
        Who("Администрация района", "Администрации сельских поселений", "Школы района", "Главы поселений", "Отдел культуры, редакции газет")
            .ShouldBe(["Администрация района", "Администрации сельских поселений", "Школы района", "Главы поселений", "Отдел культуры; редакции газет"]);

    [Fact]
    public void One_district_has_one_administration() => Who("Отдел культуры", "Администрации района")[1].ShouldBe("Администрация района");

    [Fact]
    public void A_comma_behind_a_named_person_begins_another_executor() =>
        Who("староста Гусев П.П., пожарная часть № 12", "Гусев П.П., староста деревни", "Гусев П.П., ответственный за пожарную безопасность")
            .ShouldBe(["староста Гусев П.П.; пожарная часть № 12", "Гусев П.П., староста деревни", "Гусев П.П., ответственный за пожарную безопасность"]);

    [Theory]
    [InlineData("-//-"), InlineData("— \" —"), InlineData("То же"), InlineData("»")]
    public void A_ditto_mark_says_what_the_cell_above_says(string mark)
    {
        var draft = PlanFiles.ReadTable("План весенних работ на 2025 год", $"№|Мероприятие|Срок|Ответственный\n1|Осмотр чердаков|до 1 мая|Водоканал\n2|Ремонт отмостки|{mark}|{mark}\n3|Покраска ограды|июнь|Отдел ЖКХ");
        draft.Lines()[1].ShouldBe("2 | – | Ремонт отмостки | Водоканал | до 1 мая");
        draft.Measures[1].Values().ShouldBe("by 2025-05-01");
    }

    [Fact]
    public void Years_under_a_heading_merged_down_are_no_measure() =>
        PlanFiles.ReadTable("Перечень мероприятий программы", "№|Мероприятие|Срок|Ответственный|Объём финансирования|<\n^|^|^|^|2025 год|2026 год\n1|Ремонт дороги|2025 год|Отдел ЖКХ|10,0|20,0\n2|Ремонт моста|2026 год|Отдел ЖКХ|10,0|20,0")
            .Lines().ShouldBe(["1 | – | Ремонт дороги | Отдел ЖКХ | 2025 год", "2 | – | Ремонт моста | Отдел ЖКХ | 2026 год"]);

    [Fact]
    public void A_column_of_yearly_terms_makes_each_term_come_every_year() =>
        PlanFiles.ReadTable("План пропуска половодья в Заречном районе", "№|Мероприятие|Исполнители|Ежегодные сроки исполнения\n1|Очистить трубы|Отдел ЖКХ|до 15 марта\n2|Следить за уровнем воды|Отдел ЖКХ|в период половодья")
            .Measures.Select(m => string.Join(' ', m.Deadlines.Select(d => DeadlineJson.Write(d).ToJsonString()))).ShouldBe(["{\"kind\":\"recurring\",\"rule\":\"FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15\",\"times\":null,\"from\":null,\"to\":null}", "{\"kind\":\"ongoing\"}"]);

    [Fact]
    public void A_numbered_question_right_above_the_decision_is_the_stage_of_its_points() =>
        PlanFiles.ReadText("ПРОТОКОЛ\nзаседания оргкомитета\n\n1. О программе праздника\nРешили:\n1.1. Отделу культуры доработать программу.\nСрок: до 26.05.2025\n2. О безопасности\nРешили:\n2.1. Отделу ГОЧС согласовать план охраны.\nСрок: до 01.06.2025\n")
            .Lines().ShouldBe(["1.1 | О программе праздника | доработать программу | Отдел культуры | до 26.05.2025", "2.1 | О безопасности | согласовать план охраны | Отдел ГОЧС | до 01.06.2025"]);

    [Fact]
    public void Questions_and_speakers_head_a_plan_of_meetings() =>
        PlanFiles.ReadTable("План заседаний комиссии на 2025 год", "Дата заседания|Рассматриваемые вопросы|Докладчик\n17 июля|О занятости подростков|Центр занятости, пожарная часть № 12\n18 сентября|О готовности школ|Управление образования")
            .Lines()[0].ShouldBe("– | – | О занятости подростков | Центр занятости; пожарная часть № 12 | 17 июля");

    [Fact]
    public void A_participle_and_a_numeral_stuck_together_are_proposed_apart() =>
        PlanFiles.ReadTable("План создания клубов на 2025 год", "№|Мероприятие|Срок|Ответственный\n1|Созданыодиннадцать клубов|май|Отдел культуры\n2|Проведенысеминары для семинары|июнь|Отдел культуры\n3|Проведен семинар|июнь|Отдел культуры")
            .Measures.Select(m => m.ProposedTitle).ShouldBe(["Созданы одиннадцать клубов", "Проведены семинары для семинары", null]);

    [Fact]
    public void The_second_line_of_a_title_is_no_stage_of_a_plan_without_a_table()
    {
        var lines = new[] { "ПЛАН ПОДГОТОВКИ", "к празднованию юбилея города", "1. Создать рабочую группу.", "Срок: до 10 апреля 2025 года.", "Ответственный: отдел культуры.", "2. Издать альбом.", "Срок: не позднее 1 сентября 2026 года.", "Ответственный: библиотека." };
        var draft = PlanFinder.Find(new SourceDocument([.. lines.Select((l, i) => new SourceParagraph(l, Bold: i < 2))], new Dictionary<string, string>()), "план.docx").ShouldNotBeNull();
        draft.Title.ShouldBe("ПЛАН ПОДГОТОВКИ к празднованию юбилея города");
        draft.Stages.ShouldBeEmpty();
    }

    [Fact]
    public void Sections_and_telephones_of_a_table_told_one_cell_a_line_find_their_places() =>
        PlanFiles.ReadText("План работы гимназии на 2025 год\n\n№ п/п\nМероприятие\nСрок\nОтветственный\nКонтактный телефон\nI. Организационные мероприятия\n1\nПроверить готовность кабинетов\nдо 15 августа\nЗавхоз Ильин П.П.\n2-33-40\n2\nУтвердить расписание\nдо 1 сентября\nЗавуч\n2-33-41\nII. Праздники\n3\nПровести линейку\n1 сентября\nПедагог-организатор\n2-33-42\n")
            .Lines().ShouldBe(["1 | Организационные мероприятия | Проверить готовность кабинетов | Завхоз Ильин П.П. | до 15 августа", "2 | Организационные мероприятия | Утвердить расписание | Завуч | до 1 сентября", "3 | Праздники | Провести линейку | Педагог-организатор | 1 сентября"]);

    [Fact]
    public void Headings_and_numbers_of_columns_that_come_again_are_no_cells() =>
        PlanFiles.ReadText("План мероприятий по улучшению дорог города\n№ п/п\nМероприятие\nСрок\nИсполнитель\n1\n2\n3\n4\nКТ-1\nПровести опрос жителей о качестве дорог\nапрель 2025 г.\nОтдел дорог\nПродолжение таблицы\n№ п/п\nМероприятие\nСрок\nИсполнитель\nКТ-2\nСоставить дефектную ведомость\n-//-\nОтдел закупок\n")
            .Lines().ShouldBe(["КТ-1 | – | Провести опрос жителей о качестве дорог | Отдел дорог | апрель 2025 г.", "КТ-2 | – | Составить дефектную ведомость | Отдел закупок | апрель 2025 г."]);

    [Fact]
    public void A_section_written_over_the_columns_does_not_hide_them() =>
        PlanFiles.ReadText("""
            План проведения Дня посёлка в 2025 году

            №      Мероприятие                     Срок               Ответственный
            Раздел I. Подготовка территории
            1      Составить смету расходов        до 10.06.2025      Бухгалтерия
            2      Заключить договоры              до 20.06.2025      Дом культуры
            Раздел II. Проведение праздника
            3      Провести шествие                12 июля 2025 г.    Школа искусств
            4      Обеспечить порядок              12 июля 2025 г.    Отдел полиции
            """).Lines().ShouldBe([
                "1 | Подготовка территории | Составить смету расходов | Бухгалтерия | до 10.06.2025", "2 | Подготовка территории | Заключить договоры | Дом культуры | до 20.06.2025",
                "3 | Проведение праздника | Провести шествие | Школа искусств | 12 июля 2025 г.", "4 | Проведение праздника | Обеспечить порядок | Отдел полиции | 12 июля 2025 г."]);
}
