using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>What a person says about a publication that is to be planned or changed.</summary>
public sealed class PublicationInput
{
    public int Version { get; set; }

    [Display(Name = "О чём"), Required, StringLength(500)]
    public string Title { get; set; } = "";

    [Display(Name = "Формат")]
    public PublicationFormat Format { get; set; } = PublicationFormat.Post;

    [Display(Name = "Площадки")]
    public List<string> Channels { get; set; } = [];

    [Display(Name = "Выйти до")]
    public DateOnly? Due { get; set; }

    [Display(Name = "Откуда день"), StringLength(300)]
    public string? DueWhy { get; set; }

    [Display(Name = "Строка плана")]
    public Guid? MeasureId { get; set; }

    [Display(Name = "Событие")]
    public Guid? EventId { get; set; }

    [Display(Name = "Подразделение")]
    public Guid? UnitId { get; set; }

    [Display(Name = "Кто пишет"), StringLength(200)]
    public string? Responsible { get; set; }
}

/// <summary>«Запланировать публикацию», also as a copy of another; and the change of one that has not come out.</summary>
public sealed class NewModel(VekhaDb db, MediaAccess access, ChannelDesk channels, PublicationDesk desk, EventAccess events, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The publication to copy.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public Guid? From { get; set; }

    /// <summary>The publication to change.</summary>
    [BindProperty(SupportsGet = true, Name = "change")]
    public Guid? Change { get; set; }

    [BindProperty]
    public PublicationInput Input { get; set; } = new();

    public MediaPlan Plan { get; private set; } = null!;
    public IReadOnlyList<ChannelRule> Channels { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Events { get; private set; } = [];
    public IEnumerable<SelectListItem> Formats => Enum.GetValues<PublicationFormat>().Select(f => new SelectListItem(f.Word(), f.ToString()));

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        Input.UnitId = Plan.UnitId;
        if ((Change ?? From) is not { } model) return Page();
        if (await (await access.Publications()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == model && p.MediaPlanId == Id) is not { } old) return NotFound();
        Input = new() { Version = old.Version, Title = old.Title, Format = old.Format, Channels = [old.Channel], MeasureId = old.MeasureId, UnitId = old.UnitId, Responsible = old.Responsible, EventId = old.EventId };
        // A copy is for another day: the day of the first one would only be overlooked.
        if (Change is not null) (Input.Due, Input.DueWhy) = (old.Due, old.DueWhy);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return NotFound();
        if (Input.MeasureId is not null && Measures.All(m => m.Value != Input.MeasureId.ToString())) return NotFound();
        if (Input.UnitId is not null && Units.All(u => u.Value != Input.UnitId.ToString())) return NotFound();
        if (Input.EventId is not null && Events.All(e => e.Value != Input.EventId.ToString())) return NotFound();
        var aim = new PublicationAim(Input.Title, Input.Format, Input.Due, Input.DueWhy) { MeasureId = Input.MeasureId, UnitId = Input.UnitId, Responsible = Input.Responsible, EventId = Input.EventId };
        return Change is { } id ? await Save(id, aim) : await Make(aim);
    }

    public Task ShowAgain() => Load();

    private async Task<IActionResult> Make(PublicationAim aim)
    {
        if (From is { } copied && await (await access.Publications()).Where(p => p.Id == copied).Select(p => new { p.ObjectId, p.ObjectName }).SingleOrDefaultAsync() is { } old)
            aim = aim with { ObjectId = old.ObjectId, ObjectName = old.ObjectName };
        var made = await desk.Plan(Plan, aim, Input.Channels);
        await db.SaveChangesAsync();
        say.Done(made.Count == 1 ? "Публикация запланирована." : $"Запланировано: {Vekha.Wording.Ru.Count(made.Count, Vekha.Wording.Noun.Publication)}, по одной на площадку.");
        return Redirect(made.Count == 1 ? $"/desk/media/publication/{made[0].Id}" : $"/desk/media/plan/{Id}");
    }

    private async Task<IActionResult> Save(Guid id, PublicationAim aim)
    {
        if (await desk.Find(id) is not { } open || open.Plan.Id != Id) return NotFound();
        var p = open.Publication;
        db.Expect(p, Input.Version);
        var before = new { p.Title, p.Due, p.UnitId, p.Responsible };
        p.Aim(aim with { ObjectId = p.ObjectId, ObjectName = p.ObjectName });
        journal.Write("публикация изменена", "publication", p.Id, null, before, new { p.Title, p.Due, p.UnitId, p.Responsible });
        await db.SaveChangesAsync();
        say.Done("Публикация сохранена.");
        return Redirect($"/desk/media/publication/{p.Id}");
    }

    private async Task<bool> Load()
    {
        if (await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } plan || !await access.MayEdit(plan)) return false;
        Plan = plan;
        var (table, publisher, owner) = (await channels.Table(), await channels.PublisherOf(plan.ProgrammeId), (await access.ProgrammeOf(plan.ProgrammeId)).OrganisationId);
        Channels = [.. plan.Channels.Select(table.Find).OfType<ChannelRule>().Where(c => c.IsOpenTo(publisher))];
        Units = [.. (await OrganisationTree.Load(db, db.UnitsUnder([owner]), Input.UnitId ?? plan.UnitId)).Choices()];
        var (plans, measures) = (db.Plans, db.Measures);
        Measures = [.. (await measures.AsNoTracking().Where(m => m.RemovedOn == null && plans.Any(x => x.Id == m.PlanId && x.ProgrammeId == plan.ProgrammeId && x.IsApproved)).OrderBy(m => m.PlanId).ThenBy(m => m.Position)
            .Select(m => new { m.Id, m.Code, m.Title }).ToListAsync()).Select(m => new SelectListItem($"{m.Code}. {(m.Title.Length > 90 ? m.Title[..89] + "…" : m.Title)}", m.Id.ToString()))];
        Events = [.. (await (await events.Seen()).AsNoTracking().Where(e => e.ProgrammeId == plan.ProgrammeId && e.State != EventState.Cancelled).OrderByDescending(e => e.Day).Take(300)
            .Select(e => new { e.Id, e.Day, e.Title }).ToListAsync()).Select(e => new SelectListItem($"{Vekha.Wording.Ru.Digits(e.Day)} {(e.Title.Length > 90 ? e.Title[..89] + "…" : e.Title)}", e.Id.ToString()))];
        return true;
    }
}
