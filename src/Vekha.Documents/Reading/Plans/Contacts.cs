using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Contacts printed under a plan: they give no measures, and private phones and mailboxes are not shown.</summary>
internal static partial class Contacts
{
    [GeneratedRegex(@"^\W*(?:контакт\w*|справки\s+по\s+тел\w*|телефон\w*)\W*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"(?:\+7|8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Private { get; }

    public static List<ContactDraft> Of(RawPlan raw)
    {
        var lines = raw.After.Where(l => !l.IsBlank).ToList();
        var start = lines.FindIndex(l => Heading.IsMatch(l.Text));
        if (start < 0) return [];
        return [.. lines.Skip(start).Select(l => Heading.Replace(l.Text, "")).Where(t => t.Length > 0)
            .Select(t => Private.IsMatch(t) ? new ContactDraft(Private.Replace(t, "скрыто").Trim(), true) : new ContactDraft(Words.Line(t), false))];
    }
}
