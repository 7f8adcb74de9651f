using System.Text.RegularExpressions;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Rules;

/// <summary>Habits of the sources that a reader relies on, checked so that nobody has to remember them.</summary>
public sealed partial class SourceRules
{
    private const int ClassLines = 300;
    private const int PageLines = 150;

    // Who may lean on whom in the web application: the river of docs/architecture.md.
    private static readonly string[] OnPlans = ["Shared", "Accounts", "Plans", "Maps", "Facts"];

    // What every feature that Program names after them may call: consent is asked wherever a name is written down.
    private static readonly string[] Common = ["PersonalData"];

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Data"] = [],
        ["Platform"] = [],
        ["Shared"] = ["Shared"],
        ["Accounts"] = ["Shared", "Accounts"],
        ["Plans"] = ["Shared", "Accounts", "Plans"],
        ["Maps"] = ["Shared", "Accounts", "Operations", "Plans", "Maps"],
        ["Facts"] = OnPlans,
        // A site is a unit, a card of a registry and a column of the cascade: it ties the two together.
        ["Sites"] = [.. OnPlans, "Cascade", "Registries", "Sites"],
        // An opening is about a card, a press tour about several; awards are for cards and are handed over at events.
        ["Events"] = [.. OnPlans, .. Common, "Registries", "Events"],
        ["Awards"] = [.. OnPlans, .. Common, "Registries", "Events", "Awards"],
        ["Media"] = [.. OnPlans, "Reminders", "Registries", "Events", "Media"],
    };

    private static readonly string[] TopmostFeatures = ["Home"];

    [Fact]
    public void Features_lean_only_on_those_before_them_in_the_river()
    {
        var wrong = new List<string>();
        var order = Listed.Matches(Repository.Read("src/Vekha.Web/Program.cs")).Select(m => m.Groups[1].Value).ToList();
        foreach (var (path, text) in Sources("src/Vekha.Web", "*.cs", "*.cshtml"))
        {
            var folder = FolderOf(path);
            if (folder is null || TopmostFeatures.Contains(folder)) continue;
            var allowed = Arrows.GetValueOrDefault(folder) ?? [.. OnPlans, .. Common.Where(c => order.IndexOf(c) < order.IndexOf(folder)), folder];
            wrong.AddRange(Mentions.Matches(text).Select(m => m.Groups[1].Value).Where(f => !allowed.Contains(f)).Distinct().Select(f => $"{path} names {f}"));
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_core_library_leans_on_nothing_and_asks_neither_the_clock_nor_the_disk()
    {
        var project = Repository.Read("src/Vekha/Vekha.csproj");
        project.ShouldNotContain("PackageReference");
        project.ShouldNotContain("ProjectReference");
        Sources("src/Vekha", "*.cs").Where(s => Impure.IsMatch(WithoutComments(s.Text))).Select(s => s.Path).ShouldBeEmpty();
        Repository.Read("src/Vekha.Documents/Vekha.Documents.csproj").ShouldNotContain("EntityFrameworkCore");
    }

    [Fact]
    public void Files_can_be_read_in_one_sitting()
    {
        var long_ = Sources("src", "*.cs").Concat(Sources("tests", "*.cs"))
            .Where(s => Lines(s.Text) > (s.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? PageLines : ClassLines))
            .Concat(Sources("src", "*.cshtml").Where(s => Lines(s.Text) > PageLines));

        long_.Select(s => $"{s.Path}: {Lines(s.Text)} lines").ShouldBeEmpty();
    }

    [Fact]
    public void Pages_and_styles_name_no_foreign_address_and_carry_no_inline_style_or_script()
    {
        foreach (var (path, text) in Sources("src/Vekha.Web", "*.cshtml", "*.css", "*.js").Where(s => !s.Path.Contains("wwwroot/lib", StringComparison.Ordinal)))
        {
            Foreign.Matches(text).Select(m => m.Value).Where(a => a != "http://www.w3.org").ShouldBeEmpty(path);
            if (!path.EndsWith(".cshtml", StringComparison.Ordinal)) continue;
            text.ShouldNotContain(" style=\"", customMessage: path);
            InlineScript.IsMatch(text).ShouldBeFalse(path);
        }
    }

    [Fact]
    public void Every_icon_a_page_names_is_in_the_list()
    {
        var listed = Repository.Read("src/Vekha.Web/Features/Shared/icons.txt").Split('\n').ToHashSet();
        var named = Sources("src/Vekha.Web", "*.cshtml").SelectMany(s => Icon.Matches(s.Text).Select(m => m.Groups[1].Value)).Where(n => n != "veha");

        named.Where(n => !listed.Contains(n)).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        var marks = new Regex("TO" + "DO|FIX" + "ME|HA" + "CK\\b|NotImplemented" + "Exception");

        Sources("src", "*.cs", "*.cshtml", "*.css").Concat(Sources("tests", "*.cs")).Where(s => marks.IsMatch(s.Text)).Select(s => s.Path).ShouldBeEmpty();
    }

    [Fact]
    public void No_type_is_named_after_a_pattern()
    {
        var pattern = new Regex(@"\b(?:class|record|struct|interface)\s+\w*(?:Manager|Helper|Utils?|Service|Repository|Dto|ViewModel)\b");

        Sources("src", "*.cs").SelectMany(s => pattern.Matches(s.Text).Select(m => $"{s.Path}: {m.Value}"))
            .Where(m => !m.EndsWith("TagHelper", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string? FolderOf(string path)
    {
        var parts = path.Split('/');
        return parts is ["src", "Vekha.Web", "Features", var feature, _, ..] ? feature : parts is ["src", "Vekha.Web", "Data" or "Platform", _, ..] ? parts[2] : null;
    }

    private static int Lines(string text) => text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    private static string WithoutComments(string text) => Comment.Replace(text, "");

    private static IEnumerable<(string Path, string Text)> Sources(string folder, params string[] patterns) =>
        patterns.SelectMany(p => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), p, SearchOption.AllDirectories))
            .Select(p => Path.GetRelativePath(Repository.Root, p).Replace('\\', '/'))
            .Where(p => !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/bin/", StringComparison.Ordinal) && !p.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(p => (p, Repository.Read(p)));

    [GeneratedRegex(@"\b(\w+)Feature\.Contents")]
    private static partial Regex Listed { get; }

    [GeneratedRegex(@"Vekha\.Web\.Features\.(\w+)")]
    private static partial Regex Mentions { get; }

    [GeneratedRegex(@"\b(?:DateTime|DateTimeOffset)\.(?:Now|UtcNow|Today)\b|\bTimeProvider\.System\b|\bFile\.|\bDirectory\.|\bConsole\.|\bHttpClient\b|\bProcess\.")]
    private static partial Regex Impure { get; }

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment { get; }

    [GeneratedRegex(@"https?://[\w.-]+")]
    private static partial Regex Foreign { get; }

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|\son(?:click|change|submit|load|input)=""")]
    private static partial Regex InlineScript { get; }

    [GeneratedRegex(@"<v-icon name=""([a-z0-9-]+)""")]
    private static partial Regex Icon { get; }
}
