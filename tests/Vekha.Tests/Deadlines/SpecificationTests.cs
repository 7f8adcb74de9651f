using Vekha.Deadlines;

namespace Vekha.Tests.Deadlines;

/// <summary>docs/deadlines.md, row by row.</summary>
public sealed class SpecificationTests
{
    public static TheoryData<string, int?, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, int?, string>();
            foreach (var line in File.ReadLines(Compact.File("docs", "deadlines.md")))
                if (line.Split('|') is ["", var words, var year, var reading, ""] && !words.StartsWith(" words", StringComparison.Ordinal) && !words.StartsWith(" ---", StringComparison.Ordinal))
                    rows.Add(words.Trim().Replace('↵', '\n'), int.TryParse(year, out var known) ? known : null, reading.Trim());
            return rows;
        }
    }

    [Fact]
    public void The_specification_has_its_rows() => Rows.Count.ShouldBeGreaterThan(900);

    [Theory, MemberData(nameof(Rows))]
    public void A_phrase_reads_as_the_specification_says(string words, int? year, string reading) =>
        Compact.Of(DeadlineReader.Read(words, new(year)).Deadlines).ShouldBe(Compact.Sorted(reading));

    [Theory, MemberData(nameof(Rows))]
    public void What_was_read_is_written_in_words_that_read_the_same(string words, int? year, string reading)
    {
        foreach (var deadline in DeadlineReader.Read(words, new(year)).Deadlines)
        {
            var written = DeadlineText.Write(deadline);
            Compact.Of(DeadlineReader.Read(written, new()).Deadlines).ShouldBe(Compact.Of(deadline), $"«{written}» from «{words}» ({reading})");
        }
    }
}
