using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>«Добавить карточку»: its fields and its first event with papers; a likely double is asked about.</summary>
public sealed class AddModel(VekhaDb db, RegistryAccess access, CardBook book, Files files, Saying say) : PageModel, IShowsAgain
{
    public sealed class Form
    {
        [Display(Name = "Название"), StringLength(300)]
        public string? Name { get; set; }

        [Display(Name = "Территория")]
        public Guid? Territory { get; set; }

        [Display(Name = "Дата события")]
        public DateOnly? Day { get; set; }

        /// <summary>«Это другой объект»: the likely double was looked at.</summary>
        public bool IsOther { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public RegistryOnDesk Desk { get; private set; } = null!;
    public RegistryMove First => Desk.Registry.Definition.First;
    public CardForm Fields { get; private set; } = null!;
    public PaperForm Papers { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Territories { get; private set; } = [];
    public IReadOnlyList<LikeCards> Doubles { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (!Desk.MayAdd) return Forbid();
        Input.Day = access.Today(Desk.Programme);
        if (Territories.Count == 1) Input.Territory = Guid.Parse(Territories[0].Value);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        const string not = "Карточка не заведена";
        if (!await Load(forChange: true)) return NotFound();
        if (!Desk.MayAdd) return Forbid();
        var by = access.Author(Desk.Programme);
        Papers.Take(Request.Form);
        var values = await Fields.Read(Request.Form, db, Desk, not);
        if (Territories.All(t => t.Value != Input.Territory.ToString())) throw new Refusal(not, "Не выбрана территория", "Выберите её из списка") { Field = "Input.Territory" };
        if (Input.Day is not { } day) throw new Refusal(not, $"Не указана дата события «{First.Title}»", "Впишите её: по ней объект входит в счёт") { Field = "Input.Day" };
        var territory = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == Input.Territory);
        var card = new RegistryObject(Desk.Registry, await book.NextNumber(Id), Input.Name, territory);
        await AskAboutDoubles(card, values, not);
        var attached = await Fields.Attach(Request.Form, card, files);
        var happened = await book.Happen(Desk, card, First, day, values.Concat(attached).ToDictionary(v => v.Key, v => v.Value), await Papers.Keep(Request.Form, files), null, by);
        db.Add(card);
        if (Desk.Keeps) await book.Confirm(Desk, card, by);
        await book.SaveNew(card);
        say.Done(Desk.Keeps ? $"Карточка № {card.Number} заведена: {happened.Title.ToLowerInvariant()} {Ru.Digits(day)}." : $"Карточка № {card.Number} заведена. Она войдёт в счёт, когда её подтвердит тот, кто ведёт программу.");
        return Redirect($"/desk/registries/card/{card.Id}");
    }

    public async Task ShowAgain()
    {
        if (Desk is null) await Load();
    }

    private async Task AskAboutDoubles(RegistryObject card, IReadOnlyDictionary<string, string?> values, string not)
    {
        if (Input.IsOther) return;
        var address = Desk.Registry.Definition.Asked.Where(f => f.Kind == RegistryFieldKind.Address).Select(f => values.GetValueOrDefault(f.Key)).FirstOrDefault();
        // Asked among all cards of the territory: a draft of a colleague is a double too.
        var (registry, place) = (Id, card.TerritoryId);
        var near = await db.RegistryObjects.AsNoTracking().Where(o => o.RegistryId == registry && o.TerritoryId == place && o.MergedIntoId == null).Select(o => new CardFace(o.Id, o.Name, o.Address, o.TerritoryId)).ToListAsync();
        Doubles = Desk.Registry.Likeness().Of(card.Face with { Address = address }, near);
        if (Doubles.Count > 0) throw new Refusal(not, $"Похожая карточка уже есть: «{Doubles[0].First.Name}» — {Doubles[0].Why}", "Откройте её и сравните. Если это другой объект, отметьте это и сохраните") { Field = "Input.IsOther" };
    }

    private async Task<bool> Load(bool forChange = false)
    {
        if (await access.Find(Id, tracked: forChange) is not { } desk) return false;
        Desk = desk;
        access.Shown(desk.Programme);
        Territories = await access.Territories(desk);
        Fields = await book.FormOf(desk, null, desk.Registry.Definition.Asked.Where(f => !f.IsPersonal || desk.MayAdd), First.Fields);
        Papers = new(First);
        return true;
    }
}
