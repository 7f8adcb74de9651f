using System.Globalization;
using System.Text;
using QRCoder;

namespace Vekha.Web.Features.Accounts;

/// <summary>What a telephone reads: the address of the secret, its picture, its letters.</summary>
internal static class FactorCode
{
    /// <summary>«otpauth://…», as every program of codes understands it.</summary>
    public static string Address(string owner, string login, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(owner)}:{Uri.EscapeDataString(login)}?secret={key}&issuer={Uri.EscapeDataString(owner)}&digits=6&period=30";

    /// <summary>«ABCD EFGH …»: the letters to type where nothing can be read.</summary>
    public static string Spaced(string key) => string.Join(' ', key.ToUpperInvariant().Chunk(4).Select(c => new string(c)));

    /// <summary>The dark squares as one path of an SVG, one unit each.</summary>
    /// <returns>The path and the side of the picture.</returns>
    public static (string Path, int Side) Picture(string address)
    {
        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
            for (var x = 0; x < code.ModuleMatrix[y].Length; x++)
                if (code.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return (path.ToString(), code.ModuleMatrix.Count);
    }
}
