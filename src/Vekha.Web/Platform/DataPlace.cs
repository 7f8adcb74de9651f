using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>
/// «Место хранения персональных данных»: a table that knows people by name. A feature names its places in its table of
/// contents; a person's data are found, given out and destroyed through this list, so what is not written here must hold no
/// names.
/// </summary>
/// <param name="Key">Short and for ever, kept with every consent: <c>people</c>, <c>registrations</c>.</param>
/// <param name="Title">«регистрации на мероприятия».</param>
/// <param name="Categories">What is held there: «фамилия, имя, отчество, телефон, электронная почта».</param>
public sealed record DataPlace(string Key, string Title, string Categories)
{
    /// <summary>Everybody who is still there by name, as a query that can be narrowed.</summary>
    public required Func<VekhaDb, IQueryable<DataHeld>> Held { get; init; }

    /// <summary>All that is held about one person: «Телефон» and what is written there.</summary>
    public required Func<VekhaDb, Guid, CancellationToken, Task<IReadOnlyList<DataLine>>> Export { get; init; }

    /// <summary>
    /// Puts «данные уничтожены» in the place of names and takes the rest away; the rows stay, so that counts stay. The caller
    /// saves once. Says which files have to go with them.
    /// </summary>
    public required Func<VekhaDb, IReadOnlyCollection<Guid>, DateOnly, CancellationToken, Task<IReadOnlyList<StoredFile>>> Erase { get; init; }
}

/// <summary>A person in a place.</summary>
public sealed class DataHeld
{
    /// <summary>The key of the row that is about the person: a registration, a line of a list.</summary>
    public required Guid SubjectId { get; init; }

    public required Guid ProgrammeId { get; init; }

    public required string Name { get; init; }

    /// <summary>Phone or mail; empty where none is held.</summary>
    public required string Contact { get; init; }
}

/// <param name="Field">«Телефон».</param>
/// <param name="Value">What is held.</param>
public sealed record DataLine(string Field, string Value);

/// <summary>The places of all features in order.</summary>
public sealed record DataPlaces(IReadOnlyList<DataPlace> All)
{
    /// <summary>What stands where a name stood.</summary>
    public const string Erased = "данные уничтожены";

    public DataPlace Of(string key) => All.Single(p => p.Key == key);
}
