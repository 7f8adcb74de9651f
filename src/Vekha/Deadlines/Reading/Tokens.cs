namespace Vekha.Deadlines.Reading;

/// <summary>The tokens of one text. One object serves many texts, so that reading allocates only its answer.</summary>
internal sealed partial class Tokens
{
    private Token[] items = new Token[64];
    private char[] plain = new char[512];
    private int plainLength;
    private string text = "";

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>The token at a place; past the end an empty one.</summary>
    public ref Token this[int i] => ref items[i];

    /// <summary>Meaning of the token at a place, <see cref="Lexeme.End"/> past either end.</summary>
    public Lexeme At(int i) => (uint)i < (uint)Count ? items[i].Lexeme : Lexeme.End;

    /// <summary>Plain spelling of a word.</summary>
    public ReadOnlySpan<char> PlainOf(int i) => plain.AsSpan(items[i].Plain, items[i].PlainLength);

    /// <summary>The raw words from one token to another (not included), with spaces and line breaks collapsed.</summary>
    public string Raw(int first, int end)
    {
        if (first >= end) return "";
        var raw = text.AsSpan(items[first].Start, items[end - 1].End - items[first].Start);
        // A closing quote belongs to the words when its opening one does.
        if (items[end - 1].End is var after && after < text.Length && text[after] is '»' or '"' && raw.IndexOfAny('«', '"') >= 0)
            raw = text.AsSpan(items[first].Start, after + 1 - items[first].Start);
        var letters = raw.Length <= 256 ? stackalloc char[256] : new char[raw.Length];
        var length = 0;
        foreach (var sign in raw)
        {
            var kind = Spelling.KindOf(sign);
            if (kind is Spelling.Kind.Space or Spelling.Kind.Line)
            {
                if (length > 0 && letters[length - 1] != ' ') letters[length++] = ' ';
            }
            else if (sign is not ('\u00AD' or '\u200B')) letters[length++] = sign;
        }
        return letters[..length].TrimEnd(" ,;:.-–—").ToString();
    }

    /// <summary>Cuts a text into tokens.</summary>
    public void Read(string source)
    {
        text = source;
        Count = 0;
        plainLength = 0;
        single = singles = nameEnd = 0;
        if (plain.Length < source.Length + 16) plain = new char[Math.Max(source.Length + 16, plain.Length * 2)];
        var marks = TokenMarks.None;
        for (var i = 0; i < source.Length;)
        {
            var sign = source[i];
            switch (Spelling.KindOf(sign))
            {
                case Spelling.Kind.Letter: i = Word(i, marks); marks = TokenMarks.None; break;
                case Spelling.Kind.Digit: i = Number(i, marks); marks = TokenMarks.None; break;
                case Spelling.Kind.Space: marks |= TokenMarks.Space; i++; break;
                case Spelling.Kind.Line: marks |= TokenMarks.Line; i++; break;
                case Spelling.Kind.Dash: Add(Lexeme.Dash, marks, i, i + 1); marks = TokenMarks.None; i++; break;
                case Spelling.Kind.Invisible: i++; break;
                case Spelling.Kind.Quote: i = Quote(i, ref marks); break;
                default: i = Sign(i, sign, ref marks); break;
            }
        }
        if (single >= FewestSpaced && Despaced() is { } joined)
        {
            Read(joined);
            return;
        }
        Repair();
    }

    private ref Token Add(Lexeme lexeme, TokenMarks marks, int start, int end)
    {
        if (Count == items.Length) Array.Resize(ref items, Count * 2);
        ref var token = ref items[Count++];
        // «ДК «Октябрь»»: a name says nothing of time.
        if (start < nameEnd)
        {
            marks |= TokenMarks.Name;
            if (lexeme is Lexeme.Month or Lexeme.Number or Lexeme.Season or Lexeme.Year or Lexeme.Weekday) lexeme = Lexeme.Unknown;
        }
        token = new Token { Lexeme = lexeme, Marks = marks, Start = start, End = end, Plain = plainLength };
        return ref token;
    }

    private int Sign(int i, char sign, ref TokenMarks marks)
    {
        switch (sign)
        {
            case '.' when i + 1 < text.Length && text[i + 1] == '.':
                var end = i;
                while (end < text.Length && text[end] == '.') end++;
                // «01.09..2024»: a doubled point of a date
                if (end == i + 2 && Count > 0 && items[Count - 1].Lexeme == Lexeme.Number && end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    Add(Lexeme.Dot, marks, i, end);
                    marks = TokenMarks.None;
                    return end;
                }
                Add(Lexeme.Ellipsis, marks, i, end);
                marks = TokenMarks.None;
                return end;
            case '.' when Count > 0 && items[Count - 1].Has(TokenMarks.CanShorten) && items[Count - 1].End == i:
                items[Count - 1].End = i + 1;
                items[Count - 1].Marks |= TokenMarks.Shortened;
                return i + 1;
            case '<':
                // «<br>», «</p>»: what is left of a web page is a line break.
                var close = text.AsSpan(i, Math.Min(24, text.Length - i)).IndexOf('>');
                if (close < 2 || !(char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/')) goto default;
                marks |= TokenMarks.Line;
                return i + close + 1;
            case '&' when Entity(i, ref marks) is var entity && entity > i: return entity;
            case '(' when EmptyBrackets(i) is var blank && blank > i:
                Add(Lexeme.Blank, marks, i, blank);
                marks = TokenMarks.None;
                return blank;
            case '[' when FootnoteEnd(i) is var note && note > i: return note;
            case '|':
                marks |= TokenMarks.Space;
                return i + 1;
            case '_':
                var line = i + 1;
                while (line < text.Length && text[line] == '_') line++;
                if (line == i + 1) return line; // «_слово_» is only dressed
                Add(Lexeme.Blank, marks, i, line);
                marks = TokenMarks.None;
                return line;
            default:
                Add(sign switch
                {
                    '.' => Lexeme.Dot,
                    ',' => Lexeme.Comma,
                    ';' => Lexeme.Semicolon,
                    ':' => Lexeme.Colon,
                    '/' or '\\' => Lexeme.Slash,
                    '(' or '[' => Lexeme.Open,
                    ')' or ']' => Lexeme.Close,
                    '№' or '#' => Lexeme.NumberSign,
                    '%' => Lexeme.Percent,
                    '\u2026' => Lexeme.Ellipsis,
                    '&' => Lexeme.And,
                    _ => Lexeme.Sign,
                }, marks, i, i + 1);
                marks = TokenMarks.None;
                return i + 1;
        }
    }

    private int Number(int i, TokenMarks marks)
    {
        var start = i;
        var digits = 0;
        long value = 0;
        for (; i < text.Length; i++, digits++)
        {
            var sign = text[i];
            if (sign is >= '0' and <= '9') value = value < 1_000_000_000 ? value * 10 + (sign - '0') : value;
            // «2О2О», «1О.О9», «3О июня»: a letter O behind a digit is a zero.
            else if (sign is 'O' or 'О' && !(i + 1 < text.Length && char.IsLetter(text[i + 1]))) value = value < 1_000_000_000 ? value * 10 : value;
            else if (sign == 'б' && i + 1 < text.Length && text[i + 1] == '.') value = value < 1_000_000_000 ? value * 10 + 6 : value; // «12.0б.2025»
            // «3l декабря»: a small L behind a digit is a one.
            else if (sign == 'l' && !(i + 1 < text.Length && char.IsLetter(text[i + 1]))) value = value < 1_000_000_000 ? value * 10 + 1 : value;
            // «15.0З.2024»: the letter З behind a digit is a three.
            else if (sign == 'З' && !(i + 1 < text.Length && char.IsLetter(text[i + 1]))) value = value < 1_000_000_000 ? value * 10 + 3 : value;
            else if (sign is '\u00AD' or '\u200B') digits--;
            else break;
        }
        ref var token = ref Add(Lexeme.Number, marks, start, i);
        token.Value = (int)Math.Min(value, int.MaxValue);
        token.Digits = (byte)Math.Min(digits, 200);
        return i;
    }

    private int Word(int i, TokenMarks marks)
    {
        var start = i;
        if (AddressEnd(i) is var address && address > i)
        {
            Add(Lexeme.Unknown, marks, i, address);
            return address;
        }
        // «ЗО.06.2024»: both figures are letters.
        if (text[i] == 'З' && i + 3 < text.Length && text[i + 1] is 'О' or 'O' && text[i + 2] == '.' && char.IsAsciiDigit(text[i + 3]))
        {
            ref var thirty = ref Add(Lexeme.Number, marks, i, i + 2);
            (thirty.Value, thirty.Digits) = (30, 2);
            return i + 2;
        }
        // «О1.09»: a letter O before a digit is a zero, «З0.11» begins with a three, «l5 мая» with a one.
        if (text[i] is 'О' or 'O' or 'З' or 'l' && i + 2 < text.Length && char.IsAsciiDigit(text[i + 1]) && (text[i + 2] == '.' || text[i + 2] == ' ' && (i == 0 || marks.HasFlag(TokenMarks.Space))))
        {
            ref var number = ref Add(Lexeme.Number, marks, i, i + 2);
            number.Value = (text[i] switch { 'З' => 30, 'l' => 10, _ => 0 }) + (text[i + 1] - '0');
            number.Digits = 2;
            return i + 2;
        }

        if (NumeralBeforeNoun(i) is var head && head > i)
        {
            ref var numeral = ref Add(Lexeme.Unknown, marks | TokenMarks.Capital, i, head);
            numeral.Roman = Spelling.Roman(text.AsSpan(i, head - i));
            return head;
        }
        var from = plainLength;
        var foreign = false;
        for (; i < text.Length; i++)
        {
            var sign = text[i];
            var letter = Spelling.Plain(sign);
            if (letter is >= 'а' and <= 'я') plain[plainLength++] = letter;
            else
            {
                var kind = Spelling.KindOf(sign);
                if (kind == Spelling.Kind.Letter)
                {
                    foreign = true;
                    plain[plainLength++] = letter;
                }
                else if (kind == Spelling.Kind.Invisible)
                {
                    if (sign == '\u0306' && plainLength > from && plain[plainLength - 1] == 'и') plain[plainLength - 1] = 'й';
                }
                else if (sign is '0' or '3' or '6' && plainLength > from + 1 && IsLetterIn(i, from)) plain[plainLength++] = FigureAsLetter(sign);
                else break;
            }
        }
        if (char.IsUpper(text[start])) marks |= TokenMarks.Capital;
        var raw = text.AsSpan(start, i - start);
        var word = plain.AsSpan(from, plainLength - from);
        var roman = raw.Length <= 5 ? Spelling.Roman(raw) : (byte)0;
        if (foreign)
            for (var k = 0; k < word.Length; k++)
                if (Spelling.IsForeign(word[k])) word[k] = Spelling.LookAlike(word[k]);

        var entry = Lexicon.Find(word);
        if (entry.Lexeme == Lexeme.Unknown && word.Length >= 4) entry = Lexicon.FindByStem(word);
        ref var token = ref Add(entry.Lexeme, marks | (entry.CanShorten || word.Length <= 2 ? TokenMarks.CanShorten : TokenMarks.None), start, i);
        token.Value = entry.Value;
        token.Roman = roman;
        token.Plain = from;
        token.PlainLength = word.Length;
        singles = raw.Length == 1 ? singles + 1 : 0;
        single = Math.Max(single, singles);
        if (entry.Lexeme == Lexeme.Unknown || word.Length <= 3) Mend();
        return i;
    }
}
