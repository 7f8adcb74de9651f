using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«Участники»: the list with names, for those who run the event only; each opening is logged.</summary>
public sealed class ParticipantsModel(VekhaDb db, EventAccess access, Registrar registrar, ConsentBook consents, ReadingLog readings, Journal journal, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    private const int OnPage = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public RegistrationState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; } = 1;
    public Event Happening { get; private set; } = null!;
    public IReadOnlyList<Registration> People { get; private set; } = [];
    public IReadOnlyDictionary<RegistrationState, int> Counts { get; private set; } = new Dictionary<RegistrationState, int>();
    public HostLink? Link { get; private set; }
    public bool HasConsentText { get; private set; }
    public ListOutcome? Outcome { get; private set; }

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostList(IFormFile? sheet, bool agreed, CancellationToken cancel)
    {
        if (await access.FindOwn(Id, tracked: false) is not { IsAhead: true } found) return NotFound();
        Happening = found;
        if (!agreed) throw new Refusal("Список не принят", "Не подтверждено, что письменные согласия участников собраны", "Соберите их и отметьте подтверждение") { Field = "agreed" };
        var list = await AttendeeFile.Read(sheet, cancel);
        var programme = await access.ProgrammeOf(found.ProgrammeId);
        Outcome = await registrar.Take(found, list, await consents.Asked(programme.Id, PurposeUse.Registration), new(ConsentChannel.Paper, access.Today(programme)) { PaperPlace = "у принимающей стороны" });
        journal.Write("загружен список участников", "event", Id, after: new { Мест = Outcome.Placed, Ждут = Outcome.Waiting, НеПринято = Outcome.Problems.Count });
        await db.SaveChangesAsync(cancel);
        return await OnGet();
    }

    public async Task<IActionResult> OnPostLeave(Guid registration)
    {
        if (await access.FindOwn(Id, tracked: false) is not { } found || !await db.Registrations.AnyAsync(r => r.Id == registration && r.EventId == Id)) return NotFound();
        journal.Write("запись участника отменена", "event", Id);
        await registrar.Leave(found, registration);
        say.Done("Запись отменена, место получит следующий в листе ожидания.");
        return Redirect($"/desk/events/participants/{Id}");
    }

    /// <summary>A new secret link for the host; the one before answers no more.</summary>
    public async Task<IActionResult> OnPostLink(string? host)
    {
        if (await access.FindOwn(Id, tracked: false) is not { } found) return NotFound();
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        var link = await db.HostLinks.SingleOrDefaultAsync(l => l.EventId == Id);
        if (link is null) db.Add(link = new HostLink(Id, AttendeeFile.HashOf(secret), host ?? "", time.GetUtcNow()));
        else link.Renew(AttendeeFile.HashOf(secret), host ?? "", time.GetUtcNow());
        journal.Write($"ссылка для списка участников: {link.Host}", "event", Id);
        await db.SaveChangesAsync();
        say.Done($"Отправьте эту ссылку принимающей стороне, второй раз она не показывается: {Request.Scheme}://{Request.Host}{Request.PathBase}/events/host/{secret}");
        return Redirect($"/desk/events/participants/{found.Id}");
    }

    public async Task<IActionResult> OnPostRevoke()
    {
        if (await access.FindOwn(Id, tracked: false) is null || await db.HostLinks.SingleOrDefaultAsync(l => l.EventId == Id) is not { } link) return NotFound();
        link.Revoke(time.GetUtcNow());
        journal.Write("ссылка для списка участников отозвана", "event", Id);
        await db.SaveChangesAsync();
        say.Done("Ссылка больше не действует.");
        return Redirect($"/desk/events/participants/{Id}");
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        if (await access.FindOwn(Id, tracked: false) is not { } found) return false;
        Happening = found;
        Counts = await db.Registrations.Where(r => r.EventId == Id).GroupBy(r => r.State).Select(g => new { g.Key, Number = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Number);
        var people = db.Registrations.AsNoTracking().Where(r => r.EventId == Id && (State == null ? r.State != RegistrationState.Left : r.State == State));
        var count = await people.CountAsync();
        Pages = Math.Max(1, (count + OnPage - 1) / OnPage);
        Number = Math.Clamp(Number, 1, Pages);
        People = await people.OrderBy(r => r.Turn).Skip((Number - 1) * OnPage).Take(OnPage).ToListAsync();
        Link = await db.HostLinks.AsNoTracking().SingleOrDefaultAsync(l => l.EventId == Id);
        HasConsentText = (await consents.Asked(found.ProgrammeId, PurposeUse.Registration)).Count > 0;
        if (People.Count > 0)
        {
            readings.Note(found.ProgrammeId, null, "открыт список участников события", link: $"/desk/events/participants/{Id}");
            await db.SaveChangesAsync();
        }
        return true;
    }
}
