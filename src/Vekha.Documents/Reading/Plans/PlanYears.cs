using System.Text.RegularExpressions;
using Vekha.Deadlines;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>The year a date without one belongs to, and where it comes from.</summary>
/// <param name="Year">The first year of the plan.</param>
/// <param name="Last">The last one where the plan runs over several or over a school year.</param>
/// <param name="From">In Russian: «из названия».</param>
/// <param name="IsSchool">September belongs to the first year, May to the second.</param>
internal sealed partial record PlanYears(int? Year, int? Last, string? From, bool IsSchool)
{
    [GeneratedRegex(@"(?<a>(?:19|20)\d\d)\s*[-–—/\\]\s*(?<b>(?:19|20)\d\d|\d\d)(?!\d)(?<tail>[^.;\n]{0,20})", RegexOptions.CultureInvariant)]
    private static partial Regex Span { get; }

    [GeneratedRegex(@"(?<![\d.№-])(?<a>(?:19|20)\d\d)(?!\d)\s*(?:год|г\.|г\s|$|уч)?", RegexOptions.CultureInvariant)]
    private static partial Regex One { get; }

    [GeneratedRegex(@"\d{1,2}[./]\d{1,2}[./](?<a>(?:19|20)\d\d)|\d{1,2}\s+\p{L}+\s+(?<a>(?:19|20)\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex InDate { get; }

    public static PlanYears Of(Titles titles, RawPlan raw, int? given)
    {
        if (given is not null) return new PlanYears(given, null, "указан при загрузке", IsSchoolText(titles.Title));
        foreach (var (text, from) in Sources(titles, raw))
            if (InText(text, from) is { } years) return years.WithMonth(titles.Title);
        return new PlanYears(null, null, null, false);
    }

    /// <summary>Rows before the first one of the autumn: their August is that of the first year («до 15 августа» before «30.08.2024»).</summary>
    public bool IsPreparing { get; init; }

    /// <summary>The month of a plan «на май 2024 года», or <c>null</c>.</summary>
    public Deadline.During? Month { get; init; }

    [GeneratedRegex(@"\bна\s+(?<when>" + DeadlineWords.Month + @"\s+(?:месяц\s+)?(?:19|20)\d\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfMonth { get; }

    private PlanYears WithMonth(string title) =>
        OfMonth.Match(title) is { Success: true } match && DeadlineReader.Read(match.Groups["when"].Value, new ReadingContext(Year)).Deadlines is [Deadline.During month] ? this with { Month = month } : this;

    private static IEnumerable<(string Text, string From)> Sources(Titles titles, RawPlan raw)
    {
        yield return (titles.Title, "из названия плана");
        yield return (titles.Around, "из заголовка документа");
        foreach (var stage in raw.Stages) yield return (stage.Title, "из названия раздела");
        yield return (string.Join("; ", raw.Measures.SelectMany(m => m.Deadlines)), "из соседних сроков");
        yield return (titles.ApprovalText, "из даты утверждения");
    }

    private static bool IsSchoolText(string text) => text.Contains("учебн", StringComparison.OrdinalIgnoreCase) || text.Contains("уч. год", StringComparison.OrdinalIgnoreCase) || text.Contains("уч.г", StringComparison.OrdinalIgnoreCase);

    private static PlanYears? InText(string text, string from)
    {
        if (text.Length == 0) return null;
        if (Span.Match(text) is { Success: true } span)
        {
            var first = int.Parse(span.Groups["a"].ValueSpan);
            var last = int.Parse(span.Groups["b"].ValueSpan);
            if (last < 100) last += first / 100 * 100;
            if (last > first) return new PlanYears(first, last, from, IsSchoolText(text) || last == first + 1 && span.Groups["tail"].Value.Contains("уч", StringComparison.OrdinalIgnoreCase));
        }
        if (One.Match(text) is { Success: true } one) return new PlanYears(int.Parse(one.Groups["a"].ValueSpan), null, from, IsSchoolText(text));
        if (InDate.Match(text) is { Success: true } date) return new PlanYears(int.Parse(date.Groups["a"].ValueSpan), null, from, false);
        return null;
    }

    /// <summary>Under a stage that names a year («2024 год», «Январь» of a school year) dates take that year.</summary>
    public PlanYears Near(StageDraft? stage) =>
        stage?.Deadlines is [Deadline.During { First: { HasYear: true } first, Last: var last }] && first.Year == last.Year && first.Year != Year
            ? this with { Year = first.Year, Last = null, From = "из названия раздела", IsSchool = false } : this;

    /// <summary>Reads a deadline cell; in a school year the months up to August take the second year.</summary>
    public DeadlineReading Read(string text, int? near = null)
    {
        var year = near ?? Year;
        var reading = DeadlineReader.Read(text, new ReadingContext(year, year is null ? null : From));
        if (!IsSchool || year is null || near is not null || !EndsBeforeAutumn(reading)) return reading;
        return DeadlineReader.Read(text, new ReadingContext(year + 1, From));
    }

    internal static bool IsAugust(Deadline deadline) => deadline switch
    {
        Deadline.On on => on.Date.Month == 8,
        Deadline.By by => by.Date.Month == 8,
        Deadline.During during => during.First.Month == 8 && during.Last.Month == 8,
        _ => false,
    };

    private bool EndsBeforeAutumn(DeadlineReading reading)
    {
        bool Early(WrittenDate? date) => date is null || date.Value.Month <= (IsPreparing ? 7 : 8) && date.Value.Year == Year;
        return reading.Deadlines.Count > 0 && reading.Deadlines.All(d => d switch
        {
            Deadline.On on => Early(on.Date),
            Deadline.By by => Early(by.Date),
            Deadline.From start => Early(start.Date),
            Deadline.During during => Early(during.First) && Early(during.Last),
            _ => false,
        });
    }
}
