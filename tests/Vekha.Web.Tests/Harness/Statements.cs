using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;

namespace Vekha.Web.Tests.Harness;

/// <summary>Remembers the statements that the application sends to its database.</summary>
public sealed class Statements : DbCommandInterceptor
{
    private readonly ConcurrentQueue<Statement> all = new();

    public IReadOnlyList<Statement> All => [.. all];

    public void Forget() => all.Clear();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    private void Note(DbCommand command) => all.Enqueue(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
}

/// <summary>A statement with its values: enough to ask the database how it would go about it.</summary>
public sealed record Statement(string Text, IReadOnlyList<(string Name, object? Value)> Values)
{
    /// <summary>The steps of the plan, one a line.</summary>
    public async Task<IReadOnlyList<string>> Explain(DataSource source)
    {
        await using var connection = source.NewConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        if (source.Engine == Engine.Postgres)
        {
            // A small table is read whole, whatever indexes it has; here we ask whether there is another way at all.
            command.CommandText = "SET enable_seqscan = off";
            await command.ExecuteNonQueryAsync();
        }
        command.CommandText = (source.Engine == Engine.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + Text;
        foreach (var (name, value) in Values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(source.Engine == Engine.Sqlite ? 3 : 0));
        return steps;
    }
}

/// <summary>The application with the examples whose statements are counted.</summary>
public abstract class CountedApp(Engine engine) : VekhaApp(engine)
{
    public Statements Statements { get; } = new();

    protected override bool WithExamples => true;

    protected override void Configure(IServiceCollection services) => services.ConfigureDbContext<VekhaDb>(o => o.AddInterceptors(Statements));
}

public sealed class CountedSqliteApp() : CountedApp(Engine.Sqlite);

public sealed class CountedPostgresApp() : CountedApp(Engine.Postgres);
