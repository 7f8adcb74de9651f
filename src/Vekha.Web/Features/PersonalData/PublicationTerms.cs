using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>Reads «фотография: да», «фамилия, имя, отчество: без отчества», «видеозапись: нет», a line for every datum.</summary>
internal static class PublicationTerms
{
    public static IReadOnlyList<PublicationTerm> Read(string? words, IReadOnlyList<string> fields)
    {
        const string not = "Согласие не записано";
        List<PublicationTerm> terms = [];
        foreach (var line in (words ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.LastIndexOf(':');
            var name = (colon < 0 ? line : line[..colon]).Trim();
            if (fields.FirstOrDefault(f => f.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } field)
                throw new Refusal(not, $"Данных «{name}» в этой цели нет", $"Пишите так, как в перечне: {string.Join("; ", fields)}") { Field = "Agree.Terms" };
            var said = colon < 0 ? "да" : line[(colon + 1)..].Trim().TrimEnd('.', ';');
            terms.Add(said.ToLowerInvariant() switch
            {
                "да" or "" or "можно" or "без ограничений" => new(field, PublicationRule.Allowed),
                "нет" or "нельзя" or "запрещаю" or "запрещено" => new(field, PublicationRule.Forbidden),
                _ => new(field, PublicationRule.Conditional, said),
            });
        }
        if (terms.Count == 0) throw new Refusal(not, "Не сказано, что разрешено публиковать", $"Перечислите по строке: «{fields[0]}: да»") { Field = "Agree.Terms" };
        return terms;
    }
}
