using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Tests.Features.Accounts;

public sealed class PersonTests
{
    [Theory]
    [InlineData("Зотова Мария Андреевна", "М.А. Зотова")]
    [InlineData("Мамедов Руслан", "Р. Мамедов")]
    [InlineData("Мамедов Руслан Ахмед оглы", "Р.А. Мамедов")]
    [InlineData("Веха", "Веха")]
    public void A_name_is_shortened_as_papers_do(string full, string brief) => Person.Hire(full, "", Guid.NewGuid()).ShortName.ShouldBe(brief);
}
