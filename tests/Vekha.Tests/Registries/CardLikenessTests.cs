using Vekha.Registries;

namespace Vekha.Tests.Registries;

public sealed class CardLikenessTests
{
    private static readonly Guid Tosno = Guid.NewGuid();
    private static readonly CardLikeness Clubs = new(["клуб", "клуба", "клубов"]);

    private static CardFace Face(string name, string? address = null, Guid? place = null) => new(Guid.NewGuid(), name, address, place ?? Tosno);

    [Theory]
    [InlineData("Клуб «Маяк»", "клуб Маяк", "одинаковое название")]
    [InlineData("Клуб «Маяк»", "Подростковый клуб «Маяк»", "похожее название")]
    [InlineData("Клуб «Радуга»", "Клуб «Радига»", "похожее название")]
    public void One_club_in_two_spellings_is_offered(string first, string second, string why)
    {
        Clubs.Among([Face(first), Face(second)]).Select(l => l.Why).ShouldBe([why]);
    }

    [Theory]
    [InlineData("Клуб «Маяк» № 1", "Клуб «Маяк» № 2")]
    [InlineData("Клуб «Маяк»", "Клуб «Звезда»")]
    [InlineData("Клуб", "Клуб «Звезда»")]
    public void Different_clubs_are_not(string first, string second)
    {
        Clubs.Among([Face(first), Face(second)]).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_address_helps_and_another_hinders()
    {
        Clubs.Among([Face("Маяк", "г. Тосно, ул. Ленина, д. 5"), Face("Маяк", "Тосно, Ленина, 5")])[0].Why.ShouldBe("одинаковое название, тот же адрес");
        Clubs.Among([Face("Маяк", "Тосно, Ленина, 5"), Face("Клуб юных техников Маяк", "Тосно, Садовая, 1")]).ShouldBeEmpty();
    }

    [Fact]
    public void Clubs_of_two_districts_are_two_clubs()
    {
        Clubs.Among([Face("Маяк"), Face("Маяк", place: Guid.NewGuid())]).ShouldBeEmpty();
    }

    [Fact]
    public void Two_thousand_cards_are_compared_in_a_moment()
    {
        var cards = Enumerable.Range(0, 2000).Select(i => Face($"Клуб «Имя{i * 7919 % 100_003} {(char)('а' + (i % 32))}верь»", $"ул. Садовая, {i}")).ToList();
        cards.Add(cards[17] with { Id = Guid.NewGuid() });

        Clubs.Among(cards).Count(l => l.Why.StartsWith("одинаковое", StringComparison.Ordinal)).ShouldBe(1);
    }
}
