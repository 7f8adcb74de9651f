using Microsoft.EntityFrameworkCore;
using Vekha.Maps;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Maps;

namespace Vekha.Web.Features.Facts;

/// <summary>A district among those who owe a norm.</summary>
public sealed record NormPlace(Guid Id, string Name, int All, int Behind);

/// <summary>A kind of facts that the norm does not count though it sounds like it.</summary>
public sealed record UncountedKind(string Kind, long Facts, bool IsOfOthers);

/// <summary>What the page of a norm shows beside its lines: districts, the map, facts that pass it by.</summary>
public sealed class NormTable(VekhaDb db, MapDesk maps)
{
    private const int MostPins = 1500;

    /// <summary>Districts with those under the norm on top; empty where there is but one.</summary>
    public async Task<IReadOnlyList<NormPlace>> Places(NormSheet sheet)
    {
        if (sheet.Norm.Per != NormPer.Object) return [];
        var groups = sheet.Lines.Where(l => l.Subject.PlaceId is not null).GroupBy(l => l.Subject.PlaceId!.Value).ToDictionary(g => g.Key, g => (All: g.Count(), Behind: g.Count(IsBehind)));
        var ids = groups.Keys.ToArray();
        if (ids.Length < 2) return [];
        var names = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, Name = o.Territory ?? o.ShortName }).ToListAsync();
        return [.. names.Select(n => new NormPlace(n.Id, n.Name, groups[n.Id].All, groups[n.Id].Behind)).OrderByDescending(p => p.Behind).ThenBy(p => p.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>The map of those who owe it; <c>null</c> where nothing says where they are.</summary>
    /// <param name="places">Names of districts for what is said of a point.</param>
    public async Task<MapView?> Map(HttpContext http, NormSheet sheet, IReadOnlyList<NormPlace> places)
    {
        var norm = sheet.Norm;
        if (norm.Per is not (NormPer.Object or NormPer.Territory or NormPer.Executor) || sheet.Lines.Count == 0) return null;
        var view = norm.Per == NormPer.Object
            ? await Pins(norm, sheet, places) is { Count: > 0 } pins ? await maps.Draw(http, norm.ProgrammeId, pins) : null
            : await maps.Draw(http, norm.ProgrammeId, [], sheet.Lines.ToDictionary(l => l.Subject.Id, l => new MapShade(LookOf(l), $"{l.Status.Done} из {l.Status.Target}, {l.Word}", null)));
        if (view is null || (norm.Per != NormPer.Object && view.Areas.All(a => a.Shade is null))) return null;
        (view.IsSmall, view.Words) = (true, "Карта нормы; те же данные в таблице");
        return view;
    }

    private async Task<List<MapPin>> Pins(Norm norm, NormSheet sheet, IReadOnlyList<NormPlace> places)
    {
        var (programme, head) = (norm.ProgrammeId, CountedUnit.Head(norm.PerKey!));
        var at = await db.FactObjects.AsNoTracking().Where(o => o.ProgrammeId == programme && o.KindHead == head && o.Latitude != null && o.Longitude != null).OrderBy(o => o.Id).Take(MostPins).Select(o => new { o.Id, o.Latitude, o.Longitude, o.Address }).ToListAsync();
        if (at.Count == 0) return [];
        var (lines, names) = (sheet.Lines.ToDictionary(l => l.Subject.Id), places.ToDictionary(p => p.Id, p => p.Name));
        return [.. at.Where(o => lines.ContainsKey(o.Id)).Select(o => (o, Line: lines[o.Id])).Select(o => new MapPin(new(o.o.Longitude!.Value, o.o.Latitude!.Value), LookOf(o.Line),
            $"{o.Line.Subject.Name}{(o.Line.Subject.PlaceId is { } place && names.TryGetValue(place, out var name) ? ", " + name : "")}: {o.Line.Status.Done} из {o.Line.Status.Target}, {o.Line.Word}", o.o.Address ?? "#h-who"))];
    }

    /// <summary>The lines shown, each with the address of its card.</summary>
    public async Task<IReadOnlyList<NormLine>> WithAddresses(Norm norm, IReadOnlyList<NormLine> lines)
    {
        if (norm.Per != NormPer.Object || lines.Count == 0) return lines;
        var ids = lines.Select(l => l.Subject.Id).ToArray();
        var addresses = await db.FactObjects.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Address }).ToDictionaryAsync(o => o.Id, o => o.Address);
        return [.. lines.Select(l => l with { Subject = l.Subject with { Address = addresses.GetValueOrDefault(l.Subject.Id) } })];
    }

    /// <summary>Facts of the window that sound like the norm and are not counted: of a wider word, without a measure or of another row.</summary>
    public async Task<UncountedKind?> Uncounted(NormSheet sheet)
    {
        var (norm, days) = (sheet.Norm, sheet.Window.Days);
        if (sheet.Total.Done != 0) return null;
        var (programme, head, first, last) = (norm.ProgrammeId, norm.UnitHead, days.First, days.Last);
        var near = await db.Facts.AsNoTracking().Where(f => f.ProgrammeId == programme && f.KindHead == head && !f.IsWithdrawn && f.Day >= first && f.Day <= last)
            .GroupBy(f => new { f.KindKey, f.Kind, f.MeasureId }).Select(g => new { g.Key.KindKey, g.Key.Kind, g.Key.MeasureId, Count = g.LongCount() }).ToListAsync();
        var passed = near.Where(f => CountedUnit.Same(f.KindKey, norm.UnitKey) && !norm.Counts(f.MeasureId, f.KindKey)).GroupBy(f => f.KindKey).MaxBy(g => g.Sum(f => f.Count));
        return passed is null ? null : new(passed.First().Kind, passed.Sum(f => f.Count), passed.All(f => f.MeasureId != norm.MeasureId));
    }

    public static bool IsBehind(NormLine line) => line.Status.State is NormState.Missed or NormState.Alarm;

    private static string LookOf(NormLine line) => line.Status.State switch { NormState.Missed => "over", NormState.Alarm => line.IsCovered ? "warn" : "over", NormState.Met => "ok", NormState.Running when line.IsCovered => "warn", _ => "off" };
}
