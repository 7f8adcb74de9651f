using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>«Список причин задержки»: what late reports choose from. A line that was chosen once is closed, never removed.</summary>
[Authorize(Policy = PlansFeature.Keep)]
public sealed class ReasonsModel(VekhaDb db, DelayReasons reasons, Journal journal, Saying say) : PageModel, IShowsAgain
{
    public IReadOnlyList<DelayReason> List { get; private set; } = [];

    public Task OnGet() => ShowAgain();

    public async Task<IActionResult> OnPostAdd(string? name)
    {
        var list = await Kept();
        if (list.Any(r => string.Equals(r.Name, name?.Trim(), StringComparison.CurrentCultureIgnoreCase))) throw new Refusal("Причина не добавлена", "Она уже есть в списке") { Field = "name" };
        var added = new DelayReason(name!, list.Count == 0 ? 0 : list.Max(r => r.Position) + 1);
        db.Add(added);
        return await Save("причина задержки добавлена", added);
    }

    public async Task<IActionResult> OnPostToggle(string? name)
    {
        var list = await Kept();
        if (list.Find(r => r.Name == name) is not { } reason) return NotFound();
        if (reason.IsClosed) reason.Open();
        else if (list.Count(r => !r.IsClosed) == 1) throw new Refusal("Причина не убрана", "Она последняя", "Добавьте другую, потом уберите эту");
        else reason.Close();
        return await Save(reason.IsClosed ? "причина задержки больше не предлагается" : "причина задержки снова предлагается", reason);
    }

    public async Task ShowAgain() => List = await reasons.ToKeep();

    /// <summary>The list as rows: before the first change the usual lines become one's own.</summary>
    private async Task<List<DelayReason>> Kept()
    {
        var list = await reasons.ToKeep();
        foreach (var reason in list.Where(r => db.Entry(r).State == EntityState.Detached)) db.Add(reason);
        return list;
    }

    private async Task<IActionResult> Save(string verb, DelayReason reason)
    {
        journal.Write(verb, "delay-reason", reason.Id, after: new { Причина = reason.Name });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (e.IsDuplicate("delay_reasons"))
        {
            throw new Refusal("Список не изменён", "Его только что изменил другой человек", "Обновите страницу и повторите");
        }
        say.Done($"Список сохранён: {verb}.");
        return Redirect("/desk/control/reasons");
    }
}
