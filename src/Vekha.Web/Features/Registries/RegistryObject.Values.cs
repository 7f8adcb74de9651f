using Vekha.Registries;
using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Features.Registries;

public sealed partial class RegistryObject
{
    private readonly List<ValueChange> changes = [];

    /// <summary>«История значений»: what stood in the fields before.</summary>
    public IReadOnlyList<ValueChange> Changes => changes;

    /// <summary>Keys of the history that are no fields: the name and the place.</summary>
    public const string NameKey = "@name", PlaceKey = "@place";

    /// <summary>«Переименовать», «перенести»: what it was called before stays in the history.</summary>
    public void Rename(string? name, Organisation territory, DateOnly day, Author by)
    {
        var (before, place) = (Name, Territory);
        if (territory.Id == TerritoryId && place != territory.Place()) place = territory.Place();
        Call(name, territory);
        if (before != Name) changes.Add(new(Id, NameKey, before, Name, day, by, null));
        if (place != Territory) changes.Add(new(Id, PlaceKey, place, Territory, day, by, null));
    }

    /// <summary>Writes values in; what changed is kept with its day. Keys that are not named stay.</summary>
    /// <param name="values">Understood values; <c>null</c> empties a field.</param>
    /// <param name="day">From which day they hold.</param>
    /// <returns>How many changed.</returns>
    public int Write(RegistryDefinition definition, IReadOnlyDictionary<string, string?> values, DateOnly day, Author by, Guid? eventId = null)
    {
        var (now, count) = (new Dictionary<string, string>(Values), 0);
        foreach (var (key, value) in values)
        {
            // Written down late, it stands between what was before and what came after: today's value stays.
            var later = After(key, day);
            var (before, after) = (later is null ? Values.GetValueOrDefault(key) : later.Before, string.IsNullOrEmpty(value) ? null : value);
            if (definition.Field(key) is null || before == after) continue;
            if (later is not null) later.StandAfter(after);
            else if (after is null) now.Remove(key);
            else now[key] = after;
            changes.Add(new(Id, key, before, after, day, by, eventId));
            count++;
        }
        if (count > 0) Values = now;
        Settle(definition);
        return count;
    }

    /// <summary>What an event wrote into a field, or what stood there on its day.</summary>
    public string? ValueAt(ObjectEvent happened, string key) =>
        changes.Find(c => c.EventId == happened.Id && c.Key == key)?.After ?? ValuesOn(happened.Day).GetValueOrDefault(key);

    private ValueChange? After(string key, DateOnly day) => changes.Where(c => c.Key == key && c.On > day).OrderBy(c => c.On).ThenBy(c => c.At).FirstOrDefault();

    /// <summary>A file for a field.</summary>
    public string Attach(RegistryField field, Platform.StoredFile file)
    {
        files.Add(new(Id, file) { FieldKey = field.Key, IsPhoto = field.Kind == RegistryFieldKind.Photo });
        return RegistryField.Named(file.Id, file.Name);
    }

    /// <summary>Values as they stood on a day: «старый адрес остаётся».</summary>
    public IReadOnlyDictionary<string, string> ValuesOn(DateOnly day)
    {
        var then = new Dictionary<string, string>(Values);
        foreach (var change in changes.Where(c => c.On > day).OrderByDescending(c => c.On).ThenByDescending(c => c.At))
        {
            if (change.Before is null) then.Remove(change.Key);
            else then[change.Key] = change.Before;
        }
        return then;
    }

    // What other parts of the system ask for without reading the values.
    private void Settle(RegistryDefinition definition)
    {
        string? First(Func<RegistryField, bool> wanted) => definition.Asked.Where(wanted).Select(f => Values.GetValueOrDefault(f.Key)).FirstOrDefault(v => v is not null);
        var place = RegistryField.PlaceOf(First(f => f.Kind == RegistryFieldKind.Place));
        (Latitude, Longitude) = (place?.Latitude, place?.Longitude);
        UnitId = RegistryField.IdIn(First(f => f is { Kind: RegistryFieldKind.Unit, IsExecutor: true }));
        Address = First(f => f.Kind == RegistryFieldKind.Address);
        NamePeople(definition);
        Index();
    }
}
