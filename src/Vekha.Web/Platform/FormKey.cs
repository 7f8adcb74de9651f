using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>«Ключ формы»: one drawing of a form. The same key gives the same answer, once: a double click approves once.</summary>
public sealed class FormKey
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "__key";

    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Where the first answer led; <c>null</c> while it is being worked out.</summary>
    public string? Location { get; set; }

    internal static void Map(ModelBuilder model) => model.Entity<FormKey>(key =>
    {
        key.ToTable("form_keys");
        key.HasKey(k => k.Key);
        key.HasIndex(k => k.At);
    });
}

/// <summary>
/// Puts the key of a sent form into the handler's own save: whoever comes second with the same key breaks on the unique
/// key together with everything he wanted to do, and is led where the first was led.
/// </summary>
public sealed class FormKeyFilter(VekhaDb db, IServiceScopeFactory scopes, IUrlHelperFactory urls, TimeProvider time) : IAsyncPageFilter
{
    private const string Table = "form_keys";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.Form[FormKey.Field] is not [{ Length: > 0 and <= 64 } key])
        {
            await next();
            return;
        }
        key = $"{request.Path}|{key}";
        if (await db.Set<FormKey>().AnyAsync(k => k.Key == key))
        {
            context.Result = await FirstAnswer(key, request);
            return;
        }
        var mine = new FormKey { Key = key, At = time.GetUtcNow() };
        db.Add(mine);
        // A handler may save and refuse after it, as the door does that counts wrong passwords.
        var isKept = false;
        db.SavedChanges += (_, _) => isKept |= db.Entry(mine).State == EntityState.Unchanged;
        var done = await next();
        if (done.Exception is DbUpdateException failure && failure.IsDuplicate(Table))
        {
            done.ExceptionHandled = true;
            done.Result = await FirstAnswer(key, request);
        }
        else if (RefusalFilter.Refused(context.HttpContext))
        {
            // What was refused may be sent again as it is.
            if (isKept) await Free(key);
            // The first press may have come between the look at the key and the handler, which then found the work done and refused.
            else if (await IsTaken(key))
            {
                RefusalFilter.Forget(context.HttpContext);
                done.Result = await FirstAnswer(key, request);
            }
        }
        else if (done.Exception is null && LocationOf(context, done.Result) is { } location)
            await Remember(key, location);
    }

    // This attempt has not saved its key: one that is there belongs to the other press.
    private async Task<bool> IsTaken(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<VekhaDb>().Set<FormKey>().AnyAsync(k => k.Key == key);
    }

    private async Task Free(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<VekhaDb>().Set<FormKey>().Where(k => k.Key == key).ExecuteDeleteAsync();
    }

    private string? LocationOf(ActionContext context, IActionResult? result) => result switch
    {
        RedirectResult r => r.Url,
        LocalRedirectResult r => r.Url,
        RedirectToPageResult r => urls.GetUrlHelper(context).Page(r.PageName, r.PageHandler, r.RouteValues, r.Protocol, r.Host, r.Fragment),
        _ => null,
    };

    // In its own scope: the handler's context may hold things it decided not to save.
    private async Task Remember(string key, string location)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<VekhaDb>();
        var changed = await own.Set<FormKey>().Where(k => k.Key == key).ExecuteUpdateAsync(k => k.SetProperty(x => x.Location, location));
        if (changed > 0) return;
        own.Add(new FormKey { Key = key, At = time.GetUtcNow(), Location = location });
        try { await own.SaveChangesAsync(); }
        catch (DbUpdateException e) when (e.IsDuplicate(Table)) { }
    }

    private async Task<IActionResult> FirstAnswer(string key, HttpRequest request)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<VekhaDb>();
        // The first press may still be at work: its answer comes within a moment.
        for (var i = 0; i < 50; i++)
        {
            var location = await own.Set<FormKey>().AsNoTracking().Where(k => k.Key == key).Select(k => k.Location).SingleOrDefaultAsync();
            if (location is not null) return new LocalRedirectResult(location);
            await Task.Delay(100);
        }
        return new LocalRedirectResult(request.PathBase + request.Path);
    }
}
