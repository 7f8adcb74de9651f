using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Sites;

/// <summary>«Площадка»: its coordinator, its card, what it owes step by step. Its coordinator opens it too.</summary>
public sealed class SiteModel(VekhaDb db, SiteAccess access, SiteInviting inviting, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    public sealed class Form
    {
        [Display(Name = "Координатор: фамилия, имя, отчество"), StringLength(200)]
        public string? Coordinator { get; set; }

        [Display(Name = "Почта"), EmailAddress, StringLength(200)]
        public string? Email { get; set; }

        [Display(Name = "Телефон"), StringLength(50)]
        public string? Phone { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "step")]
    public string? Step { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [TempData]
    public string? Link { get; set; }

    public Site Site { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public bool Keeps { get; private set; }
    public SiteState State { get; private set; }
    public IReadOnlyList<SiteStep> Steps { get; private set; } = [];
    public ILookup<Guid, AssignmentOnDay> Parts { get; private set; } = null!;
    public RegistryObject Card { get; private set; } = null!;
    public string CardState { get; private set; } = "";
    public DateOnly On { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        await ShowAgain();
        return Page();
    }

    /// <summary>«Пригласить» the first time, once more or another person.</summary>
    public async Task<IActionResult> OnPostInvite()
    {
        if (!await Load() || !Keeps) return NotFound();
        var (token, isWritten) = await inviting.Invite(Site, Site.Unit!, Programme, Input.Coordinator ?? "", Input.Email, Input.Phone);
        await db.SaveChangesAsync();
        if (!isWritten) Link = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/sites/invitation/{token}";
        say.Done(isWritten ? "Приглашение отправлено." : "Приглашение готово: письма не отправляются, передайте ссылку сами.");
        return Redirect($"/desk/sites/site/{Id}");
    }

    public async Task ShowAgain()
    {
        if (Site is null && !await Load()) return;
        On = access.Shown(Programme);
        var (unit, programme, calendar) = (Site!.UnitId, Programme.Id, Programme.Policy.Calendar());
        var parts = await PlanOnDay.WithRecords(db.Assignments.Where(a => a.ProgrammeId == programme && a.OrganisationId == unit && a.ParentId != null && a.InnerUnitId == null)).ToListAsync();
        Parts = parts.OrderBy(a => a.Control ?? DateOnly.MaxValue).Select(a => new AssignmentOnDay(a, a.StatusOn(On, calendar, Programme.Policy))).ToLookup(a => a.Assignment.MeasureId);
        Steps = await access.PlanOf(programme) is { } plan ? [.. SiteStep.Of(plan).Where(s => s.Measures.Any(m => Parts.Contains(m.Id)))] : [];
        Card = await db.RegistryObjects.AsNoTracking().SingleAsync(o => o.Id == Site.CardId);
        var registry = await db.Registries.AsNoTracking().SingleAsync(r => r.Id == Card.RegistryId);
        CardState = registry.Definition.State(Card.State).Title;
        if (Request.Method == "GET" && Site.Invitation is { } last) Input = new() { Coordinator = last.Person!.FullName, Email = last.Address, Phone = last.Person.Phone };
    }

    private async Task<bool> Load()
    {
        if (await access.Find(Id) is not { } found) return false;
        (Site, Programme, Keeps) = found;
        State = Site.StateAt(time.GetUtcNow());
        return true;
    }
}
