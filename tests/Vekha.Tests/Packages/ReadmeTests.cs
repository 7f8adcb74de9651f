using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Vekha.Tests.Plans;

namespace Vekha.Tests.Packages;

/// <summary>What other developers take: the readmes tell the truth, the packages hold what they should.</summary>
public sealed partial class ReadmeTests
{
    [Theory, InlineData("Vekha"), InlineData("Vekha.Documents")]
    public void Every_example_of_the_readme_is_a_test(string project)
    {
        var examples = Plain(File.ReadAllText(Path.Combine(PlanFiles.Root, "tests/Vekha.Tests/Packages/ReadmeExamples.cs")));
        var blocks = Fence().Matches(File.ReadAllText(Path.Combine(PlanFiles.Root, "src", project, "README.md"))).Select(m => m.Groups[1].Value).ToList();
        blocks.ShouldNotBeEmpty();
        foreach (var block in blocks) examples.ShouldContain(Plain(block));
    }

    [Theory, InlineData("Vekha"), InlineData("Vekha.Documents")]
    public void The_package_carries_its_readme_licence_and_documentation(string project)
    {
        var folder = Directory.CreateTempSubdirectory("vekha-pack-");
        try
        {
            Pack(project, folder.FullName);
            using var package = ZipFile.OpenRead(folder.EnumerateFiles("*.nupkg").Single().FullName);
            package.GetEntry("README.md").ShouldNotBeNull();
            package.GetEntry($"lib/net10.0/{project}.dll").ShouldNotBeNull();
            package.GetEntry($"lib/net10.0/{project}.xml").ShouldNotBeNull();
            using var stream = package.GetEntry($"{project}.nuspec").ShouldNotBeNull().Open();
            var about = XDocument.Load(stream).Root!.Elements().Single();
            string? Said(string name) => about.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
            Said("license").ShouldBe("MIT");
            Said("readme").ShouldBe("README.md");
            Said("description").ShouldNotBeNullOrWhiteSpace();
            var needs = about.Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => (string)e.Attribute("id")!).ToList();
            if (project == "Vekha") needs.ShouldBeEmpty();
            else needs.ShouldContain("Vekha");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Pack(string project, string folder)
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        using var pack = Process.Start(new ProcessStartInfo("dotnet", ["pack", Path.Combine(PlanFiles.Root, "src", project), "-c", configuration, "--no-build", "-o", folder, "-v", "quiet"])
        {
            RedirectStandardOutput = true,
        }).ShouldNotBeNull();
        var said = pack.StandardOutput.ReadToEnd();
        pack.WaitForExit(120_000).ShouldBeTrue();
        pack.ExitCode.ShouldBe(0, said);
    }

    private static string Plain(string code) => Spaces().Replace(code, " ").Trim();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
