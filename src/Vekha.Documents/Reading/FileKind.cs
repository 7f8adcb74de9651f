using System.Text;

namespace Vekha.Documents.Reading;

/// <summary>What a file is by its content; names lie.</summary>
internal enum FileKind
{
    Text,
    Table,
    Html,
    Package,
    OldWord,
    OldExcel,
    Rich,
    Pdf,
    Locked,
    Picture,
    Other,
}

/// <summary>Tells <see cref="FileKind"/> by the first bytes of a file.</summary>
internal static class FileSigns
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static FileKind Of(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8)) return FileKind.Package;
        if (bytes.StartsWith(CompoundFile)) return OfCompound(bytes);
        if (bytes.StartsWith("{\\rtf"u8)) return FileKind.Rich;
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        if (IsPicture(bytes)) return FileKind.Picture;
        if (IsBinary(bytes)) return FileKind.Other;
        if (IsHtml(bytes)) return FileKind.Html;
        return Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".tsv" ? FileKind.Table : FileKind.Text;
    }

    /// <summary>Files of Office before 2007, and newer ones behind a password, are told apart by the names of their streams.</summary>
    private static FileKind OfCompound(ReadOnlySpan<byte> bytes)
    {
        if (Names(bytes, "EncryptedPackage")) return FileKind.Locked;
        if (Names(bytes, "WordDocument")) return FileKind.OldWord;
        return Names(bytes, "Workbook") || Names(bytes, "Book") ? FileKind.OldExcel : FileKind.Other;
    }

    private static bool Names(ReadOnlySpan<byte> bytes, string stream) => bytes.IndexOf(Encoding.Unicode.GetBytes(stream + '\0')) >= 0;

    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8));

    /// <summary>Text has no zero bytes, unless it is UTF-16, where they alternate with letters.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return false;
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        int zeros = 0, controls = 0;
        foreach (var b in sample)
            if (b == 0) zeros++;
            else if (b < 32 && b is not (4 or 9 or 10 or 11 or 12 or 13 or 0x1A)) controls++;
        return controls * 20 > sample.Length || (zeros > 0 && !Plain.TextEncoding.IsUtf16(sample));
    }

    private static bool IsHtml(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith('<') && (start.Contains("<table", StringComparison.OrdinalIgnoreCase) || start.Contains("<body", StringComparison.OrdinalIgnoreCase)));
    }
}
