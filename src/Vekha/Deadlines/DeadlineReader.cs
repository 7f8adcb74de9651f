using Vekha.Deadlines.Reading;

namespace Vekha.Deadlines;

/// <summary>Reads what a Russian document says about time into <see cref="Deadline"/> values.</summary>
public static class DeadlineReader
{
    /// <summary>Reads one deadline cell. Never throws on content.</summary>
    /// <param name="text">The words of the cell; lines inside it are separated by <c>\n</c>.</param>
    /// <param name="context">What is known around the cell.</param>
    public static DeadlineReading Read(string text, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        return Grammar.Mine.Read(text, context);
    }
}
