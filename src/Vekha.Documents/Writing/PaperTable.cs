namespace Vekha.Documents.Writing;

/// <summary>How the text of a column lies.</summary>
public enum PaperAlignment
{
    /// <summary>«По левому краю».</summary>
    Left,
    /// <summary>«По центру».</summary>
    Center,
    /// <summary>«По правому краю».</summary>
    Right,
}

/// <summary>
/// «Таблица». Its heading repeats on every page and its rows are not broken between pages.
/// In Excel every table stands on a sheet of its own.
/// </summary>
/// <param name="Name">A short name: that of the sheet and what a screen reader calls the table.</param>
/// <param name="Columns">Columns from left to right, at least one.</param>
/// <param name="Rows">Rows and rows of stages in order.</param>
public sealed record PaperTable(string Name, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<PaperRow> Rows) : PaperBlock
{
    /// <summary>What the table tells, for a screen reader; <c>null</c> where the name is enough.</summary>
    public string? Description { get; init; }
}

/// <summary>«Графа»: a column.</summary>
/// <param name="Heading">Words of the heading.</param>
/// <param name="Width">Width in relation to the other columns, above zero.</param>
/// <param name="Alignment">How its cells lie.</param>
public sealed record PaperColumn(string Heading, double Width, PaperAlignment Alignment = PaperAlignment.Left)
{
    /// <summary>Heading that spans this and the neighbours with the same words («Дата»: «плановая», «фактическая»), or <c>null</c>.</summary>
    public string? Group { get; init; }

    /// <summary>
    /// Heading of the separate column that Excel makes of the second lines, so that a date stays a date;
    /// <c>null</c> keeps them in the cell where the value is text.
    /// </summary>
    public string? SecondHeading { get; init; }
}

/// <summary>A row of a table. A closed family.</summary>
public abstract record PaperRow
{
    private protected PaperRow() { }

    /// <summary>«Этап», «раздел»: one cell over all columns.</summary>
    /// <param name="Title">Words of the heading.</param>
    /// <param name="Second">Smaller words after it, or <c>null</c>.</param>
    public sealed record Stage(string Title, string? Second = null) : PaperRow;

    /// <summary>A row with a cell for every column.</summary>
    /// <param name="Items">Cells from left to right, as many as columns.</param>
    public sealed record Cells(IReadOnlyList<PaperCell> Items) : PaperRow
    {
        /// <summary>«Итого»: all of its cells are bold.</summary>
        public bool IsTotal { get; init; }
    }

    /// <summary>A row from its cells.</summary>
    public static PaperRow Of(params PaperCell[] cells) => new Cells(cells);

    /// <summary>«Итого»: a bold row from its cells.</summary>
    public static PaperRow Total(params PaperCell[] cells) => new Cells(cells) { IsTotal = true };
}

/// <summary>A cell: a value and, where there is one, a smaller line under it.</summary>
/// <param name="Value">What the cell says.</param>
/// <param name="Second">What stands under it in smaller letters, or <c>null</c>.</param>
public sealed record PaperCell(PaperValue Value, PaperValue? Second = null)
{
    /// <summary>Words put in front of a second line that is a date or a number («контрольный день:»), in Word only.</summary>
    public string? SecondLead { get; init; }

    /// <summary>Words put behind it («включительно»), in Word only.</summary>
    public string? SecondTail { get; init; }

    /// <summary>The value is bold.</summary>
    public bool Bold { get; init; }

    /// <summary>The second line as Word prints it, or <c>null</c>.</summary>
    internal string? SecondWords()
    {
        if (Second is null)
            return null;
        var lead = string.IsNullOrEmpty(SecondLead) ? "" : SecondLead + " ";
        // The first word of the tail belongs to the value: «30.10.2020 включительно».
        return string.IsNullOrEmpty(SecondTail) ? lead + Second : $"{lead}{Second}\u00A0{SecondTail}";
    }

    /// <summary>A cell without words.</summary>
    public static readonly PaperCell Empty = new(new PaperValue.Text(""));

    /// <summary>A cell of words; <c>null</c> is an empty one.</summary>
    public static implicit operator PaperCell(string? text) => text is null ? Empty : new(new PaperValue.Text(text));

    /// <summary>A cell with a day; <c>null</c> is an empty one.</summary>
    public static implicit operator PaperCell(DateOnly? day) => day is { } known ? new(new PaperValue.Day(known)) : Empty;

    /// <summary>A cell with a day.</summary>
    public static implicit operator PaperCell(DateOnly day) => new(new PaperValue.Day(day));

    /// <summary>A cell with a number.</summary>
    public static implicit operator PaperCell(int number) => new(new PaperValue.Number(number));

    /// <summary>A cell with a number.</summary>
    public static implicit operator PaperCell(decimal number) => new(new PaperValue.Number(number));
}
