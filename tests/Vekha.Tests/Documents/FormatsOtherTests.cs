using System.Diagnostics;
using System.Text;
using Vekha.Documents.Reading;

namespace Vekha.Tests.Documents;

/// <summary>PDF, the open formats, the old formats, pages of the web.</summary>
public sealed class FormatsOtherTests
{
    private static void Needs(string program, string option)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, option) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed.");
        }
    }

    [Fact]
    public void Tables_of_a_pdf_are_found_by_their_borders()
    {
        Needs("pdftotext", "-v");
        var document = FormatsFiles.Read(FormatsFiles.Sample("khimki-portal.pdf"));
        var table = document.Table();
        table.Rows.Count.ShouldBe(20);
        table.Rows[1].Cells.ShouldBe([new SourceCell("Подготовительный этап", 0, 3)]);
        table.Rows[2].Words().ShouldBe("1. Разработка и утверждение концепции Проекта | Август 2020 | Координационный совет");
    }

    [Fact]
    public void A_pdf_table_goes_on_over_pages_without_its_repeated_heading()
    {
        Needs("pdftotext", "-v");
        var document = FormatsFiles.Read(FormatsFiles.Sample("equal-opportunities.pdf"));
        var table = document.Table();
        table.Rows.Count.ShouldBe(36);
        table.Rows[5].Words().ShouldEndWith("ЛОИРО[^1] / КОПО[^2] | 30.09.2017");
        table.Rows[17].Cells[3].Text.ShouldBe("23.10. 2017\n15.11.2017\n30.11.2017\n15.12.2017\n25.12.2017");
        document.Footnotes["3"].ShouldBe("органов местного самоуправления осуществляющих управление в сфере образования");
        document.Paragraphs().ShouldNotContain("2");
    }

    [Fact]
    public void Cells_merged_over_the_break_of_a_page_stay_whole()
    {
        Needs("pdftotext", "-v");
        var table = FormatsFiles.Read(FormatsFiles.Sample("novokuznetsk-400.pdf")).Table();
        var leader = table.Rows.SelectMany(r => r.Cells).Single(c => c.Text == "2. ВЕРЖИЦКИЙ Г.А.");
        leader.RowSpan.ShouldBe(8);
    }

    [Fact]
    public void A_pdf_without_tables_is_its_paragraphs()
    {
        Needs("pdftotext", "-v");
        var document = FormatsFiles.Read(FormatsFiles.Sample("resource-environment.pdf"));
        document.Paragraphs().ShouldContain("2. Разработано описание проекта для распространения (цели, задачи, краткое описание, сроки, условия участия и т.д.).");
        document.Paragraphs().ShouldContain("Шаг 7");
    }

    [Theory]
    [InlineData("khimki-portal.odt")]
    [InlineData("khimki-portal.rtf")]
    [InlineData("petrovsky-mediaplan.doc")]
    public void Open_and_old_word_files_read_as_the_new_one(string name)
    {
        Needs("soffice", "--version");
        Words(FormatsFiles.Read(FormatsFiles.Data(name))).ShouldBe(Words(FormatsFiles.Read(FormatsFiles.Sample(Path.ChangeExtension(name, ".docx")))));
    }

    [Fact]
    public void Open_tables_read_as_excel_ones()
    {
        Needs("soffice", "--version");
        Words(FormatsFiles.Read(FormatsFiles.Data("equal-opportunities.ods"))).ShouldBe(Words(FormatsFiles.Read(FormatsFiles.Sample("equal-opportunities.xlsx"))));
    }

    [Fact]
    public void Old_excel_files_read_as_the_new_one() =>
        Words(FormatsFiles.Read(FormatsFiles.Data("equal-opportunities.xls"))).ShouldBe(Words(FormatsFiles.Read(FormatsFiles.Sample("equal-opportunities.xlsx"))));

    private static IEnumerable<string> Words(SourceDocument document) => document.Table().Rows.Select(r => r.Words());

    [Theory]
    [InlineData("№;Мероприятие;Срок\n1;\"Провести; \"\"Веху\"\"\nи отчёт\";май\n2;Итоги;июнь\n")]
    [InlineData("sep=,\r\n№,Мероприятие,Срок\r\n1,\"Провести; \"\"Веху\"\"\r\nи отчёт\",май\r\n2,Итоги,июнь")]
    [InlineData("№\tМероприятие\tСрок\n1\t\"Провести; \"\"Веху\"\"\nи отчёт\"\tмай\n2\tИтоги\tиюнь")]
    public void Csv_files_are_split_by_the_sign_they_use(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Words(FormatsFiles.ReadBytes(Encoding.GetEncoding(1251).GetBytes(text), "план.csv"))
            .ShouldBe(["№ | Мероприятие | Срок", "1 | Провести; \"Веху\" / и отчёт | май", "2 | Итоги | июнь"]);
    }

    [Fact]
    public void Pages_of_the_web_give_their_tables_and_headings()
    {
        var document = FormatsFiles.ReadText("""
            <!DOCTYPE html><html><head><title>x</title><style>td{color:red}</style></head><body><script>alert("<p>нет</p>")</script>
            <h1>План &laquo;Веха&raquo;</h1><p>на 2023&nbsp;год<br>утверждён</p>
            <table><tr><th>№</th><th>Мероприятие</th><th>Кто</th></tr>
            <tr><td>1</td><td><p>Первое</p><p>и ещё</p></td><td rowspan="2">Отдел</td></tr><tr><td>2</td><td>Второе<!-- <td>нет</td> --></td></tr>
            <tr><td colspan=3>Раздел</td></tr></table><p>После</p></body></html>
            """, "план.html");
        document.Paragraphs().ShouldBe(["План «Веха»", "на 2023 год\nутверждён", "После"]);
        document.Blocks.OfType<SourceParagraph>().First().HeadingLevel.ShouldBe(1);
        var table = document.Table();
        table.Rows.Select(r => r.Words()).ShouldBe(["№ | Мероприятие | Кто", "1 | Первое / и ещё | Отдел", "2 | Второе", "Раздел"]);
        (table.Rows[1].Cells[2].RowSpan, table.Rows[3].Cells[0].ColumnSpan, table.ColumnCount).ShouldBe((2, 3, 3));
    }
}
