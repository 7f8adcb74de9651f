using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.Cascade;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Sites;

/// <summary>«Площадки программы»: each site with each step, who is behind first; «план-график» as Word and Excel.</summary>
public sealed class ProgrammeModel(VekhaDb db, SiteAccess access, SiteBook book, Joining joining, Journal journal, Saying say, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Programme Programme { get; private set; } = null!;
    public Plan? Plan { get; private set; }
    public IReadOnlyList<Site> Sites { get; private set; } = [];
    public SiteMatrix Matrix { get; private set; } = null!;

    /// <summary>Links of coordinators to whom no letter goes, shown once.</summary>
    [TempData]
    public string? Links { get; set; }

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnGetWord() => await Load() ? await Give(WordPaper.Write, WordPaper.ContentType, "docx", isWide: false) : NotFound();

    public async Task<IActionResult> OnGetExcel() => await Load() ? await Give(ExcelPaper.Write, ExcelPaper.ContentType, "xlsx", isWide: true) : NotFound();

    /// <summary>«Раздать недостающее»: sites that came later get what their sisters were given.</summary>
    public async Task<IActionResult> OnPostJoin()
    {
        if (!await Load() || Plan is null) return NotFound();
        var (today, late) = (access.Today(Programme), Matrix.Lines.Where(l => l.Missing > 0).Select(l => l.Site.UnitId).ToArray());
        var units = await CascadePreview.UnitsOf(db, late, today);
        var made = await joining.Join(Plan, Programme, [.. units.Values], today, book.Sisters(Id));
        journal.Write("площадки получили то, что роздано другим", "programme", Id, after: new { Площадок = late.Length, Поручений = made });
        await db.SaveChangesAsync();
        say.Done($"Роздано: {Ru.Count(made, Noun.Assignment)}.");
        return Redirect($"/desk/sites/programme/{Id}");
    }

    private async Task<bool> Load()
    {
        if (await access.Kept(Id) is not { } programme) return false;
        Programme = programme;
        var day = access.Shown(programme);
        Plan = await access.PlanOf(Id);
        Sites = await access.Of(Id);
        var units = book.Sisters(Id);
        var plan = Plan?.Id;
        var parts = plan is null ? [] : await PlanOnDay.WithRecords(db.Assignments.Where(a => a.PlanId == plan && a.ParentId != null && a.InnerUnitId == null && a.OrganisationId != null && units.Contains(a.OrganisationId.Value))).ToListAsync();
        var calendar = programme.Policy.Calendar();
        Matrix = new(Plan is null ? [] : SiteStep.Of(Plan), Sites, parts.Select(a => new AssignmentOnDay(a, a.StatusOn(day, calendar, programme.Policy))), day, time.GetUtcNow());
        return true;
    }

    private async Task<IActionResult> Give(Action<Paper, Stream> write, string type, string ending, bool isWide)
    {
        if (Plan is null || Matrix.Steps.Count == 0) throw new Refusal("План-график не составлен", "Площадкам ещё ничего не роздано", "Раздайте им шаги плана, и план-график составится сам");
        var places = await SitePlaces.Of(db, Sites);
        using var file = new MemoryStream();
        write(SitePaper.Of(Programme, Plan, Matrix, places, isWide), file);
        return File(file.ToArray(), type, $"План-график площадок, {Programme.Name}.{ending}");
    }
}
