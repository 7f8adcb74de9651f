using System.Text;
using System.Xml;

namespace Vekha.Documents.Writing;

/// <summary>Words on their way into XML.</summary>
internal static class PaperXml
{
    /// <summary>Drops what XML cannot hold (control characters, halves of surrogate pairs) and makes tabs spaces; <c>\n</c> stays.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\t' or '\v' or '\f')
                clean.Append(' ');
            else if (c == '\r')
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (!char.IsSurrogate(c) && XmlConvert.IsXmlChar(c))
                clean.Append(c);
        }

        return clean.ToString();
    }

    /// <summary>Paragraphs of a text, cleaned; an empty text is one empty paragraph.</summary>
    public static string[] Lines(string text) => Clean(text).Split('\n');

    /// <summary>Breaks words into lines of about <paramref name="width"/> characters.</summary>
    public static List<string> Wrap(string text, int width)
    {
        List<string> lines = [];
        foreach (var paragraph in Lines(text))
        {
            var line = new StringBuilder();
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                }

                line.Append(line.Length > 0 ? " " : "").Append(word);
            }

            lines.Add(line.ToString());
        }

        return lines;
    }
}
