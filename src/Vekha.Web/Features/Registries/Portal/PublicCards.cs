using Microsoft.EntityFrameworkCore;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries.Portal;

/// <summary>A card as guests see it: nothing but what was marked for them.</summary>
/// <param name="Fields">Public fields that have a value, in the order of the card.</param>
/// <param name="Sources">Money by source, the greatest first.</param>
/// <param name="Life">What has happened to it, in order.</param>
public sealed record PublicCard(RegistryObject Card, Registry Registry, Programme Programme, DateOnly Day, IReadOnlyList<(RegistryField Field, string Value)> Fields, IReadOnlyList<(string Title, decimal Sum)> Sources, IReadOnlyList<ObjectEvent> Life)
{
    public decimal Whole => Sources.Sum(s => s.Sum);

    /// <summary>Photographs: before, after.</summary>
    public IEnumerable<(RegistryField Field, ObjectFile File)> Photos => Fields.Where(f => f.Field.Kind == RegistryFieldKind.Photo)
        .Select(f => (f.Field, File: Card.Files.FirstOrDefault(x => x.FileId == RegistryField.IdIn(f.Value)))).Where(f => f.File is not null).Select(f => (f.Field, f.File!));

    public IEnumerable<(RegistryField Field, string Value)> Words => Fields.Where(f => !f.Field.IsFile && !f.Field.IsSource && f.Field.Kind != RegistryFieldKind.Place);
}

/// <summary>What a guest may see of registries: published cards of public programmes, in the fields marked public.</summary>
public sealed class PublicCards(VekhaDb db, PageDay day)
{
    public IQueryable<RegistryObject> Open()
    {
        var programmes = db.Programmes;
        return db.RegistryObjects.AsNoTracking().Standing().Where(o => o.PublishedOn != null && programmes.Any(p => p.Id == o.ProgrammeId && p.IsPublic));
    }

    /// <summary>How many cards of a programme guests may open.</summary>
    public Task<int> Count(Guid programme) => Open().CountAsync(o => o.ProgrammeId == programme);

    public static bool IsPublic(RegistryField field) => field is { IsPublic: true, IsPersonal: false, IsRetired: false } && field.Kind != RegistryFieldKind.Person;

    public async Task<PublicCard?> Find(Guid id)
    {
        if (await Open().Include(o => o.Events).Include(o => o.Files).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id) is not { } card) return null;
        var registry = await db.Registries.AsNoTracking().SingleAsync(r => r.Id == card.RegistryId);
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == card.ProgrammeId);
        var on = day.Of(programme.ShownOn, programme.Policy.TimeZoneId);
        List<(RegistryField Field, string Value)> fields = [.. registry.Definition.Fields.Where(IsPublic).Where(f => card.Values.ContainsKey(f.Key)).Select(f => (f, card.Values[f.Key]))];
        return new(card, registry, programme, on, fields,
            [.. fields.Where(f => f.Field.IsSource).Select(f => (f.Field.Title, Sum: RegistryField.NumberOf(f.Value) ?? 0)).Where(f => f.Sum > 0).OrderByDescending(f => f.Sum)],
            [.. card.Events.Where(e => !e.IsTakenBack && e.Day <= on).OrderBy(e => e.Day).ThenBy(e => e.Number)]);
    }
}
