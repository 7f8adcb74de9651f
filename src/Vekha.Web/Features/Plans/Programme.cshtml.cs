using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Norms;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>A programme and the rules it counts by.</summary>
[Authorize(Policy = PlansFeature.Keep)]
public sealed class ProgrammeModel(VekhaDb db, PlanAccess access, CurrentPerson me, Journal journal, Saying say, PageDay day) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public ProgrammeRules Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IEnumerable<SelectListItem> Profiles => DeadlinePolicy.Profiles.Select(p => new SelectListItem(p.Name, p.Name));
    public IEnumerable<SelectListItem> Regions => CalendarLayer.Regional.Select(l => new SelectListItem(l.Name, l.Name));
    public IEnumerable<SelectListItem> Zones => RussianZones.All.Select(z => new SelectListItem(z.Name, z.Id));
    public IEnumerable<SelectListItem> Shifts =>
    [
        new("назад, на предыдущий рабочий день", nameof(ShiftRule.Back)), new("вперёд, на следующий рабочий день", nameof(ShiftRule.Forward)),
        new("остаётся в выходной", nameof(ShiftRule.Stay)),
    ];
    public IEnumerable<SelectListItem> StandingReports =>
        [new("раз в год, до 20 января", nameof(StandingReport.Annual)), new("раз в квартал", nameof(StandingReport.Quarterly))];

    public IEnumerable<SelectListItem> Partials =>
    [
        new("как в полном", nameof(PartialRule.Whole)), new("пропорционально дням", nameof(PartialRule.Proportional)), new("не считается", nameof(PartialRule.NotCounted)),
    ];

    public async Task<IActionResult> OnGet()
    {
        if (Id is not null)
        {
            if (await Find() is not { } found) return NotFound();
            Input = ProgrammeRules.Of(found);
        }
        else Input = ProgrammeRules.New(day.Zone);
        await ShowAgain();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var old = await Find();
        if (Id is not null && old is null) return NotFound();
        if (Input.OrganisationId is not { } owner || !await me.Reaches(owner, PlanAccess.Keepers))
            throw new Refusal("Программа не сохранена", "Не сказано, чья она", "Выберите организацию, которая её ведёт") { Field = "Input.OrganisationId" };
        var programme = old ?? new Programme(Input.Name, owner, Input.Territory ?? "", Input.Policy());
        if (old is null) db.Add(programme);
        else db.Expect(programme, Input.Version);
        programme.Describe(Input.Name, owner, Input.Territory ?? "");
        programme.CountBy(Input.Policy());
        (programme.ShownOn, programme.IsPublic) = (Input.ShownOn, Input.IsPublic);
        journal.Write(old is null ? "программа заведена" : "программа изменена", "programme", programme.Id, after: new { programme.Name, programme.Policy });
        await db.SaveChangesAsync();
        say.Done(old is null ? $"Программа «{programme.Name}» заведена. Теперь загрузите документ." : "Программа сохранена. Сроки, которые уже на контроле, не изменились.");
        return Redirect(old is null ? $"/desk/import?programme={programme.Id}" : "/desk/plans");
    }

    public async Task ShowAgain()
    {
        var reach = await me.ReachAs(PlanAccess.Keepers);
        Organisations = [.. (await OrganisationTree.Load(db, reach)).Choices()];
    }

    private async Task<Programme?> Find() =>
        Id is null || await db.Programmes.SingleOrDefaultAsync(p => p.Id == Id) is not { } found || !await access.MayKeep(found) ? null : found;
}
