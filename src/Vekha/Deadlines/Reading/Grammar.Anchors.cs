namespace Vekha.Deadlines.Reading;

/// <summary>How far the words of an event go: «со дня подписания соглашения, но не позднее 1 июня» ends before «но».</summary>
internal sealed partial class Grammar
{
    /// <summary>Where the words of an event end: at a sign that the next deadline follows.</summary>
    private int AnchorEnd(int i)
    {
        var depth = 0;
        for (var next = i; next < tokens.Count; next++)
        {
            switch (At(next))
            {
                case Lexeme.Semicolon or Lexeme.But: return next;
                case Lexeme.Open when next > i: return next;
                case Lexeme.Close when depth == 0: return next;
                case Lexeme.Dot when tokens[next].Glued && next + 1 < tokens.Count && tokens[next + 1].Glued: break; // «15.03.2022»
                case Lexeme.Comma or Lexeme.And or Lexeme.Dot or Lexeme.Dash when next > i && BeginsDeadline(next + 1): return next;
                case Lexeme.In when next > i && Is(next + 1, Lexeme.Course): return next;
                case Lexeme.Along when next > i && Is(next + 1, Lexeme.Number) && Date(next + 1, out _) > next + 1: return next;
                case Lexeme.Not when next > i && At(next + 1) is Lexeme.Later or Lexeme.Earlier or Lexeme.Rarer: return next;
                case Lexeme.Also when next > i && !Is(next - 1, Lexeme.Comma): return next;
                default:
                    if (next > i && tokens[next].Has(TokenMarks.Line) && BeginsDeadline(next)) return next;
                    if (next > i && Is(next, Lexeme.Until) && (At(next + 1) is Lexeme.Number && Date(next + 1, out _) > next + 1 || StartsFromEvent(i))) return next;
                    if (next > i && Is(next, Lexeme.From) && Is(next + 1, Lexeme.Number) && (Date(next + 1, out _) > next + 1 || At(next + 2) is Lexeme.Along or Lexeme.Until)) return next;
                    break;
            }
        }
        return tokens.Count;
    }

    /// <summary>Whether another deadline surely begins at a token.</summary>
    private bool BeginsDeadline(int i) => At(i) switch
    {
        Lexeme.Every or Lexeme.Each or Lexeme.Then or Lexeme.Also or Lexeme.But or Lexeme.Constantly or Lexeme.Twice or Lexeme.Immediately or Lexeme.According => true,
        Lexeme.Not => At(i + 1) is Lexeme.Later or Lexeme.Earlier or Lexeme.Rarer or Lexeme.Less or Lexeme.More,
        Lexeme.Until or Lexeme.To => At(i + 1) is Lexeme.Number or Lexeme.Ordinal or Lexeme.Month or Lexeme.EndWord,
        Lexeme.Along => At(i + 1) is Lexeme.Measure,
        Lexeme.In => At(i + 1) is Lexeme.Course || Is(i + 1, Lexeme.Accordance) && !IsWord(i + 3, "котор"),
        Lexeme.From => Is(i + 1, Lexeme.Number) && Date(i + 1, out _) > i + 1,
        Lexeme.Number => Date(i, out _) > i || Is(i + 1, Lexeme.Times),
        Lexeme.Month => Is(i - 1, Lexeme.Comma),
        _ => false,
    };
}
