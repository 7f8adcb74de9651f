using System.Text.RegularExpressions;

namespace Vekha.Web.Features.Import;

/// <summary>Private phones and mailboxes in the shown document: whoever needs them opens the file.</summary>
internal static partial class PrivateWords
{
    public static string Hide(string text) => Mobile().Replace(Mailbox().Replace(text, "скрыто"), "скрыто");

    // «8-900-000-00-01», «+7 (900) 000 00 01»
    [GeneratedRegex(@"(?<!\d)(?:\+7|8|7)[\s\u00A0.(-]*9\d{2}[\s\u00A0.)-]*\d{3}[\s\u00A0.-]*\d{2}[\s\u00A0.-]*\d{2}(?!\d)")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Mailbox();
}
