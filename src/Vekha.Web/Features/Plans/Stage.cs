using Vekha.Deadlines;

namespace Vekha.Web.Features.Plans;

/// <summary>«Этап», «раздел», «шаг» of a plan.</summary>
public sealed class Stage
{
    private Stage() { }

    internal Stage(Guid planId, int position, string title, string? number, string code)
    {
        Id = Guid.CreateVersion7();
        PlanId = planId;
        Position = position;
        Title = title.Trim();
        Number = number;
        Code = code;
    }

    public Guid Id { get; private set; }
    public Guid PlanId { get; private set; }
    public int Position { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Number as printed, or <c>null</c>.</summary>
    public string? Number { get; private set; }

    /// <summary>Short letter or number that opens the codes of its measures: «П» in «П.3». «» where numbers do not start again.</summary>
    public string Code { get; private set; } = "";

    public string? Outcome { get; set; }
    public string? DeadlineText { get; set; }
    public List<Deadline> Deadlines { get; set; } = [];
}
