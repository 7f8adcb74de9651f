namespace Vekha.Maps;

/// <summary>«Адрес плиток»: where a town's own tile server answers, with {z}, {x} and {y} in their places.</summary>
public static class TileAddress
{
    /// <summary>What is wrong with an address, in Russian without a capital letter; <c>null</c> when nothing is.</summary>
    public static string? Problem(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Length > 300) return "адрес длиннее 300 знаков";
        if (!address.Contains("{z}", StringComparison.Ordinal) || !address.Contains("{x}", StringComparison.Ordinal) || !address.Contains("{y}", StringComparison.Ordinal)) return "в адресе нет мест {z}, {x} и {y}";
        if (HostOf(address) is null) return "нужен адрес вида https://tiles.town.ru/{z}/{x}/{y}.png";
        return null;
    }

    /// <summary>The origin the content policy has to allow: «https://tiles.town.ru»; <c>null</c> for what is no such address.</summary>
    public static string? HostOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        // Spaces, quotes and semicolons would end a word of the policy and begin another.
        if (address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or '\'' or ';' or ',' or '\\' or '<' or '>')) return null;
        var plain = address.Replace("{z}", "0", StringComparison.Ordinal).Replace("{x}", "0", StringComparison.Ordinal).Replace("{y}", "0", StringComparison.Ordinal);
        if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || uri.Host.Length == 0 || address.IndexOf('{', StringComparison.Ordinal) < address.IndexOf('/', address.IndexOf("//", StringComparison.Ordinal) + 2)) return null;
        return uri.IsDefaultPort ? $"{uri.Scheme}://{uri.IdnHost}" : $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}";
    }

    /// <summary>The address of one tile.</summary>
    public static string Of(string address, MapTile tile)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(tile);
        static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return address.Replace("{z}", Text(tile.Zoom), StringComparison.Ordinal).Replace("{x}", Text(tile.Column), StringComparison.Ordinal).Replace("{y}", Text(tile.Row), StringComparison.Ordinal);
    }
}
