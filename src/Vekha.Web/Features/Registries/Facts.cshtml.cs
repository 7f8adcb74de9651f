using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>«Одно событие дважды» in a programme: offered to be merged, so that neither the event nor its reach counts twice.</summary>
public sealed class FactsModel(VekhaDb db, PlanAccess plans, RegistryAccess access, SameFacts same, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Programme Programme { get; private set; } = null!;
    public DateOnly From { get; private set; }
    public DateOnly Until { get; private set; }
    public IReadOnlyList<SameEvent> Events { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string? about, string? keep, string? ground)
    {
        if (!await Load(tracked: true)) return NotFound();
        if (Events.FirstOrDefault(e => e.Key == about) is not { } found) throw new Refusal("Записи не объединены", "Такой пары больше нет: её объединили или исправили", "Обновите страницу");
        var withdrawn = await same.Merge(found, keep ?? "", ground);
        await db.SaveChangesAsync();
        say.Done($"Событие «{found.Title}» считается один раз: отозвано {Ru.Count(withdrawn, "факт", "факта", "фактов")}.");
        return Redirect($"/desk/registries/facts/{Id}");
    }

    public async Task ShowAgain()
    {
        if (Programme is null) await Load();
    }

    private async Task<bool> Load(bool tracked = false)
    {
        if (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } programme || !await plans.MayKeep(programme)) return false;
        Programme = programme;
        Until = access.Shown(programme);
        From = Until.AddYears(-1);
        Events = await same.Of(Id, From, Until, tracked);
        return true;
    }
}
