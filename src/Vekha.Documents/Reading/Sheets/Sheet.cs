namespace Vekha.Documents.Reading.Sheets;

/// <summary>A sheet as it was read, before its blocks are found.</summary>
internal sealed class Sheet
{
    public string? Name { get; init; }

    /// <summary>Rows with words in them, from top to bottom.</summary>
    public List<SheetRow> Rows { get; } = [];

    /// <summary>Merged ranges.</summary>
    public List<SheetRange> Merges { get; } = [];

    /// <summary>Filters that hide rows now.</summary>
    public List<SheetFilter> Filters { get; } = [];

    public HashSet<int> HiddenColumns { get; } = [];

    /// <summary>Place for messages: «лист «План», строка 14».</summary>
    public string Place(int row) => Name is null ? $"строка {row + 1}" : $"лист «{Name}», строка {row + 1}";
}

/// <summary>A row of a sheet; its index counts from 0.</summary>
internal sealed class SheetRow(int index, bool hidden)
{
    public int Index => index;

    public bool Hidden { get; set; } = hidden;

    /// <summary>Cells with words by column, from left to right.</summary>
    public List<SheetCell> Cells { get; } = [];

    public SheetCell? At(int column) => Cells.Find(c => c.Column == column);
}

/// <summary>A cell with words.</summary>
internal sealed class SheetCell
{
    public required int Column { get; init; }
    public required string Text { get; set; }
    public bool Bold { get; init; }

    /// <summary>A true date, and whether its format shows the day.</summary>
    public DateTime? Date { get; set; }
    public bool ShowsDay { get; init; }

    /// <summary>A true number.</summary>
    public double? Number { get; init; }
}

/// <summary>A range of cells; both ends belong to it.</summary>
internal readonly record struct SheetRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>«A1:C3» or «B2».</summary>
    public static SheetRange? Parse(string? text)
    {
        if (text is null) return null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var first = Cell(colon < 0 ? text : text.AsSpan(0, colon));
        var last = colon < 0 ? first : Cell(text.AsSpan(colon + 1));
        return first is { } f && last is { } l && f.Row <= l.Row && f.Column <= l.Column ? new(f.Row, f.Column, l.Row, l.Column) : null;
    }

    /// <summary>«B12» → row 11, column 1.</summary>
    public static (int Row, int Column)? Cell(ReadOnlySpan<char> name)
    {
        int column = 0, row = 0, i = 0;
        for (; i < name.Length && name[i] is '$' or >= 'A' and <= 'Z'; i++)
            if (name[i] != '$' && (column = column * 26 + name[i] - 'A' + 1) > 20_000) return null;
        for (; i < name.Length && name[i] is '$' or >= '0' and <= '9'; i++)
            if (name[i] != '$' && (row = row * 10 + name[i] - '0') > 2_000_000) return null;
        return i == name.Length && column > 0 && row > 0 ? (row - 1, column - 1) : null;
    }
}
