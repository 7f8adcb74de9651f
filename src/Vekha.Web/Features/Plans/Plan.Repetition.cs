using Vekha.Web.Platform;
using System.Text.RegularExpressions;
using Vekha.Calendars;
using Vekha.Plans;

namespace Vekha.Web.Features.Plans;

public sealed partial class Plan
{
    /// <summary>«Повторить на новый период»: a draft with the same rows and every deadline the same number of years later.</summary>
    /// <param name="years">By how many years, not 0.</param>
    public Plan Repeat(int years)
    {
        if (years == 0) throw new Refusal("План не повторён", "Новый период совпадает с прежним", "Укажите другой год") { Field = "Year" };
        var plan = new Plan(ProgrammeId, MoveYears(Title, years), new DateRange(First.AddYears(years), Last.AddYears(years)))
        {
            Kind = Kind,
            Abbreviations = new(Abbreviations),
            Notes = [$"Повторяет план {Vekha.Wording.Ru.Period(Period)}: сроки перенесены на {Vekha.Wording.Ru.Count(Math.Abs(years), "год", "года", "лет")}."],
            RepeatedFromId = Id,
            ApproverPost = InForce?.Post ?? ApproverPost,
            ApproverName = InForce?.Name ?? ApproverName,
        };
        var copies = StagesIn(plan, years);
        foreach (var measure in Rows) measure.RepeatIn(plan, measure.StageId is { } id ? copies[id] : null, years);
        return plan;
    }

    /// <summary>«П.3 после П.2» of the plan before, for the same rows of its repetition.</summary>
    /// <param name="known">Dependencies of this plan; those of rows taken out stay behind.</param>
    public IReadOnlyList<Dependency> RepeatDependencies(Plan copy, IReadOnlyCollection<Dependency> known)
    {
        var same = Rows.Zip(copy.Rows).ToDictionary(r => r.First.Id, r => r.Second);
        var made = new List<Dependency>();
        foreach (var d in known)
            if (same.TryGetValue(d.MeasureId, out var later) && same.TryGetValue(d.AfterId, out var before)) made.Add(Dependency.Of(later, before, made));
        return made;
    }

    private Dictionary<Guid, Stage> StagesIn(Plan plan, int years) => stages.OrderBy(s => s.Position).ToDictionary(s => s.Id, s =>
    {
        var stage = plan.AddStage(s.Title, s.Number, s.Code);
        stage.Outcome = s.Outcome;
        stage.DeadlineText = s.DeadlineText is { } text ? MoveYears(text, years) : null;
        stage.Deadlines = [.. s.Deadlines.Select(d => Repetition.Shift(d, years))];
        return stage;
    });

    /// <summary>«октябрь 2020» → «октябрь 2026»; «2020–2022 годы» → «2026–2028 годы». Two-digit years stay as they are.</summary>
    internal static string MoveYears(string text, int years) =>
        Year.Replace(text, y => (int.Parse(y.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) + years).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    private static partial Regex Year { get; }
}
