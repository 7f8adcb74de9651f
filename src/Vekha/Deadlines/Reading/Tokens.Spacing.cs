namespace Vekha.Deadlines.Reading;

/// <summary>Words set wide or run together with a numeral, and places left to write in.</summary>
internal sealed partial class Tokens
{
    /// <summary>So many letters in a row, each by itself, are words set wide: «д о  м а я» has five.</summary>
    private const int FewestSpaced = 4;

    /// <summary>Where the name in quotation marks ends that is being read.</summary>
    private int nameEnd;

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

    /// <summary>«1 5 мая», «0 1.06.2023»: two figures of one day.</summary>
    private void JoinTornDay(int i)
    {
        if (i + 2 >= Count || items[i] is not { Digits: 1, Value: <= 3 } || items[i + 1] is not { Lexeme: Lexeme.Number, Digits: 1 } || items[i + 1].Has(TokenMarks.Line)) return;
        if (items[i + 2].Lexeme != Lexeme.Month && !(items[i + 2].Lexeme == Lexeme.Dot && i + 3 < Count && items[i + 3].Lexeme == Lexeme.Number)) return;
        var day = items[i].Value * 10 + items[i + 1].Value;
        if (day is < 1 or > 31) return;
        items[i].Value = day;
        items[i].Digits = 2;
        items[i].End = items[i + 1].End;
        items[i].Marks |= TokenMarks.Torn;
        Array.Copy(items, i + 2, items, i + 1, Count - i - 2);
        Count--;
    }

    /// <summary>«мая[1] 2024»: a footnote mark; the same place when it is none.</summary>
    private int FootnoteEnd(int i)
    {
        var end = i + 1;
        while (end < text.Length && end - i < 4 && char.IsAsciiDigit(text[end])) end++;
        return end > i + 1 && end < text.Length && text[end] == ']' ? end + 1 : i;
    }

    private static char FigureAsLetter(char figure) => figure switch { '0' => 'о', '3' => 'з', _ => 'б' };

    /// <summary>«октя6рь»: a figure typed for a letter, when the whole is a known word.</summary>
    private bool IsLetterIn(int i, int from)
    {
        Span<char> whole = stackalloc char[24];
        var length = plainLength - from;
        if (length > 16) return false;
        plain.AsSpan(from, length).CopyTo(whole);
        whole[length++] = FigureAsLetter(text[i]);
        for (var k = i + 1; k < text.Length && length < 24 && Spelling.KindOf(text[k]) == Spelling.Kind.Letter; k++) whole[length++] = Spelling.Plain(text[k]);
        return Lexicon.Find(whole[..length]).Lexeme != Lexeme.Unknown;
    }

    /// <summary>«&amp;ndash;», «&amp;#8211;», «&amp;laquo;»: what a web page writes for a sign; the same place when it is none.</summary>
    private int Entity(int i, ref TokenMarks marks)
    {
        var name = text.AsSpan(i + 1, Math.Min(8, text.Length - i - 1));
        var end = name.IndexOf(';');
        if (end < 2) return i;
        name = name[..end];
        if (name is "ndash" or "mdash" or "minus" or "#8211" or "#8212" or "#8722")
        {
            Add(Lexeme.Dash, marks, i, i + end + 2);
            marks = TokenMarks.None;
        }
        else if (name is "nbsp" or "thinsp" or "ensp" or "#160") marks |= TokenMarks.Space;
        else if (name is not ("laquo" or "raquo" or "quot" or "shy" or "#171" or "#187")) return i;
        return i + end + 2;
    }

    /// <summary>Quotation marks are dropped, unless nothing stands between them: «   » is a place to write in.</summary>
    private int Quote(int i, ref TokenMarks marks)
    {
        if (text[i] is not ('«' or '"' or '“' or '„')) return i + 1;
        if (i + 1 < text.Length && char.IsUpper(text[i + 1]) && Count > 0 && items[Count - 1] is { Lexeme: Lexeme.Unknown or Lexeme.Room or Lexeme.Street or Lexeme.Step, PlainLength: > 1 })
        {
            var close = text.AsSpan(i + 1).IndexOfAny("»\"”\n");
            if (close > 0 && text[i + 1 + close] != '\n') nameEnd = i + 1 + close;
        }
        var end = i + 1;
        while (end < text.Length && Spelling.KindOf(text[end]) == Spelling.Kind.Space) end++;
        if (end == i + 1 || end == text.Length || text[end] is not ('»' or '"' or '”' or '“')) return i + 1;
        Add(Lexeme.Blank, marks, i, end + 1);
        marks = TokenMarks.None;
        return end + 1;
    }
}
