using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Minutes;

/// <summary>New minutes; the address may bring what is known of the event they come of.</summary>
public sealed class NewModel(VekhaDb db, PlanAccess access, Journal journal) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true, Name = "programme"), Display(Name = "Программа")]
    public Guid? Programme { get; set; }

    /// <summary>The event, or <c>null</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "happening")]
    public Guid? Happening { get; set; }

    [BindProperty]
    public MinutesForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];
    public IEnumerable<SelectListItem> Kinds => [new("Протокол заседания", nameof(MinutesKind.Meeting), Input.Kind == MinutesKind.Meeting), new("Резолюция круглого стола", nameof(MinutesKind.RoundTable), Input.Kind == MinutesKind.RoundTable)];

    public async Task OnGet(MinutesKind kind, string? body, string? subject, DateOnly? day, string? place)
    {
        Input = new() { Kind = kind, Body = body, Subject = subject, Day = day, Place = place };
        await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await (await Kept()).SingleOrDefaultAsync(p => p.Id == Programme) is not { } programme || !await access.MayKeep(programme)) return NotFound();
        var minutes = new MeetingMinutes(programme.Id, Happening, Input.Head);
        db.Add(minutes);
        journal.Write("протокол создан", "minutes", minutes.Id);
        await db.SaveChangesAsync();
        return Redirect($"/desk/minutes/edit/{minutes.Id}");
    }

    public async Task ShowAgain() => Programmes = [.. (await (await Kept()).OrderBy(p => p.Name).ToListAsync()).Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == Programme))];

    private async Task<IQueryable<Programme>> Kept()
    {
        Guid[] kept = [.. await access.KeptProgrammes()];
        return db.Programmes.AsNoTracking().Where(p => kept.Contains(p.Id));
    }
}
