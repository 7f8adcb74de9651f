using Vekha.Documents.Writing;
using Vekha.Wording;

namespace Vekha.Web.Features.Media;

/// <summary>«График выхода видеосюжетов».</summary>
internal static class SchedulePaper
{
    public static Paper Of(MediaPlan plan, string programme, string issuer, IReadOnlyList<Premiere> premieres, DateOnly on) => new()
    {
        Title = "График выхода видеосюжетов",
        Orientation = PaperOrientation.Landscape,
        Lead = [programme, $"на {Ru.PaperDay(on)}"],
        Body =
        [
            new PaperTable("График",
                [new("Дата выхода", 2.4), new("Час", 1.3), new("Регион, площадка", 4), new("Практика 1", 4), new("Практика 2", 4), new("Хронометраж", 2), new("Сценарий готов", 2.2), new("Съёмка", 2.2), new("Монтаж", 2.2), new("Ссылка", 4.5), new("Ответственный", 3)],
                [.. premieres.Select(p => PaperRow.Of(p.SlotOn is { } day ? new PaperCell(new PaperValue.Day(day)) : p.Wish is { } wish ? "не назначена, просят " + wish : "не назначена", p.SlotHour is { } hour ? $"{hour:00}:00" : "", p.Site, p.Practice1, p.Practice2, p.Length,
                    p.ScriptOn, p.FilmedOn, p.EditedOn, p.Link is null ? PaperCell.Empty : p.GoneOn is null ? p.Link : p.Link + " (удалено хостингом)", p.Responsible))]) { Description = "Премьеры по дням и часам" },
        ],
        Notes = [$"Медиаплан: {plan.Title}.", $"Вышло {Ru.OutOf(premieres.Count(p => p.OutOn is not null), premieres.Count)}."],
        Issuer = issuer,
        Made = on,
    };
}
