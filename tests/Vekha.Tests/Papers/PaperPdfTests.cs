using System.Diagnostics;
using Vekha.Documents.Writing;

namespace Vekha.Tests.Papers;

/// <summary>The papers as an office program shows them; skipped where LibreOffice or poppler is not installed.</summary>
public sealed class PaperPdfTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("plan", "docx", "УТВЕРЖДАЮ", "Разработка и утверждение концепции Проекта", "IV квартал 2020 – II квартал 2021", "Заключительный этап", "Е.В. Соловьёва", "стр. 1 из 2")]
    [InlineData("plan-evidence", "docx", "Приложение 1", "УТВЕРЖДЕН", "от 15.02.2023 № 214", "контрольный день: 20.03.2023 включительно", "ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ")]
    [InlineData("progress", "docx", "по состоянию на 2 ноября 2020 г.", "первоначально 26.02.2021", "позже срока", "не наступило", "Исполнительская дисциплина")]
    [InlineData("remarks", "docx", "Замечания к плану", "Найдено 3 замечания.", "концепцияработы", "Что следует из плана")]
    [InlineData("assignments", "docx", "Справка о ходе исполнения", "Просрочено 2 поручения.", "П.6 Составление сметных", "возвращено, исправленного отчёта нет", "Таких поручений нет.")]
    [InlineData("plan", "xlsx", "УТВЕРЖДАЮ", "Разработка и утверждение концепции Проекта", "Заключительный этап", "стр. 1 из")]
    [InlineData("progress", "xlsx", "30.10.2020", "позже срока", "Исполнительская дисциплина")]
    [Trait("Needs", "soffice")]
    public async Task Office_program_shows_every_form_as_pages(string form, string format, params string[] words)
    {
        Assert.SkipUnless(IsInstalled("soffice") && IsInstalled("pdftotext"), "LibreOffice and poppler are not installed here.");
        var folder = Directory.CreateTempSubdirectory("vekha-paper-");
        try
        {
            var paper = Path.Combine(folder.FullName, $"{form}.{format}");
            await File.WriteAllBytesAsync(paper, PaperGoldenTests.Written(PaperGoldenTests.PaperOf(form), format).ToArray(), TestContext.Current.CancellationToken);
            await Run("soffice", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, paper);
            var pages = await Run("pdftotext", "-raw", Path.ChangeExtension(paper, "pdf"), "-");

            var squeezed = string.Join(' ', pages.Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            foreach (var word in words)
                squeezed.ShouldContain(word);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    [Trait("Needs", "soffice")]
    public async Task Screen_reader_finds_headings_and_heads_of_columns_in_the_pdf()
    {
        Assert.SkipUnless(IsInstalled("soffice") && IsInstalled("pdfinfo"), "LibreOffice and poppler are not installed here.");
        var folder = Directory.CreateTempSubdirectory("vekha-paper-");
        try
        {
            var paper = Path.Combine(folder.FullName, "progress.docx");
            await File.WriteAllBytesAsync(paper, PaperGoldenTests.Written(PaperGoldenTests.PaperOf("progress"), "docx").ToArray(), TestContext.Current.CancellationToken);
            await Run("soffice", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless",
                "--convert-to", """pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}""", "--outdir", folder.FullName, paper);
            var pdf = Path.ChangeExtension(paper, "pdf");

            var about = await Run("pdfinfo", pdf);
            about.ShouldContain("Отчёт о ходе реализации");
            var tagged = about.Split('\n').Single(line => line.StartsWith("Tagged:", StringComparison.Ordinal));
            tagged.ShouldContain("yes");
            var parts = (await Run("pdfinfo", "-struct", pdf)).Split('\n').Select(line => line.Trim()).ToList();
            parts.Count(part => part.StartsWith("H1", StringComparison.Ordinal)).ShouldBe(1);
            parts.Count(part => part.StartsWith("Table", StringComparison.Ordinal)).ShouldBe(2);
            parts.Count(part => part.StartsWith("TH", StringComparison.Ordinal)).ShouldBeGreaterThan(15);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

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
