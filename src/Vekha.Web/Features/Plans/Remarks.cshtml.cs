using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>«Замечания к плану»: what does not agree in its numbers, dates and people; on the page and as a paper.</summary>
[Authorize(Policy = PlansFeature.Keep)]
public sealed class RemarksModel(VekhaDb db, PlanAccess access, PageDay day) : PageModel
{
    public PlanOnDay Shown { get; private set; } = null!;

    public RemarkList Remarks { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPaper(Guid id)
    {
        if (!await Load(id)) return NotFound();
        var content = new MemoryStream();
        WordPaper.Write(Remarks.Paper(null, Shown.Day), content);
        return File(content.ToArray(), WordPaper.ContentType, $"Замечания к плану, {Shown.Programme.Name}.docx");
    }

    private async Task<bool> Load(Guid id)
    {
        if (await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } plan) return false;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        if (!await access.MayKeep(programme)) return false;
        Shown = await PlanOnDay.Load(db, plan, programme, day.Of(programme.ShownOn, programme.Policy.TimeZoneId), await access.InPlans(programme));
        Remarks = RemarkList.Of(Shown);
        return true;
    }
}
