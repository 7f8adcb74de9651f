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

    /// <summary>«в течение (  ) дней»: a place left to write in; the same place when something stands there.</summary>
    private int EmptyBrackets(int i)
    {
        var end = i + 1;
        while (end < text.Length && (text[end] == '_' || Spelling.KindOf(text[end]) == Spelling.Kind.Space)) end++;
        return end > i + 1 && end < text.Length && text[end] == ')' ? end + 1 : i;
    }

    /// <summary>«https://…/2025/05/15», «plan@…»: figures of an address are no day; the same place when it is none.</summary>
    private int AddressEnd(int i)
    {
        var rest = text.AsSpan(i);
        if (!rest.StartsWith("http://") && !rest.StartsWith("https://") && !rest.StartsWith("www.")) return i;
        var end = i;
        while (end < text.Length && Spelling.KindOf(text[end]) is not (Spelling.Kind.Space or Spelling.Kind.Line) && text[end] is not (';' or ')')) end++;
        return end;
    }

    /// <summary>«д о 15 мая», «п о 20 мая»: a preposition of two letters set apart before a number.</summary>
    private bool JoinPreposition(int i)
    {
        if (i + 2 >= Count || items[i + 1].PlainLength != 1 || items[i + 1].Has(TokenMarks.Line) || items[i + 2].Lexeme != Lexeme.Number) return false;
        ReadOnlySpan<char> pair = [plain[items[i].Plain], plain[items[i + 1].Plain]];
        if (pair is not ("до" or "по" or "на")) return false;
        Replace(i, i + 1, [(2, Lexicon.Find(pair))]);
        return true;
    }

    /// <summary>A cell of so many tokens is no list of days: its figures are not taken apart one by one.</summary>
    private const int LongestSplit = 2000;

    /// <summary>«15.052025»: the point before the year is lost.</summary>
    private void SplitYear(int i)
    {
        if (i < 2 || Count > LongestSplit || items[i] is not { Digits: 6, Glued: true } || items[i - 1].Lexeme != Lexeme.Dot || items[i - 2] is not { Lexeme: Lexeme.Number, Digits: <= 2 }) return;
        int month = items[i].Value / 10000, year = items[i].Value % 10000;
        if (month is < 1 or > 12 || year is < 1990 or > 2099) return;
        while (Count + 2 > items.Length) Array.Resize(ref items, items.Length * 2);
        Array.Copy(items, i + 1, items, i + 3, Count - i - 1);
        Count += 2;
        var whole = items[i];
        items[i] = whole with { Value = month, Digits = 2, End = whole.Start + 2 };
        items[i + 1] = whole with { Lexeme = Lexeme.Dot, Value = 0, Digits = 0, Start = whole.Start + 2, End = whole.Start + 2 };
        items[i + 2] = whole with { Value = year, Digits = 4, Start = whole.Start + 2 };
    }

    /// <summary>«1-я пол. марта»: the half, and never the «пол» of «пол года».</summary>
    private bool ShortHalf(int i)
    {
        if (PlainOf(i) is not "пол" || At(i + 1) != Lexeme.Dot || !items[i + 1].Glued) return false;
        items[i].Lexeme = Lexeme.Half;
        Array.Copy(items, i + 2, items, i + 1, Count - i - 2);
        Count--;
        return true;
    }

    /// <summary>«в течение N дней», «за Х дней»: a letter that stands for a number.</summary>
    private bool LetterForNumber(int i)
    {
        if (items[i].PlainLength != 1 || i == 0 || text[items[i].Start] is not ('N' or 'n' or 'X' or 'x' or 'Х' or 'х') || items[i].Has(TokenMarks.Shortened)) return false;
        if (!(At(i + 1) is Lexeme.Days or Lexeme.Day or Lexeme.Working or Lexeme.Calendar or Lexeme.MonthsWord or Lexeme.Weeks)) return false;
        items[i].Lexeme = Lexeme.Blank;
        return true;
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
