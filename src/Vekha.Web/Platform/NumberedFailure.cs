using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>
/// Gives a bug a number that the person can quote and that stands in the log beside the cause. A database that is away
/// for a moment is no bug: the person is told to press again, and a balancer to ask another instance.
/// </summary>
internal sealed class NumberedFailure(ILogger<NumberedFailure> log) : IExceptionHandler
{
    private const string Key = "vekha:failure";

    public static string? NumberOf(HttpContext context) => context.Items[Key] as string;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception.IsOutage())
        {
            // Connections of the pool that the server has dropped would fail one by one.
            Npgsql.NpgsqlConnection.ClearAllPools();
            log.LogWarning("The database was away at {Method} {Path}: {Reason}", httpContext.Request.Method, httpContext.Request.Path, exception.GetBaseException().Message);
            httpContext.Response.Headers.RetryAfter = "5";
            await Say(httpContext, StatusCodes.Status503ServiceUnavailable, "База данных перезапускается",
                "Обновите страницу через несколько секунд. Если вы отправляли форму, вернитесь назад и нажмите кнопку ещё раз: дважды она не выполнится.", cancellationToken);
            return true;
        }
        if (exception.IsFullDisk())
        {
            log.LogError(exception, "No room left on the disk at {Path}", httpContext.Request.Path);
            await Say(httpContext, StatusCodes.Status507InsufficientStorage, "На сервере кончилось место",
                "Ничего не потеряно, но и новое не сохранено. Сообщите администратору: он освободит место. Затем вернитесь назад и повторите.", cancellationToken);
            return true;
        }
        var number = RandomNumberGenerator.GetInt32(10_000_000, 99_999_999).ToString("00'-'000'-'000", CultureInfo.InvariantCulture);
        httpContext.Items[Key] = number;
        log.LogError(exception, "Failure {Number} at {Method} {Path}", number, httpContext.Request.Method, httpContext.Request.Path);
        // Not handled: the error page answers.
        return false;
    }

    // The usual error page asks the database who is signed in: here it stands by itself.
    private static Task Say(HttpContext http, int status, string what, string why, CancellationToken cancel)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(
            $"""
            <!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{what} — Веха</title></head><body><main><h1>{what}</h1><p>{why}</p></main></body></html>
            """, cancel);
    }
}
