using System.Text.RegularExpressions;

namespace Vekha.Events;

/// <summary>A participant in a list that somebody else has made.</summary>
/// <param name="Row">Row of the sheet, from 1.</param>
/// <param name="Name">Surname, name and patronymic.</param>
/// <param name="Email">In small letters, or <c>null</c>.</param>
/// <param name="Phone">As written, or <c>null</c>.</param>
/// <param name="Organisation">Or <c>null</c>.</param>
/// <param name="Post">Or <c>null</c>.</param>
public sealed record Attendee(int Row, string Name, string? Email, string? Phone, string? Organisation, string? Post);

/// <summary>A row of the list that cannot be taken.</summary>
/// <param name="Row">Row of the sheet, from 1.</param>
/// <param name="Words">What is written there.</param>
/// <param name="Why">Why it is not taken, in Russian.</param>
public sealed record AttendeeProblem(int Row, string Words, string Why);

/// <summary>«Список участников»: rows of a table of the host, read by the headings of its columns.</summary>
/// <param name="People">Rows that can be taken, each mailbox once.</param>
/// <param name="Problems">Rows that cannot, with the reason.</param>
public sealed partial record AttendeeList(IReadOnlyList<Attendee> People, IReadOnlyList<AttendeeProblem> Problems)
{
    /// <summary>More rows are no list of participants.</summary>
    public const int Most = 5000;

    private enum Column { None, Name, Surname, First, Patronymic, Email, Phone, Organisation, Post }

    /// <summary>Reads rows of cells; the row with «ФИО» or «Фамилия» is the heading, what stands above it is left out.</summary>
    /// <param name="rows">Cells of each row from left to right.</param>
    public static AttendeeList Read(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var (people, problems, seen) = (new List<Attendee>(), new List<AttendeeProblem>(), new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        var head = Enumerable.Range(0, Math.Min(rows.Count, 30)).FirstOrDefault(i => rows[i].Any(c => Meaning(c) is Column.Name or Column.Surname), -1);
        if (head < 0) return new([], [new(1, "", "Не найдена строка заголовков: нужна графа «ФИО» или «Фамилия»")]);
        Column[] columns = [.. rows[head].Select(Meaning)];
        for (var i = head + 1; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.All(string.IsNullOrWhiteSpace)) continue;
            if (people.Count >= Most)
            {
                problems.Add(new(i + 1, "", $"В списке больше {Most} строк, остальные не прочитаны"));
                break;
            }
            Take(i + 1, row, columns, people, problems, seen);
        }
        return new(people, problems);
    }

    private static void Take(int number, IReadOnlyList<string> row, Column[] columns, List<Attendee> people, List<AttendeeProblem> problems, Dictionary<string, int> seen)
    {
        string? Of(Column wanted) => columns.Zip(row).Where(p => p.First == wanted).Select(p => Clean(p.Second)).FirstOrDefault(v => v is not null);
        var words = string.Join(" · ", row.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => Clean(c)));
        var name = Of(Column.Name) ?? Clean(string.Join(' ', new[] { Of(Column.Surname), Of(Column.First), Of(Column.Patronymic) }.OfType<string>()));
        // «1», «2» in a row of numbers under the heading is no person.
        if (name is null || !name.Any(char.IsLetter))
        {
            if (words.Any(char.IsLetter)) problems.Add(new(number, words, "нет фамилии и имени"));
            return;
        }
        if (name.Length > 200)
        {
            problems.Add(new(number, words[..100] + "…", "имя длиннее 200 знаков"));
            return;
        }
        var email = Of(Column.Email)?.ToLowerInvariant();
        if (email is not null && !IsEmail(email)) problems.Add(new(number, words, $"«{email}» не похоже на адрес почты"));
        else if (email is not null && seen.TryGetValue(email, out var first)) problems.Add(new(number, words, $"адрес {email} уже стоит в строке {first}"));
        else
        {
            if (email is not null) seen[email] = number;
            people.Add(new(number, name, email, Of(Column.Phone), Of(Column.Organisation), Of(Column.Post)));
        }
    }

    /// <summary>Whether these words can be a mailbox.</summary>
    public static bool IsEmail(string words) => words.Length <= 254 && Mailbox().IsMatch(words);

    private static Column Meaning(string heading)
    {
        var words = heading.Trim().ToLowerInvariant();
        return words switch
        {
            _ when words.Contains("почт") || words.Contains("mail") || words.Contains("мейл") => Column.Email,
            _ when words.StartsWith("фио", StringComparison.Ordinal) || words.StartsWith("ф.и.о", StringComparison.Ordinal) || words.Contains("фамилия, имя") || words.Contains("фамилия имя") || words == "участник" => Column.Name,
            _ when words.StartsWith("фамилия", StringComparison.Ordinal) => Column.Surname,
            _ when words.StartsWith("имя", StringComparison.Ordinal) => Column.First,
            _ when words.StartsWith("отчество", StringComparison.Ordinal) => Column.Patronymic,
            _ when words.Contains("телефон") || words.Contains("тел.") => Column.Phone,
            _ when words.Contains("должност") && !words.Contains("организац") => Column.Post,
            _ when words.Contains("организац") || words.Contains("место работы") || words.Contains("учреждени") => Column.Organisation,
            _ => Column.None,
        };
    }

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : string.Join(' ', words.Split((char[])[' ', '\n', '\r', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^[^@\s,;<>""]+@[^@\s,;<>""]+\.[^@\s,;<>"".]{2,}$")]
    private static partial Regex Mailbox();
}
