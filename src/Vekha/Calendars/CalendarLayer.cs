namespace Vekha.Calendars;

/// <summary>A day that a layer of the calendar speaks about.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">What it becomes: a day off (<see cref="DayKind.Regional"/>, <see cref="DayKind.Decree"/>) or a working one.</param>
/// <param name="Note">Why, in Russian: «Радоница».</param>
public sealed record LayerDay(DateOnly Day, DayKind Kind, string Note);

/// <summary>
/// «Слой календаря»: days off or working days that a region, a town or a decree adds to the federal calendar.
/// A layer is a version that never changes; another decision is another layer.
/// </summary>
/// <param name="Name">Whose decision it is, as printed after the day: «Ставропольский край».</param>
/// <param name="Days">The days, each at most once.</param>
/// <param name="KnownSince">
/// The day the decision became known. Earlier days are left as they were, so that control days of the past
/// do not shift when a layer is added later; <c>null</c> where it was always known.
/// </param>
public sealed partial record CalendarLayer(string Name, IReadOnlyList<LayerDay> Days, DateOnly? KnownSince = null);
