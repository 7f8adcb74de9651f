using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Cascade;

public sealed partial class ChildModel
{
    public async Task ShowAgain()
    {
        if (Part is null && !await Load()) return;
        var (inside, on) = (db.UnitsUnder(Unit.Id), Programme.Today(time.GetUtcNow()));
        var inner = await PlanOnDay.WithRecords(db.Assignments.Where(a => a.ParentId == Id)).ToListAsync();
        Inner = [.. inner.OrderBy(a => a.ExecutorName, StringComparer.CurrentCulture).Select(a => new AssignmentOnDay(a, a.StatusOn(on, Programme.Policy.Calendar(), Programme.Policy)))];
        Specialists = [.. (await db.People.AsNoTracking().Where(p => inside.Contains(p.UnitId)).OrderBy(p => p.FullName).Take(OrganisationTree.Most).ToListAsync())
            .Select(p => new SelectListItem(p.Post.Length > 0 ? $"{p.FullName}, {p.Post}" : p.FullName, p.Id.ToString(), p.Id == Part!.PersonId))];
        var below = await db.Organisations.Where(o => o.ParentId == Unit.Id && (o.Until == null || o.Until >= on)).OrderBy(o => o.Name).Take(OrganisationTree.Most).Select(o => o.Id).ToArrayAsync();
        Below = [.. (await CascadePreview.UnitsOf(db, below, on)).Values.OrderBy(u => u.Name, StringComparer.CurrentCulture)];
        if (Part!.AsksWhyLate(on)) Reasons = await reasons.Choices(LateKind);
        Plans = await subPlans.Choices(Part!);
    }

    private async Task<bool> Load()
    {
        if (await desk.Part(Id) is not { } part || !await desk.Leads(part.OrganisationId!.Value)) return false;
        Part = part;
        Unit = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == part.OrganisationId);
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == part.ProgrammeId);
        Measure = await db.Measures.AsNoTracking().SingleAsync(m => m.Id == part.MeasureId);
        Whole = part.ParentId is { } parent ? await db.Assignments.AsNoTracking().SingleAsync(a => a.Id == parent) : null;
        day.Of(Programme.ShownOn, Programme.Policy.TimeZoneId);
        return true;
    }

    private async Task<IActionResult> Keep(string verb, object after, string sentence)
    {
        journal.Write(verb, "assignment", Id, after: after);
        await db.SaveChangesAsync();
        say.Done(sentence);
        return Redirect($"/desk/cascade/child/{Id}");
    }
}
