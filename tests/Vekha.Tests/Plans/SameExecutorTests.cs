using Vekha.Plans;

namespace Vekha.Tests.Plans;

public sealed class SameExecutorTests
{
    [Theory, Trait("Acceptance", "S0.3")]
    [InlineData("khimki-portal.txt"), InlineData("khimki-portal.docx"), InlineData("khimki-portal.xlsx"), InlineData("khimki-portal.pdf")]
    public void Working_groups_with_a_small_letter_are_proposed_as_one_body(string file)
    {
        var draft = PlanFiles.Read(file);
        var same = draft.SameExecutors.ShouldHaveSingleItem();
        same.Spellings.Select(s => s.Text).Order(StringComparer.Ordinal).ShouldBe(["Рабочие группы", "рабочие группы"]);
        var review = Review.Of(draft);
        var question = review.Questions.Single(q => q.Kind == ReviewQuestionKind.Same);
        question.Text.ShouldContain("О.");
        var joined = review.Answer(question.Id, new(question.Options[0].Label, question.Options[0].Value));
        joined.Rows.SelectMany(r => r.Executors).Select(e => e.Name).Distinct().Count().ShouldBe(9);
        var apart = review.Answer(question.Id, new(question.Options[^1].Label, question.Options[^1].Value));
        apart.Rows.SelectMany(r => r.Executors).Select(e => e.Name).Distinct().Count().ShouldBe(10);
    }

    [Theory]
    [InlineData("ГБУ «Дом культуры»", "ГБУ \"Дом культуры\"", true)]
    [InlineData("Отдел культуры и спорта", "Отдел спорта и культуры", true)]
    [InlineData("Администрация г. Озёрска", "Администрация города Озерска", true)]
    [InlineData("Отдел образования", "Отдел образования администрации района", true)]
    [InlineData("Иванов П.С.", "П.С. Иванов", true)]
    [InlineData("Централизованная библиотечная система", "ЦБС", false)]
    [InlineData("Управление обрвзования", "Управление образования", false)]
    [InlineData("Пыльцына С.Е.", "Пыльцына Е.С.", false)]
    public void Two_spellings_of_one_body_are_proposed(string one, string other, bool likely)
    {
        var same = Read(one, other).SameExecutors.ShouldHaveSingleItem();
        same.Spellings.Select(s => s.Text).ShouldBe([one, other], ignoreOrder: true);
        same.IsLikely.ShouldBe(likely);
    }

    [Theory]
    [InlineData("Школа № 2", "Школа № 12")]
    [InlineData("Отдел культуры", "Отдел образования")]
    [InlineData("Дом культуры «Заря»", "Дом культуры «Луч»")]
    [InlineData("Иванов П.С.", "Иванов А.В.")]
    [InlineData("Отдел культуры", "Управление культуры")]
    public void Different_bodies_are_not(string one, string other) => Read(one, other).SameExecutors.ShouldBeEmpty();

    private static PlanDraft Read(string one, string other) => PlanFiles.ReadTable("План на 2024 год", $"""
        № | Мероприятие | Срок | Ответственный
        1 | Провести обследование домов | до 3 мая | {one}
        2 | Составить перечень работ | до 6 мая | {other}
        """);
}
