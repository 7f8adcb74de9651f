using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Awards;

/// <summary>«Новый список награждаемых» and its editing: what the act says, which measure it proves, where it is handed over.</summary>
public sealed class EditModel(VekhaDb db, AwardAccess access, EventAccess events, PlanAccess plans, AwardDesk desk, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? ProgrammeId { get; set; }

    [BindProperty]
    public ListInput Input { get; set; } = new();

    public AwardList? List { get; private set; }
    public Programme? Programme { get; private set; }
    public IReadOnlyList<Programme> Programmes { get; private set; } = [];
    public EventChoices Choices { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Events { get; private set; } = [];
    public IEnumerable<SelectListItem> Acts => Enum.GetValues<ActKind>().Select(a => new SelectListItem(a.Word(), a.ToString()));

    public async Task<IActionResult> OnGet(Guid? measure)
    {
        if (!await Load()) return NotFound();
        if (List is not null) Input = ListInput.Of(List);
        else if (Programme is not null) (Input.MeasureId, Input.UnitId) = (measure, Choices.Units.Count == 1 ? Guid.Parse(Choices.Units[0].Value) : null);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load() || Programme is null) return NotFound();
        MustHold();
        var list = List ?? new AwardList(Programme, Input.Terms());
        var measure = List?.MeasureId;
        if (List is null) db.Add(list);
        else
        {
            db.Expect(list, Input.Version);
            list.Describe(Input.Terms());
            if (measure != list.MeasureId) await Follow(list);
        }
        journal.Write(List is null ? "заведён список награждаемых" : "список награждаемых изменён", "awards", list.Id, after: new { list.Title });
        await db.SaveChangesAsync();
        say.Done(List is null ? "Список заведён. Добавьте, кого награждают." : "Сохранено.");
        return Redirect(AwardDesk.AddressOf(list.Id));
    }

    public Task ShowAgain() => Load();

    // Another measure: what acts have said is told to it anew.
    private async Task Follow(AwardList list)
    {
        foreach (var fact in await db.Set<Facts.Fact>().Where(f => f.SourceKind == AwardDesk.Source && f.SourceId == list.Id && !f.IsWithdrawn).ToListAsync())
            if (list.MeasureId is { } now) await HttpContext.RequestServices.GetRequiredService<Facts.FactBook>().Correct(fact, new() { MeasureId = now, IsVouched = true }, "список связан с другим мероприятием");
        await desk.Follow(list, "список изменён");
    }

    private void MustHold()
    {
        const string not = "Список не сохранён";
        if (Input.UnitId is not { } unit || Choices.Units.All(u => u.Value != unit.ToString())) throw new Refusal(not, "Не указано, кто готовит", "Выберите подразделение из списка") { Field = "Input.UnitId" };
        if (Input.MeasureId is { } measure && Choices.PlanOf(measure) is null) throw new Refusal(not, "Такого мероприятия в плане программы нет", "Выберите его из списка") { Field = "Input.MeasureId" };
        if (Input.EventId is { } happening && Events.All(e => e.Value != happening.ToString())) throw new Refusal(not, "Такого события в программе нет", "Выберите его из списка") { Field = "Input.EventId" };
    }

    private async Task<bool> Load()
    {
        if (Id is { } id)
        {
            if (await access.Find(id, tracked: true) is not { } found) return false;
            (List, ProgrammeId) = (found.List, found.List.ProgrammeId);
        }
        Programmes = await events.Programmes();
        Programme = Programmes.FirstOrDefault(p => p.Id == ProgrammeId) ?? (ProgrammeId is null && Programmes.Count == 1 ? Programmes[0] : null);
        if (Programme is null) return ProgrammeId is null;
        Choices = await EventChoices.Load(db, events, plans, Programme, List?.UnitId);
        var programme = Programme.Id;
        var rows = await (await events.Seen()).AsNoTracking().Where(e => e.ProgrammeId == programme && e.State != EventState.Cancelled).OrderByDescending(e => e.StartsAt).Select(e => new { e.Id, e.Title, e.Day }).Take(200).ToListAsync();
        Events = [.. rows.Select(r => new SelectListItem($"{Ru.Digits(r.Day)}, {r.Title}", r.Id.ToString()))];
        return Choices.Units.Count > 0;
    }
}
