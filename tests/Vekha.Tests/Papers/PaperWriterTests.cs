using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using Vekha.Documents.Writing;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Vekha.Tests.Papers;

public sealed class PaperWriterTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\",\"нажмите\")")]
    [InlineData("+7 (495) 000-00-00")]
    [InlineData("-1+2")]
    [InlineData("@SUM(A1)")]
    [InlineData("'кавычка")]
    public void Text_that_begins_like_a_formula_stays_text(string text)
    {
        using var file = Excel(Table([new("Текст", 1)], PaperRow.Of(text)));
        var page = file.WorkbookPart!.WorksheetParts.Single().Worksheet;
        page.Descendants<S.CellFormula>().ShouldBeEmpty();
        var cell = page.Descendants<S.Cell>().Single(c => c.InnerText == text);
        cell.DataType!.Value.ShouldBe(S.CellValues.InlineString);
        var look = (S.CellFormat)file.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);
        look.QuotePrefix!.Value.ShouldBeTrue("editing the cell would make a formula of it");
    }

    [Fact]
    public void Days_and_numbers_can_be_counted_in_Excel()
    {
        using var file = Excel(Table([new("Срок", 1), new("Число", 1), new("Доля", 1)],
            PaperRow.Of(new DateOnly(2020, 10, 30), 1250.5m, new PaperCell(new PaperValue.Number(0.875m, PaperNumber.Percent)))));
        var cells = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.Cell>().Where(c => c.CellValue is not null).ToList();
        cells.Select(c => c.CellValue!.Text).ShouldBe(["44134", "1250.5", "0.875"]);
        var looks = file.WorkbookPart.WorkbookStylesPart!.Stylesheet;
        looks.NumberingFormats!.Elements<S.NumberingFormat>().Select(f => f.FormatCode!.Value).ShouldBe(["dd\\.mm\\.yyyy", "#,##0", "0\\ %"]);
    }

    [Fact]
    public void Day_older_than_the_calendar_of_Excel_is_written_in_words()
    {
        using var file = Excel(Table([new("День", 1)], PaperRow.Of(new DateOnly(1861, 2, 19))));
        file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.Cell>().ShouldContain(c => c.InnerText == "19.02.1861");
    }

    [Fact]
    public void Heading_of_a_table_stays_in_sight_and_repeats_in_print()
    {
        using var file = Excel(Table([new("А", 1), new("Б", 1)], PaperRow.Of("1", "2"), PaperRow.Of("3", "4")));
        var page = file.WorkbookPart!.WorksheetParts.Single().Worksheet;
        page.Descendants<S.Pane>().Single().VerticalSplit!.Value.ShouldBe(3);
        page.Descendants<S.PageSetup>().Single().Orientation!.Value.ShouldBe(S.OrientationValues.Landscape);
        page.GetFirstChild<S.AutoFilter>()!.Reference!.Value.ShouldBe("A3:B5");
        file.WorkbookPart.Workbook.DefinedNames!.Elements<S.DefinedName>().Single(n => n.Name == "_xlnm.Print_Titles").Text.ShouldBe("'Лист'!$3:$3");
    }

    [Fact]
    public void Table_with_stages_is_not_filtered_apart_from_them()
    {
        using var file = Excel(Table([new("А", 1), new("Б", 1)], new PaperRow.Stage("Этап"), PaperRow.Of("1", "2")));
        var page = file.WorkbookPart!.WorksheetParts.Single().Worksheet;
        page.GetFirstChild<S.AutoFilter>().ShouldBeNull();
        page.Descendants<S.MergeCell>().ShouldContain(m => m.Reference == "A4:B4");
    }

    [Fact]
    public void Sheet_names_obey_Excel_and_never_repeat()
    {
        var name = "Ход [реализации]: план/факт * за 2020 год?";
        using var file = Excel(new Paper
        {
            Title = "Сводный отчёт",
            Body = [Tabled(name), Tabled(name), Tabled("'"), Tabled("history")],
        });
        var names = file.WorkbookPart!.Workbook.Sheets!.Elements<S.Sheet>().Select(s => s.Name!.Value!).ToList();
        names.ShouldBe(["Ход реализации план факт за 202", "Ход реализации план факт за (2)", "Лист", "history (2)"]);
        names.ShouldAllBe(n => n.Length <= 31);

        static PaperTable Tabled(string name) => new(name, [new("А", 1)], [PaperRow.Of("1")]);
    }

    [Fact]
    public void Columns_of_a_Word_table_fill_the_page_and_no_more()
    {
        using var file = Word(Table([new("А", 1), new("Б", 3), new("В", 3)], PaperRow.Of("1", "2", "3")));
        var body = file.MainDocumentPart!.Document.Body!;
        body.Descendants<W.GridColumn>().Sum(c => int.Parse(c.Width!.Value!, null)).ShouldBe(11906 - 1134 - 567);
        var margins = body.Descendants<W.PageMargin>().Single();
        (margins.Left!.Value, margins.Right!.Value, margins.Top!.Value, margins.Bottom!.Value).ShouldBe((1134u, 567u, 1134, 1134));
    }

    [Fact]
    public void Long_row_of_a_Word_table_may_break_and_a_short_one_may_not()
    {
        using var file = Word(Table([new("А", 1)], PaperRow.Of("коротко"), PaperRow.Of(string.Concat(Enumerable.Repeat("очень длинный текст ", 200)))));
        var rows = file.MainDocumentPart!.Document.Body!.Descendants<W.TableRow>().ToList();
        rows.Select(r => r.Descendants<W.CantSplit>().Any()).ShouldBe([true, true, false]);
        rows.Select(r => r.Descendants<W.TableHeader>().Any()).ShouldBe([true, false, false]);
    }

    [Fact]
    public void Unprintable_characters_do_not_spoil_the_file()
    {
        var paper = Table([new("А\u0001", 1)], PaperRow.Of("звонок\a, половина \uD83D, целый 😀, табуляция\tи\r\nстрока"));
        using var word = Word(paper);
        using var excel = Excel(paper);
        word.MainDocumentPart!.Document.Body!.Descendants<W.TableCell>().Last().InnerText.ShouldBe("звонок, половина , целый 😀, табуляция истрока");
        excel.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText.ShouldContain("табуляция и\nстрока");
    }

    [Fact]
    public void Properties_name_the_paper_and_not_the_machine()
    {
        using var file = Word(Table([new("А", 1)], PaperRow.Of("1")) with { Issuer = "Администрация округа", Made = new DateOnly(2020, 8, 17) });
        file.PackageProperties.Title.ShouldBe("Проба");
        file.PackageProperties.Creator.ShouldBe("Администрация округа");
        file.PackageProperties.Created.ShouldBe(new DateTime(2020, 8, 17, 0, 0, 0, DateTimeKind.Utc));
        file.PackageProperties.LastModifiedBy.ShouldBeNull();
    }

    [Fact]
    public void Heading_over_two_columns_is_drawn_in_both_formats()
    {
        var paper = Table(
            [new("Мероприятие", 2), new("плановая", 1) { Group = "Дата" }, new("фактическая", 1) { Group = "Дата" }],
            PaperRow.Of("Съёмка", new DateOnly(2020, 10, 30), (DateOnly?)null));
        using var word = Word(paper);
        word.MainDocumentPart!.Document.Body!.Descendants<W.TableHeader>().Count().ShouldBe(2);
        using var excel = Excel(paper);
        excel.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.MergeCell>().Select(m => m.Reference!.Value)
            .ShouldBe(["A1:C1", "A3:A4", "B3:C3"]);
    }

    [Fact]
    public void Row_with_a_cell_missing_is_refused_before_it_becomes_a_file()
    {
        var paper = Table([new("А", 1), new("Б", 1)], PaperRow.Of("1"));
        Should.Throw<ArgumentException>(() => WordPaper.Write(paper, new MemoryStream()));
        Should.Throw<ArgumentException>(() => ExcelPaper.Write(paper, new MemoryStream()));
    }

    [Theory]
    [InlineData(0, "0"), InlineData(4, "+4"), InlineData(-2, "−2"), InlineData(1250, "+1\u00A0250")]
    public void Deviation_shows_its_sign(int days, string shown) => new PaperValue.Number(days, PaperNumber.Signed).ToString().ShouldBe(shown);

    [Theory]
    [InlineData("docx"), InlineData("xlsx")]
    public void Large_paper_is_written_in_one_piece(string format)
    {
        var paper = Table([new("№", 1), new("Мероприятие", 5), new("Срок", 2)],
            [.. Enumerable.Range(1, 3000).Select(i => PaperRow.Of(i, "Мероприятие " + i, new DateOnly(2020, 1, 1).AddDays(i)))]);
        PaperText.Of(PaperGoldenTests.Written(paper, format)).ShouldContain("Мероприятие 3000");
    }

    [Fact]
    public void No_text_whatever_makes_a_file_that_needs_repair() =>
        Prop.ForAll<string, string>((first, second) =>
        {
            var paper = Table([new(first ?? "", 1), new("Б", 2)], new PaperRow.Stage(second ?? ""),
                PaperRow.Of(first, new PaperCell(new PaperValue.Text(second ?? ""), new PaperValue.Text(first ?? "")))) with { Title = first ?? "", Notes = [second ?? ""] };
            using var word = Word(paper);
            using var excel = Excel(paper);
        }).QuickCheckThrowOnFailure();

    private static Paper Table(IReadOnlyList<PaperColumn> columns, params PaperRow[] rows) =>
        new() { Title = "Проба", Body = [new PaperTable("Лист", columns, rows)] };

    private static WordprocessingDocument Word(Paper paper)
    {
        var file = WordprocessingDocument.Open(PaperGoldenTests.Written(paper, "docx"), false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(e => e.Description).ShouldBeEmpty();
        return file;
    }

    private static SpreadsheetDocument Excel(Paper paper)
    {
        var file = SpreadsheetDocument.Open(PaperGoldenTests.Written(paper, "xlsx"), false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(e => e.Description).ShouldBeEmpty();
        return file;
    }
}
