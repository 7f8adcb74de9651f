namespace Vekha.Documents.Reading;

/// <summary>What a file may cost. No plan on paper comes near; beyond them a file is a mistake or an attack.</summary>
internal static class ReadingLimits
{
    /// <summary>Size of a file, in bytes.</summary>
    public const int FileBytes = 30 * 1024 * 1024;

    /// <summary>Size of all parts of a package together, unpacked.</summary>
    public const long UnpackedBytes = 300L * 1024 * 1024;

    /// <summary>Parts of a package.</summary>
    public const int Parts = 5_000;

    /// <summary>How many times a large part may be larger than it is packed; honest parts stay below a hundred.</summary>
    public const int PackingRatio = 300;

    /// <summary>Parts below this size are not measured against <see cref="PackingRatio"/>.</summary>
    public const long SmallPart = 10L * 1024 * 1024;

    /// <summary>Elements inside elements.</summary>
    public const int XmlDepth = 256;

    /// <summary>Characters of text that come out of a file.</summary>
    public const int Characters = 20_000_000;

    /// <summary>Rows of all tables together.</summary>
    public const int Rows = 20_000;

    /// <summary>Cells of all tables together.</summary>
    public const int Cells = 1_000_000;

    /// <summary>Columns of a table.</summary>
    public const int Columns = 512;

    public static string TooManyRows => $"В файле больше {Rows / 1000} {Rows % 1000:000} строк. Оставьте в нём только план и загрузите ещё раз.";
}
