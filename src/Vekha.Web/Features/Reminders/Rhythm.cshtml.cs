using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Reminders;

/// <summary>«Ритм напоминаний» of a programme, or of its whole organisation.</summary>
[Authorize(Policy = PlansFeature.Keep)]
public sealed class RhythmModel(VekhaDb db, PlanAccess access, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Напоминать исполнителю за столько рабочих дней"), Required, StringLength(60)]
    public string DaysBefore { get; set; } = "";

    [BindProperty, Display(Name = "Просрочка идёт выше через столько рабочих дней"), StringLength(60)]
    public string? EscalateAfter { get; set; }

    [BindProperty]
    public bool OverdueDaily { get; set; }

    [BindProperty, Display(Name = "День списка куратору")]
    public DayOfWeek CuratorDay { get; set; }

    [BindProperty]
    public bool ForAll { get; set; }

    public Programme Programme { get; private set; } = null!;

    public static IEnumerable<SelectListItem> WorkWeek => Enumerable.Range(1, 5).Select(d => new SelectListItem(Ru.Weekday((DayOfWeek)d), $"{(DayOfWeek)d}"));

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        var own = await db.Rhythms.AsNoTracking().Where(r => r.ScopeId == Id || r.ScopeId == Programme.OrganisationId).ToListAsync();
        var rhythm = (own.Find(r => r.ScopeId == Id) ?? own.FirstOrDefault())?.Rhythm ?? ReminderRhythm.Of(Programme.Policy);
        (DaysBefore, EscalateAfter) = (string.Join(", ", rhythm.DaysBefore), string.Join(", ", rhythm.EscalateAfter));
        (OverdueDaily, CuratorDay, ForAll) = (rhythm.OverdueDaily, rhythm.CuratorDay, own.Count > 0 && own.TrueForAll(r => r.ScopeId != Id));
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return NotFound();
        var rhythm = new ReminderRhythm
        {
            DaysBefore = Numbers(DaysBefore, nameof(DaysBefore)), EscalateAfter = Numbers(EscalateAfter, nameof(EscalateAfter)).Where(n => n > 0).Order().ToList(),
            OverdueDaily = OverdueDaily, CuratorDay = CuratorDay,
        };
        var scope = ForAll ? Programme.OrganisationId : Id;
        if (await db.Rhythms.SingleOrDefaultAsync(r => r.ScopeId == scope) is { } choice) choice.Rhythm = rhythm;
        else db.Add(RhythmChoice.Of(scope, rhythm));
        // Chosen for all: what the programme had of its own would hide it.
        if (ForAll && await db.Rhythms.SingleOrDefaultAsync(r => r.ScopeId == Id) is { } own) db.Remove(own);
        journal.Write("ритм напоминаний изменён", "programme", Id, after: rhythm);
        await db.SaveChangesAsync();
        say.Done(ForAll ? "Ритм сохранён для всех программ организации, у которых нет своего." : "Ритм сохранён. По нему Веха напомнит, начиная со следующего обхода.");
        return Redirect($"/desk/reminders/rhythm/{Id}");
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        if (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } found || !await access.MayKeep(found)) return false;
        Programme = found;
        return true;
    }

    private static List<int> Numbers(string? text, string field)
    {
        var words = (text ?? "").Split([',', ';', ' ', '–', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 10 || !words.All(w => int.TryParse(w, out var n) && n is >= 0 and <= 60))
            throw new Refusal("Ритм не сохранён", "Числа записаны не так", "Впишите от 0 до 60 через запятую: «10, 5, 3, 1, 0»") { Field = field };
        return [.. words.Select(int.Parse).Distinct().OrderDescending()];
    }
}
