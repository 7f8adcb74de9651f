namespace Vekha.Web.Features.Plans;

/// <summary>«Редакция плана»: what was approved, by whom, by which act. It is never edited.</summary>
public sealed class PlanVersion
{
    private PlanVersion() { }

    internal PlanVersion(Guid planId, int number, Approval approval, string text, DateTimeOffset at, Guid by)
    {
        Id = Guid.CreateVersion7();
        PlanId = planId;
        Number = number;
        ApprovedOn = approval.On;
        Act = approval.Act;
        Post = approval.Post;
        Name = approval.Name;
        Text = text;
        At = at;
        ById = by;
    }

    public Guid Id { get; private set; }
    public Guid PlanId { get; private set; }
    public int Number { get; private set; }
    public DateOnly ApprovedOn { get; private set; }

    /// <summary>«постановлением администрации от … № …» in the instrumental case; <c>null</c> for a plain УТВЕРЖДАЮ.</summary>
    public string? Act { get; private set; }

    /// <summary>Post of the one who approved: «Глава городского округа Химки».</summary>
    public string Post { get; private set; } = "";

    /// <summary>«С.П. Орлов».</summary>
    public string Name { get; private set; } = "";

    /// <summary>The rows as approved, frozen (JSON).</summary>
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public Guid ById { get; private set; }
}

/// <summary>«Утверждение»: the words of the approval block.</summary>
/// <param name="On">The day of approval.</param>
/// <param name="Post">Post of the one who approves.</param>
/// <param name="Name">Initials and family name.</param>
/// <param name="Act">Act in the instrumental case, or <c>null</c>.</param>
public sealed record Approval(DateOnly On, string Post, string Name, string? Act);
