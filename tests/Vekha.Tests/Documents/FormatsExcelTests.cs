using System.IO.Compression;
using System.Text;
using Vekha.Documents.Reading;

namespace Vekha.Tests.Documents;

public sealed class FormatsExcelTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Styles: 0 general, 1 dd.mm.yyyy, 2 built-in d-mmm, 3 «d mmmm yyyy», 4 «mmmm yyyy», 5 bold, 6 «0.» with a quoted stop.</summary>
    private const string Styles = """
        <numFmts><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="165" formatCode="[$-419]d\ mmmm\ yyyy\ &quot;г.&quot;;@"/><numFmt numFmtId="166" formatCode="mmmm\ yyyy"/><numFmt numFmtId="167" formatCode="0&quot;.&quot;"/></numFmts>
        <fonts><font/><font><b/></font></fonts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="16"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="0" fontId="1"/><xf numFmtId="167"/></cellXfs>
        """;

    private static string T(string text, string reference = "", int style = 0) => $"<c {At(reference)} s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string N(double number, int style = 0, string reference = "") => FormattableString.Invariant($"<c {At(reference)} s=\"{style}\"><v>{number}</v></c>");

    private static string At(string reference) => reference.Length > 0 ? $"r=\"{reference}\"" : "";

    private static string Row(string cells, string attributes = "") => $"<row {attributes}>{cells}</row>";

    private static byte[] Book(params (string Name, string State, string Xml)[] sheets)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string xml)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
            string Links(IEnumerable<string> links) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(links)}</Relationships>";
            Add("_rels/.rels", Links([$"<Relationship Id=\"r\" Type=\"{Relations}/officeDocument\" Target=\"/xl/workbook.xml\"/>"]));
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" state=\"{s.State}\" r:id=\"r{i}\"/>"))}</sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", Links([
                $"<Relationship Id=\"st\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>", $"<Relationship Id=\"ss\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/>",
                .. sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")]));
            Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{Styles}</styleSheet>");
            Add("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\"><si><r><t>Первая </t></r><r><t>строка_x000D_</t></r></si><si><t>вторая</t><rPh><t>чтение</t></rPh></si></sst>");
            for (var i = 0; i < sheets.Length; i++) Add($"xl/worksheets/sheet{i}.xml", $"<worksheet xmlns=\"{Main}\">{sheets[i].Xml}</worksheet>");
        }
        return file.ToArray();
    }

    private static SourceDocument Read(string sheet) => FormatsFiles.ReadBytes(Book(("План", "visible", sheet)), "план.xlsx");

    private static IEnumerable<string> Rows(string sheet) => Read(sheet).Table().Rows.Select(r => r.Words());

    private static readonly string Heading = Row(T("№ п/п") + T("Мероприятие") + T("Срок"));

    [Fact]
    public void Dates_read_as_the_spreadsheet_shows_them()
    {
        var table = Read($"<sheetData>{Heading}{Row(N(1) + T("Первое") + N(44986, 1))}{Row(N(2) + T("Второе") + N(44986, 3))}{Row(N(3) + T("Третье") + N(44986, 4))}{Row(N(4) + T("Пятое") + N(44986, 2))}</sheetData>").Table();
        table.Rows.Skip(1).Select(r => r.Cells[2].Text).ShouldBe(["01.03.2023", "1 марта 2023 г.", "март 2023", "01.мар"]);
        table.Rows.Skip(1).Select(r => r.Cells[2].Date).ShouldBe([new DateOnly(2023, 3, 1), new DateOnly(2023, 3, 1), null, new DateOnly(2023, 3, 1)]);
    }

    [Fact]
    public void Numbers_that_became_dates_are_given_as_typed() =>
        Rows($"<sheetData>{Heading}{Row(N(1, 6) + T("Раздел") + T("май"))}{Row(N(1.1) + T("а") + T("май"))}{Row(N(44987, 2) + T("б") + T("май"))}{Row(N(1.9) + T("в") + T("май"))}{Row(N(1.1) + T("г") + T("май"))}{Row(N(37653, 1) + T("д") + T("май"))}</sheetData>")
        .ShouldBe(["№ п/п | Мероприятие | Срок", "1. | Раздел | май", "1.1 | а | май", "2.3 | б | май", "1.9 | в | май", "1.10 | г | май", "1.2.3 | д | май"]);

    [Fact]
    public void Merged_cells_titles_and_notes_are_told_apart()
    {
        var document = Read($"<sheetData>{Row(T("План работы", "A1", 5), "r=\"1\"")}{Row(T("№", "A3") + T("Мероприятие", "B3") + T("Срок", "C3") + T("Кто", "D3"), "r=\"3\"")}{Row(T("I. Раздел", "A4"), "r=\"4\"")}"
            + $"{Row(T("1.", "A5") + T("Первое*", "B5") + T("май", "C5") + T("Отдел", "D5"), "r=\"5\"")}{Row(T("2.", "A6") + T("Второе", "B6") + T("июнь", "C6"), "r=\"6\"")}{Row(T("* кроме лета", "A7"), "r=\"7\"")}{Row(T("Глава", "A9") + T("Лосев", "D9"), "r=\"9\"")}</sheetData>"
            + "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A4:D4\"/><mergeCell ref=\"D5:D6\"/><mergeCell ref=\"A7:D7\"/></mergeCells>");
        document.Blocks[0].ShouldBe(new SourceParagraph("План работы", Bold: true) { Sheet = "План" });
        var table = document.Table();
        table.Sheet.ShouldBe("План");
        table.Rows.Select(r => r.Words()).ShouldBe(["№ | Мероприятие | Срок | Кто", "I. Раздел", "1. | Первое[^*] | май | Отдел", "2. | Второе | июнь"]);
        (table.Rows[1].Cells[0].ColumnSpan, table.Rows[2].Cells[3].RowSpan).ShouldBe((4, 2));
        document.Footnotes["*"].ShouldBe("кроме лета");
        document.Paragraphs().ShouldBe(["План работы", "Глава", "Лосев"]);
    }

    [Fact]
    public void Hidden_sheets_rows_and_columns_are_left_out_but_filtered_rows_stay()
    {
        var filtered = $"<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData>{Row(T("№", "A1") + T("Мероприятие", "B1") + T("Черновик", "C1") + T("Кто", "D1"), "r=\"1\"")}"
            + $"{Row(T("1", "A2") + T("Видно", "B2") + T("х", "C2") + T("Отдел", "D2"), "r=\"2\"")}{Row(T("2", "A3") + T("Скрыто фильтром", "B3") + T("х", "C3") + T("Комитет", "D3"), "r=\"3\" hidden=\"1\"")}"
            + $"{Row(T("3", "A4") + T("Скрыто рукой", "B4") + T("х", "C4") + T("Отдел", "D4"), "r=\"4\" hidden=\"1\"")}</sheetData><autoFilter ref=\"A1:D4\"><filterColumn colId=\"3\"><filters><filter val=\"Отдел\"/></filters></filterColumn></autoFilter>";
        var hand = $"<sheetData>{Row(T("№") + T("Мероприятие") + T("Кто"))}{Row(T("1") + T("Видно") + T("Отдел"))}{Row(T("2") + T("Скрыто") + T("Отдел"), "hidden=\"1\"")}</sheetData><autoFilter ref=\"A1:C3\"/>";
        var document = FormatsFiles.ReadBytes(Book(("Первый", "visible", filtered), ("Тайный", "hidden", hand), ("Второй", "visible", hand)), "a.xlsx");
        document.Blocks.Cast<SourceTable>().Select(t => (t.Sheet, string.Join("; ", t.Rows.Select(r => r.Words())))).ShouldBe([
            ("Первый", "№ | Мероприятие | Кто; 1 | Видно | Отдел; 2 | Скрыто фильтром | Комитет"),
            ("Второй", "№ | Мероприятие | Кто; 1 | Видно | Отдел")]);
        document.Problems.Select(p => p.Text).ShouldBe(["Скрытые листы не прочитаны: «Тайный».", "Скрытые строки не прочитаны (1).", "Скрытые строки не прочитаны (1)."]);
    }

    [Fact]
    public void Shared_strings_formulas_and_truth_values_give_their_words() =>
        Rows($"<sheetData>{Heading}{Row("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"str\"><f>A1&amp;B1</f><v>итог</v></c>")}{Row("<c t=\"b\"><v>1</v></c><c><f>1+1</f><v>2.5</v></c><c t=\"e\"><v>#REF!</v></c>")}</sheetData>")
        .Skip(1).ShouldBe(["Первая строка | вторая | итог", "ИСТИНА | 2,5 | #REF!"]);

    [Fact]
    public void A_heading_of_two_rows_belongs_to_its_table()
    {
        var document = FormatsFiles.Read(FormatsFiles.Data("06-etapy-byudzheta.xlsx"));
        document.Paragraphs().ShouldBe(["Основные этапы бюджетного процесса", "2025 год"]);
        var table = document.Table();
        table.Rows.Take(3).Select(r => r.Words()).ShouldBe(["Этап | Срок", "Подготовка | Утверждение", "Проект решения об исполнении районного бюджета за 2024 год | март-апрель | До 1 мая"]);
        (table.Rows[0].Cells[0].RowSpan, table.Rows[0].Cells[1].ColumnSpan).ShouldBe((2, 2));
        document.Footnotes["*"].ShouldStartWith("на 2026 год");
    }

    [Fact]
    public void Two_plans_on_one_sheet_are_two_tables()
    {
        string Plan(string title, int row) => Row(T(title, $"A{row}"), $"r=\"{row}\"") + Row(T("№", $"A{row + 1}") + T("Мероприятие", $"B{row + 1}") + T("Срок", $"C{row + 1}"), $"r=\"{row + 1}\"")
            + Row(T("1", $"A{row + 2}") + T("Дело", $"B{row + 2}") + T("май", $"C{row + 2}"), $"r=\"{row + 2}\"");
        Read($"<sheetData>{Plan("Первый план", 1)}{Plan("Второй план", 6)}</sheetData>").Blocks.Select(b => b is SourceParagraph p ? p.Text : "таблица")
            .ShouldBe(["Первый план", "таблица", "Второй план", "таблица"]);
    }
}
