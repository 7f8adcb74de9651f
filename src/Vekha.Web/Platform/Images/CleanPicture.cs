using System.Xml;
using Vekha.Wording;

namespace Vekha.Web.Platform.Images;

/// <summary>A picture without metadata; no bytes when the file is broken.</summary>
internal sealed record CleanPicture(byte[]? Bytes, int Width, int Height)
{
    /// <summary>Two hundred megapixels: the largest telephones make; more is a trap for whoever opens it.</summary>
    public const long MostPixels = 200_000_000;

    public static readonly CleanPicture Broken = new(null, 0, 0);
}

/// <summary>What a picture must be to be kept, and what it becomes.</summary>
internal static class Pictures
{
    private const string Not = "Файл не принят";

    /// <summary>
    /// The bytes to keep and the name that fits them. A file that is no picture and does not say so passes as it is.
    /// </summary>
    /// <exception cref="Refusal">HEIC, a drawing with a program inside, a picture that is none, broken or too large.</exception>
    public static (byte[] Bytes, string Name)? Clean(string name, PictureKind kind, Func<byte[]> read)
    {
        var promised = PictureKinds.ByName(name);
        if (kind == PictureKind.Heic) throw new Refusal(Not, $"«{name}» — снимок в формате телефона (HEIC), его не откроют ни Word, ни браузер", "Сохраните его как JPEG: на iPhone «Настройки — Камера — Форматы — Наиболее совместимые», на компьютере «Экспортировать — JPEG», и отправьте ещё раз");
        if (kind == PictureKind.Svg || promised == PictureKind.Svg)
        {
            MustBeQuiet(name, kind, read());
            return null;
        }
        if (kind == PictureKind.None) return promised == PictureKind.None ? null : throw new Refusal(Not, $"«{name}» назван снимком, но внутри не снимок", "Откройте файл на своём компьютере и сохраните его как JPEG или PNG");
        // What is called a document and is a picture is kept as it is called: no reader will take it for more than it is.
        if (kind is PictureKind.Tiff or PictureKind.Bmp) return null;
        var clean = kind switch
        {
            PictureKind.Jpeg => JpegFile.Clean(read()),
            PictureKind.Png => PngFile.Clean(read()),
            PictureKind.WebP => WebPFile.Clean(read()),
            _ => GifFile.Clean(read()),
        };
        if (clean.Bytes is not { } bytes) throw new Refusal(Not, $"Снимок «{name}» повреждён", "Откройте его, сохраните заново и отправьте ещё раз");
        if ((long)clean.Width * clean.Height > CleanPicture.MostPixels)
            throw new Refusal(Not, $"Снимок «{name}» — {Ru.Number(clean.Width)} × {Ru.Number(clean.Height)} точек: такой не откроется на обычном компьютере", "Уменьшите его, 4 000 точек по длинной стороне хватит для печати");
        return (bytes, promised == kind ? name : Path.GetFileNameWithoutExtension(name) + kind.Extension());
    }

    // A drawing is text with a program in it where somebody put one; it is given back as an attachment only, but other
    // programs open attachments too.
    private static void MustBeQuiet(string name, PictureKind kind, byte[] bytes)
    {
        if (kind != PictureKind.Svg) throw new Refusal(Not, $"«{name}» назван рисунком SVG, но его не прочесть", "Сохраните рисунок как PNG");
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = bytes.Length });
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.LocalName.ToLowerInvariant() is "script" or "foreignobject" or "iframe" or "object" or "embed" or "handler" or "animate" or "set") throw Alive(name);
                while (reader.MoveToNextAttribute())
                    if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || IsOutside(reader.LocalName, reader.Value)) throw Alive(name);
            }
        }
        catch (XmlException)
        {
            throw new Refusal(Not, $"Рисунок «{name}» повреждён или содержит вставки, которых мы не принимаем", "Сохраните его как PNG");
        }
    }

    private static bool IsOutside(string attribute, string value) =>
        attribute.Equals("href", StringComparison.OrdinalIgnoreCase) && !value.TrimStart().StartsWith('#') && !value.TrimStart().StartsWith("data:image/png", StringComparison.OrdinalIgnoreCase) && !value.TrimStart().StartsWith("data:image/jpeg", StringComparison.OrdinalIgnoreCase);

    private static Refusal Alive(string name) => new(Not, $"В рисунке «{name}» есть программа или ссылка наружу", "Сохраните рисунок как PNG");
}
