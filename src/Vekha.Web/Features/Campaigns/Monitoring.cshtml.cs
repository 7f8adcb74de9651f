using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Мониторинг»: indicators with baseline, target, actual and cumulative, what stands out, and the paper about it.</summary>
public sealed class MonitoringModel(VekhaDb db, CampaignAccess access, Journal journal, Saying say, Actor actor, PageDay day) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "date")]
    public Guid? Date { get; set; }

    /// <summary>The indicator that is shown unit by unit.</summary>
    [BindProperty(SupportsGet = true, Name = "field")]
    public string? Key { get; set; }

    [Display(Name = "Чем объясняется")]
    public string? Words { get; private set; }

    public CampaignMonitor Monitor { get; private set; } = null!;
    public IndicatorLine? Chosen => Monitor.Lines.FirstOrDefault(l => l.Field.Key == Key);

    public bool MayKeep { get; private set; }

    /// <summary>A past day is only looked at.</summary>
    public bool MayCheck { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await access.Find(Id) is { IsStarted: false }) return Redirect($"/desk/campaigns/edit/{Id}");
        return await Load() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnGetWord()
    {
        if (!await Load()) return NotFound();
        using var file = new MemoryStream();
        WordPaper.Write(MonitoringPaper.Of(Monitor), file);
        return File(file.ToArray(), WordPaper.ContentType, $"Аналитическая справка к {Ru.Digits(Monitor.Date.Due)}.docx");
    }

    /// <summary>«Подтвердить скачок».</summary>
    public async Task<IActionResult> OnPostConfirm(Guid form, string cell, string value, string? words)
    {
        if (!await Load()) return NotFound();
        if (!MayCheck) return Forbid();
        Words = words;
        Monitor.Campaign.MustGoOn("Скачок не подтверждён");
        if (Monitor.Outliers.FirstOrDefault(o => o.Form.Id == form && o.Cell.Key == cell && o.Value == value) is not { } outlier)
            throw new Refusal("Скачок не подтверждён", "Пока страница была открыта, значение изменилось", "Посмотрите на новое");
        if (outlier.Note is { } known) throw new Refusal("Скачок не подтверждён", $"Это уже сделано: {known.ByName}, «{known.Words}»");
        db.Add(new OutlierNote(outlier.Form, cell, value, string.IsNullOrWhiteSpace(words) ? outlier.UnitsReason : words, access.Today(Monitor.Programme), FormAuthor.Of(actor)));
        journal.Write("скачок подтверждён", "form", form, words ?? outlier.UnitsReason, after: new { Показатель = outlier.Cell.Title, Значение = value, outlier.Unit.Name });
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException e) when (e.IsDuplicate("form_outliers")) { throw new Refusal("Скачок не подтверждён", "Его только что подтвердил коллега"); }
        say.Done($"{outlier.Unit.Name}: {outlier.Cell.Title} — подтверждено.");
        return Redirect(Request.With("handler", null) + "#outliers");
    }

    public async Task ShowAgain() => await Load();

    private async Task<bool> Load()
    {
        if (await access.Find(Id) is not { IsStarted: true } campaign) return false;
        var programme = await access.ProgrammeOf(campaign.ProgrammeId);
        var on = day.Of(programme.ShownOn, programme.Policy.TimeZoneId);
        var date = Date is { } asked ? campaign.Dates.FirstOrDefault(d => d.Id == asked) : campaign.Dates.LastOrDefault(d => d.Opens <= on) ?? campaign.Dates[0];
        if (date is null) return false;
        Monitor = await CampaignMonitor.Load(db, campaign, programme, date, on);
        MayKeep = await access.MayKeep(programme);
        MayCheck = on == access.Today(programme) && await access.MayCheck(programme);
        return true;
    }
}
