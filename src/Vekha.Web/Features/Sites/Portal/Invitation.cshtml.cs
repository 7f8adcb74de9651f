using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Sites.Portal;

/// <summary>«Приглашение координатора»: whoever holds the link says yes or no.</summary>
public sealed class InvitationModel(VekhaDb db, SiteAnswers answers, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty, Display(Name = "Почему"), StringLength(1000)]
    public string? Reason { get; set; }

    public SiteQuestion Question { get; private set; } = null!;
    public bool IsOpen => Question.Invitation.IsAccepted is null && time.GetUtcNow() <= Question.Invitation.Until;

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAccept()
    {
        if (!await Load()) return NotFound();
        var next = await answers.Accept(Question);
        await db.SaveChangesAsync();
        return Redirect(next);
    }

    public async Task<IActionResult> OnPostDecline()
    {
        if (!await Load()) return NotFound();
        answers.Decline(Question, Reason);
        await db.SaveChangesAsync();
        return Redirect($"/sites/invitation/{Token}");
    }

    public async Task ShowAgain()
    {
        db.ChangeTracker.Clear();
        await Load();
    }

    private async Task<bool> Load()
    {
        if (await answers.Find(Token) is not { } question) return false;
        Question = question;
        return true;
    }
}
