using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>
/// The table of contents of a feature: one value in <c>XFeature.cs</c>, named in Program in order. Nothing is found by
/// itself: what is not written here does not exist.
/// </summary>
public sealed record Feature(string Name)
{
    /// <summary>Table mappings: <c>Plan.Map</c>, <c>Measure.Map</c>, …</summary>
    public IReadOnlyList<Action<ModelBuilder>> Tables { get; init; } = [];

    /// <summary>Sums kept beside the rows: for what is about to be saved, what else to write in the same transaction, or <c>null</c>.</summary>
    public Func<VekhaDb, Func<CancellationToken, Task>?>? Alongside { get; init; }

    /// <summary>What it shows on pages of the features before it.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    public Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>Named rights and the roles that hold them; pages ask with <c>[Authorize(Policy = …)]</c>.</summary>
    public IReadOnlyList<Permission> Permissions { get; init; } = [];

    public IReadOnlyList<MenuEntry> Menu { get; init; } = [];

    /// <summary>What the feature does by itself.</summary>
    public IReadOnlyList<Job> Jobs { get; init; } = [];

    /// <summary>Tables of the feature that hold people by name.</summary>
    public IReadOnlyList<DataPlace> DataPlaces { get; init; } = [];

    /// <summary>A line for the console once Vekha listens at an address; <c>null</c> for silence.</summary>
    public Func<IServiceProvider, string, Task<string?>>? Greeting { get; init; }

    /// <summary>Fills an empty installation with this feature's part of the example programmes.</summary>
    public Func<IServiceProvider, CancellationToken, Task>? Examples { get; init; }
}

/// <param name="Name">Such as <c>accounts.people</c>.</param>
/// <param name="Roles">Who may, as the role's name in code.</param>
public sealed record Permission(string Name, params string[] Roles);

/// <summary>A section in the bar at the top.</summary>
/// <param name="Title">Russian, short.</param>
/// <param name="Address">Where it leads: <c>/desk/plans</c>.</param>
public sealed record MenuEntry(string Title, string Address)
{
    /// <summary>Shown only to those who hold this permission.</summary>
    public string? Permission { get; init; }

    /// <summary>Stands after the sections of all other features: settings, people.</summary>
    public bool IsLast { get; init; }

    /// <summary>Stands before the sections of all other features: a person's own work.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Lies behind «Ещё»: the bar holds what everyone opens every day.</summary>
    public bool IsMore { get; init; }

    /// <summary>Stands as an icon at the right end of the bar, its title read aloud only: a name of icons.txt.</summary>
    public string? Icon { get; init; }

    /// <summary>A number beside the title; <c>null</c> or zero shows nothing.</summary>
    public Func<HttpContext, Task<MenuCount?>>? Count { get; init; }

    /// <summary>The number follows from the day and from rows of these stamps alone: it is counted anew only when one of them has grown.</summary>
    public IReadOnlyList<string> Stamps { get; init; } = [];
}

/// <param name="Number">How many wait.</param>
/// <param name="IsOver">Red: some are overdue.</param>
/// <param name="Words">For a screen reader: «ждут вас, есть просроченные».</param>
public sealed record MenuCount(int Number, bool IsOver, string Words);

/// <summary>The sections of all features in order, with the numbers beside them.</summary>
public sealed class Menu(IReadOnlyList<MenuEntry> entries)
{
    private readonly Dictionary<MenuEntry, StampedMemory<(Guid Person, DateOnly Day), MenuCount?>> counts = entries.Where(e => e.Stamps.Count > 0).ToDictionary(e => e, e => new StampedMemory<(Guid, DateOnly), MenuCount?>(e.Stamps));

    public IReadOnlyList<MenuEntry> Entries => entries;

    /// <summary>The number beside a section for who asks; <c>null</c> shows none.</summary>
    public async Task<MenuCount?> CountOf(MenuEntry entry, HttpContext http)
    {
        if (entry.Count is not { } count) return null;
        var services = http.RequestServices;
        if (!counts.TryGetValue(entry, out var memory) || services.GetRequiredService<Actor>().PersonId is not { } person) return await count(http);
        return await memory.Of(services.GetRequiredService<VekhaDb>(), (person, services.GetRequiredService<PageDay>().Today()), () => count(http));
    }
}

/// <summary>A section that a later feature shows on a page of an earlier one, which does not know it: facts on the card of a measure.</summary>
/// <param name="Place">Which page: <c>measure</c>, <c>plan</c>, <c>desk</c>.</param>
/// <param name="View">Name of the partial view, in the folder of the feature: <c>/Features/Facts/_OfMeasure.cshtml</c>.</param>
/// <param name="Load">Its model for the thing the page is about; <c>null</c> shows nothing.</param>
public sealed record Section(string Place, string View, Func<HttpContext, Guid, Task<object?>> Load);

/// <summary>The sections of all features in order.</summary>
public sealed record Sections(IReadOnlyList<Section> All)
{
    /// <summary>What is to be shown on a page, loaded.</summary>
    public async Task<IReadOnlyList<(string View, object Model)>> Of(string place, HttpContext http, Guid id)
    {
        List<(string, object)> shown = [];
        foreach (var section in All.Where(s => s.Place == place))
            if (await section.Load(http, id) is { } model) shown.Add((section.View, model));
        return shown;
    }
}
