namespace Vekha.Documents.Reading;

/// <summary>Counts what came out of a file against <see cref="ReadingLimits"/>.</summary>
internal sealed class ReadingBudget
{
    private int rows;
    private int cells;
    private int characters;

    /// <exception cref="UnreadableException">Too many rows.</exception>
    public void Row(string? place)
    {
        if (++rows > ReadingLimits.Rows) throw new UnreadableException(ReadingLimits.TooManyRows, place);
    }

    /// <exception cref="UnreadableException">Too many cells.</exception>
    public void Cell(string? place)
    {
        if (++cells > ReadingLimits.Cells) throw new UnreadableException("В таблицах файла слишком много ячеек. Оставьте в нём только план.", place);
    }

    /// <exception cref="UnreadableException">Too much text.</exception>
    public void Text(int length)
    {
        if ((characters += length) > ReadingLimits.Characters) throw new UnreadableException("В файле слишком много текста. Оставьте в нём только план.");
    }
}
