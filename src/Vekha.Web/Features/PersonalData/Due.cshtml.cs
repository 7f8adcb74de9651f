using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>«К уничтожению»: what has no ground any more, destroyed by a person's confirmation; the acts so far.</summary>
public sealed class DueModel(VekhaDb db, DataAccess access, Destruction destruction, DataPlaces places, CurrentPerson me, Saying say) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Plans.Programme Programme { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<DueData> Due { get; private set; } = [];
    public IReadOnlyList<DestructionAct> Acts { get; private set; } = [];

    public string TitleOf(string place) => places.Of(place).Title;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        Acts = await db.DestructionActs.AsNoTracking().Where(a => a.ProgrammeId == Id).OrderByDescending(a => a.Number).Take(100).ToListAsync();
        return Page();
    }

    /// <param name="subject">«place:key» of each ticked row.</param>
    public async Task<IActionResult> OnPost(string[] subject, string? commission, bool sure, CancellationToken cancel)
    {
        if (!await Load()) return NotFound();
        if (!sure) throw new Refusal("Данные не уничтожены", "Не отмечено, что данные не вернуть", "Отметьте это и нажмите ещё раз");
        var chosen = Due.Where(d => subject.Contains($"{d.Place}:{d.SubjectId}")).ToList();
        var why = chosen.ToDictionary(d => d.SubjectId, d => d.Term.Why);
        var reason = string.Join("; ", chosen.Select(d => d.Term.IsWithdrawn ? "отзыв согласия" : "истечение срока хранения").Distinct());
        var act = await destruction.Destroy(Programme, [.. chosen.Select(d => new DataOf(d.SubjectId, d.Place))], s => why[s], reason, commission, (await me.Get()).Post, Today, cancel);
        await destruction.Save(cancel);
        say.Done($"Данные уничтожены, составлен акт № {act.Number}.");
        return Redirect($"/desk/personal-data/act/{act.Id}");
    }

    private async Task<bool> Load()
    {
        if (await access.Kept(Id) is not { } programme) return false;
        (Programme, Today) = (programme, access.Today(programme));
        Due = await destruction.Due(Id, Today).Take(Destruction.MostInAct).ToListAsync();
        return true;
    }
}
