using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Changes;

/// <summary>«Запросы на изменение»: what waits for one's decision first, then all the person may see.</summary>
public sealed class IndexModel(VekhaDb db, PlanAccess access, ChangeDesk desk, AgreementDesk agreements) : PageModel
{
    private const int PageSize = 30;

    /// <summary><c>mine</c>, <c>late</c> or the name of a state.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public ChangeKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "assignment")]
    public Guid? Assignment { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public sealed record Line(ChangeRequest Request, string Code, string Title);

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Programmes { get; private set; } = null!;
    public IReadOnlyDictionary<ChangeState, int> Counts { get; private set; } = null!;
    public IReadOnlySet<Guid> ToDecide { get; private set; } = null!;
    public IReadOnlyList<RoundLine> Rounds { get; private set; } = [];
    public int Count { get; private set; }
    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);
    public bool IsFiltered => State is not null || Programme is not null || Kind is not null || Assignment is not null || !string.IsNullOrWhiteSpace(Search);

    public async Task OnGet()
    {
        ToDecide = await desk.ToDecide();
        Programmes = await (await access.Programmes()).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name);
        var seen = (await desk.Seen()).AsNoTracking();
        Counts = await seen.GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        Rounds = IsFiltered ? [] : await agreements.Open();
        var (found, measures) = (Filtered(seen), db.Measures);
        var lines = found.Join(measures, r => r.MeasureId, m => m.Id, (r, m) => new { Request = r, m.Code, m.Title });
        if (!string.IsNullOrWhiteSpace(Search))
        {
            // «№ 3», a code or words of the row; small and capital letters differ on one of the databases, so both are asked.
            var (text, capital, small) = (Search.Trim(), Wording.Ru.Capital(Search.Trim()), Search.Trim().ToLowerInvariant());
            var number = int.TryParse(text.TrimStart('№', ' '), out var n) ? n : -1;
            lines = lines.Where(l => l.Request.Number == number || l.Code == text || l.Title.Contains(text) || l.Title.Contains(capital) || l.Title.Contains(small) || l.Request.FiledBy.Contains(text));
        }
        Count = await lines.CountAsync();
        Number = Math.Clamp(Number, 1, Pages);
        Lines = [.. (await lines.OrderByDescending(l => l.Request.FiledAt).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync()).Select(l => new Line(l.Request, l.Code, l.Title))];
    }

    private IQueryable<ChangeRequest> Filtered(IQueryable<ChangeRequest> seen)
    {
        if (State == "mine") { Guid[] ids = [.. ToDecide]; seen = seen.Where(r => ids.Contains(r.Id)); }
        else if (State == "late") seen = seen.Where(r => r.AskBy != null && r.FiledOn > r.AskBy);
        else if (Enum.TryParse<ChangeState>(State, ignoreCase: true, out var state)) seen = seen.Where(r => r.State == state);
        if (Programme is { } programme) seen = seen.Where(r => r.ProgrammeId == programme);
        if (Assignment is { } assignment) seen = seen.Where(r => r.AssignmentId == assignment);
        return Kind is { } kind ? seen.Where(r => r.Kind == kind) : seen;
    }
}
