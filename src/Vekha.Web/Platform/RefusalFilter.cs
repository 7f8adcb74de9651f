using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>
/// Runs around every form handler. Wrong input never reaches the handler; a <see cref="Refusal"/> and an edit over somebody
/// else's edit come back into the form with what was typed kept.
/// </summary>
public sealed class RefusalFilter(VekhaDb db, ITempDataDictionaryFactory memory) : IAsyncPageFilter
{
    /// <summary>Messages that wait for the next page, by line.</summary>
    public const string Waiting = "refusal";

    /// <summary>True when the form of this request was refused: that is not an answer to remember.</summary>
    internal static bool Refused(HttpContext http) => http.Items.ContainsKey(typeof(Refusal));

    /// <summary>The refusal is not what the person should hear after all.</summary>
    internal static void Forget(HttpContext http)
    {
        http.Items.Remove(typeof(Refusal));
        http.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(http).Remove(Waiting);
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            await next();
            return;
        }
        if (!context.ModelState.IsValid)
        {
            context.Result = await Again(context.HandlerInstance, context.HttpContext, context.ModelState);
            return;
        }
        var done = await next();
        if (done.Exception is null || done.ExceptionHandled) return;
        if (!Explain(done.Exception, done.ModelState)) return;
        done.ExceptionHandled = true;
        done.Result = await Again(context.HandlerInstance, context.HttpContext, done.ModelState);
    }

    private bool Explain(Exception failure, ModelStateDictionary state)
    {
        switch (failure)
        {
            case Refusal refusal:
                state.AddModelError(refusal.Field ?? "", refusal.Text);
                return true;
            case DbUpdateConcurrencyException clash:
                foreach (var line in Clash.Lines(clash)) state.AddModelError("", line);
                Clash.LookAtTheNewVersion(clash, state);
                return true;
            default:
                return false;
        }
    }

    private async Task<IActionResult> Again(object page, HttpContext http, ModelStateDictionary state)
    {
        // What the failed verb left half-done in memory must not be shown as if it were so.
        db.ChangeTracker.Clear();
        http.Items[typeof(Refusal)] = true;
        if (page is IShowsAgain shown && page is PageModel model)
        {
            await shown.ShowAgain();
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return model.Page();
        }
        memory.GetTempData(http)[Waiting] = state.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).Distinct().ToArray();
        return new LocalRedirectResult(http.Request.PathBase + http.Request.Path + WithoutHandler(http.Request.Query));
    }

    private static string WithoutHandler(IQueryCollection query) =>
        QueryString.Create(query.Where(q => q.Key != "handler")).ToString();
}
