using System.Security.Claims;

namespace Vekha.Web.Platform;

/// <summary>Who acts now, as the sign-in cookie says: enough for the journal and the shell, without asking the database.</summary>
public sealed class Actor(IHttpContextAccessor http)
{
    public const string PersonClaim = "vekha:person";
    public const string ShortNameClaim = "vekha:short";
    public const string UnitClaim = "vekha:unit";
    public const string UnitNameClaim = "vekha:unit-name";

    private (Guid? Id, string Name, string Unit)? instead;

    private ClaimsPrincipal? User => http.HttpContext?.User;

    public bool IsKnown => PersonId is not null;

    /// <summary>The person's identity; <c>null</c> for a guest and for a job.</summary>
    public Guid? PersonId => instead is { } named ? named.Id : Guid.TryParse(User?.FindFirstValue(PersonClaim), out var id) ? id : null;

    /// <summary>«М.А. Зотова»; a guest is «гость», a job «Веха».</summary>
    public string Name => instead?.Name ?? User?.FindFirstValue(ShortNameClaim) ?? (http.HttpContext is null ? "Веха" : "гость");

    /// <summary>«Проектный офис».</summary>
    public string UnitName => instead?.Unit ?? User?.FindFirstValue(UnitNameClaim) ?? "";

    /// <summary>What a person began and a job goes on with is written down in the person's name, until the answer is disposed of.</summary>
    public IDisposable InTheNameOf(Guid? id, string name, string unit)
    {
        instead = (id, name, unit);
        return new Acting(this);
    }

    private sealed class Acting(Actor actor) : IDisposable
    {
        public void Dispose() => actor.instead = null;
    }
}
