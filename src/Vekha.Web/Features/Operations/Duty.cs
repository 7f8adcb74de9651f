using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Features.Operations;

/// <summary>
/// Whose business the installation is: an administrator of a whole organisation. For one of a unit below the letters and
/// jobs of all do not exist.
/// </summary>
public sealed class Duty(VekhaDb db, CurrentPerson me)
{
    public async Task<bool> IsMine()
    {
        var held = (await me.Get()).Roles.Where(r => r.RevokedAt is null && r.Role == Role.Administrator).Select(r => r.UnitId).ToArray();
        return await db.Organisations.AnyAsync(o => held.Contains(o.Id) && o.ParentId == null);
    }
}
