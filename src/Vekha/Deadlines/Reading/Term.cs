namespace Vekha.Deadlines.Reading;

/// <summary>What a piece of the text is to the sentence.</summary>
internal enum TermKind : byte
{
    Noise, Comma, And, Semicolon, Dash, Slash, Break, Then, Role, Unit, Weekday, Every, Relative, Ongoing, AsNeeded, Reference,
}

/// <summary>What a preposition makes of the unit behind it.</summary>
internal enum Role : byte
{
    None,
    /// <summary>«в», «в течение», «в период».</summary>
    In,
    /// <summary>«на».</summary>
    On,
    /// <summary>«за»: mostly what a report speaks about.</summary>
    For,
    /// <summary>«до», «к».</summary>
    By,
    /// <summary>«не позднее».</summary>
    NotLater,
    /// <summary>«по»: the last day belongs to it.</summary>
    Through,
    /// <summary>«с».</summary>
    From,
    /// <summary>«не ранее».</summary>
    NotBefore,
    /// <summary>«после»: the unit is over.</summary>
    After,
    /// <summary>«от»: the day of a paper, or the start of a span.</summary>
    OutOf,
    /// <summary>«кроме».</summary>
    Except,
    /// <summary>«между».</summary>
    Between,
    /// <summary>«начало – …».</summary>
    Start,
    /// <summary>«окончание – …».</summary>
    Finish,
}

/// <summary>A piece of the text that the grammar has understood.</summary>
internal struct Term
{
    public TermKind Kind;
    public Role Role;

    /// <summary>Line break before it.</summary>
    public bool Line;

    /// <summary>May be wrong; gives way to anything certain.</summary>
    public bool Weak;

    /// <summary>Its tokens: first and the one after the last.</summary>
    public int First, End;

    public CalendarUnit Unit;
    public Repetition Repetition;
    public Counted Counted;
}

/// <summary>What is known of a repetition.</summary>
internal struct Repetition
{
    public Frequency Frequency;
    public short Interval;

    /// <summary>How often in one interval; −1 when the text does not say.</summary>
    public short Times;

    /// <summary>Bits 1–31 are days of the month, bit 0 the last one.</summary>
    public uint MonthDays;

    /// <summary>Bits 1–12.</summary>
    public ushort Months;

    /// <summary>Bits 0 (Sunday) – 6.</summary>
    public byte Weekdays;

    /// <summary>Bits 1–31: which one in the month; bit 0: the last.</summary>
    public uint Positions;

    public static Repetition Of(Frequency frequency, int interval = 1, int times = -1) =>
        new() { Frequency = frequency, Interval = (short)interval, Times = (short)times };
}

/// <summary>A deadline counted from an event.</summary>
internal struct Counted
{
    /// <summary>How many; −1 when the number is lost.</summary>
    public int Offset;

    /// <summary>The lower bound, −1 without one.</summary>
    public int NotBefore;

    public OffsetUnit Unit;
    public OffsetDirection Direction;
    public OffsetLimit Limit;

    /// <summary>Tokens of the event; empty when none is named.</summary>
    public int AnchorFirst, AnchorEnd;

    /// <summary>The text says how many only in a word that a town counts its own way («срочно»).</summary>
    public bool Urgent;
}
