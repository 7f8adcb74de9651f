using Microsoft.EntityFrameworkCore;
using Vekha.Registries;
using Vekha.Sites;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Cascade;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Sites;

/// <summary>What came of a list of sites.</summary>
/// <param name="Links">Links of coordinators to whom no letter goes, by the name of the site.</param>
/// <param name="Parts">How many assignments the newcomers got at once.</param>
public sealed record SitesAdded(IReadOnlyList<Site> Sites, IReadOnlyList<SiteProblem> Problems, IReadOnlyList<(string Site, string Link)> Links, int Parts);

/// <summary>«Завести площадки»: a unit of the tree, a card of the registry and an invitation for each line, all in one save.</summary>
public sealed class SiteBook(VekhaDb db, RegistryAccess registries, CardBook book, SiteInviting inviting, Joining joining, Journal journal)
{
    public const string One = "площадка";

    /// <summary>Takes the lines; those that say what is there already are told and left out.</summary>
    /// <param name="site">Where this installation answers, for links that no letter carries.</param>
    /// <param name="joins">Gives the newcomers what their sisters have been given.</param>
    public async Task<SitesAdded> Add(Programme programme, SiteList list, string site, Plan? plan, bool joins)
    {
        var by = registries.Author(programme);
        var desk = await Registry(programme);
        var owner = await db.Organisations.Include(o => o.Lines).SingleAsync(o => o.Id == programme.OrganisationId);
        var there = (await db.Organisations.Include(o => o.Lines).Where(o => o.ParentId == owner.Id).ToListAsync()).GroupBy(o => Wording.Ru.Key(o.Name)).ToDictionary(g => g.Key, g => g.First());
        var known = (await db.Sites.Where(s => s.ProgrammeId == programme.Id).Select(s => s.UnitId).ToListAsync()).ToHashSet();
        var (number, added, problems, links) = (await book.NextNumber(desk.Registry.Id), new List<Site>(), list.Problems.ToList(), new List<(string, string)>());
        foreach (var line in list.Lines)
        {
            var unit = there.GetValueOrDefault(Wording.Ru.Key(line.Name));
            if (WhatIsWrong(unit, known) is { } wrong)
            {
                problems.Add(new(line.Row, line.Name, wrong));
                continue;
            }
            if (unit is null)
            {
                unit = Organisation.Found(line.Name, OrganisationKind.Site, owner, territory: line.Region);
                unit.Live(by.On, null);
                db.Add(unit);
            }
            var made = new Site(programme, unit, await Card(desk, line, unit, number++, by), by.On);
            db.Add(made);
            if (line.Email is not null && await inviting.Invite(made, unit, programme, line.Coordinator!, line.Email, line.Phone) is { IsWritten: false } link) links.Add((line.Name, $"{site}/sites/invitation/{link.Token}"));
            added.Add(made);
        }
        if (added.Count > 0) journal.Write("площадки заведены", "programme", programme.Id, after: new { Площадок = added.Count, Названия = added.Select(a => a.Name).Take(50) });
        var parts = joins && plan is not null ? await joining.Join(plan, programme, [.. added.Select(a => new CascadeUnit(a.UnitId, a.Name, list.Lines.First(l => l.Name == a.Name).Region, null, null))], by.On, Sisters(programme.Id)) : 0;
        await db.SaveChangesAsync();
        return new(added, [.. problems.OrderBy(p => p.Row)], links, parts);
    }

    /// <summary>Units of the sites of a programme.</summary>
    public IQueryable<Guid> Sisters(Guid programme) => db.Sites.Where(s => s.ProgrammeId == programme).Select(s => s.UnitId);

    private static string? WhatIsWrong(Organisation? unit, HashSet<Guid> known) =>
        unit is null ? null
        : known.Contains(unit.Id) ? "такая площадка в программе уже есть"
        : unit.Kind != OrganisationKind.Site ? $"так называется подразделение другого вида: {unit.Kind.Word()}" : null;

    /// <summary>The registry of sites of the programme; made from the template where there is none.</summary>
    private async Task<RegistryOnDesk> Registry(Programme programme)
    {
        var registry = (await db.Registries.Where(r => r.ProgrammeId == programme.Id).ToListAsync()).FirstOrDefault(r => r.Definition.One == One);
        if (registry is null)
        {
            registry = new Registry(programme.Id, RegistryTemplate.Of("sites")!.Definition);
            db.Add(registry);
        }
        return new(registry, programme, Keeps: true, []);
    }

    private async Task<RegistryObject> Card(RegistryOnDesk desk, SiteLine line, Organisation unit, int number, Author by)
    {
        var definition = desk.Registry.Definition;
        var card = new RegistryObject(desk.Registry, number, line.Name, unit);
        (string Key, string? Value)[] said = [("organisation", line.Organisation ?? line.Name), ("address", line.Place), ("coordinator", line.Coordinator), ("phone", line.Phone)];
        // A registry that a programme has built in its own way takes what it asks for.
        var values = said.Where(v => v.Value is not null && definition.Field(v.Key) is { IsRetired: false }).ToDictionary(v => v.Key, v => definition.Field(v.Key)!.Read(v.Value).Value);
        await book.Happen(desk, card, definition.First, by.On, values, [.. definition.First.Papers.Select(p => new GivenPaper(p, "список площадок программы", null))], null, by);
        db.Add(card);
        await book.Confirm(desk, card, by);
        return card;
    }
}
