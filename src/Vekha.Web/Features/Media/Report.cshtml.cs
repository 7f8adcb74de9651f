using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>«Отчёт по медиаплану»: on the page, in Word and in Excel.</summary>
public sealed class ReportModel(VekhaDb db, MediaAccess access, ChannelDesk channels, PageDay day) : PageModel
{
    public MediaReport Report { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) ? Page() : NotFound();

    public async Task<IActionResult> OnGetWord(Guid id) => await Load(id) ? Take(MediaReportPaper.Report(Report), "docx", "Отчёт по медиаплану") : NotFound();

    public async Task<IActionResult> OnGetExcel(Guid id) => await Load(id) ? Take(MediaReportPaper.Report(Report), "xlsx", "Отчёт по медиаплану") : NotFound();

    /// <summary>The media plan itself, for approval.</summary>
    public async Task<IActionResult> OnGetPlan(Guid id, string format = "docx")
    {
        if (!await Load(id)) return NotFound();
        var lines = await (await access.Publications()).AsNoTracking().Where(p => p.MediaPlanId == id && p.State != PublicationState.Dropped).OrderBy(p => p.Due).ThenBy(p => p.Id).Lines(db).ToListAsync();
        return Take(MediaReportPaper.Plan(Report.Plan, Report.Unit, Report.Table, lines, Report.Day), format == "xlsx" ? "xlsx" : "docx", "Медиаплан");
    }

    private FileContentResult Take(Paper paper, string format, string name)
    {
        var content = new MemoryStream();
        if (format == "xlsx") ExcelPaper.Write(paper, content);
        else WordPaper.Write(paper, content);
        return File(content.ToArray(), format == "xlsx" ? ExcelPaper.ContentType : WordPaper.ContentType, $"{name}.{format}");
    }

    private async Task<bool> Load(Guid id)
    {
        if (await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } plan) return false;
        var programme = await access.ProgrammeOf(plan.ProgrammeId);
        Report = await MediaReport.Load(db, plan, programme, await channels.Table(), await access.Publications(), day.Of(programme.ShownOn, programme.Policy.TimeZoneId));
        return true;
    }
}
