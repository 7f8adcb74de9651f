using System.Security.Cryptography;
using System.Text.Json;
using System.Text;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

public sealed partial class Plan
{
    /// <summary>A short mark of the rows as they are now: another text has another mark. Needs the rows with executors and parts.</summary>
    public string TextMark() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Rows.Select(m =>
        new { m.Code, m.Title, m.DeadlineText, Executors = m.Executors.OrderBy(e => e.Position).Select(e => e.Name), Parts = m.Deliverables.OrderBy(d => d.Position).Select(d => d.Title) })))))[..16];

    /// <summary>All executors of the plan or of some of its rows, each once: two names of one unit are one.</summary>
    /// <param name="some">Rows to look at; <c>null</c> for all.</param>
    public IReadOnlyList<(string Name, Guid? Unit)> ExecutorUnits(IReadOnlyCollection<Guid>? some = null) =>
        [.. Rows.Where(m => some is null || some.Contains(m.Id)).SelectMany(m => m.Executors.OrderBy(e => e.Position)).GroupBy(e => e.OrganisationId?.ToString() ?? Ru.Key(e.Name)).Select(g => (g.First().Name, g.First().OrganisationId))];
}
