using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Vekha.Plans;

namespace Vekha.Web.Features.Import;

/// <summary>
/// How a thing looked when a form was drawn: two people who confirm different rows of one document do not disturb each
/// other, two who change the same row see both texts.
/// </summary>
internal static class Seen
{
    public static string Of(ReviewRow row) => Short(ImportJson.Write(row));

    public static string Of(ReviewQuestion question) => Short(ImportJson.Write(question));

    /// <summary>For what touches the whole: order, undo, the head, the plan itself.</summary>
    public static string Of(ImportDraft draft) => draft.Version.ToString(CultureInfo.InvariantCulture);

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
