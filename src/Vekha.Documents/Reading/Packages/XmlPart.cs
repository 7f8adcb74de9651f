using System.Text;
using System.Xml;

namespace Vekha.Documents.Reading.Packages;

/// <summary>A part of a package read forward once, with limits on depth and size; declarations of types are refused.</summary>
internal sealed class XmlPart : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        MaxCharactersInDocument = ReadingLimits.UnpackedBytes,
        MaxCharactersFromEntities = 0,
    };

    private readonly XmlReader reader;
    private readonly string part;

    public XmlPart(Stream bytes, string part)
    {
        reader = XmlReader.Create(bytes, Settings);
        this.part = part;
    }

    /// <summary>Goes to the next node.</summary>
    /// <exception cref="UnreadableException">Elements are nested too deep.</exception>
    public bool Read()
    {
        var more = reader.Read();
        if (reader.Depth > ReadingLimits.XmlDepth)
            throw new UnreadableException("Файл устроен слишком сложно: в нём слишком глубоко вложенные части. Сохраните документ заново.", part);
        return more;
    }

    public int Depth => reader.Depth;
    public bool IsElement() => reader.NodeType == XmlNodeType.Element;
    public bool IsElement(string name, string space) => IsElement() && reader.LocalName == name && reader.NamespaceURI == space;
    public bool IsEmpty => reader.IsEmptyElement;
    public string Name => reader.LocalName;
    public string Space => reader.NamespaceURI;

    /// <summary>An attribute of the same namespace as its element, as Word writes them.</summary>
    public string? Own(string name) => reader.GetAttribute(name, reader.NamespaceURI);

    /// <summary>An attribute without a namespace.</summary>
    public string? Plain(string name) => reader.GetAttribute(name);

    /// <summary>An attribute of another namespace.</summary>
    public string? Of(string name, string space) => reader.GetAttribute(name, space);

    /// <summary>The next element inside an element that stood at <paramref name="depth"/>, at any depth; false at its end.</summary>
    /// <remarks>A handler may consume an element to its end, or leave it, and its inner elements come next.</remarks>
    public bool Within(int depth)
    {
        while (Read())
        {
            if (reader.Depth <= depth) return false;
            if (reader.NodeType == XmlNodeType.Element) return true;
        }
        return false;
    }

    /// <summary>Passes an element with everything in it.</summary>
    public void Skip()
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (Read() && reader.Depth > depth) { }
    }

    /// <summary>Adds the words of an element and goes to its end.</summary>
    public void AppendText(StringBuilder to)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (Read() && reader.Depth > depth)
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                to.Append(reader.Value);
    }

    /// <summary>The words of an element; goes to its end.</summary>
    public string Text()
    {
        if (reader.IsEmptyElement) return "";
        var depth = reader.Depth;
        var text = "";
        while (Read() && reader.Depth > depth)
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text = text.Length == 0 ? reader.Value : text + reader.Value;
        return text;
    }

    public void Dispose() => reader.Dispose();
}
