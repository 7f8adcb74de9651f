using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>What a person said columns mean: it goes over what their headings and cells seem to say.</summary>
internal sealed class SaidColumns
{
    private static readonly Dictionary<string, Meaning> Names = Enum.GetValues<Meaning>().ToDictionary(Name);

    private readonly Dictionary<string, Meaning> said = [];

    public SaidColumns(IReadOnlyDictionary<string, string>? columns)
    {
        foreach (var (heading, name) in columns ?? new Dictionary<string, string>())
            if (Words.Key(heading) is { Length: > 0 } key && Names.TryGetValue(name, out var meaning)) said[key] = meaning;
    }

    /// <summary>The heading with the meanings a person gave. A table keeps exactly one column that names the measure.</summary>
    public TableHeader Over(TableHeader mended)
    {
        if (!mended.Columns.Any(IsSaid)) return mended;
        var columns = Array.ConvertAll(mended.Columns, c => IsSaid(c) ? c with { Meaning = said[c.Key] } : c);
        // Nothing left to name the measure: what was read stays.
        if (columns.All(c => c.Meaning != Meaning.Title))
            columns = [.. columns.Zip(mended.Columns, (now, read) => read.Meaning == Meaning.Title ? read : now)];
        var title = Array.FindIndex(columns, c => c.Meaning == Meaning.Title && IsSaid(c));
        // «Описание» is the measure now: what stood for it before tells of its way.
        for (var c = 0; c < columns.Length && title >= 0; c++)
            if (c != title && columns[c].Meaning == Meaning.Title) columns[c] = columns[c] with { Meaning = Meaning.Method };
        return mended with { Columns = columns, TitleStandsIn = mended.TitleStandsIn && title < 0 && columns.Any(c => c.Meaning == Meaning.Leader) };
    }

    /// <summary>A column as the draft tells of it.</summary>
    public static ColumnDraft Draft(Column column, Meaning read) =>
        new(column.Heading, Name(column.Meaning)) { ReadAs = column.Meaning == read ? null : Name(read) };

    private bool IsSaid(Column column) => said.ContainsKey(column.Key);

    private static string Name(Meaning meaning) => meaning switch
    {
        Meaning.Unknown => "none",
        Meaning.CoExecutor => "co-executor",
        _ => meaning.ToString().ToLowerInvariant(),
    };
}
