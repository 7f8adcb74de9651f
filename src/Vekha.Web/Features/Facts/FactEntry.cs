using Vekha.Control;

namespace Vekha.Web.Features.Facts;

/// <summary>Where a fact comes from: one can click through to it.</summary>
/// <param name="Kind">A word of the feature that records: <c>event</c>, <c>publication</c>, <c>card</c>; <c>hand</c> for a person.</param>
/// <param name="Id">Which event, publication or card; empty for a person.</param>
/// <param name="Address">Local address: <c>/desk/events/card/…</c>; <c>null</c> for none.</param>
public sealed record FactSource(string Kind, Guid Id, string? Address = null)
{
    /// <summary>Typed by a person on the page of facts.</summary>
    public static FactSource Hand { get; } = new("hand", Guid.Empty);
}

/// <summary>What is to be recorded as a fact.</summary>
public sealed record FactEntry
{
    public required Guid ProgrammeId { get; init; }

    /// <summary>The measure it serves, or <c>null</c>; its plan follows from it.</summary>
    public Guid? MeasureId { get; init; }

    /// <summary>What is counted, nominative singular: «мероприятие», «публикация», «участник». Norms find their facts by it.</summary>
    public required string Kind { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>How many of the kind: 1 event, 17 participants. Below zero takes back: a club that closes is −1 on its day.</summary>
    public long Quantity { get; init; } = 1;

    /// <summary>«Турнир по шахматам»: what it was.</summary>
    public required string Title { get; init; }

    /// <summary>The unit of the tree on whose territory it happened: a district; <c>null</c> where it has no place.</summary>
    public Guid? TerritoryId { get; init; }

    /// <summary>The unit that did it; norms per executor count by it.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The card of a registry it is about.</summary>
    public Guid? ObjectId { get; init; }
    public string? ObjectName { get; init; }

    public FactSource Source { get; init; } = FactSource.Hand;

    public ProofGiven? Proof { get; init; }

    public IReadOnlyList<FactFile> Files { get; init; } = [];

    /// <summary>The person has seen the likely double and records all the same.</summary>
    public bool DespiteDouble { get; init; }

    /// <summary>The feature that records has asked itself whether the person may: a press unit counts what any unit has published.</summary>
    public bool IsVouched { get; init; }

    /// <summary>The event that deadlines wait for and that this fact is: «завершение проекта»; <c>null</c> for none.</summary>
    public string? Reaches { get; init; }
}

/// <summary>What a correction changes; <c>null</c> leaves a value as it is.</summary>
public sealed record FactCorrection
{
    public DateOnly? Day { get; init; }
    public long? Quantity { get; init; }
    public string? Title { get; init; }
    public Guid? TerritoryId { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>Another measure of the same programme.</summary>
    public Guid? MeasureId { get; init; }
    public ProofGiven? Proof { get; init; }

    /// <inheritdoc cref="FactEntry.IsVouched"/>
    public bool IsVouched { get; init; }
}
