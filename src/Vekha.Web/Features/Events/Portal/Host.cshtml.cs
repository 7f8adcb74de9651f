using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Events;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events.Portal;

/// <summary>The host uploads its list of participants by a secret link; nobody else's names are shown to it.</summary>
public sealed class HostModel(VekhaDb db, EventAccess access, Registrar registrar, ConsentBook consents, Journal journal) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    public HostLink Link { get; private set; } = null!;
    public Event Happening { get; private set; } = null!;

    /// <summary>What became of the list that was just sent.</summary>
    public ListOutcome? Outcome { get; private set; }
    public int OnList { get; private set; }

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPost(IFormFile? sheet, bool agreed, CancellationToken cancel)
    {
        if (!await Load()) return NotFound();
        if (!Happening.IsAhead) throw new Refusal("Список не принят", $"Событие {Happening.State.Word()}", "Обратитесь к организатору");
        if (!agreed) throw new Refusal("Список не принят", "Не подтверждено, что участники дали письменные согласия", "Соберите их и отметьте подтверждение: согласия хранятся у вас") { Field = "agreed" };
        var list = await AttendeeFile.Read(sheet, cancel);
        var programme = await access.ProgrammeOf(Happening.ProgrammeId);
        var asked = await consents.Asked(programme.Id, PurposeUse.Registration);
        Outcome = await registrar.Take(Happening, list, asked, new(ConsentChannel.Paper, access.Today(programme)) { PaperPlace = $"у принимающей стороны: {Link.Host}" });
        journal.Write($"список участников загрузила принимающая сторона: {Link.Host}", "event", Happening.Id, after: new { Мест = Outcome.Placed, Ждут = Outcome.Waiting, Повторов = Outcome.Known.Count, НеПринято = Outcome.Problems.Count });
        await db.SaveChangesAsync(cancel);
        await Load();
        return Page();
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        var hash = AttendeeFile.HashOf(Secret);
        if (await db.HostLinks.AsNoTracking().SingleOrDefaultAsync(l => l.SecretHash == hash && l.RevokedAt == null) is not { } link) return false;
        Link = link;
        Happening = await db.Events.AsNoTracking().Include(e => e.Seats).SingleAsync(e => e.Id == link.EventId);
        OnList = await db.Registrations.CountAsync(r => r.EventId == link.EventId && r.Source == RegistrationSource.Host && r.State != RegistrationState.Left);
        return Happening.State != EventState.Conceived;
    }
}
