using System.Text;
using Vekha.Documents.Reading;

namespace Vekha.Tests.Documents;

public sealed class FormatsTextTests
{
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1251", false)]
    [InlineData("cp866", false)]
    [InlineData("koi8-r", false)]
    public void A_text_reads_the_same_in_every_encoding(string encoding, bool marked)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string text = "План мероприятий на 2020 год\n1. Провести семинар о вехах до 1 октября";
        var coding = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. marked ? coding.GetPreamble() : [], .. coding.GetBytes(text)];
        FormatsFiles.ReadBytes(bytes, "план.txt").Paragraphs().ShouldBe(text.Split('\n'));
    }

    [Fact]
    public void Khimki_text_is_one_table_with_stage_rows()
    {
        var table = FormatsFiles.Read(FormatsFiles.Sample("khimki-portal.txt")).Table();
        table.ColumnCount.ShouldBe(3);
        table.Rows.Count.ShouldBe(1 + 3 + 16);
        table.Rows[1].Words().ShouldBe("Подготовительный этап |  | ");
        table.Rows[^1].Words().ShouldBe("3. Дальнейшее обеспечение работы и развития интерактивного портала Проекта | постоянно | МКУ «Управление делами Администрации»");
    }

    [Fact]
    public void Cells_on_their_own_lines_come_together_where_tabs_and_numbers_show_the_rows()
    {
        var document = FormatsFiles.Read(FormatsFiles.Sample("equal-opportunities.txt"));
        var table = document.Table();
        table.ColumnCount.ShouldBe(4);
        table.Rows.Count.ShouldBe(35);
        table.Rows[0].Words().ShouldBe("№ п/п | Наименование мероприятия | Исполнитель | Срок реализации");
        table.Rows[4].Cells[2].Text.ShouldBe("ЛОИРО [^2]\nКОПО[^3]");
        table.Rows[16].Cells[3].Text.ShouldBe("23.10. 2017\n15.11.2017\n30.11.2017\n15.12.2017\n25.12.2017");
        table.Rows[27].Cells[1].Text.ShouldStartWith("Проведена презентация");
        document.Footnotes["2"].ShouldBe("ГАОУ ДПО «Ленинградский областной институт развития образования»");
        document.Footnotes.Count.ShouldBe(3);
    }

    [Fact]
    public void Tags_inside_cells_become_lines()
    {
        var table = FormatsFiles.Read(FormatsFiles.Sample("petrovsky-mediaplan.txt")).Table();
        table.Rows.Count.ShouldBe(11);
        table.Rows[3].Cells[2].Text.ShouldBe(
            "дней с даты заключения муниципального контракта\nежеквартально\nне позднее 30 календарных дней со дня завершения реализации проекта\nв течении периода");
        table.Rows.SelectMany(r => r.Cells).ShouldAllBe(c => !c.Text.Contains('<') && !c.Text.Contains('\v'));
    }

    [Fact]
    public void Bold_marks_and_leading_tabs_do_not_reach_the_words()
    {
        var document = FormatsFiles.Read(FormatsFiles.Sample("novokuznetsk-400.txt"));
        document.Blocks.Take(2).ShouldBe([
            new SourceParagraph("СХЕМА ПРОДВИЖЕНИЯ МЕРОПРИЯТИЙ И КОНЦЕПЦИИ ПРАЗДНОВАНИЯ 400- ЛЕТИЯ СО ДНЯ ОСНОВАНИЯ ГОРОДА", Bold: true) { AfterBlank = true },
            new SourceParagraph("НОВОКУЗНЕЦКА", Bold: true)]);
        var table = document.Table();
        table.ColumnCount.ShouldBe(5);
        table.Rows[2].Cells[0].Text.ShouldBe("");
        table.Rows[2].Cells[1].Text.ShouldBe("2. Управление потребительского рынка и развития предпринимательства С.Н. Поздеева");
        document.Paragraphs().Last().ShouldStartWith("По итогам проведенных встреч");
    }

    [Fact]
    public void A_cell_that_goes_on_in_the_next_lines_stays_one_cell()
    {
        var document = FormatsFiles.Read(FormatsFiles.Data("16-dorozhnaya-karta-turizm.txt"));
        var table = document.Table();
        table.ColumnCount.ShouldBe(5);
        table.Rows.ShouldContain(r => r.Words()
            == "4. | Рассылка сведений об / экскурсиях в учреждения / социальной защиты | информационные письма | ежеквартально, до 10 числа первого месяца квартала | Минкультуры области, ОМСУ[^3] (по согласованию)");
        document.Footnotes["2"].ShouldBe("Министерство цифрового развития области.");
    }

    [Fact]
    public void Footnotes_written_by_hand_leave_the_text()
    {
        var document = FormatsFiles.Read(FormatsFiles.Data("06-etapy-byudzheta.txt"));
        document.Footnotes["*"].ShouldBe("на 2026 год и плановый период 2027-2028 годов");
        document.Paragraphs().ShouldContain("Муниципальные программы[^*]");
        document.Blocks.OfType<SourceTable>().ShouldBeEmpty();
    }

    [Fact]
    public void Numbered_lines_without_a_table_stay_paragraphs()
    {
        var document = FormatsFiles.Read(FormatsFiles.Sample("resource-environment.txt"));
        document.Blocks.ShouldAllBe(b => b is SourceParagraph);
        document.Paragraphs().ShouldContain("5. Разработаны и направлены информационные письма в администрации муниципальных образований.");
    }

    private static IEnumerable<string> Rows(string text) => FormatsFiles.ReadText(text).Table().Rows.Select(r => r.Words());

    [Fact]
    public void A_drawn_table_joins_wrapped_lines_and_keeps_ended_ones() => Rows("""
        План
        ┌────┬──────────────────┬─────────────┬──────────────┐
        │ №  │  Наименование    │    Срок     │ Исполнитель  │
        │п/п │  мероприятия     │             │              │
        ├────┼──────────────────┼─────────────┼──────────────┤
        │                 I. Подготовка                      │
        ├────┬──────────────────┬─────────────┬──────────────┤
        │ 1. │Провести сход     │до 1 июня    │Комитет по    │
        │    │граждан           │2023 г.      │культуре      │
        ├────┼──────────────────┼─────────────┤              │
        │ 2. │Подвести          │июнь 2023 г. │              │
        │    │итоги схода;      │             │              │
        │    │Отчёт главе       │             │              │
        └────┴──────────────────┴─────────────┴──────────────┘
        Глава
        """).ShouldBe(["№ п/п | Наименование мероприятия | Срок | Исполнитель", "I. Подготовка", "1. | Провести сход граждан | до 1 июня 2023 г. | Комитет по культуре", "2. | Подвести итоги схода; / Отчёт главе | июнь 2023 г."]);

    [Fact]
    public void A_frame_with_one_rule_has_its_rows_by_the_first_column() => Rows("""
        -----+--------------------+-----------
         N   | Мероприятие        | Срок
        -----+--------------------+-----------
         1   | Уборка территории  | апрель
             | посёлка            |
         2   | Посадка деревьев   | май
        """).ShouldBe(["N | Мероприятие | Срок", "1 | Уборка территории посёлка | апрель", "2 | Посадка деревьев | май"]);

    [Fact]
    public void A_table_of_a_wiki_is_split_by_its_bars() => Rows("| № | Дело | Срок |\n|---|:---|---|\n| 1 | Первое очень длинное | май |\n| 2 | Второе | июнь<br>июль |\n")
        .ShouldBe(["№ | Дело | Срок", "1 | Первое очень длинное | май", "2 | Второе | июнь / июль"]);

    [Fact]
    public void Columns_held_by_spaces_are_a_table() => Rows("""
                        План работы на 2023 год

        № п/п  Мероприятие                   Срок          Ответственный
        1      Обновить минерализованные     до 1 мая      Лесничество (по
               полосы вокруг сёл                           согласованию)
        2      Проверить гидранты            апрель        МУП «Водоканал»
        3      Провести субботник            май           Главы сёл
        """).ShouldBe(["№ п/п | Мероприятие | Срок | Ответственный", "1 | Обновить минерализованные полосы вокруг сёл | до 1 мая | Лесничество (по согласованию)", "2 | Проверить гидранты | апрель | МУП «Водоканал»", "3 | Провести субботник | май | Главы сёл"]);

    [Fact]
    public void A_number_in_the_middle_of_its_row_stays_with_it_where_blank_lines_part_rows() => Rows("""
        №        Мероприятие                   Срок            Исполнитель

                 Обновить минерализованные                     Лесничество
        1.       полосы вокруг                 до 1 мая        (по согласованию)
                 сёл

        2.       Проверить гидранты            апрель          Водоканал

                                               2

        3.       Провести субботник            май             Главы сёл
        """).ShouldBe(["№ | Мероприятие | Срок | Исполнитель", "1. | Обновить минерализованные полосы вокруг сёл | до 1 мая | Лесничество (по согласованию)", "2. | Проверить гидранты | апрель | Водоканал", "3. | Провести субботник | май | Главы сёл"]);

    [Fact]
    public void Signatures_set_apart_by_spaces_are_not_a_table() =>
        FormatsFiles.ReadText("14 февраля 2023 г.                    с. Приречное\n\n1. Провести сход.\n\nГлава округа                      В.И. Лосев\nПротокол вела                     А.А. Зотова\n").Blocks.ShouldAllBe(b => b is SourceParagraph);

    [Fact]
    public void Signs_written_as_entities_are_decoded() =>
        FormatsFiles.ReadText("1. Сход &laquo;Веха&raquo; &ndash; по&nbsp;мере поступления").Paragraphs().ShouldBe(["1. Сход «Веха» – по мере поступления"]);
}
