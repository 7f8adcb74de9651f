namespace Vekha.Benchmarks;

/// <summary>A request in figures.</summary>
/// <param name="Web">Milliseconds of the web process's processor.</param>
/// <param name="Database">Milliseconds of the database server's processor; 0 where the database lives in the web process.</param>
/// <param name="Wall">Milliseconds by the clock, waiting of a busy machine included.</param>
internal sealed record Figure(double Web, double Database, double Wall, int Bytes)
{
    public double Cpu => Web + Database;
}

/// <summary>All figures of a run as one table, with how each grows with the size.</summary>
internal sealed class BoardFigures
{
    private readonly List<(string Column, string What, Figure Figure)> all = [];

    public void Note(string column, string what, Figure figure)
    {
        all.Add((column, what, figure));
        Console.WriteLine($"  {what}: {figure.Cpu:N2} ms of processor{(figure.Database > 0 ? $" ({figure.Database:N2} in the database)" : "")}; {figure.Wall:N1} ms by the clock{(figure.Bytes > 0 ? $"; {figure.Bytes / 1024} KB" : "")}");
    }

    /// <summary>Rows are pages, columns are databases and sizes; the last columns compare the largest size with the smallest.</summary>
    public void Print()
    {
        var columns = all.Select(f => f.Column).Distinct().ToList();
        var engines = columns.GroupBy(c => c.Split(' ')[0]).Where(g => g.Count() > 1).ToList();
        Console.WriteLine($"\nProcessor milliseconds a request\n| what | {string.Join(" | ", columns)} | {string.Join(" | ", engines.Select(e => $"{e.Key} grows"))} |");
        Console.WriteLine($"|---|{string.Concat(columns.Concat(engines.Select(e => e.Key)).Select(_ => "---|"))}");
        foreach (var what in all.Select(f => f.What).Distinct())
        {
            double? Of(string column) => all.Where(f => f.Column == column && f.What == what).Select(f => (double?)f.Figure.Cpu).FirstOrDefault();
            var cells = columns.Select(c => Of(c) is { } cpu ? $"{cpu:N2}" : "");
            var growth = engines.Select(e => Of(e.First()) is { } first && Of(e.Last()) is { } last ? $"× {last / first:N2}" : "");
            Console.WriteLine($"| {what} | {string.Join(" | ", cells)} | {string.Join(" | ", growth)} |");
        }
    }
}
