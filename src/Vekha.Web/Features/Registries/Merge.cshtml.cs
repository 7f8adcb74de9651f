using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>«Объединить карточки»: both side by side; one stays, the other leads to it, facts and assignments count once.</summary>
public sealed class MergeModel(VekhaDb db, RegistryAccess access, CardBook book, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Number of the other card.</summary>
    [BindProperty(SupportsGet = true, Name = "with"), Display(Name = "Номер другой карточки")]
    public int? With { get; set; }

    [Display(Name = "Почему это один объект"), StringLength(1000)]
    public string? Ground { get; private set; }

    public RegistryOnDesk Desk { get; private set; } = null!;
    public RegistryObject Card { get; private set; } = null!;
    public RegistryObject? Other { get; private set; }
    public IReadOnlyList<RegistryField> Fields => [.. Desk.Registry.Definition.Asked.Where(f => Card.Values.ContainsKey(f.Key) || Other?.Values.ContainsKey(f.Key) == true)];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        return Desk.Keeps ? Page() : Forbid();
    }

    /// <param name="keep">The card that stays.</param>
    public async Task<IActionResult> OnPost(Guid? keep, string? ground, int version, int otherVersion)
    {
        Ground = ground;
        if (!await Load(tracked: true)) return NotFound();
        if (!Desk.Keeps) return Forbid();
        if (Other is null) throw new Refusal("Карточки не объединены", $"Карточки № {With} в реестре нет", "Впишите номер другой карточки") { Field = "With" };
        if (keep != Card.Id && keep != Other.Id) throw new Refusal("Карточки не объединены", "Не выбрано, какая остаётся", "Отметьте карточку, в которой записи полнее");
        db.Expect(Card, version);
        db.Expect(Other, otherVersion);
        var (survivor, merged) = keep == Card.Id ? (Card, Other) : (Other, Card);
        var (moved, doubles) = await book.Merge(Desk, merged, survivor, ground, access.Author(Desk.Programme));
        db.Entry(survivor).Property(c => c.State).IsModified = true;
        await db.SaveChangesAsync();
        say.Done($"Карточка № {merged.Number} объединена с № {survivor.Number}. Фактов перешло: {moved}, двойников отозвано: {doubles}.");
        return Redirect($"/desk/registries/card/{survivor.Id}");
    }

    public async Task ShowAgain()
    {
        if (Desk is null) await Load();
    }

    public string LifeOf(RegistryObject card) => string.Join(", ", card.Events.Where(e => !e.IsTakenBack).OrderBy(e => e.Number).Select(e => $"{e.Title.ToLowerInvariant()} {Ru.Digits(e.Day)}"));

    private async Task<bool> Load(bool tracked = false)
    {
        if (await access.FindCard(Id, tracked) is not { } found || found.Card.IsMerged) return false;
        (Desk, Card) = found;
        access.Shown(Desk.Programme);
        var (registry, number) = (Desk.Registry.Id, With);
        if (number is null || number == Card.Number) return true;
        if (await db.RegistryObjects.Where(o => o.RegistryId == registry && o.Number == number && o.MergedIntoId == null).Select(o => (Guid?)o.Id).SingleOrDefaultAsync() is { } other && await access.FindCard(other, tracked) is { } second)
            Other = second.Card;
        return true;
    }
}
