using System.Globalization;
using System.Text;

namespace Vekha.Documents.Reading.Word;

internal sealed partial class WordReader
{
    /// <summary>Type of the words of a paragraph so far.</summary>
    private struct RunState
    {
        public bool? StyleBold;
        public bool? StyleHidden;
        public bool AllBold;
        public bool HasWords;
    }

    /// <summary>Fields that are open: true once their result, not their code, is being read.</summary>
    private readonly List<bool> fields = [];

    private void ReadRun(ref RunState state, WordStory story)
    {
        if (xml.IsEmpty) return;
        var depth = xml.Depth;
        var start = words.Length;
        bool? bold = state.StyleBold, hidden = state.StyleHidden;
        while (xml.Within(depth))
        {
            if (!IsWord) PassForeign();
            else if (xml.Name == "rPr") ReadRunProperties(ref bold, ref hidden);
            else if (xml.Name == "fldChar") ReadField();
            else if (xml.Name == "txbxContent") ReadTextBox(story);
            else if (hidden == true || fields.Contains(false)) PassUnseen();
            else ReadSign();
        }
        for (var i = start; i < words.Length; i++)
        {
            if (char.IsWhiteSpace(words[i])) continue;
            state.HasWords = true;
            if (bold != true) state.AllBold = false;
            break;
        }
    }

    private void ReadRunProperties(ref bool? bold, ref bool? hidden)
    {
        if (xml.IsEmpty) return;
        var depth = xml.Depth;
        bool? ownBold = null, ownHidden = null;
        while (xml.Within(depth))
            switch (xml.Name)
            {
                case "rStyle" when xml.Own("val") is { } id:
                    bold = context.Styles.Of(id).Bold ?? bold;
                    hidden = context.Styles.Of(id).Hidden ?? hidden;
                    break;
                case "b": ownBold = WordStyles.On(xml); break;
                case "vanish": ownHidden = WordStyles.On(xml); break;
                case "rPrChange": xml.Skip(); break;
            }
        bold = ownBold ?? bold;
        hidden = ownHidden ?? hidden;
    }

    /// <summary>A complex field: its code up to «separate» is not shown, its result is.</summary>
    private void ReadField()
    {
        switch (xml.Own("fldCharType"))
        {
            case "begin": fields.Add(false); break;
            case "separate" when fields.Count > 0: fields[^1] = true; break;
            case "end" when fields.Count > 0: fields.RemoveAt(fields.Count - 1); break;
        }
        xml.Skip();
    }

    private void PassUnseen()
    {
        if (xml.Name is "t" or "instrText" or "delText") xml.Skip();
    }

    private void ReadSign()
    {
        switch (xml.Name)
        {
            case "t": xml.AppendText(words); break;
            case "tab" or "ptab": words.Append('\t'); break;
            case "br" when xml.Own("type") is null or "textWrapping": words.Append('\n'); break;
            case "br": words.Append('\n'); break;
            case "cr": words.Append('\n'); break;
            case "noBreakHyphen": words.Append('-'); break;
            case "sym": words.Append(Symbol()); break;
            case "lastRenderedPageBreak": Page = Page == 0 ? 2 : Page + 1; break;
            case "footnoteReference": AppendMark("footnote"); break;
            case "endnoteReference": AppendMark("endnote"); break;
            case "drawing" or "pict" or "object": context.HasPictures = true; break;
            case "instrText" or "delText" or "delInstrText" or "rt": xml.Skip(); break;
        }
    }

    /// <summary>«[^2]». An author's own mark is the text that follows in the same run.</summary>
    private void AppendMark(string kind)
    {
        if (xml.Own("id") is not { } id) return;
        string? own = null;
        if (xml.Own("customMarkFollows") is not (null or "0" or "false" or "off"))
        {
            var depth = xml.Depth - 1;
            if (xml.Within(depth) && xml.Name == "t") own = xml.Text().Trim();
            if (own is not { Length: > 0 }) return;
        }
        words.Append("[^").Append(context.Mark(kind, id, own)).Append(']');
    }

    /// <summary>Ticks and crosses of the symbol fonts are marks in grids of months; the rest are bullets.</summary>
    private string Symbol()
    {
        if (!int.TryParse(xml.Own("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)) return "";
        var font = xml.Own("font") ?? "";
        if (code < 0xF000) return code is > 0x20 and < 0xD800 ? ((char)code).ToString() : "";
        return (font, code & 0xFF) switch
        {
            ("Wingdings", 0xFC or 0xFE) or ("Wingdings 2", 0x50 or 0x52) => "✓",
            ("Wingdings", 0xFB or 0xFD) or ("Wingdings 2", 0x4F or 0x51) => "х",
            (_, 0x2D) => "-",
            (_, 0x2B) => "+",
            (_, 0x2A) => "*",
            _ => "•",
        };
    }

    /// <summary>The words of a text box come before the paragraph that holds it; inside a cell they belong to the cell.</summary>
    private void ReadTextBox(WordStory story)
    {
        var outer = words;
        words = new StringBuilder();
        var inner = ReadStory();
        words = outer;
        foreach (var block in inner.Blocks) story.Add(block);
    }
}
