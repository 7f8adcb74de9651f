namespace Vekha.Documents.Writing;

/// <summary>Which way the sheet lies.</summary>
public enum PaperOrientation
{
    /// <summary>«Книжная».</summary>
    Portrait,
    /// <summary>«Альбомная».</summary>
    Landscape,
}

/// <summary>
/// «Документ»: a paper of the field before it has a format. The same value is written as Word by
/// <see cref="WordPaper"/> and as Excel by <see cref="ExcelPaper"/>, always to the same bytes.
/// Margins are 20/10/20/20 mm; the place and size of the blocks follow ГОСТ Р 7.0.97-2025.
/// The QR code that the standard allows is drawn where the body holds one (<see cref="PaperPicture"/>).
/// </summary>
public sealed record Paper
{
    /// <summary>«Заголовок»: what the paper is; every document has one. Line breaks are <c>\n</c>.</summary>
    public required string Title { get; init; }

    /// <summary>How the sheet lies; Excel always lies down.</summary>
    public PaperOrientation Orientation { get; init; }

    /// <summary>Blocks of the top right corner in order: «Приложение …», «УТВЕРЖДАЮ», «УТВЕРЖДЕН …».</summary>
    public IReadOnlyList<CornerBlock> Corner { get; init; } = [];

    /// <summary>Lines under the title: the day the paper speaks about, the territory, the period.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    /// <summary>Headings, paragraphs and tables in order.</summary>
    public IReadOnlyList<PaperBlock> Body { get; init; } = [];

    /// <summary>Abbreviations and footnotes, in small letters between the body and the signatures.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Who signs, in order.</summary>
    public IReadOnlyList<PaperSignature> Signatures { get; init; } = [];

    /// <summary>«Отметка об электронной подписи», drawn only where the paper was signed so.</summary>
    public ElectronicSignature? ElectronicSignature { get; init; }

    /// <summary>Without «стр. 1 из 4» at the foot: diplomas, certificates.</summary>
    public bool HidesPageNumbers { get; init; }

    /// <summary>The organisation that gives the paper out, for the properties of the file; <c>null</c> leaves the author empty.</summary>
    public string? Issuer { get; init; }

    /// <summary>The day the file says it was made; <c>null</c> leaves it out. Never read from a clock, so that bytes repeat.</summary>
    public DateOnly? Made { get; init; }
}

/// <summary>A part of the body. A closed family.</summary>
public abstract record PaperBlock
{
    private protected PaperBlock() { }
}

/// <summary>«Раздел»: a heading inside the paper.</summary>
/// <param name="Text">Words of the heading.</param>
public sealed record PaperHeading(string Text) : PaperBlock;

/// <summary>«Абзац»: running text.</summary>
/// <param name="Text">Words; line breaks are <c>\n</c>.</param>
/// <param name="Bold">The whole paragraph is bold.</param>
public sealed record PaperParagraph(string Text, bool Bold = false) : PaperBlock
{
    /// <summary>How it lies; Excel keeps it at the left.</summary>
    public PaperAlignment Alignment { get; init; }

    /// <summary>Size of its letters in points; <c>null</c> for that of the paper. Excel keeps its own.</summary>
    public double? Points { get; init; }

    /// <summary>Empty space above it in points.</summary>
    public double Before { get; init; }
}

/// <summary>«Реквизит в правом углу» inside the body: «Приложение к …» at the top of an appendix.</summary>
/// <param name="Block">What stands there.</param>
public sealed record PaperCorner(CornerBlock Block) : PaperBlock;

/// <summary>«Подпись» inside the body: under the act, before its appendix.</summary>
/// <param name="Signature">Who signs.</param>
public sealed record PaperSigned(PaperSignature Signature) : PaperBlock;

/// <summary>«С новой страницы»: what follows begins on a new sheet; Excel passes it over.</summary>
public sealed record PaperPageBreak : PaperBlock;

/// <summary>«Рисунок»: a small PNG in a paragraph of its own, such as a QR code; Excel prints its description.</summary>
/// <param name="Png">The bytes of the file.</param>
/// <param name="Description">What is drawn, for a screen reader.</param>
/// <param name="Centimetres">Width and height on paper, above zero.</param>
/// <param name="Alignment">How it lies.</param>
public sealed record PaperPicture(ReadOnlyMemory<byte> Png, string Description, double Centimetres, PaperAlignment Alignment = PaperAlignment.Right) : PaperBlock;
