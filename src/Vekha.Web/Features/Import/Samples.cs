namespace Vekha.Web.Features.Import;

/// <summary>«Образец»: an example document that lies beside the program.</summary>
/// <param name="Name">Name of the file without its ending, also its address.</param>
/// <param name="Title">What people call it.</param>
public sealed record Sample(string Name, string Title)
{
    public static readonly IReadOnlyList<Sample> All =
    [
        new("khimki-portal", "Краеведческий портал, Химки"),
        new("equal-opportunities", "«Равные возможности детям», Ленинградская область"),
        new("novokuznetsk-400", "400-летие Новокузнецка"),
        new("petrovsky-mediaplan", "Медиаплан инициативных проектов, Петровский округ"),
        new("resource-environment", "«Ресурсная среда»"),
    ];

    /// <summary>The file, as Word where there is one; <c>null</c> where the program came without it.</summary>
    public string? Find(IWebHostEnvironment site) =>
        new[] { ".docx", ".xlsx", ".txt" }.Select(e => Path.Combine(site.ContentRootPath, "samples", Name + e)).FirstOrDefault(File.Exists);
}
