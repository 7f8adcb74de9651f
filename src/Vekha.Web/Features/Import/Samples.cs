namespace Vekha.Web.Features.Import;

/// <summary>«Образец»: an example document that lies beside the program.</summary>
/// <param name="Name">Name of the file without its ending, also its address.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Note">What is in it.</param>
public sealed record Sample(string Name, string Title, string Note)
{
    public static readonly IReadOnlyList<Sample> All =
    [
        new("khimki-portal", "Краеведческий портал, Химки", "3 этапа, 16 мероприятий, одна таблица"),
        new("equal-opportunities", "«Равные возможности детям», Ленинградская область", "34 мероприятия, 18 территорий, нормы по клубам"),
        new("novokuznetsk-400", "400-летие Новокузнецка", "схема обсуждения, 23 строки"),
        new("petrovsky-mediaplan", "Медиаплан инициативных проектов, Петровский округ", "19 мероприятий, таблица порвана по страницам"),
        new("resource-environment", "«Ресурсная среда»", "7 шагов без таблицы, 31 пункт"),
    ];

    /// <summary>The file, as Word where there is one; <c>null</c> where the program came without it.</summary>
    public string? Find(IWebHostEnvironment site) =>
        new[] { ".docx", ".xlsx", ".txt" }.Select(e => Path.Combine(site.ContentRootPath, "samples", Name + e)).FirstOrDefault(File.Exists);
}
