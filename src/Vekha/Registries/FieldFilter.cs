namespace Vekha.Registries;

/// <summary>«Отбор по полю»: which cards of a registry are wanted by what stands in one of their fields.</summary>
/// <param name="Field">Which field.</param>
/// <param name="Words">An answer of a choice or of «да или нет», or a part of a text; empty for any.</param>
/// <param name="From">The least number or the first day as it is typed; empty for any.</param>
/// <param name="Until">The greatest number or the last day as it is typed; empty for any.</param>
public sealed record FieldFilter(RegistryField Field, string? Words, string? From, string? Until)
{
    /// <summary>Whether cards can be filtered by a field: files and places on a map cannot be, personal data must not be.</summary>
    public static bool Suits(RegistryField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return !field.IsRetired && !field.IsPersonal && !field.IsFile && field.Kind is not (RegistryFieldKind.Place or RegistryFieldKind.Person);
    }

    /// <summary>Whether a field is asked from and to.</summary>
    public static bool IsRange(RegistryField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.IsNumber || field.Kind == RegistryFieldKind.Day;
    }

    /// <summary>Whether anything is asked.</summary>
    public bool IsAny => IsRange(Field) ? !string.IsNullOrWhiteSpace(From) || !string.IsNullOrWhiteSpace(Until) : !string.IsNullOrWhiteSpace(Words);

    /// <summary>What is wrong with what was typed, in Russian and without a capital letter; <c>null</c> when nothing is.</summary>
    public string? Problem => IsRange(Field) ? Field.Read(From).Problem ?? Field.Read(Until).Problem : null;

    /// <summary>Whether a card with these values is wanted. A card without a value is not, once something is asked.</summary>
    /// <param name="values">Kept values by key of the field.</param>
    public bool Fits(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!IsAny) return true;
        if (!values.TryGetValue(Field.Key, out var value)) return false;
        if (Field.IsNumber) return Within(RegistryField.NumberOf(value), RegistryField.NumberOf(Field.Read(From).Value), RegistryField.NumberOf(Field.Read(Until).Value));
        if (Field.Kind == RegistryFieldKind.Day) return Within(RegistryField.DayOf(value), RegistryField.DayOf(Field.Read(From).Value), RegistryField.DayOf(Field.Read(Until).Value));
        return Field.Kind is RegistryFieldKind.Choice or RegistryFieldKind.YesNo ? Plain(value) == Plain(Words!) : Plain(Field.Show(value)).Contains(Plain(Words!), StringComparison.Ordinal);
    }

    private static bool Within<T>(T? value, T? from, T? until) where T : struct, IComparable<T> =>
        value is { } known && !(from is { } least && known.CompareTo(least) < 0) && !(until is { } most && known.CompareTo(most) > 0);

    // «ё» and capitals do not hinder a search.
    private static string Plain(string text) => text.Trim().ToLowerInvariant().Replace('ё', 'е');
}
