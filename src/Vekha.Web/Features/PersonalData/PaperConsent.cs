using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.PersonalData;

/// <summary>A consent signed on paper, as staff writes it down: the day, and the scan or the place where the sheet lies.</summary>
internal static class PaperConsent
{
    public static async Task<ConsentGiven> Of(DateOnly? on, IFormFile? scan, string? place, string? parent, DateOnly today, Files files, CancellationToken cancel)
    {
        const string not = "Согласие не записано";
        if (on is not { } day) throw new Refusal(not, "Не указано, когда оно подписано", "Впишите дату с бумаги") { Field = "Input.AgreedOn" };
        if (day > today) throw new Refusal(not, $"{Ru.Digits(day)} ещё не наступило", "Проверьте дату на бумаге") { Field = "Input.AgreedOn" };
        if (scan is null && string.IsNullOrWhiteSpace(place)) throw new Refusal(not, "Нет ни скана, ни места, где лежит бумага", "Приложите скан подписанного согласия или напишите, где его найти") { Field = "Input.Scan" };
        return new(ConsentChannel.Paper, day) { ParentName = parent, PaperPlace = place, Scan = scan is null ? null : await files.Keep(scan, cancel) };
    }
}
