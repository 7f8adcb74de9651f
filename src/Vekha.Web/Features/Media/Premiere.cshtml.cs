using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>One premiere: its slot, how ready it is, its link.</summary>
public sealed class PremiereModel(VekhaDb db, MediaAccess access, ScheduleDesk desk, Journal journal, Saying say, PageDay day) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Premiere Item { get; private set; } = null!;
    public MediaPlan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public bool MayEdit { get; private set; }
    public bool MayWork { get; private set; }
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    public string? Typed(string field) => Request.HasFormContentType && Request.Form.TryGetValue(field, out var words) ? words.ToString() : null;

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAppoint(int version, DateOnly? on, int? hour, string? ground)
    {
        if (!await Begin(version) || !MayEdit) return NotFound();
        await desk.Appoint(Plan, Programme, Item, on, hour, ground);
        return await Done($"Назначено: {Item.Slot}. Площадка получит уведомление.");
    }

    public async Task<IActionResult> OnPostPropose(int version, DateOnly? on, int? hour)
    {
        if (!await Begin(version) || !MayWork) return NotFound();
        Item.Propose(on, hour, desk.Now);
        journal.Write("предложен другой слот", "premiere", Id, Premiere.Words(on, hour));
        return await Done("Предложено. Решает координатор.");
    }

    public async Task<IActionResult> OnPostSteps(int version, string? practice1, string? practice2, string? length, string? responsible, DateOnly? script, DateOnly? filmed, DateOnly? edited)
    {
        if (!await Begin(version) || !MayWork) return NotFound();
        Item.Aim(new(practice1, practice2, length, responsible));
        Item.Step(script, filmed, edited, access.Today(Programme));
        journal.Write("готовность сюжета записана", "premiere", Id, after: new { Сценарий = script, Съёмка = filmed, Монтаж = edited });
        return await Done("Сохранено.");
    }

    public async Task<IActionResult> OnPostOut(int version, DateOnly? outOn, string? link)
    {
        if (!await Begin(version) || !MayWork) return NotFound();
        await desk.ComeOut(Item, Programme, outOn, link);
        return await Done("Выход записан: сюжет вошёл в счёт.");
    }

    public async Task<IActionResult> OnPostGone(int version)
    {
        if (!await Begin(version) || !MayWork) return NotFound();
        Item.FoundGone(access.Today(Programme));
        journal.Write("ссылка не открывается: удалено хостингом", "premiere", Id, Item.Link);
        return await Done("Записано: удалено хостингом. Разместите сюжет на другом хостинге и исправьте ссылку.");
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Begin(int version)
    {
        if (!await Load()) return false;
        db.Expect(Item, version);
        return true;
    }

    private async Task<IActionResult> Done(string words)
    {
        await desk.Save();
        say.Done(words);
        return Redirect($"/desk/media/premiere/{Id}");
    }

    private async Task<bool> Load()
    {
        if (await db.Premieres.SingleOrDefaultAsync(p => p.Id == Id) is not { } item || await desk.Find(item.MediaPlanId) is not var (plan, programme)) return false;
        (Item, Plan, Programme) = (item, plan, programme);
        day.Of(programme.ShownOn, programme.Policy.TimeZoneId);
        MayEdit = await access.MayEdit(plan);
        MayWork = await desk.MayWork(plan, item);
        Entries = await db.Journal.Where(e => e.Subject == ScheduleDesk.Subject && e.SubjectId == Id).OrderByDescending(e => e.Id).Take(50).ToListAsync();
        return true;
    }
}
