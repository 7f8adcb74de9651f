using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Awards;

/// <summary>«Список награждаемых»: who, in what state, with what act; several are agreed, named by an act and handed over at once.</summary>
public sealed class ListModel(VekhaDb db, AwardAccess access, AwardDesk desk, EventAccess events, ReadingLog readings, Journal journal, Saying say, PageDay day) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public AwardState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public AwardKind? Kind { get; set; }

    public ListOnDesk Desk { get; private set; } = null!;
    public AwardList List => Desk.List;
    public IReadOnlyList<Award> Awards { get; private set; } = [];
    public IReadOnlyDictionary<AwardState, int> Counts { get; private set; } = new Dictionary<AwardState, int>();
    public int WithoutConsent { get; private set; }
    public (string Code, string Title)? Measure { get; private set; }
    public (Guid Id, string Title, DateOnly Day)? Event { get; private set; }
    public string Unit { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Events { get; private set; } = [];
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    public int Count(AwardState state) => Counts.GetValueOrDefault(state);

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (Awards.Any(a => !a.IsOrganisation))
        {
            readings.Note(Desk.Programme.Id, null, "открыт список награждаемых", link: AwardDesk.AddressOf(Id));
            await db.SaveChangesAsync();
        }
        return Page();
    }

    public Task<IActionResult> OnPostAgree(List<Guid> chosen) => Change(chosen, "Не согласовано", a => a.State == AwardState.Proposed, null, "согласованы награждаемые", awards =>
    {
        MustKeep("Не согласовано");
        foreach (var award in awards) award.Agree(access.Today(Desk.Programme), access.Name);
        return $"Согласовано: {Ru.Number(awards.Count)}.";
    });

    /// <param name="number">Of the signed act.</param>
    public Task<IActionResult> OnPostInclude(List<Guid> chosen, string? number, DateOnly? on) => Change(chosen, "Не включено", a => a.State == AwardState.Agreed, null, "награждаемые включены в акт", awards =>
    {
        const string not = "Не включено";
        if (AwardList.Clean(number) is not { } act) throw new Refusal(not, "Не указан номер акта", "Впишите его, когда акт подписан: «118-р»") { Field = "number" };
        if (on is not { } signed) throw new Refusal(not, "Не указан день акта", "Впишите его как день.месяц.год") { Field = "on" };
        if (signed > access.Today(Desk.Programme)) throw new Refusal(not, $"{Ru.Digits(signed)} ещё не наступило", "Запишите акт, когда он подписан") { Field = "on" };
        foreach (var award in awards) award.Include(act, signed);
        return $"{Ru.Capital(List.Act.Word())} № {act} от {Ru.Digits(signed)}: {Ru.Count(awards.Count, "награждаемый", "награждаемых", "награждаемых")}.{(List.MeasureId is null ? "" : " Мероприятие плана получило подтверждение.")}";
    }, follow: true);

    public Task<IActionResult> OnPostHand(List<Guid> chosen, DateOnly? handed, Guid? happening) => Change(chosen, "Вручение не записано", a => a.State == AwardState.InAct, null, "награды вручены", awards =>
    {
        const string not = "Вручение не записано";
        if (happening is { } at && Events.All(e => e.Value != at.ToString())) throw new Refusal(not, "Такого события в программе нет", "Выберите его из списка") { Field = "happening" };
        if (handed is not { } on) throw new Refusal(not, "Не указан день вручения", "Впишите его как день.месяц.год") { Field = "handed" };
        if (on > access.Today(Desk.Programme)) throw new Refusal(not, $"{Ru.Digits(on)} ещё не наступило", "Отметьте вручение в этот день или после него") { Field = "handed" };
        foreach (var award in awards) award.HandOver(on, happening);
        return $"Вручено: {Ru.Number(awards.Count)}.";
    });

    public Task<IActionResult> OnPostDecline(List<Guid> chosen, string? ground) => Change(chosen, "Не отклонено", a => a.IsOpen, ground, "награждаемые отклонены", awards =>
    {
        MustKeep("Не отклонено");
        foreach (var award in awards) award.Decline(ground);
        return $"Отклонено: {Ru.Number(awards.Count)}.";
    });

    public Task<IActionResult> OnPostBack(List<Guid> chosen, string? ground) => Change(chosen, "Не возвращено", a => a.State != AwardState.Proposed, ground, "награждаемые возвращены на шаг назад", awards =>
    {
        foreach (var award in awards) award.StepBack(ground);
        return $"Возвращено на шаг назад: {Ru.Number(awards.Count)}.";
    }, follow: true);

    public Task ShowAgain() => Desk is null || Awards.Count == 0 ? Load() : Task.CompletedTask;

    private async Task<IActionResult> Change(List<Guid> chosen, string not, Func<Award, bool> fits, string? ground, string verb, Func<IReadOnlyList<Award>, string> act, bool follow = false)
    {
        if (!await Load()) return NotFound();
        var awards = (await db.Awards.Where(a => a.ListId == Id && chosen.Contains(a.Id) && a.ErasedOn == null).ToListAsync()).Where(fits).ToList();
        if (awards.Count == 0) throw new Refusal(not, "Среди отмеченных таких нет", "Отметьте в списке тех, кого это касается: предложенных согласуют, согласованных включают в акт, включённым вручают");
        var said = act(awards);
        if (follow) await desk.Follow(List, ground ?? verb);
        journal.Write(verb, "awards", Id, ground, after: new { Число = awards.Count, Акт = awards[0].ActNumber });
        await db.SaveChangesAsync();
        say.Done(said);
        return Redirect(AwardDesk.AddressOf(Id));
    }

    private void MustKeep(string not)
    {
        if (!Desk.Keeps) throw new Refusal(not, "Решает тот, кто ведёт программу", "Попросите проектный офис или куратора");
    }

    private async Task<bool> Load()
    {
        if (await access.Find(Id) is not { } found) return false;
        Desk = found;
        day.Of(Desk.Programme.ShownOn, Desk.Programme.Policy.TimeZoneId);
        var all = await db.Awards.AsNoTracking().Where(a => a.ListId == Id).ToListAsync();
        Counts = all.GroupBy(a => a.State).ToDictionary(g => g.Key, g => g.Count());
        WithoutConsent = all.Count(a => a.NeedsConsent && a.IsOpen);
        Awards = [.. all.Where(a => (State is null ? a.State != AwardState.Declined : a.State == State) && (Kind is null || a.Kind == Kind)).OrderBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.Create(new("ru-RU"), true))];
        Unit = await db.Set<Accounts.Organisation>().Where(o => o.Id == List.UnitId).Select(o => o.ShortName).SingleAsync();
        if (List.MeasureId is { } measure) Measure = await db.Set<Plans.Measure>().Where(m => m.Id == measure).Select(m => new ValueTuple<string, string>(m.Code, m.Title)).SingleAsync();
        var (programme, today) = (List.ProgrammeId, access.Today(Desk.Programme));
        var rows = await (await events.Seen()).AsNoTracking().Where(e => e.ProgrammeId == programme && (e.Id == List.EventId || (e.State != EventState.Cancelled && e.Day <= today))).OrderByDescending(e => e.Day).Select(e => new { e.Id, e.Title, e.Day }).Take(100).ToListAsync();
        Events = [.. rows.Select(r => new SelectListItem($"{Ru.Digits(r.Day)}, {r.Title}", r.Id.ToString(), r.Id == List.EventId))];
        if (rows.FirstOrDefault(r => r.Id == List.EventId) is { } named) Event = (named.Id, named.Title, named.Day);
        Entries = await db.Journal.Where(e => e.Subject == "awards" && e.SubjectId == Id).OrderByDescending(e => e.Id).Take(20).ToListAsync();
        return true;
    }
}
