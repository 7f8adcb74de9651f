using System.Security.Cryptography;

namespace Vekha.Web.Platform;

/// <summary>Headers of every answer: a strict content policy with a nonce, no sniffing, no frames, no foreign address.</summary>
internal static class SafeHeaders
{
    private const string Key = "vekha:nonce", Images = "vekha:images";

    /// <summary>The nonce of this answer, for the rare script element: <c>nonce="@Context.Nonce()"</c>.</summary>
    public static string Nonce(this HttpContext context)
    {
        if (context.Items[Key] is string known) return known;
        var fresh = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[Key] = fresh;
        return fresh;
    }

    /// <summary>Pictures of this one answer may come from there too: a town's own tile server, where the administrator has named one.</summary>
    /// <param name="origin">«https://tiles.town.ru».</param>
    public static void AllowImagesFrom(this HttpContext context, string origin) => context.Items[Images] = origin;

    public static IApplicationBuilder UseSafeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:" + (context.Items[Images] is string origin ? " " + origin : "") + "; font-src 'self'; connect-src 'self'; "
                + $"script-src 'nonce-{context.Nonce()}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
