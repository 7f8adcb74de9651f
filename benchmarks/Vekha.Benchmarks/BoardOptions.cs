namespace Vekha.Benchmarks;

/// <summary>What `./run bench board` or `./run bench facts` was asked for.</summary>
internal sealed record BoardOptions(IReadOnlyList<int> Sizes, string? Postgres, string? Only, int Requests)
{
    /// <summary>A folder that stays afterwards: to look at the town, or to measure it again without filling; <c>null</c> throws it away.</summary>
    public string? Keep { get; init; }

    /// <summary>Hand down to 1,000 units as well.</summary>
    public bool Cascade { get; init; } = true;

    /// <summary>Requests of each page before it is measured: so long the runtime still compiles what is hot a second time.</summary>
    public int Warm { get; init; } = 1000;

    /// <summary>Words that the name of a page holds; <c>null</c> for all pages.</summary>
    public string? Page { get; init; }

    public static BoardOptions? Parse(string[] words)
    {
        var options = new BoardOptions([10_000, 1_000_000], Environment.GetEnvironmentVariable("VEKHA_TEST_POSTGRES"), null, 200);
        for (var i = 0; i + 1 < words.Length; i += 2)
        {
            var value = words[i + 1];
            switch (words[i])
            {
                case "--assignments" or "--facts": options = options with { Sizes = [.. value.Split(',').Select(int.Parse)] }; break;
                case "--postgres": options = options with { Postgres = value }; break;
                case "--only": options = options with { Only = value }; break;
                case "--requests": options = options with { Requests = int.Parse(value) }; break;
                case "--keep": options = options with { Keep = value }; break;
                case "--cascade": options = options with { Cascade = value != "no" }; break;
                case "--warm": options = options with { Warm = int.Parse(value) }; break;
                case "--page": options = options with { Page = value }; break;
                default: return null;
            }
        }
        return words.Length % 2 == 0 ? options : null;
    }
}
