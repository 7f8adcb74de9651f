using Vekha.Web.Data;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>Norms of an example confirmed as a person would, and what its executors have published so far.</summary>
internal static class ExampleFacts
{
    private static readonly string[] Titles = ["Заметка о работе клубов на сайте комитета", "Репортаж о клубе в районной газете", "Рассказ о наставниках клуба", "Фотоотчёт о турнире дворовых команд"];

    /// <summary>Every executor publishes every other week; the second one has published once in the last month.</summary>
    public static void Tell(VekhaDb db, Programme programme, Plan plan, IReadOnlyList<Assignment> assignments, Actor actor, DateOnly today)
    {
        var norms = plan.Measures.SelectMany(m => NormDesk.Of(m, plan, programme).Select(w => new Norm(plan, m.Id, NormDesk.Known(w, ["клуб"])))).ToList();
        db.AddRange(norms);
        foreach (var norm in norms.Where(n => n is { Unit: "публикация", Per: NormPer.Executor }))
        {
            Guid[] units = [.. assignments.Where(a => a.MeasureId == norm.MeasureId).Select(a => a.OrganisationId).OfType<Guid>().Distinct()];
            foreach (var (unit, i) in units.Select((u, i) => (u, i)))
                foreach (var (day, n) in Days(norm.First, today).Where((_, n) => i != 1 || n < 2).Select((d, n) => (d.AddDays(i % 3), n)).Where(d => d.Item1 <= today))
                    db.Add(new Fact(new FactEntry { ProgrammeId = programme.Id, MeasureId = norm.MeasureId, Kind = norm.Unit, Day = day, Title = Titles[(i + n) % Titles.Length], UnitId = unit, TerritoryId = unit }, plan.Id, At(day), actor));
        }
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly today)
    {
        for (var day = first.AddDays(2); day <= today; day = day.AddDays(12)) yield return day;
    }

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(12, 30), TimeSpan.Zero);
}
