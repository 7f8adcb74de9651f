using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>«Кто ведёт программу»: curator, lead and controllers by name, since when, and who was before.</summary>
public sealed class TeamModel(VekhaDb db, PlanAccess access, CurrentPerson me, Journal journal, Saying say, PageDay day, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Роль")]
    public ProgrammeRole Role { get; set; }

    [BindProperty, Display(Name = "Кто")]
    public Guid? Person { get; set; }

    [BindProperty, Display(Name = "С какого дня")]
    public DateOnly? Since { get; set; }

    [BindProperty, Display(Name = "Основание"), StringLength(500)]
    public string? Ground { get; set; }

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<TeamMember> Team { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public bool MayAppoint { get; private set; }

    /// <summary>The day rights are counted by: they do not live in the past of an example.</summary>
    public DateOnly Today { get; private set; }

    public IEnumerable<SelectListItem> Roles => Enum.GetValues<ProgrammeRole>().Select(r => new SelectListItem(Ru.Capital(r.Word()), r.ToString(), r == Role));

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAppoint()
    {
        if (!await Load() || !MayAppoint) return NotFound();
        if (People.FirstOrDefault(p => p.Value == Person?.ToString()) is not { } chosen) throw new Refusal("Назначение не записано", "Не выбран человек", "Выберите его из списка") { Field = "Person" };
        if (Since is not { } since) throw new Refusal("Назначение не записано", "Не указан день", "Впишите первый день в роли") { Field = "Since" };
        var programme = await Tracked();
        var appointment = programme.Appoint(Role, Person!.Value, since, Ground, time.GetUtcNow(), (await me.Get()).Id);
        db.Add(appointment);
        journal.Write($"назначен {Role.Word()}: {chosen.Text}", "programme", Id, appointment.Ground, after: new { С = since });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (e.IsDuplicate("appointments"))
        {
            throw new Refusal("Назначение не записано", "Его только что записал другой человек", "Обновите страницу");
        }
        say.Done($"{Ru.Capital(Role.Word())} назначен с {Ru.Day(since)}.");
        return Redirect($"/desk/plans/team/{Id}");
    }

    /// <param name="last">The last day in the role.</param>
    public async Task<IActionResult> OnPostDismiss(Guid appointment, int version, DateOnly? last)
    {
        if (!await Load() || !MayAppoint || Team.FirstOrDefault(m => m.AppointmentId == appointment) is not { } member) return NotFound();
        if (last is not { } day) throw new Refusal("Назначение не завершено", "Не указан последний день", "Впишите его как день.месяц.год");
        db.Expect((await Tracked()).Dismiss(appointment, day), version);
        journal.Write($"завершено назначение: {member.Role.Word()} {member.ShortName}", "programme", Id, after: new { По = day });
        await db.SaveChangesAsync();
        say.Done($"Назначение завершено: {member.ShortName}, {member.Role.Word()} по {Ru.Day(day)}.");
        return Redirect($"/desk/plans/team/{Id}");
    }

    public Task ShowAgain() => Load();

    private Task<Programme> Tracked() => db.Programmes.Include(p => p.Appointments).SingleAsync(p => p.Id == Id);

    private async Task<bool> Load()
    {
        if (await (await access.Programmes()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } programme) return false;
        (Programme, Today) = (programme, day.Today(programme.Policy.TimeZoneId));
        Team = await db.Team(Id);
        MayAppoint = await access.MayDecide(programme) || await access.MayKeep(programme);
        if (!MayAppoint) return true;
        var reach = db.UnitsUnder(await db.UnitsAbove(programme.OrganisationId).LastAsync());
        var people = await db.People.AsNoTracking().Where(p => reach.Contains(p.UnitId)).ToListAsync();
        People = [.. people.OrderBy(p => p.FullName, StringComparer.Create(new("ru-RU"), false))
            .Select(p => new SelectListItem(p.Post.Length > 0 ? $"{p.FullName}, {p.Post}" : p.FullName, p.Id.ToString(), p.Id == Person))];
        return true;
    }
}
