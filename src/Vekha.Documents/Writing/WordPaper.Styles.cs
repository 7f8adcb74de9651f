using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Vekha.Documents.Writing;

public static partial class WordPaper
{
    // PT Serif is not on every desk, and LibreOffice then takes a wide face without serifs, whatever the font table
    // says; this face or its twin of the same widths is everywhere, so that pages break where they broke.
    private const string Face = "Times New Roman";
    private const string FallbackFace = "PT Astra Serif";
    private const string SecondInk = "404A55";

    private static Styles Styles(Paper paper)
    {
        var wide = WordSheet.Of(paper.Orientation).TextWidth;
        return new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = Face, HighAnsi = Face, EastAsia = Face, ComplexScript = Face },
                    new FontSize { Val = "24" },
                    new FontSizeComplexScript { Val = "24" },
                    new Languages { Val = "ru-RU", EastAsia = "ru-RU", Bidi = "ar-SA" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))),
            Style("Normal", "Normal", null, [new WidowControl(), Spacing(0, 80)], [], isDefault: true),
            Style("Heading1", "heading 1", "Normal", [new KeepNext(), Spacing(120, 160), Align(JustificationValues.Center), new OutlineLevel { Val = 0 }],
                [new Bold(), Size(28)]),
            Style("Heading2", "heading 2", "Normal", [new KeepNext(), Spacing(240, 120), new OutlineLevel { Val = 1 }], [new Bold(), Size(26)]),
            Style("Lead", "Под заголовком", "Normal", [Spacing(0, 120), Align(JustificationValues.Center)], []),
            Style("Corner", "Угловой реквизит", "Normal", [new KeepNext(), Spacing(0, 40)], []),
            Style("CornerTitle", "Угловой реквизит — первая строка", "Corner", [Spacing(0, 60)], []),
            Style("TableText", "Текст таблицы", "Normal", [Spacing(0, 0)], [Size(22)]),
            Style("TableSecond", "Вторая строка ячейки", "TableText", [Spacing(20, 0)], [Ink(), Size(18)]),
            Style("TableHead", "Заголовок графы", "TableText", [new KeepNext(), Align(JustificationValues.Center)], [new Bold(), Size(20)]),
            Style("TableStage", "Этап", "TableText", [new KeepNext(), Align(JustificationValues.Center)], [new Bold()]),
            Style("TableStageSecond", "Этап — вторая строка", "TableSecond", [new KeepNext(), Align(JustificationValues.Center)], []),
            Style("AfterTable", "После таблицы", "Normal", [new KeepNext(), Spacing(0, 0)], [Size(12)]),
            Style("Note", "Примечание", "Normal", [Spacing(0, 60)], [Size(20)]),
            Style("LastNote", "Примечание — последнее", "Note", [new KeepNext(), Spacing(0, 60)], []),
            Style("Signature", "Подпись документа", "Normal",
                [
                    new KeepNext(),
                    new KeepLines(),
                    new Tabs(Tab(TabStopValues.Left, wide - 4600), Tab(TabStopValues.Left, wide - 2500, TabStopLeaderCharValues.Underscore)),
                    Spacing(480, 0),
                ],
                []),
            Style("Mark", "Отметка об электронной подписи", "Normal", [new KeepNext(), new KeepLines(), Frame(), Spacing(0, 0), Aside(wide)], [Size(18)]),
            Style("MarkTitle", "Отметка об электронной подписи — первая строка", "Mark", [Spacing(360, 40)], [new Bold()]),
            Style("Footer", "footer", "Normal", [Spacing(0, 0), Align(JustificationValues.Right)], [Size(18)]),
            TableNormal(),
            PaperTableStyle());
    }

    private static Style Style(string id, string name, string? basedOn, OpenXmlElement[] paragraph, OpenXmlElement[] run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = name.Any(c => c > 'z') ? true : null };
        style.Append(new StyleName { Val = name });
        if (basedOn is not null)
            style.Append(new BasedOn { Val = basedOn });
        style.Append(new PrimaryStyle());
        if (paragraph.Length > 0)
            style.Append(new StyleParagraphProperties(paragraph));
        if (run.Length > 0)
            style.Append(new StyleRunProperties(run));
        return style;
    }

    private static Style TableNormal() => new(
        new StyleName { Val = "Normal Table" },
        new UIPriority { Val = 99 },
        new SemiHidden(),
        new UnhideWhenUsed(),
        new StyleTableProperties(
            new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            CellMargins(0, 108)))
    { Type = StyleValues.Table, StyleId = "TableNormal", Default = true };

    private static Style PaperTableStyle() => new(
        new StyleName { Val = "Таблица документа" },
        new BasedOn { Val = "TableNormal" },
        new StyleTableProperties(
            new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                Thin<TopBorder>(), Thin<LeftBorder>(), Thin<BottomBorder>(), Thin<RightBorder>(),
                Thin<InsideHorizontalBorder>(), Thin<InsideVerticalBorder>()),
            CellMargins(40, 85)))
    { Type = StyleValues.Table, StyleId = "PaperTable", CustomStyle = true };

    private static T Thin<T>() where T : BorderType, new() =>
        new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    private static TableCellMarginDefault CellMargins(short vertical, short horizontal) => new(
        new TopMargin { Width = Dxa(vertical), Type = TableWidthUnitValues.Dxa },
        new TableCellLeftMargin { Width = horizontal, Type = TableWidthValues.Dxa },
        new BottomMargin { Width = Dxa(vertical), Type = TableWidthUnitValues.Dxa },
        new TableCellRightMargin { Width = horizontal, Type = TableWidthValues.Dxa });

    private static ParagraphBorders Frame() => new(
        Edge<TopBorder>(), Edge<LeftBorder>(), Edge<BottomBorder>(), Edge<RightBorder>());

    private static T Edge<T>() where T : BorderType, new() =>
        new() { Val = BorderValues.Single, Size = 6, Space = 4, Color = "000000" };

    private static Indentation Aside(int wide) => new() { Left = Dxa(wide - WordSheet.CornerWidth), Right = "100" };

    private static SpacingBetweenLines Spacing(int before, int after) => new() { Before = Dxa(before), After = Dxa(after) };

    private static Justification Align(JustificationValues value) => new() { Val = value };

    private static FontSize Size(int halfPoints) => new() { Val = Dxa(halfPoints) };

    private static Color Ink() => new() { Val = SecondInk };

    // Where the face is not installed (Astra Linux), Word takes the one named here.
    private static Fonts Fonts() => new(
        new Font(new AltName { Val = FallbackFace }, new FontCharSet { Val = "CC" }, new FontFamily { Val = FontFamilyValues.Roman }, new Pitch { Val = FontPitchValues.Variable })
        { Name = Face });

    private static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new DefaultTabStop { Val = 708 },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(
            Setting(CompatSettingNameValues.CompatibilityMode, "15"),
            Setting(CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
            Setting(CompatSettingNameValues.EnableOpenTypeFeatures, "1"),
            Setting(CompatSettingNameValues.DoNotFlipMirrorIndents, "1")),
        new ThemeFontLanguages { Val = "ru-RU" },
        new DecimalSymbol { Val = "," },
        new ListSeparator { Val = ";" });

    private static CompatibilitySetting Setting(CompatSettingNameValues name, string value) =>
        new() { Name = name, Uri = "http://schemas.microsoft.com/office/word", Val = value };
}
