using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Events;

/// <summary>Reports about events that the person runs: the centre sees all of them, a site its own.</summary>
public sealed class ReportsModel(VekhaDb db, EventAccess access, PlanAccess plans) : PageModel
{
    /// <summary>More are found by their title or code.</summary>
    private const int Most = 200;

    public static readonly (string State, string Title)[] States = [("work", "Готовятся"), ("sent", "Отправлены"), ("back", "Возвращены")];

    public sealed record Line(Event Event, string Unit, string State, DateOnly? SentOn);

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public async Task OnGet()
    {
        Guid[] kept = [.. await plans.KeptProgrammes()];
        var own = await access.OwnUnits();
        var events = await db.Events.AsNoTracking().Where(e => (kept.Contains(e.ProgrammeId) || own.Contains(e.UnitId)) && (e.State == EventState.Held || e.State == EventState.Appointed)).OrderByDescending(e => e.StartsAt).ToListAsync();
        var words = Search?.Trim();
        if (!string.IsNullOrEmpty(words)) events = [.. events.Where(e => e.Title.Contains(words, StringComparison.OrdinalIgnoreCase) || ReportDesk.CodeOf(e.Id).Replace("-", "").Contains(words.Replace("-", ""), StringComparison.OrdinalIgnoreCase))];
        Guid[] ids = [.. events.Select(e => e.Id)], units = [.. events.Select(e => e.UnitId).Distinct()];
        var reports = await db.EventReports.AsNoTracking().Where(r => ids.Contains(r.EventId)).ToDictionaryAsync(r => r.EventId);
        var names = await db.Organisations.Where(o => units.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName);
        var lines = events.Select(e => new Line(e, names[e.UnitId], StateOf(reports.GetValueOrDefault(e.Id)), reports.GetValueOrDefault(e.Id)?.SentOn)).ToList();
        Counts = lines.GroupBy(l => l.State).ToDictionary(g => g.Key, g => g.Count());
        Lines = [.. lines.Where(l => State is null || l.State == State).Take(Most)];
    }

    private static string StateOf(EventReport? report) => report switch { { IsSent: true } => "sent", { ReturnedWhy: not null } => "back", _ => "work" };
}
