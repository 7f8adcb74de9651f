using System.Globalization;

namespace Vekha.Cli;

/// <summary>What follows a command: one file and options.</summary>
internal sealed record Options
{
    /// <summary>The file, «-» for the standard input, <c>null</c> where none is named.</summary>
    public string? Path { get; private init; }
    public int? Year { get; private init; }
    public string? Name { get; private init; }
    public bool Full { get; private init; }
    public bool Help { get; private init; }

    /// <summary>How days are counted, or <c>null</c> where no days are asked for.</summary>
    public CountingRules? Rules { get; private init; }

    /// <summary>The options, or <c>null</c> and what is wrong in Russian.</summary>
    /// <param name="args">Words after the command.</param>
    /// <param name="allowed">Options the command knows beside <c>--help</c>.</param>
    public static Options? Parse(string[] args, string[] allowed, out string wrong)
    {
        var options = new Options();
        string? policy = null, calendar = null;
        wrong = "";
        for (var i = 0; i < args.Length && wrong.Length == 0; i++)
        {
            var word = args[i];
            if (word is "--help" or "-h") options = options with { Help = true };
            else if (word is not ['-', _, ..] && options.Path is null) options = options with { Path = word };
            else if (word is not ['-', _, ..]) wrong = "Назовите один файл.";
            else if (!allowed.Contains(word)) wrong = $"Неизвестный параметр {word}.";
            else if (word == "--full") options = options with { Full = true };
            else if (i + 1 == args.Length) wrong = $"После {word} нужно значение.";
            else if (word == "--policy") policy = args[++i];
            else if (word == "--calendar") calendar = args[++i];
            else if (word == "--name") options = options with { Name = args[++i] };
            else if (YearOf(args[++i]) is { } year) options = options with { Year = year };
            else wrong = "После --year нужен год из четырёх цифр.";
        }
        if (wrong.Length == 0 && !options.Help && options.Path is not (null or "-") && !File.Exists(options.Path)) wrong = $"Файла нет: {options.Path}";
        if (wrong.Length == 0 && (policy ?? calendar) is not null) options = options with { Rules = CountingRules.Find(policy, calendar, out wrong) };
        return wrong.Length == 0 ? options : null;
    }

    /// <summary>Opens the file or the standard input.</summary>
    public Stream Open() => Path is null or "-" ? Console.OpenStandardInput() : File.OpenRead(Path);

    private static int? YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2199 ? year : null;
}
