using System.Reflection;
using System.Text;
using Vekha.Deadlines;
using Vekha.Documents.Reading;
using Vekha.Tests.Plans;

namespace Vekha.Tests.Packages;

/// <summary>A change of what others can call is seen in review: `./run test --accept` writes it anew.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_core_offers_what_it_offered() => Same(typeof(Deadline).Assembly, "Vekha.api.txt");

    [Fact]
    public void The_documents_offer_what_they_offered() => Same(typeof(DocumentReader).Assembly, "Vekha.Documents.api.txt");

    private static void Same(Assembly assembly, string file)
    {
        var path = Path.Combine(PlanFiles.Root, "tests/Vekha.Tests/Packages", file);
        var now = Of(assembly);
        if (Environment.GetEnvironmentVariable("VEKHA_ACCEPT") == "1") File.WriteAllText(path, now);
        now.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"), "The public surface has changed. If it should: ./run test --accept, and say so in CHANGELOG.md.");
    }

    private static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type, full: true)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal)) text.Append("  ").Append(line).Append('\n');
        }
        return text.ToString();
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : "class";

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type);
        var all = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);
        return all.Where(m => !Generated(m)).Select(Line).OfType<string>();
    }

    // What the compiler writes for a record says nothing of its own; neither do accessors beside their property.
    private static bool Generated(MemberInfo member) =>
        member.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$" or "op_Equality" or "op_Inequality" or "EqualityContract"
        || member is MethodInfo { IsSpecialName: true } && (member.Name.StartsWith("get_", StringComparison.Ordinal) || member.Name.StartsWith("set_", StringComparison.Ordinal));

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo made => $"new({Parameters(made)})",
        MethodInfo method => $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{Arguments(method)}({Parameters(method)})",
        PropertyInfo property => $"{(property.GetMethod?.IsStatic == true ? "static " : "")}{Name(property.PropertyType)} {property.Name} {{ get;{(property.SetMethod?.IsPublic == true ? " set;" : "")} }}",
        FieldInfo field => $"{(field.IsLiteral ? "const " : "")}{Name(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.IsOptional ? " = …" : "")}"));

    private static string Arguments(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    private static string Name(Type type, bool full = false)
    {
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        var name = full ? (type.FullName ?? type.Name).Replace('+', '.') : type.DeclaringType is { } outer && !type.IsGenericParameter ? $"{outer.Name}.{type.Name}" : type.Name;
        if (!type.IsGenericType) return name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return $"{(tick < 0 ? name : name[..tick])}<{string.Join(", ", type.GetGenericArguments().Select(a => Name(a)))}>";
    }
}
