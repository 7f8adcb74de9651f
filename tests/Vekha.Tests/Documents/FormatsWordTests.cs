using Vekha.Documents.Reading;
using static Vekha.Tests.Documents.FormatsWordFile;

namespace Vekha.Tests.Documents;

public sealed class FormatsWordTests
{
    private const string Lists = """
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%3)"/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="1">
          <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="Шаг %1"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/><w:pStyle w:val="Step"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        <w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
        """;

    private static IEnumerable<string> Paragraphs(string body, string styles = "") =>
        FormatsFiles.ReadBytes(Of(body, styles, Lists), "план.docx").Paragraphs();

    private static SourceTable Table(string rows) => FormatsFiles.ReadBytes(Of($"<w:tbl>{rows}</w:tbl>"), "план.docx").Table();

    [Fact]
    public void Automatic_numbers_are_given_as_the_word_processor_shows_them() =>
        Paragraphs(Numbered(1, 0, "Слушали") + Numbered(1, 1, "Поручить") + Numbered(1, 2, "представить") + Numbered(1, 2, "разместить")
            + Numbered(1, 1, "Рекомендовать") + Numbered(1, 2, "провести") + Numbered(1, 0, "Слушали") + Numbered(1, 1, "Поручить"))
        .ShouldBe(["1. Слушали", "1.1. Поручить", "а) представить", "б) разместить", "1.2. Рекомендовать", "а) провести", "2. Слушали", "2.1. Поручить"]);

    [Fact]
    public void Roman_lists_legal_levels_bullets_and_restarted_lists_keep_their_own_count() =>
        Paragraphs(Numbered(2, 0, "Кадры") + Numbered(2, 1, "Курсы") + Numbered(3, 0, "пункт") + Numbered(1, 0, "раз") + Numbered(1, 0, "два") + Numbered(4, 0, "снова раз") + Numbered(4, 0, "снова два"))
        .ShouldBe(["III. Кадры", "3.1 Курсы", "• пункт", "1. раз", "2. два", "1. снова раз", "2. снова два"]);

    [Fact]
    public void Numbers_of_a_style_are_shown_and_a_paragraph_can_leave_its_list() =>
        Paragraphs(P("Анкета", "<w:pStyle w:val=\"Step\"/>") + P("Письма", "<w:pStyle w:val=\"Next\"/>") + P("Пояснение", "<w:pStyle w:val=\"Step\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
            "<w:style w:styleId=\"Step\"><w:name w:val=\"Step\"/><w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"Next\"><w:basedOn w:val=\"Step\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr></w:style>")
        .ShouldBe(["1) Анкета", "2) Письма", "Пояснение"]);

    [Fact]
    public void Tracked_changes_are_read_as_accepted() =>
        Paragraphs($"<w:p>{R("до ")}<w:del w:id=\"1\"><w:r><w:delText>1 мая</w:delText></w:r></w:del><w:ins w:id=\"2\">{R("9 мая")}</w:ins><w:moveFrom w:id=\"3\">{R(" ушло")}</w:moveFrom><w:moveTo w:id=\"4\">{R(" пришло")}</w:moveTo></w:p>"
            + P("Начало ", "<w:rPr><w:del w:id=\"5\"/></w:rPr>") + P("и конец") + $"<w:p><w:pPr><w:rPr><w:del w:id=\"6\"/></w:rPr></w:pPr><w:del w:id=\"7\"><w:r><w:delText>Всё удалено</w:delText></w:r></w:del></w:p>" + P("Дальше"))
        .ShouldBe(["до 9 мая пришло", "Начало и конец", "Дальше"]);

    [Fact]
    public void Hidden_text_fields_codes_and_prompts_are_left_out() =>
        Paragraphs($"<w:p>{R("Срок")}{R(" секретный", "<w:vanish/>")}{R(" прямой", "<w:vanish w:val=\"0\"/>")}{R(" по стилю", "<w:rStyle w:val=\"Off\"/>")}"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + R(" 1 мая") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            + $"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{R("Место для ввода")}</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>{R(" введено")}</w:sdtContent></w:sdt>"
            + "<w:r><w:t xml:space=\"preserve\"> про</w:t><w:softHyphen/><w:t>ект</w:t><w:noBreakHyphen/><w:t>смета</w:t></w:r></w:p>",
            "<w:style w:styleId=\"Off\"><w:rPr><w:vanish/></w:rPr></w:style>")
        .ShouldBe(["Срок прямой 1 мая введено проект-смета"]);

    [Fact]
    public void A_text_box_is_read_once_and_before_its_paragraph() =>
        Paragraphs($"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{P("УТВЕРЖДАЮ")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{P("УТВЕРЖДАЮ")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{R("План")}</w:p>")
        .ShouldBe(["УТВЕРЖДАЮ", "План"]);

    [Fact]
    public void Merged_cells_stand_once_on_the_grid()
    {
        var table = Table("<w:tblGrid><w:gridCol w:w=\"500\"/><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>"
            + $"<w:tr><w:trPr><w:tblHeader/></w:trPr>{Tc(P("№"))}{Tc(P("Мероприятие"))}{Tc(P("Кто"))}</w:tr>"
            + $"<w:tr>{Tc(P("I. Раздел"), "<w:gridSpan w:val=\"3\"/>")}</w:tr>"
            + $"<w:tr>{Tc(P("1."))}{Tc(P("Первое") + P("вторая строка"))}{Tc(P("Отдел"), "<w:vMerge w:val=\"restart\"/>")}</w:tr>"
            + $"<w:tr>{Tc(P("2."))}{Tc(P("Второе"))}{Tc(P(""), "<w:vMerge/>")}</w:tr>"
            + $"<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{Tc(P("3."))}{Tc(P("Удалённая строка"))}{Tc(P(""))}</w:tr>");
        table.Rows.Select(r => r.Words()).ShouldBe(["№ | Мероприятие | Кто", "I. Раздел", "1. | Первое / вторая строка | Отдел", "2. | Второе"]);
        table.Rows[0].IsRepeatedHeader.ShouldBeTrue();
        table.Rows[1].Cells[0].ColumnSpan.ShouldBe(3);
        table.Rows[2].Cells[2].RowSpan.ShouldBe(2);
    }

    [Fact]
    public void Borders_drawn_twice_by_hand_are_one_column()
    {
        var table = Table("<w:tblGrid><w:gridCol w:w=\"500\"/><w:gridCol w:w=\"60\"/><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>"
            + $"<w:tr>{Tc(P("№"), "<w:gridSpan w:val=\"2\"/>")}{Tc(P("Мероприятие"))}{Tc(P("Срок"))}</w:tr>"
            + $"<w:tr>{Tc(P("1."))}{Tc(P("Первое"), "<w:gridSpan w:val=\"2\"/>")}{Tc(P("май"))}</w:tr>");
        table.ColumnCount.ShouldBe(3);
        table.Rows[1].Cells.Select(c => c.Column).ShouldBe([0, 1, 2]);
        table.Rows[1].Cells.Select(c => c.ColumnSpan).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void A_table_inside_a_cell_becomes_its_lines_and_a_frame_around_a_plan_disappears()
    {
        var inner = $"<w:tbl>{Row("1 мая", "отчёт")}{Row("1 июня", "отчёт")}{Row("1 июля", "отчёт")}</w:tbl>";
        Table(Row("1.", "Отчёты") + $"<w:tr>{Tc(P("2."))}{Tc(inner + P(""))}</w:tr>" + Row("3.", "Итог") + Row("4.", "Всё")).Rows[1].Words()
            .ShouldBe("2. | 1 мая отчёт / 1 июня отчёт / 1 июля отчёт");
        var plan = $"<w:tbl>{Row("№", "Мероприятие", "Срок")}{Row("1.", "Первое", "май")}{Row("2.", "Второе", "июнь")}</w:tbl>";
        Table($"<w:tr>{Tc(P("План") + plan + P(""))}</w:tr>").ColumnCount.ShouldBe(3);
    }

    [Fact]
    public void Numbers_in_cells_are_part_of_their_words()
    {
        var document = FormatsFiles.ReadBytes(Of($"<w:tbl><w:tr>{Tc(Numbered(1, 0, ""))}{Tc(P("Первое"))}</w:tr><w:tr>{Tc(Numbered(1, 0, ""))}{Tc(Numbered(3, 0, "а") + Numbered(3, 0, "б"))}</w:tr></w:tbl>", "", Lists), "a.docx");
        document.Table().Rows.Select(r => r.Words()).ShouldBe(["1. | Первое", "2. | • а / • б"]);
    }

    [Fact]
    public void Footnotes_leave_a_mark_and_stand_apart()
    {
        var body = $"<w:p>{R("Минкультуры")}<w:r><w:footnoteReference w:id=\"5\"/></w:r>{R(", КОПО")}<w:r><w:footnoteReference w:id=\"2\" w:customMarkFollows=\"1\"/><w:t>*</w:t></w:r></w:p>";
        var document = FormatsFiles.ReadBytes(Of(body, footnotes: $"<w:footnote w:type=\"separator\" w:id=\"-1\">{P("")}</w:footnote><w:footnote w:id=\"5\">{P(" Министерство культуры")}</w:footnote><w:footnote w:id=\"2\">{P("Комитет")}</w:footnote>"), "a.docx");
        document.Paragraphs().ShouldBe(["Минкультуры[^1], КОПО[^*]"]);
        document.Footnotes.ShouldBe(new Dictionary<string, string> { ["1"] = "Министерство культуры", ["*"] = "Комитет" }, ignoreOrder: true);
    }

    [Fact]
    public void The_minutes_have_their_numbers()
    {
        var paragraphs = FormatsFiles.Read(FormatsFiles.Data("14-protokol-porucheniya.docx")).Paragraphs().ToList();
        paragraphs.ShouldContain("1.2.1. в срок до 01.03.2023 представить на утверждение план праздничных мероприятий;");
        paragraphs.ShouldContain("2.2. МУП «Приречье-Водоканал» (Гусев Т.Т.), АО «Дорожник» (по согласованию) очистить водопропускные трубы.");
    }

    [Fact]
    public void The_road_map_has_merged_executors_repeated_headings_and_footnotes()
    {
        var document = FormatsFiles.Read(FormatsFiles.Data("16-dorozhnaya-karta-turizm.docx"));
        var table = document.Table();
        table.Rows.Take(2).ShouldAllBe(r => r.IsRepeatedHeader);
        table.Rows.Single(r => r.Cells[0].Text == "2.").Cells[^1].RowSpan.ShouldBe(4);
        document.Footnotes["1"].ShouldBe("Министерство культуры и туризма области.");
    }
}
