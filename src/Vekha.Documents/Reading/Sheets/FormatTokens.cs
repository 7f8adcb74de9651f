using System.Text;

namespace Vekha.Documents.Reading.Sheets;

/// <summary>Splits a format code: 'y' 'm' 'd' 'h' 's' of dates, 'M' minutes, 'a' half of the day, '0' digits, 'g' general, '"' words.</summary>
internal static class FormatTokens
{
    /// <summary>The pieces of the first section, the one for positive numbers and dates.</summary>
    public static List<(char Kind, string Text)> Of(string code)
    {
        var tokens = new List<(char Kind, string Text)>();
        for (var i = 0; i < code.Length && code[i] != ';';)
            i = Next(code, i, tokens);
        MarkMinutes(tokens);
        return tokens;
    }

    private static int Next(string code, int i, List<(char Kind, string Text)> tokens)
    {
        var c = code[i];
        switch (c)
        {
            case '"':
                var close = code.IndexOf('"', i + 1) is >= 0 and var q ? q : code.Length;
                tokens.Add(('"', code[(i + 1)..close]));
                return close + 1;
            case '\\' or '!':
                if (i + 1 < code.Length) tokens.Add(('"', code[i + 1].ToString()));
                return i + 2;
            case '_' or '*':
                return i + 2;
            case '[':
                // [$-419] is a language, [Red] a colour, [h] hours beyond a day.
                var end = code.IndexOf(']', i) is >= 0 and var b ? b : code.Length - 1;
                if (end == i + 2 && char.ToLowerInvariant(code[i + 1]) is 'h' or 'm' or 's') tokens.Add((char.ToLowerInvariant(code[i + 1]), "x"));
                return end + 1;
        }
        if (string.Compare(code, i, "General", 0, 7, StringComparison.OrdinalIgnoreCase) == 0)
        {
            tokens.Add(('g', ""));
            return i + 7;
        }
        if (string.Compare(code, i, "AM/PM", 0, 5, StringComparison.OrdinalIgnoreCase) == 0)
        {
            tokens.Add(('a', ""));
            return i + 5;
        }
        return "ymdhs".Contains(char.ToLowerInvariant(c)) ? Letters(code, i, tokens) : "0#?".Contains(c) ? Digits(code, i, tokens) : Sign(c, i, tokens);
    }

    private static int Letters(string code, int i, List<(char Kind, string Text)> tokens)
    {
        var start = i;
        while (i < code.Length && char.ToLowerInvariant(code[i]) == char.ToLowerInvariant(code[start])) i++;
        tokens.Add((char.ToLowerInvariant(code[start]), code[start..i]));
        return i;
    }

    private static int Digits(string code, int i, List<(char Kind, string Text)> tokens)
    {
        var pattern = new StringBuilder();
        for (; i < code.Length && "0#?.,".Contains(code[i]); i++) pattern.Append(code[i]);
        // «0.» is a number with a full stop after it only when the stop is quoted; a bare one ends in a comma, which nobody shows.
        tokens.Add(('0', pattern.ToString().TrimEnd('.', ',')));
        return i;
    }

    private static int Sign(char c, int i, List<(char Kind, string Text)> tokens)
    {
        // The separator of dates is a full stop in Russian.
        if (c != '@') tokens.Add(('"', c == '/' ? "." : c.ToString()));
        return i + 1;
    }

    /// <summary>«m» beside hours or seconds is minutes.</summary>
    private static void MarkMinutes(List<(char Kind, string Text)> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != 'm' || tokens[i].Text.Length > 2) continue;
            var before = tokens.Take(i).LastOrDefault(t => t.Kind != '"').Kind;
            var after = tokens.Skip(i + 1).FirstOrDefault(t => t.Kind != '"').Kind;
            if (before == 'h' || after == 's') tokens[i] = ('M', tokens[i].Text);
        }
    }
}
