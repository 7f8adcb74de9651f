using Vekha.Control;

namespace Vekha.Tests.Control;

public sealed class ProofRuleTests
{
    private static readonly DateOnly Day = new(2017, 10, 5);

    [Theory]
    [InlineData("Распорядительный акт", "Act")]
    [InlineData("Приказ, фотоотчёт", "Act Photos")]
    [InlineData("3 фотографии, ссылка на публикацию", "Photos*3 Link")]
    [InlineData("Регистрационный лист", "SignedSheet")]
    [InlineData("Смета", "Sums")]
    [InlineData("Отчёт", "")]
    [InlineData(null, "")]
    public void The_words_of_the_document_propose_what_counts(string? evidence, string expected) =>
        string.Join(' ', ProofRule.Propose(evidence, "Провести семинар").Select(r => r.Kind + (r.Count > 1 ? $"*{r.Count}" : ""))).ShouldBe(expected);

    [Fact]
    public void Money_that_was_provided_for_asks_for_an_act_and_a_sum() =>
        ProofRule.Propose(null, "Предусмотрено финансирование клубов").Select(r => r.Kind).ShouldBe([ProofKind.Act, ProofKind.Sums]);

    [Fact]
    public void What_is_missing_is_said_one_by_one()
    {
        ProofRule[] rules = [new(ProofKind.Act), new(ProofKind.Photos, 3), new(ProofKind.Link, 2), new(ProofKind.Sums), new(ProofKind.SignedSheet), new(ProofKind.File)];
        ProofRule.Missing(rules, new(), []).ShouldBe([
            "нет номера и даты акта", "нет фотографий, нужно 3", "нет ссылок, нужно 2", "нет суммы по источнику финансирования", "нет скана подписанного листа (PDF или снимок)", "нет файлов"]);
        ProofRule.Missing(rules, new() { ActNumber = "12", Links = ["https://a.ru"], Sums = [new(FundingSource.Local, 0)] }, ["а.JPG", "б.png", "в.docx"])
            .ShouldBe(["нет даты акта", "фотографий 2 из 3", "ссылок 1 из 2", "нет суммы по источнику финансирования"]);
        ProofRule.Missing(rules, new() { ActNumber = "12", ActOn = Day, Links = ["https://a.ru", "https://b.ru"], Sums = [new(FundingSource.Local, 1)] }, ["1.jpg", "2.jpg", "3.jpg"]).ShouldBeEmpty();
    }
}
