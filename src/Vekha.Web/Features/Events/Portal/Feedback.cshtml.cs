using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Events;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events.Portal;

/// <summary>The feedback form for participants: no sign-in, no names; where it is asked so, one answer for a registration.</summary>
public sealed class FeedbackModel(VekhaDb db, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Dictionary<string, string?> Given { get; set; } = [];

    [BindProperty]
    public string? Ticket { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public bool Done { get; set; }

    public FeedbackForm Form { get; private set; } = null!;
    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        const string not = "Ответ не принят";
        if (!await Load()) return NotFound();
        if (await db.FeedbackAnswers.CountAsync(a => a.EventId == Form.EventId) >= FeedbackForm.MostAnswers) throw new Refusal(not, "Ответов уже слишком много", "Сообщите организаторам");
        Guid? registration = null;
        if (Form.OnePerPerson)
        {
            var ticket = TicketCode.Read(Ticket) ?? "";
            registration = await db.Registrations.Where(r => r.EventId == Form.EventId && r.Code == ticket && r.State == RegistrationState.Placed).Select(r => (Guid?)r.Id).SingleOrDefaultAsync()
                ?? throw new Refusal(not, "Такого кода записи нет", "Проверьте код в письме о записи на событие") { Field = "Ticket" };
            if (await db.FeedbackAnswers.AnyAsync(a => a.EventId == Form.EventId && a.RegistrationId == registration)) throw Twice();
        }
        db.Add(new FeedbackAnswer(Form, registration, Given, time.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException clash) when (clash.IsDuplicate("feedback_answers"))
        {
            throw Twice();
        }
        return Redirect($"/events/feedback/{Code}?done=true");
    }

    public Task ShowAgain() => Load();

    private static Refusal Twice() => new("Ответ не принят", "По этому коду уже ответили", "Спасибо, второго ответа не нужно");

    private async Task<bool> Load()
    {
        if (await db.FeedbackForms.AsNoTracking().SingleOrDefaultAsync(f => f.Code == Code) is not { } form) return false;
        (Form, Title) = (form, await db.Events.Where(e => e.Id == form.EventId).Select(e => e.Title).SingleAsync());
        return true;
    }
}
