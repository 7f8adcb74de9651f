using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Reminders;

/// <summary>«Мои напоминания»: by mail or not, when, about what; and the rhythms of the programmes one keeps.</summary>
public sealed class SettingsModel(VekhaDb db, CurrentPerson me, PlanAccess access, Saying say) : PageModel, IShowsAgain
{
    [BindProperty]
    public SettingsForm Input { get; set; } = new();

    public string? Email { get; private set; }
    public bool MailIsOn { get; private set; }
    public IReadOnlyList<(Guid Id, string Name)> Programmes { get; private set; } = [];

    public static IEnumerable<SelectListItem> Hours => Enumerable.Range(6, 15).Select(h => new SelectListItem($"{h}:00", $"{h}"));

    public static IEnumerable<DayOfWeek> Week => Enumerable.Range(1, 7).Select(d => (DayOfWeek)(d % 7));

    public async Task OnGet()
    {
        Input = SettingsForm.Of(await Find() ?? NoticeSettings.Of(Guid.Empty));
        await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var settings = await Find();
        if (settings is null) db.Add(settings = NoticeSettings.Of((await me.Get()).Id));
        else db.Expect(settings, Input.Version);
        settings.Choose(Input.ByMail, Input.Hour, Input.Ahead, Input.OfOthers, Input.Decisions);
        settings.KeepQuiet(Input.QuietDays, Input.QuietFrom, Input.QuietUntil);
        await db.SaveChangesAsync();
        say.Done(settings.ByMail ? "Настройки сохранены: сводка будет приходить по ним." : "Настройки сохранены: писем не будет, напоминания видны в Вехе.");
        return Redirect("/desk/reminders/settings");
    }

    public async Task ShowAgain()
    {
        Email = (await me.Get()).Email;
        MailIsOn = await MailSettings.Load(db) is { IsOn: true };
        var kept = (await access.KeptProgrammes()).ToArray();
        Programmes = [.. (await db.Programmes.Where(p => kept.Contains(p.Id)).OrderBy(p => p.Name).Take(50).Select(p => new { p.Id, p.Name }).ToListAsync()).Select(p => (p.Id, p.Name))];
    }

    private async Task<NoticeSettings?> Find()
    {
        var id = (await me.Get()).Id;
        return await db.NoticeSettings.SingleOrDefaultAsync(s => s.PersonId == id);
    }
}
