using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>How this installation was started: <c>--port N --data DIR [--database URL] [--empty] [--zone NAME] [--jobs off]</c>.</summary>
public sealed record Installation
{
    public required string DataFolder { get; init; }

    public required DataSource Database { get; init; }

    public int? Port { get; init; }

    /// <summary>Without the example programmes and the demo accounts.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>This instance does jobs, too; of several one may be left to answer pages only.</summary>
    public bool RunsJobs { get; init; } = true;

    /// <summary>The zone in which a day begins where a territory does not say its own.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public static Installation Read(IConfiguration words)
    {
        var data = Path.GetFullPath(words["data"] ?? "data");
        return new()
        {
            DataFolder = data,
            Database = words["database"] is { Length: > 0 } address
                ? DataSource.PostgresServer(address)
                : DataSource.SqliteFile(Path.Combine(data, "vekha.db")),
            Port = int.TryParse(words["port"], out var port) ? port : null,
            IsEmpty = words["empty"] is "true" or "",
            RunsJobs = words["jobs"] is not "off",
            Zone = TimeZoneInfo.FindSystemTimeZoneById(words["zone"] ?? "Europe/Moscow"),
        };
    }
}
