using Vekha.Documents.Reading;

namespace Vekha.Tests.Documents;

/// <summary>The five documents in their Word and Excel forms hold what the texts hold.</summary>
public sealed class FormatsSampleTests
{
    [Theory]
    [InlineData("khimki-portal.docx", 20, 3, "1. Презентация интерактивного портала Проекта в театре «Наш-дом» | 24 июня 2021 | Координационный совет / Рабочие группы")]
    [InlineData("khimki-portal.xlsx", 20, 3, "1. Презентация интерактивного портала Проекта в театре «Наш-дом» | 24 июня 2021 | Координационный совет / Рабочие группы")]
    [InlineData("equal-opportunities.docx", 36, 4, "34. | Представление лучших практик на Областном педагогическом совете 2018 года. | КОПО / ЛОИРО / Руководители МОУО | Август 2018")]
    [InlineData("equal-opportunities.xlsx", 35, 4, "1 | Разработана концепцияработы детских (подростковых) общественных объединений (клубов) по «месту жительства» (далее - «клубов по месту жительства») во Всеволожском районе | Федоренко И.П. | 30.09.2017")]
    [InlineData("novokuznetsk-400.docx", 25, 5, "2. Управление культуры / Е.П. Носова | Учреждения культуры | март 2017")]
    [InlineData("novokuznetsk-400.xlsx", 25, 5, "2. Управление культуры / Е.П. Носова | Учреждения культуры | март 2017")]
    [InlineData("petrovsky-mediaplan.docx", 20, 4, "интервью – беседа о результатах реализации инициативных проектов | 4 кв. 2023 г. | финансовое управление АПГОСК")]
    [InlineData("petrovsky-mediaplan.xlsx", 20, 4, "интервью – беседа о результатах реализации инициативных проектов | 4 кв. 2023 г. | финансовое управление АПГОСК")]
    public void Tables_of_the_samples_are_whole(string name, int rows, int columns, string row)
    {
        var table = FormatsFiles.Read(FormatsFiles.Sample(name)).Table();
        (table.Rows.Count, table.ColumnCount).ShouldBe((rows, columns));
        table.Rows.Select(r => r.Words()).ShouldContain(row);
    }

    [Fact]
    public void Steps_without_a_table_keep_their_numbers_and_headings()
    {
        var document = FormatsFiles.Read(FormatsFiles.Sample("resource-environment.docx"));
        document.Paragraphs().ShouldContain("7. Сформирована внутренняя «экспертная комиссия» по отбору проектов.");
        document.Paragraphs().ShouldContain("1. Разработана программа семинара и его описание.");
        document.Blocks.OfType<SourceParagraph>().Count(p => p.HeadingLevel == 1).ShouldBe(7);
    }

    [Fact]
    public void Footnotes_of_the_word_form_are_those_of_the_text()
    {
        var word = FormatsFiles.Read(FormatsFiles.Sample("equal-opportunities.docx")).Footnotes;
        var text = FormatsFiles.Read(FormatsFiles.Sample("equal-opportunities.txt")).Footnotes;
        var excel = FormatsFiles.Read(FormatsFiles.Sample("equal-opportunities.xlsx")).Footnotes;
        word.Values.Order().ShouldBe(text.Values.Order());
        excel.Values.Order().ShouldBe(text.Values.Order());
    }
}
