using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>The common schedule of premieres: what each site asks for, what is appointed, how far each has come.</summary>
public sealed class ScheduleModel(VekhaDb db, MediaAccess access, ScheduleDesk desk, Journal journal, Saying say, PageDay day) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary><c>wish</c>, <c>slot</c>, <c>out</c> or all.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    public MediaPlan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<Premiere> All { get; private set; } = [];
    public IReadOnlyList<Organisation> Sites { get; private set; } = [];
    public bool MayEdit { get; private set; }

    public IEnumerable<Premiere> Shown => All.Where(p => State switch { "wish" => p.SlotOn is null, "slot" => p.SlotOn is not null && p.OutOn is null, "out" => p.OutOn is not null, _ => true });

    /// <summary>Wishes of two sites for one slot, or for one that is taken.</summary>
    public bool IsClash(Premiere premiere) => premiere.Wish is not null
        && All.Any(o => o.Id != premiere.Id && ((o.SlotOn, o.SlotHour) == (premiere.WishOn, premiere.WishHour) || (o.SlotOn is null && (o.WishOn, o.WishHour) == (premiere.WishOn, premiere.WishHour))));

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnGetExcel(string format = "xlsx")
    {
        if (!await Load()) return NotFound();
        var issuer = await db.Organisations.Where(o => o.Id == Plan.UnitId).Select(o => o.Name).SingleAsync();
        var (paper, content) = (SchedulePaper.Of(Plan, Programme.Name, issuer, All, Today), new MemoryStream());
        if (format == "docx") WordPaper.Write(paper, content);
        else ExcelPaper.Write(paper, content);
        return File(content.ToArray(), format == "docx" ? WordPaper.ContentType : ExcelPaper.ContentType, $"График выхода видеосюжетов.{(format == "docx" ? "docx" : "xlsx")}");
    }

    /// <summary>«Предложить»: a new story with the slot its site asks for.</summary>
    public async Task<IActionResult> OnPostPropose(Guid site, string? practice1, string? practice2, string? length, string? responsible, DateOnly? on, int? hour)
    {
        if (!await Load()) return NotFound();
        if (Sites.FirstOrDefault(s => s.Id == site) is not { } unit) return NotFound();
        var premiere = new Premiere(Plan, unit, new(practice1, practice2, length, responsible));
        premiere.Propose(on, hour, desk.Now);
        db.Add(premiere);
        journal.Write("слот предложен", "premiere", premiere.Id, premiere.Wish);
        await db.SaveChangesAsync();
        say.Done($"Предложено: {premiere.Wish}. Координатор соберёт общий график.");
        return Redirect($"/desk/media/schedule/{Id}");
    }

    public async Task<IActionResult> OnPostBuild()
    {
        if (!await Load() || !MayEdit) return NotFound();
        var (appointed, clashes) = await desk.Build(Plan, Programme);
        await desk.Save();
        say.Done($"Назначено выходов: {appointed}.{(clashes.Count > 0 ? $" Не назначены: {string.Join("; ", clashes)}." : "")}");
        return Redirect($"/desk/media/schedule/{Id}");
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        if (await desk.Find(Id) is not var (plan, programme)) return false;
        (Plan, Programme) = (plan, programme);
        Today = day.Of(Programme.ShownOn, Programme.Policy.TimeZoneId);
        MayEdit = await access.MayEdit(Plan);
        Sites = await desk.Sites(Plan, Programme);
        All = [.. (await db.Premieres.AsNoTracking().Where(p => p.MediaPlanId == Id).ToListAsync()).OrderBy(p => p.SlotOn ?? p.WishOn ?? DateOnly.MaxValue).ThenBy(p => p.SlotHour ?? p.WishHour).ThenBy(p => p.Site)];
        return true;
    }
}
