using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vekha.Web.Data;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Faults;

/// <summary>
/// One of several instances over a database. Killed, it reaches the database no more: no save, no heartbeat, no last word,
/// as a process that is gone.
/// </summary>
public sealed class MortalApp(TestDatabase database) : VekhaApp(database.Engine, database)
{
    public Death Death { get; } = new();

    protected override void Configure(IServiceCollection services)
    {
        services.ConfigureDbContext<VekhaDb>(o => o.AddInterceptors(Death, new DeadTransactions(Death)));
        // A dying instance complains a lot.
        services.AddLogging(log => log.ClearProviders());
    }

    private sealed class DeadTransactions(Death death) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            death.Count();
            return ValueTask.FromResult(result);
        }
    }
}

/// <summary>When an instance dies, and that it stays dead until it is started anew.</summary>
public sealed class Death : DbCommandInterceptor
{
    private int left = int.MaxValue;
    private volatile bool isDead;

    public bool IsDead => isDead;

    /// <summary>Dies in the middle of the n-th save from now, before it is committed.</summary>
    public void AtSave(int number) => left = number;

    public void Now() => isDead = true;

    /// <summary>The instance is started again.</summary>
    public void Undo() => (isDead, left) = (false, int.MaxValue);

    internal void Count()
    {
        if (Interlocked.Decrement(ref left) == 0) isDead = true;
        Check();
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Check();
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check();
        return ValueTask.FromResult(result);
    }

    private void Check()
    {
        if (isDead) throw new IOException("killed");
    }
}
