using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Rules;

/// <summary>docs/glossary.md is the bridge between the words of the field and the names of the code.</summary>
public sealed class GlossaryRules
{
    [Fact]
    public void Every_public_type_of_the_core_has_its_Russian_word()
    {
        var glossary = Repository.Read("docs/glossary.md");

        var missing = typeof(Vekha.Deadlines.Deadline).Assembly.GetExportedTypes().Select(NameOf).Where(n => !glossary.Contains($"`{n}`", StringComparison.Ordinal));

        missing.Order().ShouldBeEmpty("add a line «| слово | `Type` | meaning |» for each");
    }

    [Fact]
    public void The_glossary_names_no_type_that_is_gone()
    {
        var known = typeof(Vekha.Deadlines.Deadline).Assembly.GetExportedTypes().Select(NameOf).ToHashSet();

        var rows = Repository.Read("docs/glossary.md").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && l.Contains('`'));
        var named = rows.SelectMany(l => System.Text.RegularExpressions.Regex.Matches(l.Split('|')[2], "`([A-Za-z.]+)`").Select(m => m.Groups[1].Value));

        named.Where(n => !known.Contains(n)).ShouldBeEmpty();
    }

    private static string NameOf(Type type) => type.DeclaringType is { } outer ? $"{NameOf(outer)}.{type.Name}" : type.Name.Split('`')[0];
}
