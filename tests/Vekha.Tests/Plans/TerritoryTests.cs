using Vekha.Plans;

namespace Vekha.Tests.Plans;

public sealed class TerritoryTests
{
    [Theory, Trait("Acceptance", "S1.2")]
    [InlineData("equal-opportunities.txt"), InlineData("equal-opportunities.docx"), InlineData("equal-opportunities.xlsx"), InlineData("equal-opportunities.pdf")]
    public void Leningrad_has_18_territories_whatever_the_case_of_their_names(string file)
    {
        var draft = PlanFiles.Read(file);
        draft.Territories.Count.ShouldBe(18, string.Join("; ", draft.Territories.Select(t => t.Name)));
        draft.Territories.Take(3).Select(t => (t.Name, t.Executors.Single())).ShouldBe(
            [("Всеволожский район", "Федоренко И.П."), ("Тосненский район", "Грачева Н.Л."), ("Сосновоборский городской округ", "Пыльцына С.Е.")]);
        draft.Territories[2].Spellings().ShouldBe(["г. Сосновый Бор", "Сосновоборском городском округе"]);
        draft.Territories.Select(t => t.Name).ShouldContain("Бокситогорский район");
        draft.Territories.Select(t => t.Name).ShouldContain("Выборский район");
        draft.Questions.ShouldContain(q => q.Kind == "territory" && q.Text.Contains("г. Сосновый Бор", StringComparison.Ordinal));
    }

    [Fact, Trait("Acceptance", "S1.2")]
    public void Rows_know_how_many_territories_owe_them()
    {
        var draft = PlanFiles.Read("equal-opportunities.txt");
        int Count(int row) => draft.Measures[row - 1].Territories.Count;
        Enumerable.Range(20, 7).Select(Count).Distinct().ShouldBe([15]);
        new[] { 5, 6, 7, 8, 9, 13, 14, 16 }.Select(Count).Distinct().ShouldBe([3]);
        (Count(1), Count(11), Count(15), Count(28), Count(30)).ShouldBe((1, 1, 0, 18, 18));
        draft.Questions.ShouldContain(q => q.Id == "territory-scope" && q.Options.Count == 2);
    }

    [Fact]
    public void Towns_and_districts_are_named_in_the_nominative()
    {
        var draft = PlanFiles.ReadTable("План на 2024 год", """
            № | Мероприятие | Срок | Ответственный
            1 | Провести сход в городе Лодейном Поле | до 1 мая | Отдел ЖКХ
            2 | Провести сход в г. Луге и в Лужском районе | до 1 мая | Отдел ЖКХ
            3 | Обучить актив Заречной волости, Советского и Октябрьского районов | до 1 июня | Отдел ЖКХ
            4 | Открыть клуб в Лодейнопольском городском округе | до 1 июня | Администрация ЗАТО Северск
            5 | Вручить награды 9 мая 2024 г. Администрация района, тел. 5 | до 1 июня | Сельские районы
            """);
        draft.Territories.Select(t => t.Name).ShouldBe(["Лодейнопольский городской округ", "Лужский район", "г. Луге", "Заречная волость", "Советский район", "Октябрьский район", "ЗАТО Северск"], ignoreOrder: true);
    }

    [Fact]
    public void A_number_of_districts_that_the_list_does_not_bear_out_is_asked()
    {
        var draft = PlanFiles.ReadTable("План на 2024 год", """
            № | Мероприятие | Срок | Ответственный
            1 | Открыть центры в Заречном, Озёрском, Полевском районах | до 3 мая | Министерство
            2 | Провести семинары в 4 районах | до 3 июня | Министерство
            """);
        draft.Questions.ShouldContain(q => q.Id == "territory-count" && q.Text.Contains("перечислено 3", StringComparison.Ordinal));
        PlanRemarks.Of(draft).ShouldContain(r => r.Kind == "territory");
    }

    [Fact]
    public void A_town_split_from_its_okrug_takes_its_rows_along()
    {
        var review = Review.Of(PlanFiles.Read("equal-opportunities.txt"));
        var question = review.Questions.Single(q => q.Kind == ReviewQuestionKind.Territory && q.Id.StartsWith("territory-2", StringComparison.Ordinal));
        var apart = review.Answer(question.Id, new(question.Options[1].Label, question.Options[1].Value));
        apart.Territories.Count.ShouldBe(19);
        apart.Row(2)!.Territories.ShouldBe([18]);
        apart.Row(4)!.Territories.ShouldBe([0, 1, 2]);
        var scope = review.Question("territory-scope")!;
        review.Answer(scope.Id, new(scope.Options[1].Label, scope.Options[1].Value)).Row(33)!.Territories.Count.ShouldBe(15);
    }
}
