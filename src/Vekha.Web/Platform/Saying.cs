using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Vekha.Web.Platform;

/// <summary>One quiet sentence on the next page: what has just been done. «Отчёт отправлен на проверку.»</summary>
public sealed class Saying(IHttpContextAccessor http, ITempDataDictionaryFactory memory)
{
    internal const string Key = "done";

    public void Done(string sentence) => memory.GetTempData(http.HttpContext!)[Key] = sentence;
}
