using System.Text;
using Vekha.Documents.Reading.Packages;

namespace Vekha.Documents.Reading.Word;

/// <summary>
/// Reads one part of a Word file: paragraphs here, their words in <c>WordReader.Runs.cs</c>, tables in
/// <c>WordReader.Tables.cs</c>. Tracked changes are taken as accepted, hidden text is left out.
/// </summary>
internal sealed partial class WordReader(XmlPart xml, WordContext context)
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private StringBuilder words = new();

    /// <summary>The page being read, by the breaks that the word processor last saw; 0 while it has seen none.</summary>
    public int Page { get; private set; }

    private bool IsWord => (object)xml.Space == Transitional || xml.Space is Transitional or Strict;

    /// <summary>Reads the paragraphs and tables inside the element the part stands on.</summary>
    public WordStory ReadStory()
    {
        var story = new WordStory();
        if (xml.IsEmpty) return story;
        var depth = xml.Depth;
        var placeholder = false;
        while (xml.Within(depth))
        {
            if (!IsWord) PassForeign();
            else if (xml.Name == "p") ReadParagraph(story);
            else if (xml.Name == "tbl") ReadTable(story);
            else if (xml.Name == "altChunk") context.Problems.Add(new("В документ вставлен другой файл целиком; он не прочитан."));
            else PassAround(ref placeholder);
        }
        story.Flush();
        return story;
    }

    /// <summary>Only the newer of two equal drawings is read.</summary>
    private void PassForeign()
    {
        if (xml.Name == "Fallback") xml.Skip();
    }

    /// <summary>Passes what is deleted, what was moved away, old properties and the grey prompts of empty fields.</summary>
    private void PassAround(ref bool placeholder)
    {
        switch (xml.Name)
        {
            case "sdtPr":
                placeholder = HasPlaceholder();
                break;
            case "sdtContent" when placeholder:
                placeholder = false;
                xml.Skip();
                break;
            case "del" or "moveFrom" or "sectPr" or "sdtEndPr" or "pPrChange" or "rPrChange" or "tblPrChange" or "tcPrChange" or "trPrChange" or "tblGridChange":
                xml.Skip();
                break;
        }
    }

    private bool HasPlaceholder()
    {
        if (xml.IsEmpty) return false;
        var depth = xml.Depth;
        var found = false;
        while (xml.Within(depth)) found |= xml.Name == "showingPlcHdr" && WordStyles.On(xml);
        return found;
    }

    private void ReadParagraph(WordStory story)
    {
        var paragraph = new WordParagraph();
        if (!xml.IsEmpty) ReadParagraph(paragraph, story);
        if (paragraph.Style is { } style)
        {
            var inherited = context.Styles.Of(style);
            paragraph.HeadingLevel = (paragraph.Outline ?? inherited.Outline) is >= 0 and < 9 and var level ? level + 1 : 0;
            // A paragraph may name the level only, its style the list; 0 takes a paragraph out of the list of its style.
            paragraph.Level ??= paragraph.NumberingId is null ? inherited.Level : null;
            paragraph.NumberingId ??= inherited.NumberingId;
        }
        else if (paragraph.Outline is >= 0 and < 9) paragraph.HeadingLevel = paragraph.Outline.Value + 1;
        story.Add(paragraph, NumberOf(paragraph), Page);
    }

    private string? NumberOf(WordParagraph paragraph)
    {
        if (paragraph.NumberingId is not > 0 || paragraph.EndDeleted) return null;
        if (paragraph.EndHidden && paragraph.Text.Length == 0) return null;
        var id = paragraph.NumberingId.Value;
        return context.Numbering.Next(id, paragraph.Level ?? context.Numbering.LevelOf(id, paragraph.Style));
    }

    private void ReadParagraph(WordParagraph paragraph, WordStory story)
    {
        var depth = xml.Depth;
        var start = words.Length;
        var state = new RunState { AllBold = true };
        var placeholder = false;
        while (xml.Within(depth))
        {
            if (!IsWord)
            {
                if (xml.Name == "t") AppendForeignText(ref state);
                else PassForeign();
            }
            else if (xml.Name == "pPr") ReadProperties(paragraph, ref state);
            else if (xml.Name == "r") ReadRun(ref state, story);
            else PassAround(ref placeholder);
        }
        paragraph.Text = words.ToString(start, words.Length - start);
        words.Length = start;
        context.Budget.Text(paragraph.Text.Length);
        paragraph.Bold = state is { AllBold: true, HasWords: true };
    }

    /// <summary>Letters of a formula belong to the sentence around it.</summary>
    private void AppendForeignText(ref RunState state)
    {
        if (xml.Space.EndsWith("/math", StringComparison.Ordinal) && fields.TrueForAll(shown => shown)) xml.AppendText(words);
        state.AllBold = false;
    }

    private void ReadProperties(WordParagraph paragraph, ref RunState state)
    {
        if (xml.IsEmpty) return;
        var depth = xml.Depth;
        while (xml.Within(depth))
            switch (xml.Name)
            {
                case "pStyle":
                    paragraph.Style = xml.Own("val");
                    if (paragraph.Style is { } id) (state.StyleBold, state.StyleHidden) = (context.Styles.Of(id).Bold, context.Styles.Of(id).Hidden);
                    break;
                case "numId": paragraph.NumberingId = WordStyles.Number(xml); break;
                case "ilvl": paragraph.Level = WordStyles.Number(xml); break;
                case "outlineLvl": paragraph.Outline = WordStyles.Number(xml); break;
                case "del" or "moveFrom": paragraph.EndDeleted = true; break;
                case "vanish": paragraph.EndHidden = WordStyles.On(xml); break;
                case "pPrChange" or "rPrChange" or "sectPr" or "framePr" or "tabs": xml.Skip(); break;
            }
    }
}
