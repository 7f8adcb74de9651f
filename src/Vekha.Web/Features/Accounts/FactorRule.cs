using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Accounts;

/// <summary>«Кому обязателен второй фактор»: a role whose holders do not work without it.</summary>
public sealed class FactorRule
{
    private FactorRule() { }

    public FactorRule(Role role, string by, DateTimeOffset at) => (Role, By, At) = (role, by, at);

    public Role Role { get; private init; }
    public string By { get; private init; } = "";
    public DateTimeOffset At { get; private init; }

    internal static void Map(ModelBuilder model) => model.Entity<FactorRule>(rule =>
    {
        rule.ToTable("factor_rules").HasKey(r => r.Role);
        rule.Property(r => r.By).HasColumnName("by_name");
    });
}

public static class FactorSets
{
    /// <summary>Stands in the session of who owes a second factor and has none yet.</summary>
    internal const string Owed = "vekha:factor-owed";

    extension(VekhaDb db)
    {
        public DbSet<FactorRule> FactorRules => db.Set<FactorRule>();

        /// <summary>Whether somebody administers a whole organisation: what holds for the installation is his to decide.</summary>
        public async Task<bool> KeepsWhole(CurrentPerson me)
        {
            var held = (await me.Get()).Roles.Where(r => r.RevokedAt is null && r.Role == Role.Administrator).Select(r => r.UnitId).ToArray();
            return await db.Organisations.AnyAsync(o => held.Contains(o.Id) && o.ParentId == null);
        }

        /// <summary>Whether a role of the person asks for the second factor.</summary>
        public async Task<bool> AsksFactor(Person person)
        {
            var held = person.Roles.Where(r => r.RevokedAt is null).Select(r => r.Role).ToHashSet();
            return (await db.FactorRules.AsNoTracking().Select(r => r.Role).ToListAsync()).Exists(held.Contains);
        }
    }
}

/// <summary>Whoever owes a second factor comes to its page first and nowhere else.</summary>
internal sealed class FactorFilter : IAsyncPageFilter
{
    public const string Page = "/desk/factor";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!context.HttpContext.User.HasClaim(c => c.Type == FactorSets.Owed) || !request.Path.StartsWithSegments("/desk") || request.Path.StartsWithSegments(Page)) return next();
        context.Result = new LocalRedirectResult(Page);
        return Task.CompletedTask;
    }
}
