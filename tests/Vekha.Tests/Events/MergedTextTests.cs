using Vekha.Events;

namespace Vekha.Tests.Events;

/// <summary>A letter is filled for each addressee from the fields of its event.</summary>
public sealed class MergedTextTests
{
    private static readonly Dictionary<string, string?> Values = new() { ["организация"] = "Администрация Томска", ["когда"] = "26.03.2020", ["список поддержки"] = null };

    [Fact]
    public void Fields_are_filled_whatever_their_capitals() =>
        MergedText.Fill("{Организация}: семинар { когда }.", Values).ShouldBe(new("Администрация Томска: семинар 26.03.2020.", []), new Same());

    [Fact]
    public void A_line_whose_only_field_is_empty_is_left_out() =>
        MergedText.Fill("Просим поддержать.\nСписок: {список поддержки}\nЖдём ответа.", Values).Words.ShouldBe("Просим поддержать.\nЖдём ответа.");

    [Fact]
    public void A_field_nobody_knows_is_named_and_stays()
    {
        var text = MergedText.Fill("{дата ответа}: {организация}", Values);
        text.Unknown.ShouldBe(["дата ответа"]);
        text.Words.ShouldBe("{дата ответа}: Администрация Томска");
    }

    private sealed class Same : IEqualityComparer<MergedText>
    {
        public bool Equals(MergedText? x, MergedText? y) => x!.Words == y!.Words && x.Unknown.SequenceEqual(y.Unknown);

        public int GetHashCode(MergedText text) => text.Words.GetHashCode(StringComparison.Ordinal);
    }
}
