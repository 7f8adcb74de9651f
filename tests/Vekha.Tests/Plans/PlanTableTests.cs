using Vekha.Documents.Reading;
using Vekha.Documents.Reading.Plans;

namespace Vekha.Tests.Plans;

/// <summary>Layouts of tables in Word and Excel.</summary>
public sealed class PlanTableTests
{
    [Fact]
    public void Marks_of_a_month_grid_make_periods_of_neighbours()
    {
        var draft = PlanFiles.ReadTable("План работы клуба на 2024 год", """
            № | Мероприятие | Месяцы | < | < | < | Ответственный
            ^ | ^ | январь | февраль | март | апрель | ^
            1 | Ремонт сцены | + | + | | | Завхоз
            2 | Занятия кружка | х | | х | х | Руководитель кружка
            """);
        draft.Lines().ShouldBe(["1 | – | Ремонт сцены | Завхоз | январь, февраль", "2 | – | Занятия кружка | Руководитель кружка | январь, март, апрель"]);
        draft.Measures[0].Values().ShouldBe("2024-01-01..2024-02-29");
        draft.Measures[1].Values().ShouldBe("2024-01-01..2024-01-31 2024-03-01..2024-04-30");
    }

    [Fact]
    public void Quarters_under_a_year_are_read_with_it()
    {
        var draft = PlanFiles.ReadTable("Сетевой график", """
            Мероприятие | 2024 год | < | 2025 год | < | Исполнитель
            ^ | III квартал | IV квартал | I квартал | II квартал | ^
            Проект моста | | V | V | | ООО «Проект»
            """);
        draft.Measures[0].Values().ShouldBe("2024-10-01..2025-03-31");
    }

    [Fact]
    public void Start_and_end_columns_make_one_period()
    {
        var draft = PlanFiles.ReadTable("План ремонта на 2024 год", """
            № п/п | Наименование работ | Срок | < | Исполнитель
            ^ | ^ | начало | окончание | ^
            1 | Ремонт фасада | 01.06.2024 | 15.07.2024 | ООО «Строй»
            """);
        draft.Lines().ShouldBe(["1 | – | Ремонт фасада | ООО «Строй» | 01.06.2024 – 15.07.2024"]);
        draft.Measures[0].Values().ShouldBe("2024-06-01..2024-07-15");
    }

    [Fact]
    public void Merged_executor_and_deadline_apply_to_every_row_they_cover()
    {
        var draft = PlanFiles.ReadTable("План на 2024 год", """
            № | Мероприятие | Срок | Ответственный
            1 | Подготовить смету | до 1 мая | Отдел экономики
            2 | Объявить закупку | ^ | ^
            3 | Заключить договор | июнь | Отдел закупок
            """);
        draft.Lines()[1].ShouldBe("2 | – | Объявить закупку | Отдел экономики | до 1 мая");
        draft.Measures[1].ExecutorsInherited.ShouldBeTrue();
    }

    [Fact]
    public void Merged_rows_are_stages_and_totals_repeated_headings_and_column_numbers_are_nothing()
    {
        var draft = PlanFiles.ReadTable("План мероприятий на 2024 год", """
            № п/п | Наименование мероприятия | Срок исполнения | Ответственный исполнитель
            1 | 2 | 3 | 4
            Раздел I. Кадры | < | < | <
            1.1 | Обучить специалистов | I квартал 2024 г. | Отдел кадров
            № п/п | Наименование мероприятия | Срок исполнения | Ответственный исполнитель
            1 | 2 | 3 | 4
            Раздел II. Связь | < | < | <
            2.1 | Открыть горячую линию | постоянно | Пресс-служба
            Итого | | | 
            """);
        draft.Lines().ShouldBe(["1.1 | Кадры | Обучить специалистов | Отдел кадров | I квартал 2024 г.", "2.1 | Связь | Открыть горячую линию | Пресс-служба | постоянно"]);
        draft.Stages.Select(s => s.Number).ShouldBe(["I", "II"]);
    }

    [Fact]
    public void A_row_torn_by_a_page_is_put_together()
    {
        var draft = PlanFiles.ReadTable("План на 2024 год", """
            № | Мероприятие | Срок | Ответственный
            1 | Провести обследование жилых домов и | до 1 июля | Отдел ЖКХ,
            | составить акты осмотра | | управляющие компании
            2 | Обобщить результаты | август | Отдел ЖКХ
            """);
        draft.Lines()[0].ShouldBe("1 | – | Провести обследование жилых домов и составить акты осмотра | Отдел ЖКХ; управляющие компании | до 1 июля");
        draft.Measures.Count.ShouldBe(2);
    }

    [Fact]
    public void Sub_rows_take_executor_and_date_of_their_parent()
    {
        var draft = PlanFiles.ReadTable("План на 2024 год", """
            № | Мероприятие | Срок | Ответственный
            1 | Провести месячник: | апрель 2024 г. | Отдел культуры
            1.1 | открытие | |
            1.2 | закрытие | 30 апреля 2024 г. |
            """);
        draft.Lines().ShouldBe(["1 | – | Провести месячник | Отдел культуры | апрель 2024 г.", "1.1 | – | открытие | Отдел культуры | апрель 2024 г.", "1.2 | – | закрытие | Отдел культуры | 30 апреля 2024 г."]);
    }

    [Fact]
    public void Cells_that_slid_by_a_column_are_put_back()
    {
        var draft = PlanFiles.ReadTable("План на 2024 год", """
            № | Мероприятие | Срок | Ответственный
            1 | Высадить деревья | май | Отдел ЖКХ
            Покрасить ограды | июнь | Отдел благоустройства |
            3 | Полить клумбы | июль | Отдел ЖКХ
            """);
        draft.Lines()[1].ShouldBe("– | – | Покрасить ограды | Отдел благоустройства | июнь");
    }

    [Fact]
    public void Number_of_a_row_that_became_a_date_is_given_as_typed()
    {
        var table = PlanFiles.Table("№ | Мероприятие | Срок | Ответственный\n01.мар | Обучение | июнь 2024 г. | Отдел кадров\n1.4 | Аттестация | июль 2024 г. | Отдел кадров");
        var rows = table.Rows.ToArray();
        rows[1] = rows[1] with { Cells = [rows[1].Cells[0] with { Date = new DateOnly(2024, 3, 1) }, .. rows[1].Cells.Skip(1)] };
        var draft = PlanFinder.Find(new SourceDocument([table with { Rows = rows }], new Dictionary<string, string>()), "план.xlsx").ShouldNotBeNull();
        draft.Measures.Select(m => m.Number).ShouldBe(["1.3", "1.4"]);
    }

    [Fact]
    public void Sheets_go_on_one_after_the_other()
    {
        const string heading = "№ | Мероприятие | Срок | Ответственный\n";
        var source = new SourceDocument(
            [PlanFiles.Table(heading + "1 | Ремонт школы | июнь 2024 г. | Отдел образования", "Образование"), PlanFiles.Table(heading + "1 | Концерт | май 2024 г. | Отдел культуры", "Культура")], new Dictionary<string, string>());
        PlanFinder.Find(source, "план.xlsx").ShouldNotBeNull().Measures.Count.ShouldBe(2);
    }

    [Fact]
    public void A_table_without_headings_is_known_by_its_cells()
    {
        var draft = PlanFiles.ReadTable("План мероприятий на 2024 год", """
            1 | Провести субботник в городском парке | 20 апреля | Отдел ЖКХ
            2 | Провести праздник двора на улице Садовой | 1 июня | Отдел культуры
            3 | Провести ярмарку выходного дня | сентябрь | Отдел экономики
            """);
        draft.Lines()[0].ShouldBe("1 | – | Провести субботник в городском парке | Отдел ЖКХ | 20 апреля");
    }

    [Fact]
    public void School_plan_by_months_takes_the_month_from_the_stage()
    {
        var draft = PlanFiles.ReadTable("План работы школы на 2023/2024 учебный год", """
            Дата | Мероприятие | Класс | Ответственный
            Сентябрь | < | < | <
            1 | День знаний | 1–11 | Заместитель директора
            25–29 | Неделя безопасности | 5–9 | Классные руководители
            Январь | < | < | <
            до 20 | Встреча с ветеранами | 8–11 | Библиотекарь
            """);
        draft.Measures.Select(m => m.Values()).ShouldBe(["on 2023-09-01", "2023-09-25..2023-09-29", "by 2024-01-20"]);
        draft.Measures[0].Fields["audience"].ShouldBe("1–11");
    }

    [Fact]
    public void Marks_under_years_are_read_as_years()
    {
        var draft = PlanFiles.ReadTable("План развития парка", """
            № | Мероприятие | 2024 | 2025 | 2026 | Исполнитель
            1 | Замена освещения в парке | + | + | | Отдел ЖКХ
            2 | Высадка аллеи у входа | | | + | Отдел благоустройства
            """);
        draft.Measures.Select(m => m.Values()).ShouldBe(["2024-01-01..2025-12-31", "2026-01-01..2026-12-31"]);
    }

    [Fact]
    public void Hour_beside_the_date_is_not_a_second_deadline()
    {
        var draft = PlanFiles.ReadTable("План праздника на 2024 год", """
            Дата | Время | Мероприятие | Ответственный
            9 мая | 10.00 | Парад на площади | Отдел культуры
            9 мая | 22.00 | Праздничный салют | Отдел ГО и ЧС
            """);
        draft.Measures.Select(m => m.DeadlineText).ShouldBe(["9 мая", "9 мая"]);
    }

    [Fact]
    public void Days_of_a_plan_of_one_month_take_the_month_from_its_title()
    {
        var draft = PlanFiles.ReadTable("План работы отдела культуры на май 2024 года", """
            Дата | Мероприятие | Ответственный
            1 | Праздник весны | Дом культуры
            15–17 | Выставка цветов | Музей
            """);
        draft.Measures.Select(m => m.Values()).ShouldBe(["on 2024-05-01", "2024-05-15..2024-05-17"]);
    }

    [Fact]
    public void A_post_and_its_person_are_one_executor_a_unit_and_its_head_are_two()
    {
        var draft = PlanFiles.ReadTable("План на 2024 год", """
            № | Мероприятие | Срок | Ответственный
            1 | Обучение работников | май | Инженер по охране труда\nБелов А.А.
            2 | Проверка кабинетов | июнь | Отдел охраны труда\nБелов А.А.
            3 | Осмотр зданий | июль | Котов Р.Р., главный механик
            4 | Выставка | август | МБУ «Музей», директор Савина О.О.
            """);
        draft.Measures.Select(m => string.Join("; ", m.Executors.Select(e => e.Name))).ShouldBe([
            "Инженер по охране труда Белов А.А.", "Отдел охраны труда; Белов А.А.", "Котов Р.Р., главный механик", "МБУ «Музей»; директор Савина О.О."]);
    }
}
