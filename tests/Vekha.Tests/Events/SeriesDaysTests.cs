using Vekha.Events;

namespace Vekha.Tests.Events;

/// <summary>The days of a series as people write them.</summary>
public sealed class SeriesDaysTests
{
    [Theory]
    [InlineData("12.03.2020, 26.03.2020", "12.03 26.03")]
    [InlineData("26.03.2020\n12.03.2020; 12.03.2020", "12.03 26.03")]
    [InlineData("каждый четверг с 02.03.2020 по 26.03.2020", "05.03 12.03 19.03 26.03")]
    [InlineData("каждую среду с 04.03.2020, 3 раза", "04.03 11.03 18.03")]
    [InlineData("каждые 2 недели с 05.03.2020 по 30.04.2020", "05.03 19.03 02.04 16.04 30.04")]
    [InlineData("каждые 10 дней с 01.03.2020, 2 раза", "01.03 11.03")]
    [InlineData("каждый день с 01.03.2020, 3 раз", "01.03 02.03 03.03")]
    public void Days_are_read_from_a_list_or_a_rule(string words, string days)
    {
        var read = SeriesDays.Read(words);
        read.Problems.ShouldBeEmpty();
        string.Join(' ', read.Days.Select(d => d.ToString("dd.MM", System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(days);
    }

    [Theory]
    [InlineData("31.02.2020", "31.02.2020")]
    [InlineData("12.03.2020, весной", "весной")]
    [InlineData("каждый четверг с 05.03.2020", "каждый четверг с 05.03.2020")]
    [InlineData("каждый праздник с 05.03.2020, 3 раза", "каждый праздник с 05.03.2020, 3 раза")]
    [InlineData("каждые 0 дней с 05.03.2020, 3 раза", "каждые 0 дней с 05.03.2020, 3 раза")]
    public void What_is_no_day_is_named_in_the_words_of_the_person(string words, string problem) =>
        SeriesDays.Read(words).Problems.ShouldBe([problem]);

    [Fact]
    public void A_series_has_an_end() => SeriesDays.Read("каждый день с 01.03.2020 по 31.12.2029").Problems.ShouldBe(["дней больше 200"]);
}
