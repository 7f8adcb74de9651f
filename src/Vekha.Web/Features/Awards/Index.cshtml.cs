using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Events;

namespace Vekha.Web.Features.Awards;

/// <summary>«Награждение»: lists of the awarded of all programmes the person answers for; no names here.</summary>
public sealed class IndexModel(VekhaDb db, AwardAccess access, EventAccess events) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? Programme { get; set; }

    public sealed record Line(AwardList List, string Programme, string Unit, IReadOnlyDictionary<AwardState, int> By)
    {
        public int Of(params AwardState[] states) => states.Sum(s => By.GetValueOrDefault(s));
    }

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> Programmes { get; private set; } = [];
    public bool MayMake { get; private set; }

    public async Task OnGet()
    {
        MayMake = (await events.Programmes()).Count > 0;
        var (units, programmes, awards) = (db.Set<Accounts.Organisation>(), db.Set<Plans.Programme>(), db.Awards);
        var seen = await (await access.Seen()).AsNoTracking().Select(l => new { List = l, Programme = programmes.Where(p => p.Id == l.ProgrammeId).Select(p => p.Name).First(), Unit = units.Where(u => u.Id == l.UnitId).Select(u => u.ShortName).First() }).ToListAsync();
        Programmes = [.. seen.Select(s => (s.List.ProgrammeId, s.Programme)).Distinct().OrderBy(p => p.Programme)];
        var shown = seen.Where(s => Programme is null || s.List.ProgrammeId == Programme).OrderBy(s => s.Programme).ThenBy(s => s.List.Title).ToList();
        Guid[] ids = [.. shown.Select(s => s.List.Id)];
        var counts = (await awards.Where(a => ids.Contains(a.ListId)).GroupBy(a => new { a.ListId, a.State }).Select(g => new { g.Key.ListId, g.Key.State, Count = g.Count() }).ToListAsync()).ToLookup(c => c.ListId);
        Lines = [.. shown.Select(s => new Line(s.List, s.Programme, s.Unit, counts[s.List.Id].ToDictionary(c => c.State, c => c.Count)))];
    }
}
