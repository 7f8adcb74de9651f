using Vekha.Wording;

namespace Vekha.Tests.Wording;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("Созданыдва клуба", "Созданы два клуба", "-Созданыдва +Созданы два =клуба")]
    [InlineData("до 1 октября", "до 1 октября", "=до 1 октября")]
    [InlineData("", "новый текст", "+новый текст")]
    [InlineData("старый текст", "", "-старый текст")]
    [InlineData("а б в г", "а х в у", "=а -б +х =в -г +у")]
    public void Words_that_changed_stand_beside_each_other(string before, string after, string expected) => Said(TextDifference.Of(before, after)).ShouldBe(expected);

    [Fact]
    public void Words_far_from_a_change_are_left_out() =>
        Said(TextDifference.Of("раз два три четыре пять шесть семь восемь", "раз два три четыре ПЯТЬ шесть семь восемь", around: 1)).ShouldBe("… =четыре -пять +ПЯТЬ =шесть …");

    [Fact]
    public void A_text_nobody_would_compare_by_words_is_shown_as_a_whole() =>
        TextDifference.Of(string.Join(' ', Enumerable.Repeat("слово", 700)), "другое").Select(p => p.Kind).ShouldBe([TextPartKind.Removed, TextPartKind.Added]);

    private static string Said(IEnumerable<TextPart> parts) =>
        string.Join(' ', parts.Select(p => p.Kind switch { TextPartKind.Same => "=", TextPartKind.Removed => "-", TextPartKind.Added => "+", _ => "" } + p.Text));
}
