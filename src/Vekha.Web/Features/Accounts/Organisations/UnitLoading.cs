using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Accounts.Organisations;

/// <summary>What a row of the sheet would do.</summary>
internal enum UnitLoadAct
{
    Add,
    Change,
    Same,
    Refuse,
}

/// <param name="Why">Why it is refused or what changes; empty otherwise.</param>
internal sealed record UnitLoadRow(UnitSheetRow Row, UnitLoadAct Act, string Why);

/// <summary>
/// «Загрузка списка организаций»: what a sheet would change in the tree, row by row, and doing it. The same sheet a second
/// time changes nothing: an organisation is known by its name under its parent.
/// </summary>
internal sealed class UnitLoading
{
    private readonly Dictionary<(string Name, Guid? Parent), Organisation> byPlace = [];
    private readonly ILookup<string, Organisation> byName;
    private readonly Organisation under;
    private readonly Dictionary<Guid, string> heads;
    private readonly List<(UnitSheetRow Row, Organisation Unit)> settled = [];

    private UnitLoading(Organisation under, List<Organisation> existing, Dictionary<Guid, string> heads)
    {
        this.under = under;
        this.heads = heads;
        foreach (var unit in existing) byPlace.TryAdd((Ru.Key(unit.Name), unit.ParentId), unit);
        byName = existing.ToLookup(u => Ru.Key(u.Name));
    }

    public IReadOnlyList<UnitLoadRow> Rows { get; private set; } = [];

    /// <summary>Organisations of the sheet that are new.</summary>
    public List<Organisation> Added { get; } = [];

    public static async Task<UnitLoading> Of(VekhaDb db, Organisation under, IReadOnlyList<UnitSheetRow> rows, DateOnly today)
    {
        var inside = db.UnitsUnder(under.Id);
        var existing = await db.Organisations.AsSplitQuery().Include(o => o.Lines).Where(o => inside.Contains(o.Id)).ToListAsync();
        var heads = (await db.HeadsOn(today).Where(h => inside.Contains(h.UnitId)).Select(h => new { h.UnitId, h.Person!.FullName }).ToListAsync()).DistinctBy(h => h.UnitId).ToDictionary(h => h.UnitId, h => h.FullName);
        var loading = new UnitLoading(existing.Single(o => o.Id == under.Id), existing, heads);
        loading.Settle(rows);
        return loading;
    }

    /// <summary>People and posts of the heads that the sheet names and the tree does not know; the caller saves.</summary>
    public async Task AppointHeads(VekhaDb db, DateOnly today)
    {
        var named = settled.Where(s => s.Row.Head is not null && !Same(heads.GetValueOrDefault(s.Unit.Id), s.Row.Head)).ToList();
        var units = named.Select(s => s.Unit.Id).ToArray();
        var people = (await db.People.Where(p => units.Contains(p.UnitId)).ToListAsync()).ToLookup(p => p.UnitId);
        var posts = (await db.Headships.Where(h => units.Contains(h.UnitId)).ToListAsync()).ToLookup(h => h.UnitId);
        foreach (var (row, unit) in named)
        {
            var person = people[unit.Id].FirstOrDefault(p => Same(p.FullName, row.Head));
            if (person is null) db.Add(person = Person.Hire(row.Head!, row.Post ?? "", unit.Id));
            db.Add(Headship.Appoint(unit.Id, person, row.Post, isDeputy: false, row.From ?? today, posts[unit.Id]));
        }
    }

    /// <summary>A parent may stand below its children: rows are settled as soon as theirs is.</summary>
    private void Settle(IReadOnlyList<UnitSheetRow> rows)
    {
        var done = new List<UnitLoadRow>();
        var (waiting, inSheet) = (rows.ToList(), rows.GroupBy(r => Ru.Key(r.Name)).ToDictionary(g => g.Key, g => g.Count()));
        for (var before = -1; waiting.Count > 0 && waiting.Count != before;)
        {
            before = waiting.Count;
            var later = new List<UnitSheetRow>();
            foreach (var row in waiting)
            {
                if (WhatIsWrong(row) is { } wrong) done.Add(new(row, UnitLoadAct.Refuse, wrong));
                else if (row.Parent is null) done.Add(Take(row, under));
                else if (byName[Ru.Key(row.Parent)].Concat(Added.Where(a => Ru.Key(a.Name) == Ru.Key(row.Parent))).Distinct().Take(2).ToList() is { Count: > 0 } parents)
                    done.Add(parents.Count == 1 ? Take(row, parents[0]) : new(row, UnitLoadAct.Refuse, $"«{row.Parent}» несколько: назовите вышестоящую полнее"));
                else if (inSheet.ContainsKey(Ru.Key(row.Parent)) && Ru.Key(row.Parent) != Ru.Key(row.Name)) later.Add(row);
                else done.Add(new(row, UnitLoadAct.Refuse, $"вышестоящей «{row.Parent}» нет ни в списке, ни среди заведённых"));
            }
            waiting = later;
        }
        done.AddRange(waiting.Select(r => new UnitLoadRow(r, UnitLoadAct.Refuse, $"вышестоящая «{r.Parent}» тоже не принята или входит сама в себя")));
        Rows = [.. done.OrderBy(r => r.Row.Number)];
    }

    private UnitLoadRow Take(UnitSheetRow row, Organisation parent)
    {
        var (kind, zone) = (KindOf(row.Kind)!.Value, ZoneOf(row.Zone));
        if (!byPlace.TryGetValue((Ru.Key(row.Name), parent.Id), out var unit))
        {
            unit = Organisation.Found(row.Name, kind, parent, row.ShortName, row.Territory);
            unit.KeepTimeOf(zone);
            byPlace[(Ru.Key(row.Name), parent.Id)] = unit;
            Added.Add(unit);
            settled.Add((row, unit));
            return new(row, UnitLoadAct.Add, "");
        }
        if (settled.Any(s => s.Unit.Id == unit.Id)) return new(row, UnitLoadAct.Refuse, "такая строка в списке уже есть");
        settled.Add((row, unit));
        var changes = Changes(row, unit, kind, zone).ToList();
        if (changes.Count == 0) return new(row, UnitLoadAct.Same, "");
        unit.Describe(unit.Name, row.ShortName ?? unit.ShortName, kind, row.Territory ?? unit.Territory);
        if (zone is not null) unit.KeepTimeOf(zone);
        return new(row, UnitLoadAct.Change, string.Join("; ", changes));
    }

    private IEnumerable<string> Changes(UnitSheetRow row, Organisation unit, OrganisationKind kind, string? zone)
    {
        if (unit.Kind != kind) yield return $"вид: «{unit.Kind.Word()}» → «{kind.Word()}»";
        if (row.ShortName is { } name && name != unit.ShortName) yield return $"краткое: «{unit.ShortName}» → «{name}»";
        if (row.Territory is { } territory && territory != unit.Territory) yield return $"территория: «{unit.Territory}» → «{territory}»";
        if (zone is not null && zone != unit.TimeZoneId) yield return "часовой пояс";
        if (row.Head is { } head && !Same(heads.GetValueOrDefault(unit.Id), head)) yield return $"руководитель: {(heads.TryGetValue(unit.Id, out var old) ? old : "не указан")} → {head}";
    }

    private static string? WhatIsWrong(UnitSheetRow row) =>
        row.Name.Length == 0 ? "нет наименования"
        : KindOf(row.Kind) is null ? row.Kind.Length == 0 ? "не указан вид" : $"вида «{row.Kind}» нет: виды перечислены на втором листе образца"
        : row.Zone is not null && ZoneOf(row.Zone) is null ? $"часового пояса «{row.Zone}» нет: пояса перечислены на третьем листе образца"
        : row.Head is { } head && head.Split(' ').Length < 2 ? "имя руководителя неполное" : null;

    private static OrganisationKind? KindOf(string word) => Enum.GetValues<OrganisationKind>().Cast<OrganisationKind?>().FirstOrDefault(k => Same(k!.Value.Word(), word));

    private static string? ZoneOf(string? word) => RussianZones.All.FirstOrDefault(z => Same(z.Name, word) || Same(z.Id, word)).Id;

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.CurrentCultureIgnoreCase);
}
