using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts.Organisations;

[Authorize(Policy = AccountsFeature.ManagePeople)]
public sealed class EditModel(VekhaDb db, CurrentPerson me, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>Where a new one is to stand.</summary>
    [BindProperty(SupportsGet = true, Name = "under")]
    public Guid? Under { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    /// <summary>The root of the administrator's own tree has nothing above it that he may choose.</summary>
    public bool IsTop { get; private set; }

    public IEnumerable<SelectListItem> Zones => RussianZones.All.Select(z => new SelectListItem(z.Name, z.Id));

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<OrganisationKind>().Select(k => new SelectListItem(k.Word(), k.ToString()));

    public async Task<IActionResult> OnGet()
    {
        if (Id is not null)
        {
            if (await Find() is not { } found) return NotFound();
            Input = new()
            {
                Name = found.Name, ShortName = found.ShortName == found.Name ? null : found.ShortName, Kind = found.Kind, Territory = found.Territory, TimeZoneId = found.TimeZoneId,
                ParentId = found.ParentId, From = found.From, Until = found.Until, Version = found.Version,
            };
        }
        else if (Under is not null) Input.ParentId = Under;
        await ShowAgain();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var old = await Find();
        if (Id is not null && old is null) return NotFound();
        // A new one stands under something of mine; the top of my tree stays where it is.
        if (Input.ParentId != old?.ParentId || old is null)
            if (Input.ParentId is not { } parentId || !await me.Reaches(parentId, Role.Administrator))
                throw new Refusal("Организация не сохранена", "Не сказано, во что она входит", "Выберите вышестоящую организацию") { Field = "Input.ParentId" };
        var parent = Input.ParentId is null ? null : await db.Organisations.Include(o => o.Lines).SingleOrDefaultAsync(o => o.Id == Input.ParentId);
        var organisation = old ?? Organisation.Found(Input.Name, Input.Kind, parent);
        if (old is null) db.Add(organisation);
        else db.Expect(organisation, Input.Version);
        var before = old is null ? null : new { old.Name, old.ParentId, old.Until };
        organisation.Describe(Input.Name, Input.ShortName, Input.Kind, Input.Territory);
        organisation.KeepTimeOf(Input.TimeZoneId);
        await db.Rehang(organisation, parent);
        organisation.Live(Input.From, Input.Until);
        journal.Write(old is null ? "организация добавлена" : "организация изменена", "organisation", organisation.Id,
            before: before, after: new { organisation.Name, organisation.ParentId, organisation.Until });
        await db.SaveChangesAsync();
        say.Done($"«{organisation.ShortName}» сохранена.");
        return Redirect($"/desk/accounts/organisations/card/{organisation.Id}");
    }

    public async Task ShowAgain()
    {
        var reach = await me.ReachAs(Role.Administrator);
        Parents = [.. (await OrganisationTree.Load(db, reach, Input.ParentId)).Choices(without: Id)];
        IsTop = Id is not null && (Input.ParentId is not { } parent || !await reach.ContainsAsync(parent));
    }

    private async Task<Organisation?> Find()
    {
        var reach = await me.ReachAs(Role.Administrator);
        return Id is null ? null : await db.Organisations.SingleOrDefaultAsync(o => o.Id == Id && reach.Contains(o.Id));
    }

    /// <summary>What the form asks.</summary>
    public sealed class Fields
    {
        [Display(Name = "Наименование"), Required, StringLength(300)]
        public string Name { get; set; } = "";

        [Display(Name = "Краткое наименование"), StringLength(100)]
        public string? ShortName { get; set; }

        [Display(Name = "Вид")]
        public OrganisationKind Kind { get; set; } = OrganisationKind.Unit;

        [Display(Name = "Входит в")]
        public Guid? ParentId { get; set; }

        [Display(Name = "Территория"), StringLength(200)]
        public string? Territory { get; set; }

        [Display(Name = "Часовой пояс"), StringLength(50)]
        public string? TimeZoneId { get; set; }

        [Display(Name = "Действует с")]
        public DateOnly? From { get; set; }

        [Display(Name = "Действует по")]
        public DateOnly? Until { get; set; }

        public int Version { get; set; }
    }
}
