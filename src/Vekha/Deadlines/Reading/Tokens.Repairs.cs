using System.Buffers;

namespace Vekha.Deadlines.Reading;

/// <summary>What typing and page layout do to words, undone: endings of numerals, letter pairs, torn and glued words, misprints.</summary>
internal sealed partial class Tokens
{
    /// <summary>Joins the last word to what stands before it: «15-го», «1У», «т.г.», «кв-л».</summary>
    private void Mend()
    {
        if (Count < 2) return;
        var word = PlainOf(Count - 1);
        if (word.Length <= 3 && (JoinEnding(word) || JoinOnes() || JoinPair(word) || JoinAbbreviation(word))) return;
        if (word.StartsWith("год") && items[Count - 2].Lexeme == Lexeme.Slash && Count > 2 && PlainOf(Count - 3) is "п")
            Merge(3, Lexeme.HalfYear);
    }

    private static bool IsOrdinalEnding(ReadOnlySpan<char> word) =>
        word is "го" or "ого" or "й" or "ый" or "ий" or "ой" or "я" or "ая" or "ья" or "е" or "ое" or "ье" or "ые" or "му" or "ому" or "м" or "ом" or "ем" or "ым" or "ую" or "ю" or "ых" or "ее" or "ого";

    private static bool IsCardinalEnding(ReadOnlySpan<char> word) => word is "ти" or "и" or "х" or "ми" or "мя" or "ех" or "тью" or "ью" or "ух";

    /// <summary>«15-го», «IV-й», «10-ти», «3х».</summary>
    private bool JoinEnding(ReadOnlySpan<char> word)
    {
        var ordinal = IsOrdinalEnding(word);
        if (!ordinal && !IsCardinalEnding(word)) return false;
        var last = Count - 1;
        var dash = items[last - 1].Lexeme == Lexeme.Dash;
        var number = dash ? last - 2 : last - 1;
        if (number < 0) return false;
        ref var head = ref items[number];
        if (head.Lexeme != Lexeme.Number && !(head.Roman > 0 && head.Has(TokenMarks.Capital))) return false;
        var tight = items[last].Glued && (!dash || items[last - 1].Glued);
        if (dash && !tight && (word is "и" or "я" or "е" or "м" or "х" || items[last].Has(TokenMarks.Line))) return false;
        if (!dash && !tight && word is not ("го" or "й" or "ое" or "ый" or "ой" or "ая")) return false;
        if (head.Lexeme != Lexeme.Number && !dash && !tight) return false;
        head.End = items[last].End;
        if (ordinal) head.Marks |= TokenMarks.Ordinal;
        Count -= dash ? 2 : 1;
        return true;
    }

    /// <summary>«1У квартал», «1V»: a digit one typed for the Roman sign.</summary>
    private bool JoinOnes()
    {
        ref var word = ref items[Count - 1];
        ref var number = ref items[Count - 2];
        if (number.Lexeme != Lexeme.Number || number.Value is not (1 or 11 or 111) || !word.Glued || word.Roman == 0 || !word.Has(TokenMarks.Capital)) return false;
        var roman = Spelling.Roman(text.AsSpan(word.Start, word.End - word.Start), number.Digits);
        if (roman == 0) return false;
        number.Roman = roman;
        number.Lexeme = Lexeme.Unknown;
        number.Marks |= TokenMarks.Capital;
        number.End = word.End;
        Count--;
        return true;
    }

    /// <summary>«т.г.», «с. г.», «гг.», «р.д.», «к.д.», «п/г».</summary>
    private bool JoinPair(ReadOnlySpan<char> word)
    {
        if (word is "дн" && items[Count - 2] is { PlainLength: 1 } && items[Count - 2].Has(TokenMarks.Shortened) && plain[items[Count - 2].Plain] is 'к' or 'р')
        {
            Merge(2, plain[items[Count - 2].Plain] == 'к' ? Lexeme.CalendarDays : Lexeme.WorkingDays); // «30 к.дн.»
            return true;
        }
        if (word.Length != 1) return false;
        var slash = items[Count - 2].Lexeme == Lexeme.Slash && Count > 2;
        var before = slash ? Count - 3 : Count - 2;
        if (items[before].PlainLength != 1 || !slash && !items[before].Has(TokenMarks.Shortened)) return false;
        var lexeme = (plain[items[before].Plain], word[0]) switch
        {
            ('т' or 'с', 'г') when !slash => Lexeme.CurrentYear,
            ('г', 'г') => Lexeme.Years,
            ('р', 'д') => Lexeme.WorkingDays,
            ('к', 'д') => Lexeme.CalendarDays,
            ('п', 'г') => Lexeme.HalfYear,
            _ => Lexeme.Unknown,
        };
        if (lexeme == Lexeme.Unknown) return false;
        Merge(Count - before, lexeme);
        return true;
    }

    /// <summary>«кв-л», «м-ц», «п-дие».</summary>
    private bool JoinAbbreviation(ReadOnlySpan<char> word)
    {
        if (Count < 3 || items[Count - 2].Lexeme != Lexeme.Dash || !items[Count - 2].Glued || !items[Count - 1].Glued) return false;
        var head = PlainOf(Count - 3);
        var lexeme = head switch
        {
            "кв" when word is "л" or "ла" or "ле" or "лу" or "лы" or "лов" => Lexeme.Quarter,
            "м" when word is "ц" or "ца" or "це" or "цу" => Lexeme.MonthWord,
            "г" when word is "д" or "да" or "ду" => Lexeme.Year,
            "п" when word is "е" or "я" or "дие" => Lexeme.HalfYear,
            _ => Lexeme.Unknown,
        };
        if (lexeme == Lexeme.Unknown) return false;
        Merge(3, lexeme);
        return true;
    }

    /// <summary>Makes the last tokens one.</summary>
    private void Merge(int count, Lexeme lexeme)
    {
        ref var first = ref items[Count - count];
        first.End = items[Count - 1].End;
        first.Lexeme = lexeme;
        first.Value = 0;
        first.Roman = 0;
        first.Marks = (first.Marks & ~TokenMarks.Shortened) | TokenMarks.CanShorten;
        Count -= count - 1;
    }

    /// <summary>Torn and glued words and misprints, after the whole text is cut.</summary>
    private void Repair()
    {
        for (var i = 0; i < Count; i++)
            if (items[i].Lexeme == Lexeme.Number)
            {
                JoinTornDay(i);
                SplitYear(i);
            }
            else if (items[i] is { Lexeme: Lexeme.Unknown, PlainLength: 1 } && plain[items[i].Plain] == 'з' && At(i + 1) is Lexeme.Quarter or Lexeme.Decade or Lexeme.Week or Lexeme.SchoolTerm)
                items[i] = items[i] with { Lexeme = Lexeme.Number, Value = 3, Digits = 1, PlainLength = 0 }; // «З квартал»
            else if (items[i].Lexeme == Lexeme.Course && At(i + 1) == Lexeme.Dash && items[i + 1].Glued && i + 2 < Count && !items[i + 2].Glued)
            {
                Array.Copy(items, i + 2, items, i + 1, Count - i - 2); // «в течение- года»
                Count--;
            }
            else if (items[i].Lexeme is Lexeme.Unknown or Lexeme.Point or Lexeme.Room && items[i].PlainLength is 1 or 3 && (JoinPreposition(i) || ShortHalf(i) || LetterForNumber(i))) { }
            else if (items[i].Lexeme == Lexeme.Unknown && !items[i].Has(TokenMarks.Name) && items[i].PlainLength > 0 && items[i].Roman == 0 && !RepairTorn(i)) RepairMisprint(ref items[i]);
    }

    /// <summary>«окт ябрь», «Сентябр\nьдекабр\nь», «втечение»: the letters of neighbouring words make known words when cut elsewhere.</summary>
    private bool RepairTorn(int i)
    {
        Span<char> letters = stackalloc char[LongestWindow];
        var word = PlainOf(i);
        // Most unknown words are whole: only a torn piece or a word that holds a calendar word is worth more than its two neighbours.
        var suspicious = word.Length <= 3 || word[0] is 'ь' or 'ъ' or 'ы' || word.ContainsAny(CalendarLetters);
        // «постоян-↵но»: the hyphen of a line end stands between the pieces.
        var widest = suspicious || At(i + 1) == Lexeme.Dash && i + 2 < Count && items[i + 2].Has(TokenMarks.Line) ? 2 : 1;
        // The widest window first: one word before, up to two behind.
        for (var first = Math.Max(0, i > 1 && items[i - 1].Lexeme == Lexeme.Dash ? i - 2 : i - 1); first <= i; first++)
            for (var last = Math.Min(Count - 1, i + widest); last >= i; last--)
            {
                if (!suspicious && first < i && last > i) continue;
                var length = Letters(first, last, letters);
                if (length < 3) continue;
                var window = letters[..length];
                if (last > first && Lexicon.Find(window) is { Lexeme: not Lexeme.Unknown } whole && (length >= 5 || whole is { Lexeme: Lexeme.Month, CanShorten: false }))
                {
                    Replace(first, last, [(length, whole)]);
                    return true;
                }
                if (suspicious && length >= (first == last ? 4 : 7) && window.ContainsAny(CalendarLetters) && Segments(window) is { } parts)
                {
                    Replace(first, last, parts);
                    return true;
                }
            }
        return false;
    }

    private const int LongestWindow = 48;

    private static readonly SearchValues<string> CalendarLetters = SearchValues.Create(
        ["янв", "фев", "мар", "апр", "май", "мая", "мае", "маю", "июн", "июл", "авг", "сен", "окт", "ноя", "дек", "кварт", "полуг", "течен", "учебн", "еже", "год"], StringComparison.Ordinal);

    /// <summary>The letters of a run of words, hyphens at line ends left out; 0 where other signs stand between.</summary>
    private int Letters(int first, int last, Span<char> letters)
    {
        var length = 0;
        for (var i = first; i <= last; i++)
        {
            ref var token = ref items[i];
            if (token.Lexeme == Lexeme.Dash && i > first && i < last && items[i + 1].Has(TokenMarks.Line)) continue;
            if (token.PlainLength == 0 || token.Has(TokenMarks.Name) || length + token.PlainLength > letters.Length || token.Has(TokenMarks.Shortened) && i < last) return 0;
            PlainOf(i).CopyTo(letters[length..]);
            length += token.PlainLength;
        }
        return length;
    }

    /// <summary>Cuts letters into known words without a rest, the longest first; a preposition may lead («вмае»).</summary>
    private static List<(int Length, LexiconEntry Entry)>? Segments(ReadOnlySpan<char> letters)
    {
        var parts = new List<(int, LexiconEntry)>(4);
        return Cut(letters, parts, 0) && parts.Count > 1 ? parts : null;
    }

    private static bool Cut(ReadOnlySpan<char> rest, List<(int Length, LexiconEntry Entry)> parts, int depth)
    {
        if (rest.IsEmpty) return true;
        if (depth == 5) return false;
        for (var length = Math.Min(rest.Length, 16); length >= 1; length--)
        {
            var word = rest[..length];
            var entry = Lexicon.Find(word);
            var fits = entry.Lexeme switch
            {
                Lexeme.Unknown => false,
                Lexeme.Month => length >= 4 && !entry.CanShorten || word is "май" or "мая" or "мае",
                Lexeme.In or Lexeme.Until or Lexeme.From or Lexeme.Along or Lexeme.To => depth == 0 && LeadsMonth(entry.Lexeme, rest[length..]),
                Lexeme.Year => length >= 3,
                _ => length >= 5,
            };
            if (!fits) continue;
            parts.Add((length, entry));
            if (Cut(rest[length..], parts, depth + 1)) return true;
            parts.RemoveAt(parts.Count - 1);
        }
        return false;
    }

    /// <summary>A glued preposition is believed only before the case that it asks for: «вмае», «доянваря», never «с март».</summary>
    private static bool LeadsMonth(Lexeme preposition, ReadOnlySpan<char> rest)
    {
        if (rest.Length < 3) return false;
        if (Lexicon.Find(rest).Lexeme != Lexeme.Month) return rest.StartsWith("течен") || rest.StartsWith("период") || rest.StartsWith("конца");
        return preposition switch
        {
            Lexeme.In => rest[^1] == 'е',
            Lexeme.Until or Lexeme.From => rest[^1] is 'я' or 'а',
            Lexeme.To => rest[^1] is 'ю' or 'у',
            _ => true,
        };
    }

    private void Replace(int first, int last, List<(int Length, LexiconEntry Entry)> parts)
    {
        var grow = parts.Count - (last - first + 1);
        var start = items[first].Start;
        var end = items[last].End;
        var marks = items[first].Marks & (TokenMarks.Space | TokenMarks.Line | TokenMarks.Capital);
        Span<char> letters = stackalloc char[LongestWindow];
        var length = Letters(first, last, letters);
        while (Count + grow > items.Length) Array.Resize(ref items, items.Length * 2);
        Array.Copy(items, last + 1, items, last + 1 + grow, Count - last - 1);
        Count += grow;
        if (plain.Length < plainLength + length) Array.Resize(ref plain, plain.Length * 2);
        letters[..length].CopyTo(plain.AsSpan(plainLength));
        var place = 0;
        for (var k = 0; k < parts.Count; k++)
        {
            var (size, entry) = parts[k];
            items[first + k] = new Token
            {
                Lexeme = entry.Lexeme, Value = entry.Value, Marks = k == 0 ? marks : TokenMarks.Space,
                Start = Math.Min(start + place, end), End = k == parts.Count - 1 ? end : Math.Min(start + place + size, end), Plain = plainLength + place, PlainLength = size,
            };
            place += size;
        }
        plainLength += length;
    }

    private static readonly string[] OftenMisspelt =
    [
        "январь", "января", "январе", "февраль", "февраля", "феврале", "апрель", "апреля", "апреле", "август", "августа", "августе",
        "сентябрь", "сентября", "сентябре", "октябрь", "октября", "октябре", "ноябрь", "ноября", "ноябре", "декабрь", "декабря", "декабре",
        "квартал", "квартала", "квартале", "полугодие", "постоянно", "ежемесячно", "ежеквартально", "ежегодно", "еженедельно", "ежедневно",
        "течение", "течении", "первый", "второй", "третий", "четвертый", "позднее", "графику", "согласно", "отдельному",
    ];

    /// <summary>«Сентебрь», «ежемсячно»: one wrong, lost, doubled or swapped letter in a long calendar word.</summary>
    private void RepairMisprint(ref Token token)
    {
        if (token.PlainLength < 5) return;
        var word = plain.AsSpan(token.Plain, token.PlainLength);
        foreach (var right in OftenMisspelt)
        {
            if (right[0] != word[0] || Math.Abs(right.Length - word.Length) > 1 || !IsOneSlipAway(word, right)) continue;
            var entry = Lexicon.Find(right);
            token.Lexeme = entry.Lexeme;
            token.Value = entry.Value;
            return;
        }
    }

    private static bool IsOneSlipAway(ReadOnlySpan<char> word, ReadOnlySpan<char> right)
    {
        var front = word.CommonPrefixLength(right);
        var a = word[front..];
        var b = right[front..];
        if (a.Length == b.Length)
            return a.Length > 0 && (a[1..].SequenceEqual(b[1..]) || a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]));
        return a.Length > b.Length ? a[1..].SequenceEqual(b) : a.SequenceEqual(b[1..]);
    }
}
