using Vekha.Registries;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

public sealed partial class RegistryObject
{
    /// <summary>Whom the card names first: «руководитель клуба»; <c>null</c> where nobody is named.</summary>
    public string? PersonName { get; private set; }

    /// <summary>The first phone or mail that is kept as personal.</summary>
    public string? PersonContact { get; private set; }

    /// <summary>Fields of a description that know people.</summary>
    public static IEnumerable<RegistryField> PeopleIn(RegistryDefinition definition) => definition.Fields.Where(f => f.IsPersonal || f.Kind == RegistryFieldKind.Person);

    /// <summary>«Уничтожить»: names give way to a word, also in past values; the card and its counts stay.</summary>
    /// <returns>Files of personal fields that have to go.</returns>
    internal IReadOnlyList<ObjectFile> Forget(RegistryDefinition definition)
    {
        var keys = PeopleIn(definition).Select(f => f.Key).ToHashSet();
        Values = Values.ToDictionary(v => v.Key, v => keys.Contains(v.Key) ? DataPlaces.Erased : v.Value);
        foreach (var change in changes.Where(c => keys.Contains(c.Key))) change.Forget();
        var gone = files.Where(f => f.FieldKey is { } key && keys.Contains(key)).ToList();
        files.RemoveAll(gone.Contains);
        (PersonName, PersonContact) = (null, null);
        return gone;
    }

    private void NamePeople(RegistryDefinition definition)
    {
        string? First(Func<RegistryField, bool> wanted) => definition.Fields.Where(wanted).Select(f => Values.GetValueOrDefault(f.Key)).FirstOrDefault(v => v is not null and not DataPlaces.Erased);
        PersonContact = First(f => f is { IsPersonal: true, Kind: RegistryFieldKind.Text });
        PersonName = First(f => f.Kind == RegistryFieldKind.Person) ?? (PersonContact is null ? null : "имя не названо");
    }
}
