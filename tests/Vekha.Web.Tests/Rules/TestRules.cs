using System.Reflection;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Rules;

public sealed class TestRules
{
    [Fact]
    public void Every_test_of_the_application_runs_on_both_databases()
    {
        var families = typeof(TestRules).Assembly.GetTypes()
            .Where(t => t.IsAbstract && t.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(VekhaApp))));

        foreach (var family in families)
        {
            var on = typeof(TestRules).Assembly.GetTypes().Where(t => t is { IsSealed: true } && t.IsSubclassOf(family))
                .SelectMany(t => t.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.ParameterType.Name)).ToList();
            on.ShouldContain(n => n.StartsWith("Sqlite"), family.Name);
            on.ShouldContain(n => n.StartsWith("Postgres"), family.Name);
        }
    }
}
