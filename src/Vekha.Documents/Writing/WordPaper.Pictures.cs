using System.Globalization;
using System.Security;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Vekha.Documents.Writing;

public static partial class WordPaper
{
    /// <summary>English metric units in a centimetre.</summary>
    private const double UnitsInCentimetre = 360_000;

    private static string PictureId(int index) => "rId" + (10 + index).ToString(CultureInfo.InvariantCulture);

    private static void AddPictures(MainDocumentPart main, Paper paper)
    {
        foreach (var (picture, i) in paper.Body.OfType<PaperPicture>().Select((p, i) => (p, i)))
        {
            using var bytes = new MemoryStream(picture.Png.ToArray(), writable: false);
            main.AddImagePart(ImagePartType.Png, PictureId(i)).FeedData(bytes);
        }
    }

    /// <summary>A paragraph with the picture in its line.</summary>
    private static Paragraph Drawn(PaperPicture picture, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(picture.Centimetres, nameof(picture));
        var size = ((long)(picture.Centimetres * UnitsInCentimetre)).ToString(CultureInfo.InvariantCulture);
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var words = SecurityElement.Escape(PaperXml.Clean(picture.Description).Replace('\n', ' '));
        const string drawing = "http://schemas.openxmlformats.org/drawingml/2006/";
        var inline = $"""
            <wp:inline xmlns:wp="{drawing}wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{size}" cy="{size}"/><wp:docPr id="{number}" name="Рисунок {number}" descr="{words}"/><a:graphic xmlns:a="{drawing}main"><a:graphicData uri="{drawing}picture"><pic:pic xmlns:pic="{drawing}picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="Рисунок {number}" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{PictureId(index)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>
            """;
        var side = picture.Alignment switch { PaperAlignment.Left => JustificationValues.Left, PaperAlignment.Center => JustificationValues.Center, _ => JustificationValues.Right };
        return new Paragraph(Style("Normal", new Justification { Val = side }), new Run(new Drawing { InnerXml = inline }));
    }
}
