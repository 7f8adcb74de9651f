using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>Who did something to a form, with the name as it was then.</summary>
public sealed record FormAuthor(Guid? Id, string Name)
{
    public static FormAuthor Of(Actor actor) => new(actor.PersonId, actor.Name);
}
