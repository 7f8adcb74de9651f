using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>«События программы»: the days from which deadlines are counted, who waits for them, and a form to record one.</summary>
public sealed class AnchorsModel(VekhaDb db, PlanAccess access, AnchorBook book, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The event whose day is to be named.</summary>
    [BindProperty(SupportsGet = true, Name = "event")]
    public string? Asked { get; set; }

    public AnchorFields Input { get; private set; } = new();

    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<WaitedEvent> Waited { get; private set; } = [];
    public IReadOnlyList<Anchor> Anchors { get; private set; } = [];
    public bool MayKeep { get; private set; }
    public DateOnly Today { get; private set; }

    public IEnumerable<Anchor> Of(WaitedEvent waited) => Anchors.Where(a => a.Key == waited.Key);

    /// <summary>Days that no deadline in force waits for.</summary>
    public IEnumerable<Anchor> Others => Anchors.Where(a => Waited.All(w => w.Key != a.Key));

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    /// <summary>«Записать день события».</summary>
    public async Task<IActionResult> OnPost(AnchorFields input)
    {
        Input = input;
        if (!await Load() || !MayKeep) return NotFound();
        var effect = await book.Reach(Id, input.Event ?? "", input.Day!.Value, new AnchorSource("hand", Id, input.Ground ?? ""));
        await db.SaveChangesAsync();
        say.Done($"Записано: {effect.Anchor.Event}, {Ru.Digits(input.Day.Value)}. {(effect.Words.Length > 0 ? Ru.Capital(effect.Words) : "Сроки не изменились")}.");
        return Redirect($"/desk/plans/anchors/{Id}");
    }

    /// <summary>«Отозвать».</summary>
    public async Task<IActionResult> OnPostRecall(Guid anchor, string? ground)
    {
        if (!await Load() || !MayKeep || Anchors.FirstOrDefault(a => a.Id == anchor) is not { } known) return NotFound();
        await book.Recall(Id, known.Event, ground ?? "", known.ObjectId);
        await db.SaveChangesAsync();
        say.Done("День события отозван: открытые сроки снова ждут.");
        return Redirect($"/desk/plans/anchors/{Id}");
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        if (await (await access.Programmes()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } programme) return false;
        Programme = programme;
        MayKeep = await access.MayKeep(programme);
        Today = programme.Today(time.GetUtcNow());
        Waited = await book.Waited(Id);
        Anchors = await db.Anchors.AsNoTracking().Include(a => a.Changes).Where(a => a.ProgrammeId == Id).OrderBy(a => a.Event).ThenBy(a => a.ObjectName).ToListAsync();
        if (Asked is { Length: > 0 } asked && AnchorWords.Key(asked) is var key) Input.Event ??= Waited.FirstOrDefault(w => w.Key == key)?.Event ?? asked;
        return true;
    }
}

/// <summary>What the form of an event's day asks.</summary>
public sealed class AnchorFields
{
    [Display(Name = "Событие"), Required, StringLength(300)]
    public string? Event { get; set; }

    [Display(Name = "День события"), Required]
    public DateOnly? Day { get; set; }

    [Display(Name = "Чем подтверждается"), Required, StringLength(500)]
    public string? Ground { get; set; }
}
