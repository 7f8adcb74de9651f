using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«Отчёт о событии»: the paper loop — sheet, scan, head count, photographs, words — until the pack is complete.</summary>
public sealed partial class ReportModel(VekhaDb db, EventAccess access, EventActs acts, ReportDesk reports, EventFacts facts, ReadingLog readings, Files files, Journal journal, Saying say, PageDay day) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Как прошло"), StringLength(20000)]
    public string? Text { get; set; }

    [BindProperty, Display(Name = "Рекомендации"), StringLength(20000)]
    public string? Recommendations { get; set; }

    public ReportCard Card { get; private set; } = null!;
    public bool MaySeeScans { get; private set; }
    public bool MayKeep { get; private set; }
    public int Certificates { get; private set; }

    /// <summary>Something alike that is recorded already, while this event is not yet counted.</summary>
    public Facts.Fact? Alike { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        (Text, Recommendations) = (Card.Report.Text, Card.Report.Recommendations);
        day.Of(Card.Programme.ShownOn, Card.Event.ZoneId);
        return Page();
    }

    public async Task<IActionResult> OnPostAttach(AttachmentKind kind, IFormFile? file, string? caption, PhotoConsent? consent, CancellationToken cancel)
    {
        if (!await Load(tracked: true)) return NotFound();
        Card.Report.MustBeOpen("Файл не приложен");
        if (file is null) throw new Refusal("Файл не приложен", "Он не выбран", "Выберите файл до 25 МБ") { Field = "file" };
        var decision = access.Decision(Card.Programme, null);
        db.Add(new EventAttachment(Id, kind, await files.Keep(file, cancel), caption, consent, decision.At, decision.By));
        journal.Write($"к отчёту о событии приложено: {kind.Word()}", "event", Id);
        await db.SaveChangesAsync(cancel);
        say.Done($"Приложено: {kind.Word()}.");
        return Redirect($"/desk/events/report/{Id}");
    }

    public async Task<IActionResult> OnPostDetach(Guid attachment, CancellationToken cancel)
    {
        if (!await Load(tracked: true) || await db.EventAttachments.SingleOrDefaultAsync(a => a.Id == attachment && a.EventId == Id, cancel) is not { } found) return NotFound();
        if (found.IsScan && !MaySeeScans) return NotFound();
        Card.Report.MustBeOpen("Файл не убран");
        var stored = await db.Files.SingleAsync(f => f.Id == found.FileId, cancel);
        db.Remove(found);
        await db.SaveChangesAsync(cancel);
        files.Drop(stored);
        journal.Write($"из отчёта о событии убрано: {found.Kind.Word()}", "event", Id);
        await db.SaveChangesAsync(cancel);
        await files.Shred(cancel);
        say.Done("Файл убран.");
        return Redirect($"/desk/events/report/{Id}");
    }

    /// <param name="ground">Why the number differs from the list or the norm.</param>
    public async Task<IActionResult> OnPostCount(int version, int? present, string? from, string? ground, bool despite)
    {
        if (!await Load(tracked: true)) return NotFound();
        Card.Report.MustBeOpen("Число не внесено");
        var e = Card.Event;
        if (present is not { } came) throw new Refusal("Число не внесено", "Оно не указано", "Впишите, сколько человек пришло") { Field = "present" };
        if (ReportDesk.Doubt(Card, came) is { } doubt && string.IsNullOrWhiteSpace(ground))
            throw new Refusal("Число не внесено", $"Пришло {came}, а {doubt}", "Пересчитайте по листу; если верно, напишите, почему так") { Field = "ground" };
        db.Expect(e, version);
        var decision = access.Decision(Card.Programme, string.IsNullOrWhiteSpace(ground) ? "подсчёт по листу регистрации" : ground);
        await acts.Do(e, happening =>
        {
            if (happening.State == EventState.Held) happening.Recount(came, from, decision);
            else happening.Hold(came, from, decision);
        }, despite);
        say.Done("Число участников внесено и засчитано.");
        return Redirect($"/desk/events/report/{Id}");
    }

    public Task<IActionResult> OnPostSave(int report) => Change(report, "Сохранено.", null, _ => Card.Report.Write(Text, Recommendations));

    public Task<IActionResult> OnPostSend(int report) => Change(report, "Отчёт отправлен.", "отчёт о событии отправлен", d => Card.Report.Send(Card.Missing, d.On, d.By));

    public async Task<IActionResult> OnPostSendBack(int report, string? why) =>
        await Load() && MayKeep ? await Change(report, "Отчёт возвращён.", "отчёт о событии возвращён", d => Card.Report.SendBack(why, d.On)) : NotFound();

    /// <summary>A file of the report; a scan with names only for two roles, and each opening is written down.</summary>
    public async Task<IActionResult> OnGetFile(Guid attachment)
    {
        if (!await Load() || Card.Files.FirstOrDefault(f => f.Id == attachment) is not { } found || (found.IsScan && !MaySeeScans)) return NotFound();
        if (found.IsScan) readings.Note(Card.Programme.Id, null, $"открыт скан: {found.Kind.Word()}", null, $"/desk/events/report/{Id}");
        var stored = await db.Files.SingleAsync(f => f.Id == found.FileId);
        await db.SaveChangesAsync();
        return files.Download(stored);
    }

    public Task ShowAgain() => Load();

    private async Task<IActionResult> Change(int version, string said, string? verb, Action<EventDecision> act)
    {
        if (!await Load(tracked: true)) return NotFound();
        if (Card.Report.Version == 0) db.Add(Card.Report);
        else db.Expect(Card.Report, version);
        act(access.Decision(Card.Programme, null));
        if (verb is not null) journal.Write(verb, "event", Id, Card.Report.ReturnedWhy);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException clash) when (clash.IsDuplicate("event_reports"))
        {
            throw new Refusal("Отчёт не сохранён", "Его только что начал другой человек", "Обновите страницу: ваши слова можно дописать к его словам");
        }
        say.Done(said);
        return Redirect($"/desk/events/report/{Id}");
    }

    private async Task<bool> Load(bool tracked = false)
    {
        if (await reports.Find(Id, tracked) is not { } card) return false;
        (Card, MaySeeScans, MayKeep) = (card, await reports.MaySeeScans(card.Event, card.Programme), await access.MayKeep(card.Event.ProgrammeId));
        if (card.Event.State == EventState.Appointed) Alike = await facts.Alike(card.Event);
        Certificates = await db.EventCertificates.CountAsync(c => c.EventId == Id);
        return true;
    }
}
