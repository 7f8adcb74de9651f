using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Web.Data;
using Vekha.Web.Features.Events;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>The card of a publication: its text, its approval, the proof that it came out.</summary>
public sealed partial class PublicationModel(VekhaDb db, MediaAccess access, PublicationDesk desk, Journal journal, Files files, EventAccess events, DraftDesk drafts, Saying say, Actor actor, PageDay day) : PageModel, IShowsAgain
{
    private OpenPublication open = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The older version to compare with the next one.</summary>
    [BindProperty(SupportsGet = true, Name = "compare")]
    public int? Compare { get; set; }

    public OpenPublication Open => open;
    public Publication Item => open.Publication;
    public WorkCalendar Calendar { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public string? Unit { get; private set; }
    public string? Code { get; private set; }
    public Event? Event { get; private set; }

    /// <summary>What the text may be drawn from.</summary>
    public IReadOnlyList<DraftSource> Sources { get; private set; } = [];
    public (DateOnly From, DateOnly Until) Period => DraftDesk.PeriodOf(Item.Due ?? Today);
    public IReadOnlyList<PublicationText> Texts { get; private set; } = [];
    public IReadOnlyList<PublicationFile> Attached { get; private set; } = [];
    public IReadOnlyList<MediaLine> Together { get; private set; } = [];
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];
    public bool MayEdit { get; private set; }
    public bool MayWrite { get; private set; }

    /// <summary>Waits for this person's word.</summary>
    public bool MayDecide => MayEdit && Item.State == PublicationState.Submitted && Item.SubmittedById != actor.PersonId && open.Last?.ById != actor.PersonId;

    /// <summary>What was typed and refused.</summary>
    public string? TypedHeadline => Typed("headline") ?? open.Last?.Headline;
    public string? TypedBody => Typed("body") ?? open.Last?.Body;

    public (string Look, string Word) State => Item.State.On(Item.Due, Item.OutOn, Item.IsReturned, Item.GoneOn is not null, Today, Calendar, open.Programme.Policy.RiskDays);

    public string? Typed(string field) => Request.HasFormContentType && Request.Form.TryGetValue(field, out var words) ? words.ToString() : null;

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnGetFile(Guid file)
    {
        if (!await Load() || Attached.All(f => f.FileId != file)) return NotFound();
        return files.Download(await db.Files.SingleAsync(f => f.Id == file));
    }

    public async Task ShowAgain() => await Load();

    private async Task<bool> Load()
    {
        if (await desk.Find(Id) is not { } found) return false;
        open = found;
        (Today, Calendar) = (day.Of(found.Programme.ShownOn, found.Programme.Policy.TimeZoneId), found.Programme.Policy.Calendar());
        MayEdit = await access.MayEdit(found.Plan);
        MayWrite = MayEdit || await access.MayWrite(found.Plan, found.Publication);
        Texts = await db.PublicationTexts.AsNoTracking().Where(t => t.PublicationId == Id).OrderBy(t => t.Number).ToListAsync();
        Attached = await db.PublicationFiles.AsNoTracking().Where(f => f.PublicationId == Id).OrderBy(f => f.At).ToListAsync();
        Together = await (await access.Publications()).AsNoTracking().Where(p => p.TaskId == Item.TaskId && p.Id != Id).OrderBy(p => p.Channel).Lines(db).ToListAsync();
        Entries = await db.Journal.Where(e => e.Subject == "publication" && e.SubjectId == Id).OrderByDescending(e => e.Id).Take(50).ToListAsync();
        var units = db.Set<Accounts.Organisation>();
        if (Item.UnitId is { } unit) Unit = await units.Where(u => u.Id == unit).Select(u => u.ShortName).SingleAsync();
        if (Item.MeasureId is { } measure) Code = await db.Set<Plans.Measure>().Where(m => m.Id == measure).Select(m => m.Code).SingleAsync();
        if (MayWrite && Item.IsOpen && Item.State != PublicationState.Submitted) Sources = await drafts.Sources(Item);
        if (Item.EventId is { } happening) Event = await events.Find(happening);
        return true;
    }
}
