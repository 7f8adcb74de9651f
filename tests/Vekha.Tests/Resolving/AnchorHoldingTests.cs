using Vekha.Resolving;

namespace Vekha.Tests.Resolving;

/// <summary>The day on which an event was held is the day that deadlines wait for.</summary>
public sealed class AnchorHoldingTests
{
    [Theory]
    [InlineData("дня проведения пресс-тура", "пресс-тур", true)]
    [InlineData("открытия объекта", "открытие", true)]
    [InlineData("окончания семинара", "семинар", true)]
    [InlineData("завершения реализации проекта", "семинар", false)]
    [InlineData("заключения контракта", "открытие", false)]
    [InlineData("проведения", "семинар", false)]
    public void Words_of_a_deadline_name_an_event_of_a_kind(string words, string kind, bool holds) => AnchorWords.IsHolding(AnchorWords.Key(words), kind).ShouldBe(holds);
}
