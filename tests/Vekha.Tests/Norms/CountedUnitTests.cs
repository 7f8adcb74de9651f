using Vekha.Norms;

namespace Vekha.Tests.Norms;

/// <summary>«Клубов по месту жительства» are what the registry calls «клуб».</summary>
public sealed class CountedUnitTests
{
    [Theory]
    [InlineData("клубов по месту жительства", "клуб", new[] { "клуб", "проект" })]
    [InlineData("инициативных проектов", "инициативный проект", new[] { "проект", "инициативный проект" })]
    [InlineData("лучших практик", null, new[] { "практика" })]
    [InlineData("площадок", "площадка", new[] { "площадка", "пилотная площадка" })]
    [InlineData("мероприятий", null, new[] { "клуб" })]
    public void Kind_of_the_registry_is_found_by_the_words_of_the_norm(string unit, string? kind, string[] kinds) => CountedUnit.KindOf(unit, kinds).ShouldBe(kind);

    [Theory]
    [InlineData("клуб по месту жительства", "клуб")]
    [InlineData("подростковый клуб по месту жительства", "подростковый клуб")]
    [InlineData("круглый стол", null)]
    [InlineData("публикация", null)]
    [InlineData("отчёт о ходе реализации", "отчёт")]
    public void Unit_is_said_shorter_without_what_explains_the_noun(string unit, string? shorter) => CountedUnit.Short(unit).ShouldBe(shorter);
}
