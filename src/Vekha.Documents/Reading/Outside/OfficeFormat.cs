namespace Vekha.Documents.Reading.Outside;

/// <summary>Turns .doc, .rtf, .odt and .ods into Word and Excel files with LibreOffice, where it is installed.</summary>
internal static class OfficeFormat
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(50);

    private static readonly string[] Programs =
        ["soffice", "libreoffice", "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", @"C:\Program Files\LibreOffice\program\soffice.exe"];

    /// <summary>The bytes of the file in the new format.</summary>
    /// <param name="extension">Extension of the old format, for LibreOffice to choose its reader by.</param>
    /// <param name="target">«docx» or «xlsx».</param>
    /// <exception cref="UnreadableException">LibreOffice is absent, or could not read the file.</exception>
    public static byte[] Convert(byte[] bytes, string extension, string target)
    {
        using var folder = new WorkFolder();
        var source = folder.File($"document.{extension}");
        File.WriteAllBytes(source, bytes);
        // A profile of its own: a second LibreOffice would otherwise hand the file to the first and end.
        string[] arguments = [$"-env:UserInstallation={new Uri(folder.File("profile"))}", "--headless", "--norestore", "--nolockcheck", "--convert-to", target, "--outdir", folder.File("out"), source];
        foreach (var program in Programs)
        {
            OutsideProgram.Run(program, arguments, Limit, out var isAbsent);
            if (isAbsent) continue;
            var result = new FileInfo(folder.File($"out/document.{target}"));
            if (result.Exists && result.Length is > 0 and <= ReadingLimits.FileBytes) return File.ReadAllBytes(result.FullName);
            throw new UnreadableException($"LibreOffice не смог прочитать файл .{extension}. Возможно, он повреждён или защищён паролем. Сохраните его как .{target} и загрузите снова.");
        }
        throw new UnreadableException($"Для файлов .{extension} на сервере нужна программа LibreOffice (пакет libreoffice). Попросите администратора установить её или сохраните файл как .{target}.");
    }
}
