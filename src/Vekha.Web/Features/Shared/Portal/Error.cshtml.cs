using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Shared.Portal;

/// <summary>What a person sees instead of a page: what happened, why, what to do, and the number of a failure.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string What { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string? Number => NumberedFailure.NumberOf(HttpContext);

    public void OnGet(int? code) => Explain(code);

    public void OnPost(int? code) => Explain(code);

    private void Explain(int? code) => (What, Why) = (code ?? 500) switch
    {
        400 => ("Форма устарела", "Страница была открыта слишком долго или вы вошли под другим именем. Откройте её заново и отправьте ещё раз."),
        403 => ("Нет доступа", "Эта страница не для вашей роли. Если она вам нужна, попросите администратора вашей организации."),
        404 => ("Такой страницы нет", "Адрес набран с ошибкой, запись удалена или она не ваша. Проверьте адрес или начните с главной."),
        405 => ("Так эту страницу не открыть", "Она принимает только отправленную форму. Вернитесь и нажмите кнопку на самой странице."),
        413 => ("Файл слишком велик", "Примем до 25 МБ. Сожмите снимки или разделите файл."),
        _ => ("Сбой в программе", "Вашей вины нет. То, что было сохранено раньше, цело; последнее действие могло не выполниться — проверьте его."),
    };
}
