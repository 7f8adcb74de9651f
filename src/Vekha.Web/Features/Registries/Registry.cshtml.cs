using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>The cards of a registry on a day, with filters in the address, counts by territory and the way to Excel.</summary>
public sealed class RegistryModel(VekhaDb db, RegistryAccess access, ReadingLog readings) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "territory")]
    public string? Territory { get; set; }

    [BindProperty(SupportsGet = true, Name = "silent")]
    public string? Silent { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public RegistryOnDesk Desk { get; private set; } = null!;
    public RegistryDefinition Definition => Desk.Registry.Definition;
    public DateOnly On { get; private set; }
    public IReadOnlyList<RegistryObject> Cards { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> States { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<TerritoryCount> Territories { get; private set; } = [];
    public IReadOnlyDictionary<string, int> ByState { get; private set; } = new Dictionary<string, int>();
    public int Drafts { get; private set; }
    public int Count { get; private set; }
    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);
    public int Counted => Territories.Sum(t => t.Counted);
    public int Goal => Territories.Sum(t => t.Least ?? 0);
    public DateOnly? SilentSince => PageDay.Parse(Silent);

    public CardFilter Filter => new() { Search = Search, State = string.IsNullOrEmpty(State) ? null : State, Territory = string.IsNullOrEmpty(Territory) ? null : Territory, SilentSince = SilentSince, Sort = Sort, Fields = Fields };

    /// <summary>«По полям карточки»: every choice is a word of the address, <c>v.kind=пилотная</c>, <c>v.cost.from=2000000</c>.</summary>
    public IReadOnlyList<FieldFilter> Fields => fields ??= [.. Definition.Asked.Where(FieldFilter.Suits).Select(f => new FieldFilter(f, Word($"v.{f.Key}"), Word($"v.{f.Key}.from"), Word($"v.{f.Key}.to")))];

    private IReadOnlyList<FieldFilter>? fields;

    private string? Word(string name) => Request.Query[name].ToString().Trim() is { Length: > 0 and <= 200 } word ? word : null;

    /// <summary>Columns of the list: what the builder marked, without what is personal.</summary>
    public IReadOnlyList<RegistryField> Columns => [.. Definition.Asked.Where(f => f.IsListed && !f.IsPersonal).Take(4)];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        var isNow = On == access.Today(Desk.Programme);
        var all = access.Cards(Desk).AsNoTracking();
        Territories = await TerritoryCount.Of(db, Desk.Registry, On);
        Drafts = await all.CountAsync(o => o.ConfirmedOn == null);
        ByState = isNow ? await all.GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count) : new Dictionary<string, int>();
        var found = await Filter.Fitting(Filter.Of(all, On, isNow), On, isNow);
        Count = await found.CountAsync();
        Number = Math.Clamp(Number, 1, Pages);
        Cards = await Filter.Ordered(found).Skip((Number - 1) * PageSize).Take(PageSize).Include(o => o.Changes.Where(c => !isNow && c.On > On)).ToListAsync();
        States = await StatesOf(Cards, isNow);
        return Page();
    }

    /// <summary>Takes the filtered list away as the Excel that the import takes back.</summary>
    public async Task<IActionResult> OnGetExcel()
    {
        if (!await Load()) return NotFound();
        var isNow = On == access.Today(Desk.Programme);
        var found = await Filter.Fitting(Filter.Of(access.Cards(Desk).AsNoTracking(), On, isNow), On, isNow);
        var cards = await Filter.Ordered(found.Include(o => o.Events.Where(e => !isNow || e.FromState == null)).Include(o => o.Changes.Where(c => !isNow && c.On > On)).AsSplitQuery()).ToListAsync();
        if (CardSheet.Columns(Desk, cards).Any(f => (f.IsPersonal || f.Kind == RegistryFieldKind.Person) && cards.Exists(c => c.Values.ContainsKey(f.Key))))
            await readings.NoteOnceADay(Desk.Programme, Id, $"«{Desk.Registry.Title}» выгружен таблицей", $"/desk/registries/registry/{Id}");
        var file = new MemoryStream();
        ExcelPaper.Write(CardSheet.Of(Desk, cards, On), file);
        return File(file.ToArray(), ExcelPaper.ContentType, $"{Desk.Registry.Title}, {Ru.Digits(On)}.xlsx");
    }

    /// <summary>The value as it stood on the day of the page.</summary>
    public string ValueOf(RegistryObject card, RegistryField field) => field.Show((card.Changes.Count == 0 ? card.Values : card.ValuesOn(On)).GetValueOrDefault(field.Key));

    public string StateOf(RegistryObject card) => Definition.State(States.GetValueOrDefault(card.Id, card.State)).Title;

    public bool IsCounted(RegistryObject card) => card.Opened <= On && Definition.State(States.GetValueOrDefault(card.Id, card.State)).Counts;

    private async Task<IReadOnlyDictionary<Guid, string>> StatesOf(IReadOnlyList<RegistryObject> cards, bool isNow)
    {
        if (isNow) return new Dictionary<Guid, string>();
        var (ids, day) = (cards.Select(c => c.Id).ToArray(), On);
        var events = await db.Set<ObjectEvent>().AsNoTracking().Where(e => ids.Contains(e.ObjectId) && e.TakenBackWhy == null && e.Day <= day).Select(e => new { e.ObjectId, e.Day, e.Number, e.ToState }).ToListAsync();
        return events.GroupBy(e => e.ObjectId).ToDictionary(g => g.Key, g => g.OrderBy(e => e.Day).ThenBy(e => e.Number).Last().ToState);
    }

    private async Task<bool> Load()
    {
        if (await access.Find(Id) is not { } desk) return false;
        Desk = desk;
        On = access.Shown(desk.Programme);
        return true;
    }
}
