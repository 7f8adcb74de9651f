using Vekha.Documents.Reading.Packages;
using Vekha.Documents.Reading.Plain;

namespace Vekha.Documents.Reading.Word;

/// <summary>Reads a .docx file: the document in one pass, styles, lists and notes where it uses them.</summary>
internal static class WordFormat
{
    public static SourceDocument Read(OpenPackage package, string mainPart)
    {
        var context = new WordContext(package, mainPart);
        using var xml = package.Open(mainPart) ?? throw new UnreadableException("Файл Word повреждён: в нём нет текста документа.");
        var blocks = new List<SourceBlock>();
        while (xml.Read())
        {
            if (!xml.IsElement() || xml.Name != "body") continue;
            var reader = new WordReader(xml, context);
            blocks.AddRange(reader.ReadStory().Blocks);
            if (reader.Page > 0) SetFirstPage(blocks);
        }
        context.ReadNotes();
        if (blocks.Count == 0)
            throw new UnreadableException(context.HasPictures
                ? "В документе только изображения: похоже, это скан. Нужен файл, в котором текст можно выделить."
                : "Документ пуст.");
        return new(TypedTables.Find(blocks), context.Footnotes) { Problems = context.Problems };
    }

    /// <summary>Pages are counted from the first break on; what stands before it is on page 1.</summary>
    private static void SetFirstPage(List<SourceBlock> blocks)
    {
        for (var i = 0; i < blocks.Count && blocks[i].Page == 0; i++) blocks[i] = blocks[i] with { Page = 1 };
    }
}
