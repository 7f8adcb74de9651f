using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Reminders;

/// <summary>«Написать тем, кому не хватает»: each executor hears what his own lack for a norm, with a word of whoever writes.</summary>
public sealed class NormModel(VekhaDb db, PlanAccess access, Tidings tidings, Journal journal, Actor actor, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    /// <summary>An executor and what will be said to him.</summary>
    public sealed record Reader(Guid Id, string Name, string Unit, string Words, string Address);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [Display(Name = "От себя"), StringLength(500)]
    public string? Word { get; private set; }

    public Norm Norm { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<Reader> Readers { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost([StringLength(500)] string? word, CancellationToken cancel)
    {
        Word = word;
        if (!await Load(cancel)) return NotFound();
        if (Readers.Count == 0) throw new Refusal("Писать некому", "Норма выполнена у всех, или у отстающих нет исполнителя в Вехе", "Назначьте исполнителей на карточке мероприятия");
        var day = Programme.Today(time.GetUtcNow());
        foreach (var reader in Readers)
            await tidings.Tell(Programme, [reader.Id], $"norm:{Id}:{day:yyyy-MM-dd}:{actor.PersonId}", Ru.Capital(reader.Words) + (string.IsNullOrWhiteSpace(word) ? "" : $". {actor.Name}: {word.Trim()}"), reader.Address);
        journal.Write("о норме написано тем, кому не хватает", "norm", Id, string.IsNullOrWhiteSpace(word) ? null : word.Trim(), after: new { Получателей = Readers.Count });
        await db.SaveChangesAsync(cancel);
        say.Done($"Написано: {Ru.Count(Readers.Count, "исполнитель", "исполнителя", "исполнителей")}. Они увидят это в Вехе и в письме.");
        return Redirect($"/desk/norms/norm/{Id}");
    }

    public Task ShowAgain() => Load(CancellationToken.None);

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await db.Norms.AsNoTracking().SingleOrDefaultAsync(n => n.Id == Id && n.Phase == NormPhase.Confirmed, cancel) is not { } norm) return false;
        (Norm, Programme) = (norm, await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == norm.ProgrammeId, cancel));
        if (!await access.MayKeep(Programme)) return false;
        var lacking = (await new NormAlarms(db, await Chain.Load(db, cancel)).Lacking(Programme, norm, Programme.Today(time.GetUtcNow()), cancel)).ToDictionary(a => a.Person);
        var (ids, units) = (lacking.Keys.ToArray(), db.Set<Organisation>());
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.FullName, Unit = units.Where(u => u.Id == p.UnitId).Select(u => u.ShortName).First() }).ToListAsync(cancel);
        Readers = [.. people.OrderBy(p => p.Unit).ThenBy(p => p.FullName).Select(p => new Reader(p.Id, p.FullName, p.Unit, lacking[p.Id].Words, lacking[p.Id].Address))];
        return true;
    }
}
