using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Vekha.Web.Features.Registries;

/// <summary>«На карте»: cards by their coordinates, drawn by the server; the same as a list beside it.</summary>
public sealed class MapModel(RegistryAccess access) : PageModel
{
    /// <summary>More points than this are a stain, not a map.</summary>
    private const int Most = 2000;

    public const double Width = 100;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <param name="X">From the left edge, in hundredths of the width.</param>
    public sealed record Pin(Guid Id, int Number, string Name, string Territory, string State, bool Counts, double X, double Y, double Latitude, double Longitude);

    public RegistryOnDesk Desk { get; private set; } = null!;
    public DateOnly On { get; private set; }
    public IReadOnlyList<Pin> Pins { get; private set; } = [];
    public IReadOnlyList<(Guid Id, int Number, string Name)> Unplaced { get; private set; } = [];
    public double Height { get; private set; } = 60;
    public IReadOnlyList<(double At, string Words)> Meridians { get; private set; } = [];
    public IReadOnlyList<(double At, string Words)> Parallels { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (await access.Find(Id) is not { } desk) return NotFound();
        Desk = desk;
        On = access.Shown(desk.Programme);
        var day = On;
        var cards = await access.Cards(desk).AsNoTracking().Where(o => o.Events.Any(e => e.Day <= day)).OrderBy(o => o.Name).Take(Most)
            .Select(o => new { o.Id, o.Number, o.Name, o.Territory, o.State, o.Latitude, o.Longitude, Counts = o.Spans.Any(s => s.From <= day && (s.Until == null || s.Until >= day)) }).ToListAsync();
        Unplaced = [.. cards.Where(c => c.Latitude is null).Select(c => (c.Id, c.Number, c.Name))];
        var placed = cards.Where(c => c.Latitude is not null).ToList();
        if (placed.Count == 0) return Page();
        var (south, north, west, east) = (placed.Min(c => c.Latitude!.Value), placed.Max(c => c.Latitude!.Value), placed.Min(c => c.Longitude!.Value), placed.Max(c => c.Longitude!.Value));
        // A degree of longitude is shorter the farther north it is; a tenth of the span is left around.
        var squeeze = Math.Cos((south + north) / 2 * Math.PI / 180);
        var span = Math.Max(Math.Max((east - west) * squeeze, (north - south) * 1.7), 0.02) * 1.2;
        var (x0, y0) = (((west + east) / 2 * squeeze) - (span / 2), ((south + north) / 2) + Math.Max((north - south) * 0.6, span * 0.25));
        var scale = Width / span;
        Height = Math.Max((north - south) * 1.2, span * 0.5) * scale;
        double X(double longitude) => ((longitude * squeeze) - x0) * scale;
        double Y(double latitude) => (y0 - latitude) * scale;
        Pins = [.. placed.Select(c => new Pin(c.Id, c.Number, c.Name, c.Territory, desk.Registry.Definition.State(c.State).Title, c.Counts, X(c.Longitude!.Value), Y(c.Latitude!.Value), c.Latitude!.Value, c.Longitude!.Value))];
        var step = new[] { 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20 }.First(s => span / squeeze / s <= 8 || s == 20);
        Meridians = [.. Lines(x0 / squeeze, (x0 + span) / squeeze, step).Select(d => (X(d), Degrees(d, "в. д.")))];
        Parallels = [.. Lines(y0 - (Height / scale), y0, step).Select(d => (Y(d), Degrees(d, "с. ш.")))];
        return Page();
    }

    private static IEnumerable<double> Lines(double from, double to, double step)
    {
        for (var d = Math.Ceiling(from / step) * step; d <= to; d += step) yield return d;
    }

    private static string Degrees(double degrees, string side) => degrees.ToString("0.###", new System.Globalization.CultureInfo("ru-RU")) + "° " + side;
}
