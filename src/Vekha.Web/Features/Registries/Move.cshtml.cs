using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>«Записать событие»: a move of the life of an object with the fields and papers it asks for.</summary>
public sealed class MoveModel(VekhaDb db, RegistryAccess access, CardBook book, Files files, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Key of the move.</summary>
    [BindProperty(SupportsGet = true, Name = "move")]
    public string? Key { get; set; }

    [BindProperty, Display(Name = "Когда произошло")]
    public DateOnly? Day { get; set; }

    [BindProperty, Display(Name = "Пояснение"), StringLength(2000)]
    public string? Note { get; set; }

    /// <summary>«Это другое событие»: the likely double was looked at.</summary>
    [BindProperty]
    public bool DespiteDouble { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public bool IsPost => HttpMethods.IsPost(Request.Method);

    public RegistryOnDesk Desk { get; private set; } = null!;
    public RegistryObject Card { get; private set; } = null!;
    public RegistryMove Event { get; private set; } = null!;
    public CardForm Fields { get; private set; } = null!;
    public PaperForm Papers { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (!Desk.MayChange(Card)) return Forbid();
        (Day, Version) = (access.Today(Desk.Programme), Card.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load(tracked: true)) return NotFound();
        if (!Desk.MayChange(Card)) return Forbid();
        var not = $"Событие «{Event.Title}» не записано";
        db.Expect(Card, Version);
        Papers.Take(Request.Form);
        var values = await Fields.Read(Request.Form, db, Desk, not);
        if (Day is not { } day) throw new Refusal(not, "Не указан день", "Впишите, когда оно произошло") { Field = "Day" };
        var attached = await Fields.Attach(Request.Form, Card, files);
        await book.Happen(Desk, Card, Event, day, values.Concat(attached).ToDictionary(v => v.Key, v => v.Value), await Papers.Keep(Request.Form, files), Note, access.Author(Desk.Programme), DespiteDouble);
        db.Entry(Card).Property(c => c.State).IsModified = true;
        await db.SaveChangesAsync();
        say.Done($"Записано: {Event.Title.ToLowerInvariant()}, {Ru.Day(day)}.");
        return Redirect($"/desk/registries/card/{Id}");
    }

    public async Task ShowAgain()
    {
        if (Desk is null) await Load();
    }

    private async Task<bool> Load(bool tracked = false)
    {
        if (await access.FindCard(Id, tracked) is not { } found) return false;
        (Desk, Card) = found;
        access.Shown(Desk.Programme);
        var definition = Desk.Registry.Definition;
        if (definition.Move(Key ?? "") is not { IsFirst: false } move) return false;
        Event = move;
        Fields = await book.FormOf(Desk, Card, definition.Asked.Where(f => move.Fields.Contains(f.Key) || f.Key == move.QuantityField), move.Fields);
        Papers = new(move);
        return true;
    }
}
