using Vekha.Wording;

namespace Vekha.Privacy;

/// <summary>«Обработка данных»: the data of a person held for one purpose.</summary>
/// <param name="Since">The day they were collected or the consent was given.</param>
/// <param name="KeepMonths">How many months the purpose keeps them, at least one.</param>
/// <param name="Withdrawn">The day the consent was withdrawn, or <c>null</c>.</param>
public readonly record struct DataUse(DateOnly Since, int KeepMonths, DateOnly? Withdrawn = null);

/// <summary>«К уничтожению»: from which day data must go, by which day at the latest, and why.</summary>
/// <param name="From">The first day on which they may be kept no longer.</param>
/// <param name="By">The last day to destroy them.</param>
/// <param name="IsWithdrawn">By the person's own will; otherwise the term has ended.</param>
public readonly record struct DestructionTerm(DateOnly From, DateOnly By, bool IsWithdrawn)
{
    /// <summary>«согласие отозвано 02.11.2020» or «срок хранения истёк 01.11.2020».</summary>
    public string Why => IsWithdrawn ? $"согласие отозвано {Ru.Digits(From)}" : $"срок хранения истёк {Ru.Digits(From.AddDays(-1))}";
}

/// <summary>
/// «Срок хранения персональных данных»: a purpose that is reached or a consent that is withdrawn leaves thirty days to
/// destroy the data (152-ФЗ, ст. 21 ч. 4 и 5).
/// </summary>
public static class Retention
{
    /// <summary>Days between the end of the ground and the destruction.</summary>
    public const int DaysToDestroy = 30;

    /// <summary>When the data of one purpose must go.</summary>
    public static DestructionTerm Of(DataUse use)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(use.KeepMonths, 1);
        var ended = use.Since.AddMonths(use.KeepMonths).AddDays(1);
        // A consent that has already run out cannot be prolonged by taking it back.
        return use.Withdrawn is { } day && day < ended ? new(day, day.AddDays(DaysToDestroy), true) : new(ended, ended.AddDays(DaysToDestroy), false);
    }

    /// <summary>When all that is held of a person must go: as long as one purpose holds, the data stay. <c>null</c> of nothing.</summary>
    public static DestructionTerm? Of(IEnumerable<DataUse> uses)
    {
        ArgumentNullException.ThrowIfNull(uses);
        DestructionTerm? last = null;
        foreach (var term in uses.Select(Of))
            if (last is null || term.From > last.Value.From) last = term;
        return last;
    }
}
