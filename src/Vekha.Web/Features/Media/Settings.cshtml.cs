using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>What a person says about a media plan.</summary>
public sealed class MediaPlanInput
{
    public int Version { get; set; }

    [Display(Name = "Название"), Required, StringLength(300)]
    public string Title { get; set; } = "";

    [Display(Name = "Первый день"), Required]
    public DateOnly? First { get; set; }

    [Display(Name = "Последний день"), Required]
    public DateOnly? Last { get; set; }

    [Display(Name = "Кто ведёт"), Required]
    public Guid? UnitId { get; set; }

    [Display(Name = "Площадки")]
    public List<string> Channels { get; set; } = [];

    [Display(Name = "Обязательный хэштег"), StringLength(100)]
    public string? Hashtag { get; set; }

    public bool NeedsApproval { get; set; } = true;

    [Display(Name = "Неполный месяц или квартал")]
    public PartialPeriod? Partial { get; set; }

    [Display(Name = "Задачи из строк плана")]
    public Guid? PlanId { get; set; }

    [Display(Name = "Мероприятие «по отдельному плану»")]
    public Guid? MeasureId { get; set; }
}

/// <summary>A new media plan, or the rules of one that exists.</summary>
public sealed class SettingsModel(VekhaDb db, MediaAccess access, PlanAccess plans, ChannelDesk channels, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? ProgrammeId { get; set; }

    [BindProperty]
    public MediaPlanInput Input { get; set; } = new();

    public Programme? Programme { get; private set; }
    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Plans { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];
    public IReadOnlyList<ChannelRule> Offered { get; private set; } = [];
    public IEnumerable<SelectListItem> Partials =>
    [
        new("полная норма", nameof(PartialPeriod.Whole)), new("по числу дней, с округлением вверх", nameof(PartialPeriod.Share)), new("не считать", nameof(PartialPeriod.None)),
    ];

    public async Task<IActionResult> OnGet()
    {
        if (Id is not null)
        {
            if (await Find() is not { } plan) return NotFound();
            Input = new()
            {
                Version = plan.Version, Title = plan.Title, First = plan.First, Last = plan.Last, UnitId = plan.UnitId, Channels = plan.Channels, Hashtag = plan.Hashtag,
                NeedsApproval = plan.NeedsApproval, Partial = plan.Partial, PlanId = plan.PlanId, MeasureId = plan.MeasureId,
            };
        }
        await ShowAgain();
        if (ProgrammeId is not null && Programme is null) return NotFound();
        if (Id is null && Programme is not null)
        {
            Input.UnitId ??= Programme.OrganisationId;
            Input.Channels = [.. Offered.Where(c => c.Key is "site" or "vk" or "ok" or "newspaper").Select(c => c.Key)];
            var period = await db.Plans.Where(p => p.ProgrammeId == Programme.Id && p.IsApproved).OrderBy(p => p.First).Select(p => new { p.First, p.Last }).FirstOrDefaultAsync();
            (Input.First, Input.Last) = (period?.First, period?.Last);
        }
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var old = await Find();
        if (Id is not null && old is null) return NotFound();
        await ShowAgain();
        if (Programme is null) return NotFound();
        if (Input.Last < Input.First) throw new Refusal("Медиаплан не сохранён", "Последний день раньше первого", "Проверьте обе даты") { Field = "Input.Last" };
        var unit = Guid.Parse(Units.FirstOrDefault(u => u.Value == Input.UnitId.ToString())?.Value ?? throw new Refusal("Медиаплан не сохранён", "Такого подразделения нет", "Выберите его из списка") { Field = "Input.UnitId" });
        var period = new DateRange(Input.First!.Value, Input.Last!.Value);
        var plan = old ?? new MediaPlan(Programme, Input.Title, period, unit);
        if (old is null) db.Add(plan);
        else db.Expect(plan, Input.Version);
        plan.Call(Input.Title, period);
        plan.KeptBy(unit);
        plan.ComeOutIn(Input.Channels, await channels.Table(), await channels.PublisherOf(Programme.Id));
        plan.Ask(Input.Hashtag, Input.NeedsApproval, Input.Partial);
        plan.Follow(Input.PlanId is null ? null : await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Input.PlanId && p.ProgrammeId == Programme.Id));
        plan.StandFor(Measures.Any(m => m.Value == Input.MeasureId.ToString()) ? Input.MeasureId : null);
        journal.Write(old is null ? "медиаплан заведён" : "медиаплан изменён", "media-plan", plan.Id, after: new { plan.Title, plan.Channels, plan.Hashtag, plan.MeasureId });
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException e) when (e.IsDuplicate("media_plans"))
        {
            throw new Refusal("Медиаплан не сохранён", "Это мероприятие уже ведёт другой медиаплан", "Откройте его или выберите другое мероприятие") { Field = "Input.MeasureId" };
        }
        say.Done(old is null ? "Медиаплан заведён. Запланируйте первые публикации." : "Медиаплан сохранён.");
        return Redirect($"/desk/media/plan/{plan.Id}");
    }

    public async Task ShowAgain()
    {
        var kept = (await plans.KeptProgrammes()).ToArray();
        var programmes = db.Programmes;
        var all = await programmes.AsNoTracking().Where(p => kept.Contains(p.Id)).ToListAsync();
        Programmes = [.. all.OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        Programme = all.Find(p => p.Id == ProgrammeId);
        if (Programme is null) return;
        Units = [.. (await OrganisationTree.Load(db, db.UnitsUnder([Programme.OrganisationId]), Input.UnitId)).Choices()];
        Offered = [.. (await channels.Table()).OpenTo(await channels.PublisherOf(Programme.Id))];
        Plans = [.. (await db.Plans.AsNoTracking().Where(p => p.ProgrammeId == Programme.Id && p.IsApproved).ToListAsync()).Select(p => new SelectListItem(p.Title, p.Id.ToString()))];
        var (linked, measures) = (db.Assignments.Where(a => a.ProgrammeId == Programme.Id && a.Kind == AssignmentKind.Linked).Select(a => a.MeasureId), db.Measures);
        Measures = [.. (await measures.AsNoTracking().Where(m => linked.Contains(m.Id)).OrderBy(m => m.Position).ToListAsync()).Select(m => new SelectListItem($"{m.Code}. {m.Title}", m.Id.ToString()))];
    }

    private async Task<MediaPlan?> Find()
    {
        if (Id is null || await (await access.Plans()).SingleOrDefaultAsync(p => p.Id == Id) is not { } plan || !(await plans.KeptProgrammes()).Contains(plan.ProgrammeId)) return null;
        ProgrammeId = plan.ProgrammeId;
        return plan;
    }
}
