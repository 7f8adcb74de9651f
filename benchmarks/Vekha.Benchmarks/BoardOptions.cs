namespace Vekha.Benchmarks;

/// <summary>What `./run bench board` or `./run bench facts` was asked for.</summary>
internal sealed record BoardOptions(IReadOnlyList<int> Sizes, string? Postgres, string? Only, int Requests)
{
    public static BoardOptions? Parse(string[] words)
    {
        var options = new BoardOptions([100_000], Environment.GetEnvironmentVariable("VEKHA_TEST_POSTGRES"), null, 300);
        for (var i = 0; i + 1 < words.Length; i += 2)
        {
            var value = words[i + 1];
            switch (words[i])
            {
                case "--assignments" or "--facts": options = options with { Sizes = [.. value.Split(',').Select(int.Parse)] }; break;
                case "--postgres": options = options with { Postgres = value }; break;
                case "--only": options = options with { Only = value }; break;
                case "--requests": options = options with { Requests = int.Parse(value) }; break;
                default: return null;
            }
        }
        return words.Length % 2 == 0 ? options : null;
    }
}
