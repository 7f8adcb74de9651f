using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Registries;

public sealed partial class CardModel
{
    private async Task LoadWork()
    {
        var (id, on, measures) = (Id, On, db.Measures);
        Facts = await db.Facts.AsNoTracking().Where(f => f.ObjectId == id && f.Day <= on && !f.IsWithdrawn).OrderByDescending(f => f.Day).Take(MostFacts).ToListAsync();
        if (!Desk.SeesPersonal(Card)) return;
        var work = await db.Assignments.AsNoTracking().Where(a => a.ObjectId == id && a.PutOnControlOn <= on).OrderBy(a => a.Control).Join(measures, a => a.MeasureId, m => m.Id, (a, m) => new { Assignment = a, Title = m.Code + ". " + m.Title }).Take(MostFacts).ToListAsync();
        Work = [.. work.Select(w => (w.Assignment, w.Title))];
    }
}
