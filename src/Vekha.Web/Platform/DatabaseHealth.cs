using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>Ready means: the database answers and has the schema this program expects.</summary>
internal sealed class DatabaseHealth(VekhaDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var applied = await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM migrations").ToListAsync(cancellationToken);
        var missing = Migrator.NamesFor(db.Engine).Except(applied).ToList();
        return missing.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Not applied: " + string.Join(", ", missing));
    }
}
