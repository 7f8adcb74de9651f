using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>The papers of a plan to take away: as Word and as Excel.</summary>
public sealed class PapersModel(VekhaDb db, PlanAccess access, PageDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PlanOnDay Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    /// <param name="paper"><c>plan</c>, <c>plan-days</c> or <c>progress</c>.</param>
    /// <param name="format"><c>docx</c> or <c>xlsx</c>.</param>
    public async Task<IActionResult> OnGetTake(string paper, string format)
    {
        if (!await Load()) return NotFound();
        var (made, name) = paper switch
        {
            "plan" => (PlanPapers.Plan(Shown, withControlDays: false), $"План, {Shown.Programme.Name}"),
            "plan-days" => (PlanPapers.Plan(Shown, withControlDays: true), $"План с контрольными днями, {Shown.Programme.Name}"),
            "progress" => (PlanPapers.Progress(Shown), $"Отчёт о ходе на {Vekha.Wording.Ru.Digits(Shown.Day)}, {Shown.Programme.Name}"),
            _ => (null, ""),
        };
        if (made is null || format is not ("docx" or "xlsx")) return NotFound();
        var content = new MemoryStream();
        if (format == "docx") WordPaper.Write(made, content);
        else ExcelPaper.Write(made, content);
        return File(content.ToArray(), format == "docx" ? WordPaper.ContentType : ExcelPaper.ContentType, $"{name}.{format}");
    }

    /// <summary>«Письмо-поручение» to one of the leaders.</summary>
    public async Task<IActionResult> OnGetLetter(int leader)
    {
        if (!await Load() || LeaderLetter.Leaders(Shown).ElementAtOrDefault(leader) is not { } name) return NotFound();
        var content = new MemoryStream();
        WordPaper.Write(LeaderLetter.Of(Shown, name), content);
        return File(content.ToArray(), WordPaper.ContentType, $"Письмо-поручение, {name.TrimEnd('.')}.docx");
    }

    private async Task<bool> Load()
    {
        if (await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } plan) return false;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        Shown = await PlanOnDay.Load(db, plan, programme, day.Of(programme.ShownOn, programme.Policy.TimeZoneId), await access.InPlans(programme));
        return true;
    }
}
