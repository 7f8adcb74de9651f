using System.Globalization;
using Vekha.Calendars;
using Vekha.Control;

namespace Vekha.Web.Features.Control;

/// <summary>A week of the trend.</summary>
/// <param name="Week">Monday to Sunday.</param>
/// <param name="Done">In time, late, not done of those whose day lies in the week.</param>
/// <param name="Ahead">Whose day lies in the week and which are still open without being late.</param>
public sealed record TrendWeek(DateRange Week, Discipline Done, int Ahead)
{
    /// <summary>All whose control day lies in the week.</summary>
    public int Due => Done.Due + Done.UnderCheck + Ahead;
}

/// <summary>«Динамика по неделям»: what fell due in each week and what became of it by the page's day.</summary>
public sealed class WeeklyTrend
{
    private const int Back = 15, Forward = 4, Width = 60, Height = 150, Foot = 44, Head = 18;

    internal WeeklyTrend(BoardScene scene)
    {
        Day = scene.Day;
        var statuses = scene.Answering.Select(r => r.Status).Where(s => s.Control is not null && s.State is not (AssignmentState.Standing or AssignmentState.Released or AssignmentState.Cancelled)).ToList();
        var monday = MondayOf(scene.Day);
        var first = statuses.Count == 0 ? monday : MondayOf(statuses.Min(s => s.Control!.Value));
        if (first < monday.AddDays(-7 * Back)) first = monday.AddDays(-7 * Back);
        var last = statuses.Count == 0 ? monday : MondayOf(statuses.Max(s => s.Control!.Value));
        if (last > monday.AddDays(7 * Forward)) last = monday.AddDays(7 * Forward);
        if (last < monday) last = monday;
        if (first > monday) first = monday;
        var byWeek = statuses.ToLookup(s => MondayOf(s.Control!.Value));
        Weeks = [.. Enumerable.Range(0, ((last.DayNumber - first.DayNumber) / 7) + 1).Select(i => first.AddDays(7 * i)).Select(m => WeekOf(m, [.. byWeek[m]]))];
        Before = Discipline.Of(statuses.Where(s => s.Control < first), new(DateOnly.MinValue, DateOnly.MaxValue));
        All = Discipline.Of(statuses, new(DateOnly.MinValue, DateOnly.MaxValue));
        Most = Math.Max(1, Weeks.Max(w => w.Due));
    }

    public DateOnly Day { get; }
    public IReadOnlyList<TrendWeek> Weeks { get; }

    /// <summary>What fell due before the first week shown.</summary>
    public Discipline Before { get; }
    public Discipline All { get; }
    private int Most { get; }

    /// <summary>Numbers of the drawing: one unit is a pixel at full width.</summary>
    public string ViewBox => $"0 0 {Weeks.Count * Width} {Head + Height + Foot}";
    public int Ground => Head + Height;

    public int Left(int week) => week * Width;
    public int Middle(int week) => (week * Width) + (Width / 2);

    public bool IsNow(TrendWeek week) => week.Week.Contains(Day);

    /// <summary>Pieces of the bar from the ground up: fill, top, height.</summary>
    public IEnumerable<(string Fill, string Top, string Size)> Bar(TrendWeek week)
    {
        var under = 0.0;
        foreach (var (fill, count) in new[] { ("done", week.Done.InTime), ("late", week.Done.Late), ("over", week.Done.NotDone), ("work", week.Done.UnderCheck), ("idle", week.Ahead) })
        {
            if (count == 0) continue;
            var size = (double)Height * count / Most;
            under += size;
            yield return (fill, Number(Head + Height - under), Number(Math.Max(1, size - 1)));
        }
    }

    /// <summary>Where the number over the bar stands.</summary>
    public string Top(TrendWeek week) => Number(Head + Height - ((double)Height * week.Due / Most) - 4);

    private static TrendWeek WeekOf(DateOnly monday, IReadOnlyList<AssignmentStatus> due)
    {
        var week = new DateRange(monday, monday.AddDays(6));
        var done = Discipline.Of(due, week);
        return new(week, done, due.Count - done.Due - done.UnderCheck);
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
