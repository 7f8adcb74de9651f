namespace Vekha.Deadlines.Reading;

/// <summary>Words set wide or run together with a numeral, and places left to write in.</summary>
internal sealed partial class Tokens
{
    /// <summary>So many letters in a row, each by itself, are words set wide: «д о  м а я» has five.</summary>
    private const int FewestSpaced = 4;

    /// <summary>Words of one letter in a row: at the place that is read, and the most of them.</summary>
    private int singles, single;

    /// <summary>«п о с т о я н н о»: the text without the spaces inside its words; wider spaces part them. Null where it is not set wide.</summary>
    private string? Despaced()
    {
        var letters = new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isSpace = Spelling.KindOf(text[i]) == Spelling.Kind.Space;
            var alone = isSpace && i > 0 && i + 1 < text.Length && Spelling.KindOf(text[i - 1]) != Spelling.Kind.Space && Spelling.KindOf(text[i + 1]) != Spelling.Kind.Space
                && IsSingle(i - 1) && IsSingle(i + 1) && char.IsLetter(text[i - 1]) == char.IsLetter(text[i + 1]);
            if (!alone) letters[length++] = text[i];
        }
        return length == text.Length ? null : new string(letters, 0, length);
    }

    /// <summary>Whether the sign stands between spaces or the ends of the text.</summary>
    private bool IsSingle(int i) =>
        (i == 0 || Spelling.KindOf(text[i - 1]) is Spelling.Kind.Space or Spelling.Kind.Line) && (i + 1 == text.Length || Spelling.KindOf(text[i + 1]) is Spelling.Kind.Space or Spelling.Kind.Line);

    /// <summary>«IVквартал», «IIполугодие»: where the numeral ends that is run together with its noun; the same place when there is none.</summary>
    private int NumeralBeforeNoun(int i)
    {
        var end = i;
        while (end < text.Length && end - i < 5 && text[end] is 'I' or 'V' or 'X' or 'І' or 'Х' or 'У' or 'П' or 'Ш') end++;
        if (end == i || end + 1 >= text.Length) return i;
        var noun = text.AsSpan(end, Math.Min(5, text.Length - end));
        var known = noun.StartsWith("кв") || noun.StartsWith("полуг") || noun.StartsWith("четв") || noun.StartsWith("декад") || noun.StartsWith("триме") || noun.StartsWith("недел");
        return known && Spelling.Roman(text.AsSpan(i, end - i)) > 0 ? end : i;
    }

    /// <summary>Quotation marks are dropped, unless nothing stands between them: «   » is a place to write in.</summary>
    private int Quote(int i, ref TokenMarks marks)
    {
        if (text[i] is not ('«' or '"' or '“' or '„')) return i + 1;
        var end = i + 1;
        while (end < text.Length && Spelling.KindOf(text[end]) == Spelling.Kind.Space) end++;
        if (end == i + 1 || end == text.Length || text[end] is not ('»' or '"' or '”' or '“')) return i + 1;
        Add(Lexeme.Blank, marks, i, end + 1);
        marks = TokenMarks.None;
        return end + 1;
    }
}
