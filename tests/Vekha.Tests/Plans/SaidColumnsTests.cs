using Vekha.Documents.Reading;
using Vekha.Documents.Reading.Plans;
using Vekha.Plans;

namespace Vekha.Tests.Plans;

/// <summary>What a person says a column means goes over what its heading seems to say.</summary>
public sealed class SaidColumnsTests
{
    private const string Rows = """
        № п/п | Форма | Срок | Ответственный | Описание
        1 | Круглый стол | 15.03.2023 | Управление культуры | Обсудить с клубами итоги года
        2 | Выездной семинар | 20.04.2023 | Отдел образования | Обучить руководителей кружков
        """;

    private static PlanDraft Read(string rows, params (string Heading, string Meaning)[] said) =>
        PlanFinder.Find(new SourceDocument([new SourceParagraph("План на 2023 год"), PlanFiles.Table(rows)], new Dictionary<string, string>()), "план.docx", null,
            said.ToDictionary(s => s.Heading, s => s.Meaning)).ShouldNotBeNull();

    private static string Meanings(PlanDraft draft) => string.Join(", ", draft.ColumnMeanings.Select(c => c.ReadAs is { } read ? $"{c.Heading} {c.Meaning} ({read})" : $"{c.Heading} {c.Meaning}"));

    [Fact]
    public void A_draft_tells_what_each_column_was_taken_for()
    {
        var draft = Read(Rows);
        Meanings(draft).ShouldBe("№ п/п number, Форма title, Срок deadline, Ответственный executor, Описание none");
        draft.Measures[0].Title.ShouldBe("Круглый стол");
    }

    [Fact]
    public void Said_columns_are_read_so_and_the_draft_keeps_what_they_were_read_as()
    {
        // The heading is known however it is written.
        var draft = Read(Rows, ("ФОРМА:", "method"), ("описание", "title"));
        draft.Lines().ShouldBe(["1 | – | Обсудить с клубами итоги года | Управление культуры | 15.03.2023", "2 | – | Обучить руководителей кружков | Отдел образования | 20.04.2023"]);
        draft.Measures[1].Fields["method"].ShouldBe("Выездной семинар");
        Meanings(draft).ShouldBe("№ п/п number, Форма method (title), Срок deadline, Ответственный executor, Описание title (none)");
    }

    [Fact]
    public void A_column_that_is_not_wanted_is_not_read()
    {
        var draft = Read(Rows, ("Ответственный", "none"));
        draft.Measures.ShouldAllBe(m => m.Executors.Count == 0);
        draft.Measures.Count.ShouldBe(2);
    }

    [Fact]
    public void A_new_column_of_measures_takes_the_place_of_the_old_one()
    {
        var draft = Read(Rows, ("Описание", "title"));
        draft.Measures[0].Title.ShouldBe("Обсудить с клубами итоги года");
        draft.Measures[0].Fields["method"].ShouldBe("Круглый стол");
    }

    [Fact]
    public void A_table_keeps_its_column_of_measures_when_everything_is_said_away()
    {
        var draft = Read(Rows, ("Форма", "note"), ("Описание", "none"));
        draft.Measures.Select(m => m.Title).ShouldBe(["Круглый стол", "Выездной семинар"]);
        draft.ColumnMeanings[1].ShouldBe(new ColumnDraft("Форма", "title"));
        Read(Rows, ("Форма", "нечто"), ("", "title"), ("Чего нет", "title")).Lines().ShouldBe(Read(Rows).Lines());
    }

    [Fact]
    public void Cards_are_read_with_said_labels_too()
    {
        const string text = "План на 2023 год\n\nМероприятие: Праздник улицы\nСрок: 12.06.2023\nОтветственный: Клуб\nЗадача: Собрать жителей\n\nМероприятие: Ярмарка\nСрок: 10.09.2023\nОтветственный: Отдел торговли\nЗадача: Показать урожай\n";
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var reading = DocumentReader.Read(file, "план.txt");
        var draft = PlanFinder.Find(reading.Source!, "план.txt", null, new Dictionary<string, string> { ["Задача"] = "result" }).ShouldNotBeNull();
        draft.Measures.Select(m => m.Fields["result"]).ShouldBe(["Собрать жителей", "Показать урожай"]);
        draft.Measures[0].Title.ShouldBe("Праздник улицы");
    }

    [Fact]
    public void Abbreviations_are_added_changed_removed_and_undone()
    {
        var review = Review.Of(new PlanDraft { Title = "План", Abbreviations = new Dictionary<string, string> { ["ЦКС"] = "Клубная система" }, Measures = [Drafts.Row("1", "Семинар ЛОИРО"), Drafts.Row("2", "Сбор ЛОИРОВЦЕВ")] });
        var added = review.Abbreviate(null, " ЛОИРО ", "Институт развития образования").Abbreviate("ЦКС", "ЦКС", "Централизованная клубная система");
        added.Abbreviations.ShouldBe([new("ЦКС", "Централизованная клубная система"), new("ЛОИРО", "Институт развития образования")]);
        added.Abbreviate("ЛОИРО", "ЛОИРО", "Институт развития образования").ShouldBeSameAs(added);
        added.LastStep().ShouldBe("записано сокращение «ЦКС»");
        added.Undo().Undo().Abbreviations.ShouldBe([new("ЦКС", "Клубная система")]);
        added.RemoveAbbreviation("ЦКС").Abbreviations.ShouldBe([new("ЛОИРО", "Институт развития образования")]);
        added.RemoveAbbreviation("ЦКС").Undo().Abbreviations!.Count.ShouldBe(2);
        added.RemoveAbbreviation("НЕТ").ShouldBeSameAs(added);
    }

    [Fact]
    public void Remembered_abbreviations_come_where_rows_use_them_as_words_and_nothing_explains_them()
    {
        var review = Review.Of(new PlanDraft { Title = "План", Abbreviations = new Dictionary<string, string> { ["ЦКС"] = "Клубная система" }, Measures = [Drafts.Row("1", "Семинар ЛОИРО и ЦКС"), Drafts.Row("2", "Сбор ГИБДД")] });
        var recalled = review.RecallAbbreviations([new("ЛОИРО", "Институт", "план.docx"), new("ЦКС", "Другая", "план.docx"), new("ГИБ", "Чужое", "план.docx")]);
        recalled.Abbreviations.ShouldBe([new("ЦКС", "Клубная система"), new("ЛОИРО", "Институт", "план.docx")]);
    }
}
