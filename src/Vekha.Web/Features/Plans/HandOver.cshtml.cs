using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>«Передать поручения»: a person leaves; from a day another owes what is open, what is reported keeps the old name.</summary>
[Authorize(Policy = AccountsFeature.ManagePeople)]
public sealed class HandOverModel(VekhaDb db, CurrentPerson me, Journal journal, Saying say, UnitClock clock, TimeProvider time) : PageModel, IShowsAgain
{
    private static readonly AssignmentPhase[] Open = [AssignmentPhase.Open, AssignmentPhase.Submitted, AssignmentPhase.Returned];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Кому")]
    public Guid? To { get; set; }

    [BindProperty, Display(Name = "Первый день нового исполнителя")]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "Основание"), StringLength(500)]
    public string? Ground { get; set; }

    /// <summary>The person leaves for good: posts, roles and the account end too.</summary>
    [BindProperty]
    public bool Leaves { get; set; }

    public Person Person { get; private set; } = null!;
    public int OpenCount { get; private set; }
    public int ClosedCount { get; private set; }
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        await ShowAgain();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return NotFound();
        var reach = await me.ReachAs(Role.Administrator);
        if (To == Id || await db.People.SingleOrDefaultAsync(p => p.Id == To && reach.Contains(p.UnitId)) is not { } successor) throw Refused("Не выбран новый исполнитель", "Выберите сотрудника из списка", "To");
        if (On is not { } on) throw Refused("Не указан первый день", "Впишите его как день.месяц.год", "On");
        if (on > await clock.Today(Person.UnitId)) throw Refused($"{Ru.Day(on)} ещё не наступило", "Передайте поручения в этот день; до него за них отвечает прежний исполнитель", "On");
        if (string.IsNullOrWhiteSpace(Ground)) throw Refused("Не указано основание", "Впишите приказ или причину: она останется в карточках", "Ground");
        var (now, by) = (time.GetUtcNow(), (await me.Get()).Id);
        var open = await db.Assignments.Where(a => a.PersonId == Id && Open.Contains(a.Phase)).ToListAsync();
        foreach (var assignment in open)
        {
            db.Add(assignment.PassTo(Person, successor, on, Ground, now, by));
            journal.Write("поручение передано", "assignment", assignment.Id, Ground, before: new { Исполнитель = Person.ShortName }, after: new { Исполнитель = successor.ShortName, С = on });
        }
        if (Leaves) await Leave(successor, on, now);
        journal.Write(Leaves ? "сотрудник ушёл, поручения переданы" : "поручения переданы", "person", Id, Ground, after: new { Кому = successor.FullName, С = on, Поручений = open.Count });
        await db.SaveChangesAsync();
        say.Done($"С {Ru.Day(on)} поручения ({open.Count}) за сотрудником {successor.ShortName}. Сданные отчёты сохранили прежнее имя.");
        return Redirect($"/desk/accounts/people/card/{Id}");
    }

    public async Task ShowAgain()
    {
        if (Person is null && !await Load()) return;
        OpenCount = await db.Assignments.CountAsync(a => a.PersonId == Id && Open.Contains(a.Phase));
        ClosedCount = await db.Assignments.CountAsync(a => a.PersonId == Id && !Open.Contains(a.Phase));
        var (unit, above) = (Person!.UnitId, Person.Unit!.ParentId);
        Others = [.. (await db.People.AsNoTracking().Where(p => p.Id != Id && (p.UnitId == unit || p.UnitId == above)).OrderBy(p => p.FullName).Take(OrganisationTree.Most).ToListAsync())
            .Select(p => new SelectListItem(p.Post.Length > 0 ? $"{p.FullName}, {p.Post}" : p.FullName, p.Id.ToString()))];
    }

    /// <summary>Posts end the day before, roles and the account now; whom he headed, the successor heads.</summary>
    private async Task Leave(Person successor, DateOnly on, DateTimeOffset now)
    {
        foreach (var post in await db.Headships.Where(h => h.PersonId == Id && (h.Until == null || h.Until >= on)).ToListAsync())
        {
            post.End(on.AddDays(-1) < post.From ? post.From : on.AddDays(-1));
            if (!post.IsDeputy) db.Add(Headship.Appoint(post.UnitId, successor, post.Post, isDeputy: false, on, []));
        }
        foreach (var role in Person.Roles.Where(r => r.RevokedAt is null).ToList()) Person.Revoke(role.Id, now);
        (await db.Accounts.SingleOrDefaultAsync(a => a.PersonId == Id))?.Disable(now);
    }

    private async Task<bool> Load()
    {
        var reach = await me.ReachAs(Role.Administrator);
        Person = (await db.People.Include(p => p.Unit).Include(p => p.Roles).SingleOrDefaultAsync(p => p.Id == Id && reach.Contains(p.UnitId)))!;
        return Person is not null;
    }

    private static Refusal Refused(string why, string next, string field) => new("Поручения не переданы", why, next) { Field = field };
}
