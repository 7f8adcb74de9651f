using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Wording;

namespace Vekha.Web.Features.Sites;

/// <summary>What the card of a site says for its papers, by site.</summary>
public sealed record SitePlace(string? Organisation, string? Place);

/// <summary>Cards of sites, read at once.</summary>
public static class SitePlaces
{
    public static async Task<IReadOnlyDictionary<Guid, SitePlace>> Of(VekhaDb db, IReadOnlyList<Site> sites)
    {
        var ids = sites.Select(s => s.CardId).ToArray();
        var cards = await db.RegistryObjects.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id);
        return sites.ToDictionary(s => s.Id, s => cards.TryGetValue(s.CardId, out var card) ? new SitePlace(card.Values.GetValueOrDefault("organisation"), card.Address) : new(null, null));
    }
}

/// <summary>«План-график площадок»: steps with their rows, the day of every site, who coordinates it and where.</summary>
internal static class SitePaper
{
    /// <summary>So many sites stand beside one another on a sheet of paper; Excel takes all.</summary>
    private const int Across = 5;

    public static Paper Of(Programme programme, Plan plan, SiteMatrix matrix, IReadOnlyDictionary<Guid, SitePlace> places, bool isWide)
    {
        // A paper is read by name, not by who is behind today.
        List<SiteLineOnDay> lines = [.. matrix.Lines.OrderBy(l => l.Site.Unit!.ShortName, StringComparer.Create(new("ru-RU"), ignoreCase: true))];
        var chunks = lines.Where(l => l.All > 0).Chunk(isWide ? Math.Max(1, lines.Count) : Across).ToList();
        var version = plan.Versions.MaxBy(v => v.Number);
        return new()
        {
            Title = $"План-график\nреализации программы «{programme.Name}» на площадках",
            Orientation = PaperOrientation.Landscape,
            Corner = version is null ? [] : [new CornerBlock.Approve(version.Post, version.Name, null)],
            Lead = [$"{Ru.Count(lines.Count, "площадка", "площадки", "площадок")}, по состоянию на {Ru.PaperDay(matrix.Day)}"],
            Body =
            [
                .. chunks.Select((c, i) => Schedule(matrix, c, chunks.Count == 1 ? "План-график" : $"План-график, часть {i + 1}")),
                new PaperHeading("Площадки и координаторы"),
                People(lines, places),
            ],
            Notes = ["День площадки — контрольный: к нему сдаётся отчёт. «—» — площадке эта работа не поручена."],
            Made = matrix.Day,
        };
    }

    private static PaperTable Schedule(SiteMatrix matrix, SiteLineOnDay[] lines, string name)
    {
        List<PaperColumn> columns = [new("№", 1.3, PaperAlignment.Center), new("Содержание работы", 8), new("Срок по плану", 3.5), .. lines.Select(l => new PaperColumn(HeadOf(l), 3, PaperAlignment.Center) { Group = "День площадки" })];
        List<PaperRow> rows = [];
        foreach (var step in matrix.Steps)
        {
            rows.Add(new PaperRow.Stage(step.Title));
            rows.AddRange(step.Measures.Where(m => lines.Any(l => PartsOf(l, step, m).Any())).Select(m => new PaperRow.Cells(
                [new(PaperValue.RowNumber(m.Number ?? m.Code)), m.Title, m.DeadlineText ?? "в срок шага", .. lines.Select(l => DayOf(PartsOf(l, step, m)))])));
        }
        return new(name, columns, rows) { Description = "Строки плана и день, к которому отчитывается каждая площадка" };
    }

    private static string HeadOf(SiteLineOnDay line) => line.Site.Unit!.ShortName + (CoordinatorOf(line) is { } person ? $" ({person.ShortName})" : "");

    private static Accounts.Person? CoordinatorOf(SiteLineOnDay line) => line.State is SiteState.Accepted or SiteState.Invited ? line.Site.Invitation?.Person : null;

    private static IEnumerable<AssignmentOnDay> PartsOf(SiteLineOnDay line, SiteStep step, Measure measure) =>
        line.Cells.TryGetValue(step.Key, out var cell) ? cell.Parts.Where(p => p.Assignment.MeasureId == measure.Id) : [];

    private static PaperCell DayOf(IEnumerable<AssignmentOnDay> parts)
    {
        var days = parts.Select(p => p.Status.Control).ToList();
        return days.Count switch
        {
            0 => "—",
            1 => days[0] is { } day ? day : "дня ещё нет",
            _ => string.Join("\n", days.OfType<DateOnly>().Order().Select(Ru.Digits)),
        };
    }

    private static PaperTable People(IReadOnlyList<SiteLineOnDay> lines, IReadOnlyDictionary<Guid, SitePlace> places) => new("Площадки",
        [new("№", 1.2, PaperAlignment.Center), new("Площадка", 6), new("Регион", 4), new("Организация", 6), new("Место проведения", 6), new("Ответственный координатор", 5)],
        [.. lines.Select((l, i) => PaperRow.Of(i + 1, l.Site.Unit!.Name, l.Site.Unit.Territory, places[l.Site.Id].Organisation, places[l.Site.Id].Place ?? "уточняется", CoordinatorOf(l) is { } person ? person.FullName + (l.State == SiteState.Invited ? " (приглашён)" : "") : l.State.Word()))])
    {
        Description = "Площадки с местом и ответственным координатором",
    };
}
