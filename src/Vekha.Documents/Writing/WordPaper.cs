using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Vekha.Documents.Writing;

/// <summary>
/// Writes a paper as a Word file (.docx): styles, tagged structure, Russian as the language, page numbers.
/// The same paper always gives the same bytes.
/// </summary>
public static partial class WordPaper
{
    /// <summary>What a download of such a file is called on the wire.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Writes <paramref name="paper"/>; the stream stays open and need not be seekable.</summary>
    /// <exception cref="ArgumentException">A row of a table has not as many cells as the table has columns.</exception>
    public static void Write(Paper paper, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(stream);
        using var package = new MemoryStream();
        using (var file = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            file.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = Styles(paper);
            main.AddNewPart<FontTablePart>("rId2").Fonts = Fonts();
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = Settings();
            main.AddNewPart<FooterPart>("rId4").Footer = paper.HidesPageNumbers ? new Footer(new Paragraph(Style("Footer"))) : PageNumbers();
            AddPictures(main, paper);
            main.Document = new Document(BodyOf(paper));

            var core = file.AddCoreFilePropertiesPart();
            file.ChangeIdOfPart(core, "rId2");
            core.FeedData(SteadyPackage.CoreProperties(paper));
        }

        SteadyPackage.Repack(package, stream);
    }

    private static Body BodyOf(Paper paper)
    {
        var sheet = WordSheet.Of(paper.Orientation);
        var body = new Body();
        foreach (var block in paper.Corner)
            body.Append(Corner(block, sheet));
        body.Append(Words("Heading1", paper.Title));
        body.Append(paper.Lead.Select(line => Words("Lead", line)));
        var pictures = 0;
        foreach (var block in paper.Body)
        {
            if (block is PaperPicture picture)
                body.Append(Drawn(picture, pictures++));
            else
                Append(body, block, sheet);
        }

        body.Append(paper.Notes.Select((note, i) => Words(i == paper.Notes.Count - 1 ? "LastNote" : "Note", note)));
        foreach (var signature in paper.Signatures)
            body.Append(Signature(signature));
        if (paper.ElectronicSignature is { } mark)
            body.Append(mark.Lines().Select((line, i) => Words(i == 0 ? "MarkTitle" : "Mark", line)));
        body.Append(Section(sheet));
        return body;
    }

    private static void Append(Body body, PaperBlock block, WordSheet sheet)
    {
        switch (block)
        {
            case PaperHeading heading:
                body.Append(Words("Heading2", heading.Text));
                break;
            case PaperParagraph text:
                body.Append(Written(text));
                break;
            case PaperCorner corner:
                body.Append(Corner(corner.Block, sheet));
                break;
            case PaperSigned signed:
                body.Append(Signature(signed.Signature));
                break;
            case PaperPageBreak:
                body.Append(new Paragraph(Style("Normal"), new Run(new Break { Type = BreakValues.Page })));
                break;
            case PaperTable table:
                body.Append(TableOf(table, sheet));
                // Two tables in a row would melt into one, and a table must not end the body.
                body.Append(Words("AfterTable", ""));
                break;
            default:
                throw new InvalidOperationException($"{block.GetType()} is outside the family.");
        }
    }

    private static Paragraph Written(PaperParagraph text)
    {
        var look = text.Bold || text.Points is not null ? new RunProperties() : null;
        if (text.Bold)
            look!.Append(new Bold());
        if (text.Points is { } points)
            look!.Append(Size((int)Math.Round(points * 2)));
        var paragraph = Words("Normal", text.Text, look);
        if (text.Before > 0)
            paragraph.ParagraphProperties!.Append(Spacing((int)Math.Round(text.Before * 20), 80));
        if (text.Alignment != PaperAlignment.Left)
            paragraph.ParagraphProperties!.Append(Align(text.Alignment == PaperAlignment.Center ? JustificationValues.Center : JustificationValues.Right));
        return paragraph;
    }

    private static IEnumerable<Paragraph> Corner(CornerBlock block, WordSheet sheet)
    {
        var lines = block.Lines();
        for (var i = 0; i < lines.Count; i++)
        {
            // Up to 8 cm wide at the right margin; the standard aligns its lines to the left edge of the block.
            var paragraph = Words(i == 0 ? "CornerTitle" : "Corner", lines[i]);
            var indent = sheet.TextWidth - WordSheet.CornerWidth;
            paragraph.ParagraphProperties!.Append(new Indentation { Left = Dxa(indent) });
            if (lines[i].StartsWith('\t'))
            {
                paragraph = new Paragraph(
                    Style("Corner", new Tabs(Tab(TabStopValues.Left, indent + 1900, TabStopLeaderCharValues.Underscore)), new Indentation { Left = Dxa(indent) }),
                    new Run(new TabChar()),
                    new Run(Text("\u00A0" + lines[i][1..])));
            }

            if (i == lines.Count - 1)
                paragraph.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { After = "240" };
            yield return paragraph;
        }
    }

    private static Paragraph Signature(PaperSignature signature)
    {
        var paragraph = new Paragraph(Style("Signature"));
        var post = PaperXml.Wrap(signature.Post, 46);
        var run = new Run();
        for (var i = 0; i < post.Count; i++)
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(Text(post[i]));
        }

        run.Append(new TabChar(), new TabChar(), Text("\u00A0" + PaperSignature.Tie(signature.Name ?? "____________________")));
        paragraph.Append(run);
        return paragraph;
    }

    private static SectionProperties Section(WordSheet sheet) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = "rId4" },
        new PageSize
        {
            Width = (uint)sheet.Width,
            Height = (uint)sheet.Height,
            Orient = sheet.Width > sheet.Height ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
        },
        new PageMargin
        {
            Left = WordSheet.Left,
            Right = WordSheet.Right,
            Top = WordSheet.Top,
            Bottom = WordSheet.Bottom,
            Header = 567,
            Footer = 567,
            Gutter = 0,
        });

    private static Footer PageNumbers() => new(new Paragraph(
        Style("Footer"),
        new Run(Text("стр.\u00A0")),
        new SimpleField(new Run(Text("1"))) { Instruction = " PAGE " },
        new Run(Text(" из ")),
        new SimpleField(new Run(Text("1"))) { Instruction = " NUMPAGES " }));

    /// <summary>A paragraph of a style; <c>\n</c> becomes a line break.</summary>
    private static Paragraph Words(string style, string text, RunProperties? look = null)
    {
        var run = new Run();
        if (look is not null)
            run.Append(look);
        var lines = PaperXml.Lines(text);
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.Append(new Break());
            if (lines[i].Length > 0)
                run.Append(Text(lines[i]));
        }

        return new Paragraph(Style(style), run);
    }

    private static ParagraphProperties Style(string id, params OpenXmlElement[] rest)
    {
        var properties = new ParagraphProperties();
        if (id != "Normal")
            properties.Append(new ParagraphStyleId { Val = id });
        properties.Append(rest);
        return properties;
    }

    private static Text Text(string text) => new(PaperXml.Clean(text)) { Space = SpaceProcessingModeValues.Preserve };

    private static TabStop Tab(TabStopValues kind, int position, TabStopLeaderCharValues leader = TabStopLeaderCharValues.None) =>
        new() { Val = kind, Position = position, Leader = leader };

    private static string Dxa(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
