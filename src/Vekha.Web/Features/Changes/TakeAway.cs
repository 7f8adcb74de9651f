using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Documents.Writing;

namespace Vekha.Web.Features.Changes;

/// <summary>A paper as the answer of a page: Word or Excel.</summary>
internal static class TakeAway
{
    public static FileResult File(PageModel page, Paper paper, string format, string name)
    {
        var content = new MemoryStream();
        if (format == "xlsx") ExcelPaper.Write(paper, content);
        else WordPaper.Write(paper, content);
        return page.File(content.ToArray(), format == "xlsx" ? ExcelPaper.ContentType : WordPaper.ContentType, $"{name}.{format}");
    }
}
