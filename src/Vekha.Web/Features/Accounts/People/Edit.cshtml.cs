using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts.People;

[Authorize(Policy = AccountsFeature.ManagePeople)]
public sealed class EditModel(VekhaDb db, CurrentPerson me, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (Id is not null)
        {
            if (await Find() is not { } person) return NotFound();
            Input = new() { FullName = person.FullName, Post = person.Post, UnitId = person.UnitId, Email = person.Email, Phone = person.Phone, Version = person.Version };
        }
        await ShowAgain();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await me.Reaches(Input.UnitId!.Value, Role.Administrator)) return NotFound();
        var person = Id is null ? Person.Hire(Input.FullName, Input.Post ?? "", Input.UnitId.Value, Input.Email, Input.Phone) : await Find();
        if (person is null) return NotFound();
        if (Id is null)
        {
            db.Add(person);
            journal.Write("сотрудник добавлен", "person", person.Id, after: new { person.FullName, person.Post });
        }
        else
        {
            var before = new { person.FullName, person.Post, person.UnitId };
            db.Expect(person, Input.Version);
            person.Describe(Input.FullName, Input.Post ?? "", Input.UnitId.Value, Input.Email, Input.Phone);
            journal.Write("сведения о сотруднике изменены", "person", person.Id, before: before, after: new { person.FullName, person.Post, person.UnitId });
        }
        await db.SaveChangesAsync();
        say.Done("Сведения сохранены.");
        return Redirect($"/desk/accounts/people/card/{person.Id}");
    }

    public async Task ShowAgain()
    {
        var reach = await me.ReachAs(Role.Administrator);
        Units = [.. (await OrganisationTree.Load(db, reach, Input.UnitId)).Choices()];
    }

    private async Task<Person?> Find()
    {
        var reach = await me.ReachAs(Role.Administrator);
        return await db.People.SingleOrDefaultAsync(p => p.Id == Id && reach.Contains(p.UnitId));
    }

    /// <summary>What the form asks.</summary>
    public sealed class Fields
    {
        [Display(Name = "Фамилия, имя, отчество"), Required, StringLength(200)]
        public string FullName { get; set; } = "";

        [Display(Name = "Должность"), StringLength(300)]
        public string? Post { get; set; }

        [Display(Name = "Подразделение"), Required]
        public Guid? UnitId { get; set; }

        [Display(Name = "Рабочая почта"), EmailAddress, StringLength(200)]
        public string? Email { get; set; }

        [Display(Name = "Рабочий телефон"), StringLength(50)]
        public string? Phone { get; set; }

        public int Version { get; set; }
    }
}
