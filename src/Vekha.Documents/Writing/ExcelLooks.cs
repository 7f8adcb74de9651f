using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Vekha.Documents.Writing;

/// <summary>Letters of a cell.</summary>
internal enum ExcelFace
{
    /// <summary>Text.</summary>
    Plain,
    /// <summary>Headings of columns, stages, totals.</summary>
    Bold,
    /// <summary>The title.</summary>
    Title,
    /// <summary>Notes.</summary>
    Small,
}

/// <summary>How a cell looks.</summary>
/// <param name="Face">Letters.</param>
/// <param name="Format">Pattern of its day or number, or <c>null</c> for words.</param>
/// <param name="Alignment">How it lies.</param>
/// <param name="Bordered">Has thin borders.</param>
/// <param name="Middle">Stands in the middle of its height instead of the top.</param>
/// <param name="Quoted">Words that begin like a formula stay words when the cell is edited.</param>
internal sealed record ExcelLook(
    ExcelFace Face = ExcelFace.Plain, string? Format = null, PaperAlignment Alignment = PaperAlignment.Left, bool Bordered = false, bool Middle = false, bool Quoted = false);

/// <summary>Collects the looks that a book uses, in the order of their first use.</summary>
internal sealed class ExcelLooks
{
    private const string Face = "Times New Roman";
    private const uint FirstOwnFormat = 164;
    private readonly List<ExcelLook> looks = [new()];
    private readonly List<string> formats = [];

    /// <summary>Number of a look in the stylesheet.</summary>
    public uint Of(ExcelLook look)
    {
        var at = looks.IndexOf(look);
        if (at < 0)
        {
            at = looks.Count;
            looks.Add(look);
        }

        return (uint)at;
    }

    /// <summary>The stylesheet with all looks asked for.</summary>
    public Stylesheet Stylesheet()
    {
        var cells = new CellFormats(looks.Select(CellFormatOf));
        var sheet = new Stylesheet();
        if (formats.Count > 0)
            sheet.Append(new NumberingFormats(formats.Select((code, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = code })));
        sheet.Append(
            new Fonts(FontOf(11, bold: false), FontOf(11, bold: true), FontOf(14, bold: true), FontOf(9, bold: false)),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            cells,
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
        return sheet;
    }

    private CellFormat CellFormatOf(ExcelLook look) => new(new Alignment
    {
        Horizontal = look.Alignment switch
        {
            PaperAlignment.Center => HorizontalAlignmentValues.Center,
            PaperAlignment.Right => HorizontalAlignmentValues.Right,
            _ => HorizontalAlignmentValues.Left,
        },
        Vertical = look.Middle ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top,
        WrapText = true,
    })
    {
        NumberFormatId = FormatId(look.Format),
        FontId = (uint)look.Face,
        FillId = 0,
        BorderId = look.Bordered ? 1u : 0u,
        FormatId = 0,
        ApplyAlignment = true,
        ApplyFont = true,
        ApplyBorder = true,
        ApplyNumberFormat = true,
        QuotePrefix = look.Quoted ? true : null,
    };

    private uint FormatId(string? code)
    {
        if (code is null)
            return 0;
        var at = formats.IndexOf(code);
        if (at < 0)
        {
            at = formats.Count;
            formats.Add(code);
        }

        return FirstOwnFormat + (uint)at;
    }

    private static Font FontOf(int size, bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = Face }, new FontFamilyNumbering { Val = 1 }, new FontCharSet { Val = 204 });
        return font;
    }

    private static T Thin<T>() where T : BorderPropertiesType, new() =>
        new() { Style = BorderStyleValues.Thin, Color = new Color { Auto = true } };
}
