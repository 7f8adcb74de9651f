using System.Diagnostics;

namespace Vekha.Tests.Papers;

/// <summary>Every form turned into pages once, as an office program does it; needs LibreOffice and poppler.</summary>
public sealed class OfficePages : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vekha-paper-");

    public static bool IsPossible { get; } = new[] { "soffice", "pdftotext", "pdfinfo" }.All(IsInstalled);

    public async ValueTask InitializeAsync()
    {
        if (!IsPossible)
            return;
        await Convert("docx", """pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}""");
        await Convert("xlsx", "pdf");
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Words of the pages in reading order, spaces collapsed.</summary>
    public async Task<string> Words(string form, string format)
    {
        var text = await Run("pdftotext", "-raw", Pdf(form, format), "-");
        return string.Join(' ', text.Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>What poppler tells about the file, line by line.</summary>
    public async Task<IReadOnlyList<string>> About(string form, params string[] options) =>
        [.. (await Run("pdfinfo", [.. options, Pdf(form, "docx")])).Split('\n').Select(line => line.Trim())];

    private string Pdf(string form, string format) => Path.Combine(folder.FullName, format, form + ".pdf");

    private async Task Convert(string format, string into)
    {
        var papers = new List<string>();
        foreach (var form in PaperGoldenTests.Forms.Select(row => row.Data))
        {
            papers.Add(Path.Combine(folder.FullName, $"{form}.{format}"));
            await File.WriteAllBytesAsync(papers[^1], PaperGoldenTests.Written(PaperGoldenTests.PaperOf(form), format).ToArray());
        }

        // A profile of its own: a person may have the program open.
        await Run("soffice", [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", into, "--outdir", Path.Combine(folder.FullName, format), .. papers]);
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(place => File.Exists(Path.Combine(place, program)));

    private static async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            var output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            process.ExitCode.ShouldBe(0, await errors);
            return output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}

/// <summary>The papers as an office program shows them; skipped where it is not installed.</summary>
[Trait("Needs", "soffice")]
public sealed class PaperPdfTests(OfficePages pages) : IClassFixture<OfficePages>
{
    private const string Missing = "LibreOffice and poppler are not installed here.";

    [Theory]
    [InlineData("plan", "docx", "УТВЕРЖДАЮ", "Разработка и утверждение концепции Проекта", "IV квартал 2020 – II квартал 2021", "Заключительный этап", "Е.В. Соловьёва", "стр. 1 из 2")]
    [InlineData("plan-evidence", "docx", "Приложение 1", "УТВЕРЖДЕН", "от 15.02.2023 № 214", "контрольный день: 20.03.2023 включительно", "ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ")]
    [InlineData("progress", "docx", "по состоянию на 2 ноября 2020 г.", "первоначально 26.02.2021", "позже срока", "не наступило", "Исполнительская дисциплина")]
    [InlineData("remarks", "docx", "Замечания к плану", "Найдено 3 замечания.", "концепцияработы", "Что следует из плана")]
    [InlineData("assignments", "docx", "Справка о ходе исполнения", "Просрочено 2 поручения.", "П.6 Составление сметных", "возвращено, исправленного отчёта нет", "Таких поручений нет.")]
    [InlineData("plan", "xlsx", "УТВЕРЖДАЮ", "Разработка и утверждение концепции Проекта", "Заключительный этап", "стр. 1 из")]
    [InlineData("plan-evidence", "xlsx", "20.03.2023", "ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ")]
    [InlineData("progress", "xlsx", "30.10.2020", "позже срока", "Исполнительская дисциплина", "60 %")]
    [InlineData("remarks", "xlsx", "Найдено 3 замечания.", "34 строки → 304 поручения")]
    [InlineData("assignments", "xlsx", "Первоначальный срок", "15.10.2020")]
    public async Task Office_program_shows_every_form_as_pages(string form, string format, params string[] words)
    {
        Assert.SkipUnless(OfficePages.IsPossible, Missing);
        var shown = await pages.Words(form, format);
        foreach (var word in words)
            shown.ShouldContain(word, Case.Sensitive);
    }

    [Fact]
    public async Task Screen_reader_finds_headings_and_heads_of_columns_in_the_pdf()
    {
        Assert.SkipUnless(OfficePages.IsPossible, Missing);
        var about = await pages.About("progress");
        about.ShouldContain(line => line.StartsWith("Title:", StringComparison.Ordinal) && line.Contains("Отчёт о ходе реализации", StringComparison.Ordinal));
        about.Single(line => line.StartsWith("Tagged:", StringComparison.Ordinal)).ShouldEndWith("yes");

        var parts = await pages.About("progress", "-struct");
        parts.Count(part => part.StartsWith("H1", StringComparison.Ordinal)).ShouldBe(1);
        parts.Count(part => part.StartsWith("Table", StringComparison.Ordinal)).ShouldBe(2);
        parts.Count(part => part.StartsWith("TH", StringComparison.Ordinal)).ShouldBeGreaterThan(15);
    }
}
