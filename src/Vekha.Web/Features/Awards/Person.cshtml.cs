using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Registries;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Awards;

/// <summary>Somebody on a list: who, for what, by whom proposed, and the paper of consent. Doubles are told before they are written.</summary>
public sealed class PersonModel(VekhaDb db, AwardAccess access, AwardDesk desk, ReadingLog readings, Files files, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid List { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public NominationInput Input { get; set; } = new();

    public ListOnDesk Desk { get; private set; } = null!;
    public Award? Award { get; private set; }
    public IReadOnlyList<SelectListItem> Cards { get; private set; } = [];

    /// <summary>Those who may be the same, once somebody has tried to write the name down.</summary>
    public IReadOnlyList<Award> Alike { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<AwardKind>().Select(k => new SelectListItem(k.Word(), k.ToString()));
    public IEnumerable<SelectListItem> Sides => [new("человек", "False"), new("организация", "True")];

    public async Task<IActionResult> OnGet(Guid? @object)
    {
        if (!await Load(tracked: false)) return NotFound();
        Input = Award is null ? new() { ObjectId = @object, Merit = Desk.List.Merit } : NominationInput.Of(Award);
        if (Award is { IsOrganisation: false })
        {
            readings.Note(Desk.Programme.Id, Award.Id, "открыта запись награждаемого", link: $"/desk/awards/person/{List}/{Id}");
            await db.SaveChangesAsync();
        }
        return Page();
    }

    /// <param name="despite">The person has seen the likely double.</param>
    public async Task<IActionResult> OnPost(bool despite, IFormFile? scan, CancellationToken cancel)
    {
        if (!await Load(tracked: true)) return NotFound();
        var named = Input.ObjectId is { } card ? Cards.FirstOrDefault(c => c.Value == card.ToString())?.Text ?? throw new Refusal("Награждаемый не записан", "Такой карточки в программе нет", "Выберите проект из списка") { Field = "Input.ObjectId" } : null;
        Alike = string.IsNullOrWhiteSpace(Input.Name) ? [] : await desk.Alike(Desk.List, Input.Name, Id);
        if (Alike.Count > 0 && !despite && (Award is null || Award.Name != Input.Name!.Trim()))
            throw new Refusal("Награждаемый не записан", $"Похоже, он уже есть: {string.Join("; ", Alike.Select(a => $"{a.Name}, {a.Kind.Word()}, {a.State.Word(Desk.List.Act)}"))}", "Если это другой или ещё одна награда, отметьте это внизу и сохраните") { Field = "Input.Name" };
        var award = Award ?? new Award(Desk.List, Input.Said(named));
        if (Award is null) db.Add(award);
        else
        {
            db.Expect(award, Input.Version);
            award.Describe(Input.Said(named), Desk.List);
        }
        if (award.NeedsConsent && (Input.AgreedOn is not null || scan is not null || !string.IsNullOrWhiteSpace(Input.Place)))
            await desk.Agree(Desk.List, award, await PaperConsent.Of(Input.AgreedOn, scan, Input.Place, null, access.Today(Desk.Programme), files, cancel));
        journal.Write(Award is null ? "предложен к награждению" : "запись награждаемого изменена", "awards", List, after: new { Награда = award.Kind.Word(), Представил = award.Nominator });
        await db.SaveChangesAsync(cancel);
        say.Done(Award is null ? $"{award.Name}: в списке." : "Сохранено.");
        return Redirect(AwardDesk.AddressOf(List));
    }

    public Task ShowAgain() => Desk is null ? Load(tracked: false) : Task.CompletedTask;

    private async Task<bool> Load(bool tracked)
    {
        if (await access.Find(List) is not { } desk) return false;
        Desk = desk;
        if (Id is { } id)
        {
            Award = await (tracked ? db.Awards : db.Awards.AsNoTracking()).SingleOrDefaultAsync(a => a.Id == id && a.ListId == List && a.ErasedOn == null);
            if (Award is null) return false;
        }
        var programme = desk.Programme.Id;
        var kept = Award?.ObjectId;
        var rows = await db.RegistryObjects.AsNoTracking().Standing().Where(o => o.ProgrammeId == programme || o.Id == kept).OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).Take(500).ToListAsync();
        Cards = [.. rows.Select(r => new SelectListItem(r.Name, r.Id.ToString()))];
        return true;
    }
}
