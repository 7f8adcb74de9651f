using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;

namespace Vekha.Web.Platform;

/// <summary>Gives a bug a number that the person can quote and that stands in the log beside the cause.</summary>
internal sealed class NumberedFailure(ILogger<NumberedFailure> log) : IExceptionHandler
{
    private const string Key = "vekha:failure";

    public static string? NumberOf(HttpContext context) => context.Items[Key] as string;

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var number = RandomNumberGenerator.GetInt32(10_000_000, 99_999_999).ToString("00'-'000'-'000", CultureInfo.InvariantCulture);
        httpContext.Items[Key] = number;
        log.LogError(exception, "Failure {Number} at {Method} {Path}", number, httpContext.Request.Method, httpContext.Request.Path);
        // Not handled: the error page answers.
        return ValueTask.FromResult(false);
    }
}
