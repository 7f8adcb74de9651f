using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Vekha.Documents.Writing;
using Vekha.Documents.Writing.Forms;

namespace Vekha.Tests.Papers;

/// <summary>Every form of the field, compared with its reviewed text; <c>VEKHA_ACCEPT=1</c> rewrites the texts.</summary>
public sealed class PaperGoldenTests
{
    public static readonly TheoryData<string> Forms = ["plan", "plan-evidence", "progress", "remarks", "assignments"];

    internal static Paper PaperOf(string form) => form switch
    {
        "plan" => PlanForm.Paper(SamplePapers.Plan),
        "plan-evidence" => PlanForm.Paper(SamplePapers.PlanWithEvidence),
        "progress" => ProgressForm.Paper(SamplePapers.Progress),
        "remarks" => RemarksForm.Paper(SamplePapers.Remarks),
        "assignments" => AssignmentsForm.Paper(SamplePapers.Assignments),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    internal static MemoryStream Written(Paper paper, string format)
    {
        var file = new MemoryStream();
        if (format == "docx")
            WordPaper.Write(paper, file);
        else
            ExcelPaper.Write(paper, file);
        file.Position = 0;
        return file;
    }

    [Theory, MemberData(nameof(Forms))]
    public void Word_form_reads_as_it_was_approved(string form) => ShouldBeGolden(form, "docx");

    [Theory, MemberData(nameof(Forms))]
    public void Excel_form_reads_as_it_was_approved(string form) => ShouldBeGolden(form, "xlsx");

    [Theory, MemberData(nameof(Forms))]
    public void Word_form_opens_without_repair(string form)
    {
        using var file = WordprocessingDocument.Open(Written(PaperOf(form), "docx"), false);
        Errors(file).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Forms))]
    public void Excel_form_opens_without_repair(string form)
    {
        using var file = SpreadsheetDocument.Open(Written(PaperOf(form), "xlsx"), false);
        Errors(file).ShouldBeEmpty();
    }

    [Fact]
    public async Task Same_paper_gives_the_same_bytes_at_another_time()
    {
        var first = All();
        // A zip counts time in steps of two seconds.
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);
        All().ShouldBe(first);

        static List<string> All() =>
            [.. Forms.SelectMany(row => new[] { "docx", "xlsx" }.Select(format => Convert.ToHexString(SHA256.HashData(Written(PaperOf(row.Data), format)))))];
    }

    private static IEnumerable<string> Errors(OpenXmlPackage file) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");

    private static void ShouldBeGolden(string form, string format, [CallerFilePath] string here = "")
    {
        var actual = PaperText.Of(Written(PaperOf(form), format));
        var golden = Path.Combine(Path.GetDirectoryName(here)!, $"{form}.{format}.expected.txt");
        if (Environment.GetEnvironmentVariable("VEKHA_ACCEPT") == "1")
            File.WriteAllText(golden, actual);
        File.Exists(golden).ShouldBeTrue($"{golden} is missing: run the tests with VEKHA_ACCEPT=1 and review the file.");
        actual.ShouldBe(File.ReadAllText(golden));
    }
}
