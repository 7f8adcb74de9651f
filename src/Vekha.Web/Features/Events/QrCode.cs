using System.Collections;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Vekha.Web.Features.Events;

/// <summary>«QR-код» as a drawing the server writes: no picture file, no script, sharp on paper.</summary>
internal static class QrCode
{
    /// <param name="words">What a scanner reads.</param>
    /// <param name="label">What the drawing is, for a screen reader.</param>
    public static IHtmlContent Svg(string words, string label)
    {
        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode(words, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg class=\"v-qr\" width=\"232\" height=\"232\" viewBox=\"0 0 {size} {size}\" role=\"img\" shape-rendering=\"crispEdges\"><title>{System.Net.WebUtility.HtmlEncode(label)}</title><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path fill=\"#000\" d=\"");
        for (var y = 0; y < size; y++) Row(text, code.ModuleMatrix[y], y);
        return new HtmlString(text.Append("\"/></svg>").ToString());
    }

    // Neighbouring modules are one stroke.
    private static void Row(StringBuilder text, BitArray row, int y)
    {
        for (var x = 0; x < row.Count; x++)
        {
            if (!row[x]) continue;
            var end = x;
            while (end < row.Count && row[end]) end++;
            text.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{end - x}v1h-{end - x}z");
            x = end;
        }
    }
}
