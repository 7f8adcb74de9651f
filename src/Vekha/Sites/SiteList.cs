using System.Text.RegularExpressions;

namespace Vekha.Sites;

/// <summary>«Площадка» as a row of a list names it.</summary>
/// <param name="Row">Row of the list, from 1.</param>
/// <param name="Name">What people call it: «Ресурсный центр «Приволжье»».</param>
/// <param name="Region">Where it works, or <c>null</c>.</param>
/// <param name="Organisation">The organisation behind it, or <c>null</c> where it is the site itself.</param>
/// <param name="Coordinator">Full name of the coordinator, or <c>null</c>.</param>
/// <param name="Email">Mailbox of the coordinator in small letters, or <c>null</c>.</param>
/// <param name="Phone">As written, or <c>null</c>.</param>
/// <param name="Place">Where it meets: a town and an address, or <c>null</c>.</param>
public sealed record SiteLine(int Row, string Name, string? Region, string? Organisation, string? Coordinator, string? Email, string? Phone, string? Place);

/// <summary>A row of a list of sites that cannot be taken.</summary>
/// <param name="Row">Row of the list, from 1.</param>
/// <param name="Words">What is written there.</param>
/// <param name="Why">Why it is not taken, in Russian and without a capital letter.</param>
public sealed record SiteProblem(int Row, string Words, string Why);

/// <summary>«Список площадок»: rows pasted from a table or read from a sheet.</summary>
/// <param name="Lines">Rows that can be taken, each name once.</param>
/// <param name="Problems">Rows that cannot, with the reason.</param>
public sealed partial record SiteList(IReadOnlyList<SiteLine> Lines, IReadOnlyList<SiteProblem> Problems)
{
    /// <summary>More rows are no list of sites.</summary>
    public const int Most = 300;

    private const int LongestCell = 300;

    private enum Column { None, Name, Region, Organisation, Coordinator, Email, Phone, Place }

    /// <summary>How the columns stand where the list has no headings.</summary>
    private static readonly Column[] Usual = [Column.Name, Column.Region, Column.Organisation, Column.Coordinator, Column.Email, Column.Phone, Column.Place];

    /// <summary>Headings of the sheet in the usual order.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["Площадка", "Регион", "Организация", "Координатор", "Почта координатора", "Телефон координатора", "Место проведения"];

    /// <summary>Reads what a person has pasted: cells divided by tabs, as a table of Word or Excel gives them, or by semicolons.</summary>
    /// <param name="text">Lines of text.</param>
    public static SiteList Read(string? text) =>
        Read([.. (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(l => (IReadOnlyList<string>)l.Split(l.Contains('\t') ? '\t' : ';'))]);

    /// <summary>Reads rows of cells. A row with «Площадка» is the heading, what stands above it is left out; without one the usual order is meant.</summary>
    /// <param name="rows">Cells of each row from left to right.</param>
    public static SiteList Read(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var (lines, problems, seen) = (new List<SiteLine>(), new List<SiteProblem>(), new Dictionary<string, int>(StringComparer.CurrentCultureIgnoreCase));
        var head = Enumerable.Range(0, Math.Min(rows.Count, 30)).FirstOrDefault(i => rows[i].Count > 1 && rows[i].Any(c => Meaning(c) == Column.Name), -1);
        Column[] columns = head < 0 ? Usual : [.. rows[head].Select(Meaning)];
        for (var i = head + 1; i < rows.Count; i++)
        {
            if (rows[i].All(string.IsNullOrWhiteSpace)) continue;
            if (lines.Count + problems.Count >= Most)
            {
                problems.Add(new(i + 1, "", $"в списке больше {Most} строк, остальные не прочитаны"));
                break;
            }
            Take(i + 1, rows[i], columns, lines, problems, seen);
        }
        return new(lines, problems);
    }

    private static void Take(int number, IReadOnlyList<string> row, Column[] columns, List<SiteLine> lines, List<SiteProblem> problems, Dictionary<string, int> seen)
    {
        string? Cell(Column column) => Array.IndexOf(columns, column) is var at and >= 0 && at < row.Count && Space().Replace(row[at], " ").Trim() is { Length: > 0 } text ? text : null;
        var (name, email) = (Cell(Column.Name), Cell(Column.Email)?.ToLowerInvariant());
        var wrong = name is null ? "нет названия площадки"
            : row.Any(c => c.Length > LongestCell) ? $"в одной из граф больше {LongestCell} знаков"
            : seen.TryGetValue(name, out var before) ? $"такая площадка уже стоит в строке {before}"
            : email is not null && !Mailbox().IsMatch(email) ? $"«{email}» — не адрес почты"
            : email is not null && Cell(Column.Coordinator) is null ? "почта есть, а координатор не назван"
            : Cell(Column.Coordinator) is { } person && !person.Contains(' ') ? $"имя координатора неполное: «{person}»" : null;
        if (wrong is not null)
        {
            problems.Add(new(number, string.Join("; ", row.Where(c => !string.IsNullOrWhiteSpace(c)).Take(3).Select(c => c.Trim())), wrong));
            return;
        }
        seen[name!] = number;
        lines.Add(new(number, name!, Cell(Column.Region), Cell(Column.Organisation), Cell(Column.Coordinator), email, Cell(Column.Phone), Cell(Column.Place)));
    }

    private static Column Meaning(string heading)
    {
        var words = heading.Trim().ToLowerInvariant();
        // «Почта координатора» names a mailbox, «Координатор» a person: the more telling word is asked first.
        return words.StartsWith("площадка", StringComparison.Ordinal) || words is "название" or "наименование" ? Column.Name
            : words.Contains("почт", StringComparison.Ordinal) || words.Contains("mail", StringComparison.Ordinal) ? Column.Email
            : words.Contains("телефон", StringComparison.Ordinal) ? Column.Phone
            : words.Contains("координатор", StringComparison.Ordinal) || words.Contains("контактн", StringComparison.Ordinal) || words is "фио" ? Column.Coordinator
            : words.Contains("регион", StringComparison.Ordinal) || words.Contains("территори", StringComparison.Ordinal) ? Column.Region
            : words.Contains("организаци", StringComparison.Ordinal) ? Column.Organisation
            : words.StartsWith("место", StringComparison.Ordinal) || words.StartsWith("адрес", StringComparison.Ordinal) ? Column.Place : Column.None;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+$")]
    private static partial Regex Mailbox();
}
