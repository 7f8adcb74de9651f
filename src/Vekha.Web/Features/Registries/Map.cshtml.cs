using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Maps;

namespace Vekha.Web.Features.Registries;

/// <summary>«На карте»: cards by their coordinates over the outlines of territories, drawn by the server; the same as a list beside it.</summary>
public sealed class MapModel(RegistryAccess access, MapDesk maps) : PageModel
{
    /// <summary>More points than this are a stain, not a map.</summary>
    private const int Most = 2000;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public sealed record Pin(Guid Id, int Number, string Name, string Territory, string State, bool Counts, double Latitude, double Longitude);

    public RegistryOnDesk Desk { get; private set; } = null!;
    public DateOnly On { get; private set; }
    public IReadOnlyList<Pin> Pins { get; private set; } = [];
    public IReadOnlyList<(Guid Id, int Number, string Name)> Unplaced { get; private set; } = [];

    /// <summary><c>null</c> while no card has coordinates.</summary>
    public MapView? Map { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await access.Find(Id) is not { } desk) return NotFound();
        Desk = desk;
        On = access.Shown(desk.Programme);
        var day = On;
        var cards = await access.Cards(desk).AsNoTracking().Where(o => o.Events.Any(e => e.Day <= day)).OrderBy(o => o.Name).Take(Most)
            .Select(o => new { o.Id, o.Number, o.Name, o.Territory, o.State, o.Latitude, o.Longitude, Counts = o.Spans.Any(s => s.From <= day && (s.Until == null || s.Until >= day)) }).ToListAsync();
        Unplaced = [.. cards.Where(c => c.Latitude is null).Select(c => (c.Id, c.Number, c.Name))];
        Pins = [.. cards.Where(c => c.Latitude is not null).Select(c => new Pin(c.Id, c.Number, c.Name, c.Territory, desk.Registry.Definition.State(c.State).Title, c.Counts, c.Latitude!.Value, c.Longitude!.Value))];
        if (Pins.Count == 0) return Page();
        Map = await maps.Draw(HttpContext, desk.Programme.Id, [.. Pins.Select(p => new MapPin(new(p.Longitude, p.Latitude), p.Counts ? "ok" : "off", $"№ {p.Number}. {p.Name}, {p.Territory}: {p.State}", $"/desk/registries/card/{p.Id}"))]);
        Map?.Words = $"{desk.Registry.Count(Pins.Count)} на карте; список ниже";
        return Page();
    }
}
