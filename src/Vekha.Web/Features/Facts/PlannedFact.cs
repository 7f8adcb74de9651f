using Vekha.Calendars;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Facts;

/// <summary>«Назначено»: what will be a fact if it takes place — an event that was appointed, a publication that is due.</summary>
/// <param name="Kind">What it will be counted as.</param>
/// <param name="Address">Local address.</param>
public sealed record PlannedFact(string Kind, Guid? MeasureId, DateOnly Day, string Title, string Address, Guid? TerritoryId = null, Guid? UnitId = null, Guid? ObjectId = null);

/// <summary>How a feature that plans is asked what is to come in a programme; registered by the feature, asked by norms.</summary>
public sealed record PlannedFactSource(Func<VekhaDb, Guid, DateRange, Task<IReadOnlyList<PlannedFact>>> Read);

/// <summary>How a feature that keeps objects is asked what they are called in a programme: «клуб», «инициативный проект».</summary>
public sealed record ObjectKindSource(Func<VekhaDb, Guid, Task<IReadOnlyList<string>>> Read);

/// <summary>How many are appointed for one who owes a norm, and the nearest of them.</summary>
internal readonly record struct PlannedCount(long Count, DateOnly? First);
