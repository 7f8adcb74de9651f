using Microsoft.EntityFrameworkCore;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>What was told about an object in a period.</summary>
/// <param name="Text">Words of its updates in order; empty for a silent one.</param>
/// <param name="Last">The day of the last word before the period ends, whenever it was.</param>
/// <param name="PhotoId">A photograph of the period: id of the card's file.</param>
public sealed record ObjectProgress(Guid Id, int Number, string Name, string Territory, string Text, int? Percent, string? Risk, DateOnly? Last, bool IsSilent, Guid? PhotoId)
{
    /// <summary>«Готовность 60 %. Риск: поставка задержана.»</summary>
    public string Heading => string.Join(" ", new[] { Percent is { } p ? $"Готовность {Ru.Percent(p)}." : null, Risk is { } risk ? $"Риск: {risk.TrimEnd('.')}." : null }.OfType<string>());

    /// <summary>«последний раз писали 12.03.2023».</summary>
    public string Since => Last is { } day ? $"последний раз писали {Ru.Digits(day)}" : "о ходе не писали ни разу";
}

/// <summary>Draws the text of a period from cards; other features, such as the media plan, take it from here.</summary>
public sealed class ProgressText
{
    /// <summary>Objects that counted in the period, those that were told of first in the order of their numbers.</summary>
    public async Task<IReadOnlyList<ObjectProgress>> Of(IQueryable<RegistryObject> cards, DateOnly from, DateOnly until)
    {
        var objects = await cards.AsNoTracking().Where(o => o.ConfirmedOn != null && o.MergedIntoId == null && o.Spans.Any(s => s.From <= until && (s.Until == null || s.Until >= from))).OrderBy(o => o.Number)
            .Select(o => new
            {
                o.Id, o.Number, o.Name, o.Territory,
                Updates = o.Updates.Where(u => u.Day >= from && u.Day <= until).OrderBy(u => u.Day).ThenBy(u => u.Number).Select(u => new { u.Id, u.Day, u.Text, u.Percent, u.Risk }).ToList(),
                Last = o.Updates.Where(u => u.Day <= until).Max(u => (DateOnly?)u.Day),
                Photos = o.Files.Where(f => f.IsPhoto && f.UpdateId != null).Select(f => new { f.Id, f.UpdateId }).ToList(),
            }).AsSplitQuery().ToListAsync();
        return [.. objects.Select(o =>
        {
            var last = o.Updates.LastOrDefault();
            var photo = o.Photos.LastOrDefault(p => o.Updates.Any(u => u.Id == p.UpdateId));
            return new ObjectProgress(o.Id, o.Number, o.Name, o.Territory, string.Join(' ', o.Updates.Select(u => u.Text.TrimEnd() is var t && t.EndsWith('.') ? t : t + ".")),
                o.Updates.LastOrDefault(u => u.Percent is not null)?.Percent, last?.Risk, o.Last, last is null, photo?.Id);
        })];
    }
}
