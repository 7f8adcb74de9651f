namespace Vekha.Deadlines.Reading;

/// <summary>What stands between two deadlines of one cell, from the closest to the farthest.</summary>
internal enum Gap : byte
{
    None, Line, Slash, Dash, Comma, And, Semicolon, Noise, Then,
}

/// <summary>A deadline in the making: a unit or a span of two with its role, or a term that is one by itself.</summary>
internal struct Item
{
    public TermKind Kind;
    public Role Role;
    public Gap Gap;

    /// <summary>The only unit, or the first of a span.</summary>
    public CalendarUnit Unit;

    /// <summary>The last unit of a span.</summary>
    public CalendarUnit UnitTo;

    public bool IsSpan;

    /// <summary>The sign of the span was lost or may mean a list: «Апрель Май», «март/апрель».</summary>
    public bool MaybeList;

    /// <summary>«с … до …»: the end of the span is a day not to miss.</summary>
    public bool EndsBy;

    /// <summary>«к» and not «до».</summary>
    public bool Towards;

    /// <summary>«на период до»: the unit named belongs to it.</summary>
    public bool Inclusive;

    public bool Weak;

    /// <summary>Part of a repetition, or turned out to be no deadline.</summary>
    public bool Dropped;

    public bool YearFromPlan;
    public bool YearGuessed;

    /// <summary>Stands in brackets.</summary>
    public bool Bracketed;

    public int TermIndex;
    public int TokenEnd;
    public Repetition Repetition;
    public Counted Counted;
    public WrittenDate? From, To;

    /// <summary>«… но не ранее 1 мая».</summary>
    public CalendarUnit Earliest;

    /// <summary>The unit that ends it.</summary>
    public readonly CalendarUnit Final => IsSpan ? UnitTo : Unit;

    public readonly bool IsUnit => Kind == TermKind.Unit && !Dropped;
}
