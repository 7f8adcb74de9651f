using Vekha.Resolving;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>
/// «Программа»: a public programme of a town, a region or an NGO; it holds the plans and the rules they are
/// counted by.
/// </summary>
public sealed partial class Programme
{
    private Programme() { }

    public Programme(string name, Guid organisationId, string territory, DeadlinePolicy policy)
    {
        Id = Guid.CreateVersion7();
        Describe(name, organisationId, territory);
        Policy = policy;
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>Short name people use: «Краеведческий портал».</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whose programme it is; roles are held in this unit or above it.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>«Городской округ Химки»: printed under the name and on the portal.</summary>
    public string Territory { get; private set; } = "";

    /// <summary>How this programme counts days.</summary>
    public DeadlinePolicy Policy { get; private set; } = DeadlinePolicy.Municipal;

    /// <summary>The day its pages speak about when nobody names one; <c>null</c> for today. Examples open in the middle of their life.</summary>
    public DateOnly? ShownOn { get; set; }

    /// <summary>The day acts in this programme are dated by: an example lives on its own day.</summary>
    public DateOnly Today(DateTimeOffset now) => ShownOn ?? Policy.DayAt(now);

    /// <summary>
    /// The day of an executor whose unit keeps a time of its own: his last day lasts until 24:00 where he is (ст. 194 ГК), so that
    /// 23:30 in Калининград is still in time for Moscow. Further east the day of the programme holds: nothing is dated ahead of it.
    /// </summary>
    public DateOnly Today(DateTimeOffset now, TimeZoneInfo? executor)
    {
        if (executor is null) return Today(now);
        var there = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, executor).DateTime);
        return ShownOn is null && there < Today(now) ? there : Today(now);
    }

    /// <summary>Whether guests see it on the portal.</summary>
    public bool IsPublic { get; set; }

    public void Describe(string name, Guid organisationId, string territory)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new Refusal("Программа не сохранена", "У неё нет названия", "Назовите её так, как говорят между собой: «Краеведческий портал»") { Field = "Input.Name" };
        Name = name.Trim();
        OrganisationId = organisationId;
        Territory = territory.Trim();
    }

    /// <summary>Changes how days are counted. Days already on control stay: a rule does not move what was approved.</summary>
    public void CountBy(DeadlinePolicy policy) => Policy = policy;
}
