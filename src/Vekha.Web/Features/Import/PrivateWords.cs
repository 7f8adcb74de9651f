using System.Text.RegularExpressions;

namespace Vekha.Web.Features.Import;

/// <summary>The document as it is shown: private phones and mailboxes are hidden, marks of footnotes stand above the line.</summary>
internal static partial class PrivateWords
{
    public static string Hide(string text) => Note().Replace(Mobile().Replace(Mailbox().Replace(text, "скрыто"), "скрыто"), m => string.Concat(m.Groups[1].Value.Select(d => "⁰¹²³⁴⁵⁶⁷⁸⁹"[d - '0'])));

    // «ЛОИРО[^1]» is printed as «ЛОИРО¹».
    [GeneratedRegex(@"\[\^([0-9]{1,3})\]")]
    private static partial Regex Note();

    // «8-900-000-00-01», «+7 (900) 000 00 01»
    [GeneratedRegex(@"(?<!\d)(?:\+7|8|7)[\s\u00A0.(-]*9\d{2}[\s\u00A0.)-]*\d{3}[\s\u00A0.-]*\d{2}[\s\u00A0.-]*\d{2}(?!\d)")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Mailbox();
}
