namespace Vekha.Deadlines.Reading;

/// <summary>How a token stands in the text.</summary>
[Flags]
internal enum TokenMarks : byte
{
    None = 0,
    /// <summary>A space before it.</summary>
    Space = 1,
    /// <summary>A line break before it.</summary>
    Line = 2,
    /// <summary>Starts with a capital.</summary>
    Capital = 4,
    /// <summary>A number with an ordinal ending: «15-го», «IV-й».</summary>
    Ordinal = 8,
    /// <summary>Shortened, its full stop stands there: «кв.».</summary>
    Shortened = 16,
    /// <summary>A full stop directly behind it would belong to it.</summary>
    CanShorten = 32,
    /// <summary>A number whose two figures stood apart: «1 5 мая».</summary>
    Torn = 64,
    /// <summary>Inside the quoted name of something: «ДК «Октябрь»».</summary>
    Name = 128,
}

/// <summary>A word, number or sign with its place in the raw text.</summary>
internal struct Token
{
    public Lexeme Lexeme;
    public TokenMarks Marks;

    /// <summary>How many digits a number has.</summary>
    public byte Digits;

    /// <summary>What it is worth as a Roman numeral, also in look-alike letters («Ш», «1У»); 0 when it is none.</summary>
    public byte Roman;

    /// <summary>Value of a number, number of a month, of a day of the week…</summary>
    public int Value;

    /// <summary>Where it starts in the raw text.</summary>
    public int Start;

    /// <summary>Where it ends in the raw text.</summary>
    public int End;

    /// <summary>Where its plain spelling starts among the plain letters.</summary>
    public int Plain;

    /// <summary>Length of its plain spelling.</summary>
    public int PlainLength;

    public readonly bool Has(TokenMarks marks) => (Marks & marks) != 0;

    /// <summary>Whether it stands directly behind the token before it.</summary>
    public readonly bool Glued => (Marks & (TokenMarks.Space | TokenMarks.Line)) == 0;
}
