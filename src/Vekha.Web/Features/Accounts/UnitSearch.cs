using System.Globalization;
using System.Text.RegularExpressions;

namespace Vekha.Web.Features.Accounts;

/// <summary>Search by words where the database does not know that «К» and «к» are one letter.</summary>
public static partial class UnitSearch
{
    private static readonly CultureInfo Russian = new("ru-RU");

    /// <summary>Units whose name, short name or territory holds every word, in small letters, with a capital one or in capitals.</summary>
    public static IQueryable<Organisation> Named(this IQueryable<Organisation> units, string words)
    {
        foreach (var (typed, small, capital, capitals) in Spellings(words))
            units = units.Where(o => o.Name.Contains(typed) || o.Name.Contains(small) || o.Name.Contains(capital) || o.Name.Contains(capitals)
                || o.ShortName.Contains(typed) || o.ShortName.Contains(small) || o.ShortName.Contains(capital) || o.ShortName.Contains(capitals)
                || (o.Territory != null && (o.Territory.Contains(typed) || o.Territory.Contains(small) || o.Territory.Contains(capital))));
        return units;
    }

    /// <summary>People whose name, post or mailbox holds every word.</summary>
    public static IQueryable<Person> Named(this IQueryable<Person> people, string words)
    {
        foreach (var (typed, small, capital, capitals) in Spellings(words))
            people = people.Where(p => p.FullName.Contains(typed) || p.FullName.Contains(small) || p.FullName.Contains(capital) || p.FullName.Contains(capitals)
                || p.Post.Contains(typed) || p.Post.Contains(small) || p.Post.Contains(capital) || (p.Email != null && p.Email.Contains(small)));
        return people;
    }

    private static IEnumerable<(string Typed, string Small, string Capital, string Capitals)> Spellings(string words) => Word.Matches(words).Take(8).Select(m =>
    {
        var small = m.Value.ToLower(Russian);
        return (m.Value, small, char.ToUpper(small[0], Russian) + small[1..], m.Value.ToUpper(Russian));
    });

    [GeneratedRegex(@"[\p{L}\d][\p{L}\d@._-]*")]
    private static partial Regex Word { get; }
}
