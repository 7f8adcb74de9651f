using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

/// <summary>What the keeper of a campaign does while it goes on: more days, the end, and the end taken back.</summary>
public sealed partial class CampaignModel
{
    [Display(Name = "Ещё дни"), StringLength(1000)]
    public string? Words { get; private set; }

    [Display(Name = "Основание"), StringLength(1000)]
    public string? Ground { get; private set; }

    public Task<IActionResult> OnPostDays(Guid id, string? words, int version) => Change(id, version, async campaign =>
    {
        Words = words ?? "";
        var plan = await db.Plans.SingleAsync(p => p.Id == campaign.PlanId);
        if (string.IsNullOrWhiteSpace(words)) throw new Platform.Refusal("Дни не добавлены", "Не вписан ни один день", "Впишите дни через запятую") { Field = "Words" };
        var (days, forms) = campaign.Prolong(CampaignPlan.DaysOf(campaign.Id, words, plan, Programme), access.Today(Programme));
        db.AddRange(days);
        db.AddRange(forms);
        journal.Write("дни сбора добавлены", "campaign", id, after: new { Дни = days.Select(d => d.Due), Форм = forms.Count });
        say.Done($"Добавлено: {Ru.Count(days.Count, "день", "дня", "дней")}, {Ru.Count(forms.Count, "форма", "формы", "форм")}.");
    });

    public Task<IActionResult> OnPostClose(Guid id, string? ground, int version) => Change(id, version, async campaign =>
    {
        Ground = ground ?? "";
        var waiting = await db.FormReports.CountAsync(f => f.CampaignId == id && f.Phase == FormPhase.Submitted);
        campaign.Close(ground, waiting, access.Today(Programme), FormAuthor.Of(actor));
        journal.Write("сбор закрыт", "campaign", id, campaign.ClosedGround);
        say.Done("Сбор закрыт: формы больше не сдаются и не меняются.");
    });

    public Task<IActionResult> OnPostReopen(Guid id, string? ground, int version) => Change(id, version, campaign =>
    {
        Ground = ground ?? "";
        var closed = new { Закрыт = campaign.ClosedOn, Кем = campaign.ClosedBy };
        journal.Write("сбор открыт снова", "campaign", id, campaign.Reopen(ground), before: closed);
        say.Done("Сбор снова открыт: основание записано в журнал.");
        return Task.CompletedTask;
    });

    private async Task<IActionResult> Change(Guid id, int version, Func<Campaign, Task> change)
    {
        if (await access.Find(id, tracked: true) is not { } campaign) return NotFound();
        Programme = await access.ProgrammeOf(campaign.ProgrammeId);
        if (!await access.MayKeep(Programme)) return Forbid();
        db.Expect(campaign, version);
        await change(campaign);
        // Days lie in a table of their own, yet two people must not change one campaign unseen.
        db.Entry(campaign).Property(c => c.Title).IsModified = true;
        await db.SaveChangesAsync();
        return Redirect($"/desk/campaigns/campaign/{id}");
    }
}
