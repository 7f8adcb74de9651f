using Vekha.Awards;

namespace Vekha.Tests.Awards;

public sealed class AwardeeNameTests
{
    [Theory]
    [InlineData("Берёзов Илья Олегович", "Березов И.О.", true)]
    [InlineData("Берёзов Илья Олегович", "БЕРЁЗОВ ИЛЬЯ", true)]
    [InlineData("Берёзов Илья Олегович", "Берёзов Иван Олегович", false)]
    [InlineData("Берёзов И.О.", "Берёзов П.О.", false)]
    [InlineData("ИП Берёзов И.О.", "Берёзов Илья Олегович", true)]
    [InlineData("ООО «Зелёный двор»", "Общество с ограниченной ответственностью \"Зелёный Двор\"", true)]
    [InlineData("ООО «Зелёный двор»", "ООО «Зелёный сад»", false)]
    [InlineData("Иванов С.П.", "Иванов Сергей Петрович", true)]
    [InlineData("ООО", "ООО", false)]
    public void Names_of_one_person_or_organisation_are_noticed_however_they_are_written(string one, string other, bool alike)
    {
        AwardeeName.AreAlike(one, other).ShouldBe(alike);
        AwardeeName.AreAlike(other, one).ShouldBe(alike);
    }
}
