using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.PersonalData;

/// <summary>Programmes with the number of their people, of purposes, and of those whose data are due.</summary>
public sealed class IndexModel(VekhaDb db, PlanAccess access, DataAccess data) : PageModel
{
    /// <param name="Due">How many are due; <c>null</c> for who does not keep the programme.</param>
    public sealed record Line(Programme Programme, int People, int Purposes, int? Due);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGet()
    {
        var programmes = await (await access.Programmes()).AsNoTracking().OrderBy(p => p.Name).ToListAsync();
        Guid[] ids = [.. programmes.Select(p => p.Id)];
        var people = await db.DataSubjects.Where(s => ids.Contains(s.ProgrammeId)).GroupBy(s => s.ProgrammeId).ToDictionaryAsync(g => g.Key, g => g.Count());
        var purposes = await db.Purposes.Where(p => ids.Contains(p.ProgrammeId) && p.ClosedOn == null).GroupBy(p => p.ProgrammeId).ToDictionaryAsync(g => g.Key, g => g.Count());
        var kept = await access.KeptProgrammes();
        // Examples live on days of their own: the ends are compared here, one row a person that is not destroyed.
        var ends = await db.DataHoldings.Where(h => ids.Contains(h.ProgrammeId) && h.ActId == null).GroupBy(h => new { h.ProgrammeId, h.SubjectId })
            .Select(g => new { g.Key.ProgrammeId, Ends = g.Max(h => h.EndsOn) }).GroupBy(x => new { x.ProgrammeId, x.Ends }).Select(g => new { g.Key.ProgrammeId, g.Key.Ends, Count = g.Count() }).ToListAsync();
        Lines = [.. programmes.Select(p => new Line(p, people.GetValueOrDefault(p.Id), purposes.GetValueOrDefault(p.Id),
            kept.Contains(p.Id) ? ends.Where(e => e.ProgrammeId == p.Id && e.Ends <= data.Today(p)).Sum(e => e.Count) : null))];
    }
}
