using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Vekha.Web.Platform;

/// <summary>
/// Where a page lives is where it answers: <c>Features/Plans/Index.cshtml</c> is <c>/desk/plans</c>, private;
/// <c>Features/Plans/Portal/Index.cshtml</c> is <c>/plans</c>, public. Only a Portal folder is public, so forgetting fails closed.
/// </summary>
/// <remarks>
/// <c>Features/Home</c> is the root of both: <c>/desk</c> and <c>/</c>. Names become small with hyphens
/// (<c>SignIn</c> → <c>sign-in</c>). A page may say a shorter address of its own: <c>@page "/sign-in"</c> in a Portal
/// folder, <c>@page "/desk/my"</c> on the desk.
/// </remarks>
public sealed class FeatureFolders : IPageRouteModelConvention, IPageApplicationModelConvention
{
    public void Apply(PageRouteModel page)
    {
        var path = page.ViewEnginePath.Trim('/');
        var folders = path.Split('/');
        var isPublic = IsPublic(folders);
        // The framework offers /Plans/Index beside /Plans: one page, one address.
        if (folders[^1] == "Index" && page.Selectors.Count > 1) page.Selectors.RemoveAt(0);
        var usual = folders[^1] == "Index" && !page.Selectors[0].AttributeRouteModel!.Template!.StartsWith(path, StringComparison.Ordinal) ? path[..^"/Index".Length] : path;
        foreach (var route in page.Selectors.Select(s => s.AttributeRouteModel!))
        {
            var template = route.Template ?? "";
            if (template == usual || template.StartsWith(usual + "/", StringComparison.Ordinal))
                route.Template = AddressOf(folders, isPublic, template[usual.Length..]);
            else if (!isPublic && template != "desk" && !template.StartsWith("desk/", StringComparison.Ordinal))
                throw new InvalidOperationException($"{page.RelativePath}: a page outside a Portal folder answers under /desk only.");
        }
    }

    public void Apply(PageApplicationModel page)
    {
        if (IsPublic(page.ViewEnginePath.Split('/'))) page.EndpointMetadata.Add(new AllowAnonymousAttribute());
    }

    private static bool IsPublic(string[] folders) => folders.AsSpan(0, folders.Length - 1).Contains("Portal");

    // tail: what the page itself asks for, such as /{id:guid}
    private static string AddressOf(string[] folders, bool isPublic, string tail)
    {
        var words = folders.Where(f => f != "Portal").Skip(folders[0] == "Home" ? 1 : 0).ToList();
        if (words is [.., "Index"]) words.RemoveAt(words.Count - 1);
        var address = words.Select(Hyphens);
        return (string.Join('/', isPublic ? address : address.Prepend("desk")) + tail).Trim('/');
    }

    internal static string Hyphens(string name)
    {
        var result = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && result.Length > 0) result.Append('-');
            result.Append(char.ToLowerInvariant(c));
        }
        return result.ToString();
    }
}
