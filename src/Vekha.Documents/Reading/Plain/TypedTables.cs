namespace Vekha.Documents.Reading.Plain;

/// <summary>Tables typed with tabs between the paragraphs of a word processor.</summary>
internal static class TypedTables
{
    /// <summary>The blocks with typed tables put together and the words of paragraphs tidied.</summary>
    public static List<SourceBlock> Find(List<SourceBlock> blocks)
    {
        var found = new List<SourceBlock>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not SourceParagraph paragraph) found.Add(blocks[i]);
            else if (paragraph.Text.Contains('\t') && Table(blocks, i) is { } typed)
            {
                found.Add(typed.Table with { Page = paragraph.Page, AfterBlank = paragraph.AfterBlank });
                i = typed.End - 1;
            }
            else found.Add(paragraph with { Text = TextFormat.Tidy(paragraph.Text) });
        }
        return found;
    }

    private static (SourceTable Table, int End)? Table(List<SourceBlock> blocks, int start)
    {
        var end = start;
        while (end < blocks.Count && blocks[end] is SourceParagraph) end++;
        var lines = new List<TextLine>(end - start);
        for (var i = start; i < end; i++)
        {
            var paragraph = (SourceParagraph)blocks[i];
            var text = paragraph.Text.Replace('\n', Leftovers.CellBreak);
            lines.Add(new(paragraph.Number is { } number ? $"{number} {text}" : text, paragraph.Bold));
        }
        return TabTable.At(lines, 0) is { } found ? (found.Table, start + found.End) : null;
    }
}
