using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Reading.Plans;
using Vekha.Plans;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>Who of the organisations and people stands behind a name in the executor cell.</summary>
public sealed class ExecutorMatch
{
    private readonly Dictionary<string, Guid?> units = [];
    private readonly Dictionary<string, (Guid Person, Guid Unit)?> people = [];

    /// <summary>Names of the units of the programme's tree and of the people in them.</summary>
    public static async Task<ExecutorMatch> Load(VekhaDb db, Programme programme)
    {
        var reach = db.UnitsUnder(await db.UnitsAbove(programme.OrganisationId).LastAsync());
        var match = new ExecutorMatch();
        var organisations = db.Organisations;
        foreach (var unit in await organisations.Where(o => reach.Contains(o.Id)).Select(o => new { o.Id, o.Name, o.ShortName }).ToListAsync())
            foreach (var name in new[] { unit.Name, unit.ShortName }.Distinct()) match.units[Ru.Key(name)] = match.units.ContainsKey(Ru.Key(name)) ? null : unit.Id;
        var people = db.People;
        foreach (var person in await people.AsNoTracking().Where(p => reach.Contains(p.UnitId)).Select(p => new { p.Id, p.FullName, p.UnitId }).ToListAsync())
            match.people[Short(person.FullName)] = match.people.ContainsKey(Short(person.FullName)) ? null : (person.Id, person.UnitId);
        // What a person said once about a name goes before what is only alike.
        foreach (var known in await db.Remembered.AsNoTracking().Where(r => r.OrganisationId == programme.OrganisationId && r.Kind == RememberedKind.Match).ToListAsync())
            if (Guid.TryParse(known.Value, out var unit)) match.units[known.Key] = unit;
        return match;
    }

    /// <summary>Fills in the unit or the person where exactly one bears the name; what a person has chosen stays.</summary>
    public void Match(MeasureExecutor executor)
    {
        if (executor.OrganisationId is not null || executor.PersonId is not null) return;
        if (executor.Kind == ExecutorKind.Person && people.GetValueOrDefault(Short(executor.Name)) is { } person)
            (executor.PersonId, executor.OrganisationId) = (person.Person, person.Unit);
        else executor.OrganisationId = Unit(executor.Name);
    }

    /// <summary>A name of a new version with the unit or the person behind it, where exactly one bears the name.</summary>
    public NamedExecutor Named(ExecutorDraft executor)
    {
        var person = executor.Kind == ExecutorKind.Person ? people.GetValueOrDefault(Short(executor.Name)) : null;
        return new(executor.Name, executor.Kind, executor.ByConsent, person?.Unit ?? Unit(executor.Name), person?.Person);
    }

    // «Комитету по делам молодёжи» means «Комитет по делам молодёжи».
    private Guid? Unit(string name) => units.GetValueOrDefault(Ru.Key(name)) ?? units.GetValueOrDefault(Ru.Key(ExecutorWords.InNominative(name)));

    // «Федоренко И.П.», «И.П. Федоренко» and «Федоренко Ирина Петровна» → «федоренкоип»; the longest word is the family name.
    private static string Short(string name)
    {
        var words = name.Split([' ', '.', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        var family = words.FirstOrDefault(w => w.Length > 2) ?? "";
        var rest = words.Where(w => !ReferenceEquals(w, family)).Take(2).Select(w => w[..1]);
        return (family + string.Concat(rest)).ToLowerInvariant().Replace('ё', 'е');
    }
}
