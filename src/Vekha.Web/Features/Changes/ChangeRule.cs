using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Changes;

/// <summary>Who approves a kind of change.</summary>
public enum ChangeDecider
{
    /// <summary>«проектный офис».</summary>
    Office,
    /// <summary>«куратор».</summary>
    Curator,
    /// <summary>«глава»: the office or the curator writes his decision down with its act.</summary>
    Head,
    /// <summary>«коллегиальный орган»: the decision is written down with its minutes.</summary>
    Body,
}

/// <summary>«Кто одобряет»: a line of the programme's matrix by kind of change.</summary>
public sealed class ChangeRule
{
    private ChangeRule() { }

    public ChangeRule(Guid programme, ChangeKind kind, ChangeDecider decider, string? body) => (ProgrammeId, Kind, Decider, Body) = (programme, kind, decider, Named(decider, body));

    public Guid ProgrammeId { get; private set; }
    public ChangeKind Kind { get; private set; }
    public int Version { get; private set; }
    public ChangeDecider Decider { get; private set; }

    /// <summary>Name of the body in the genitive, as its decision is written: «координационного совета».</summary>
    public string? Body { get; private set; }

    public void Set(ChangeDecider decider, string? body) => (Decider, Body) = (decider, Named(decider, body));

    /// <summary>Where the programme has said nothing: days and executors — the curator, the text and the row itself — the head.</summary>
    public static ChangeRule Usual(Guid programme, ChangeKind kind) =>
        new(programme, kind, kind is ChangeKind.Deadline or ChangeKind.Executors ? ChangeDecider.Curator : ChangeDecider.Head, null);

    /// <summary>«координационный совет» → for the page.</summary>
    public string Words => Decider switch
    {
        ChangeDecider.Office => "проектный офис",
        ChangeDecider.Curator => "куратор",
        ChangeDecider.Head => "глава",
        _ => $"коллегиальный орган: решение {Body}",
    };

    private static string? Named(ChangeDecider decider, string? body) =>
        decider == ChangeDecider.Body ? string.IsNullOrWhiteSpace(body) ? "координационного совета" : body.Trim() : null;

    internal static void Map(ModelBuilder model) => model.Entity<ChangeRule>(rule =>
    {
        rule.ToTable("change_rules").HasKey(r => new { r.ProgrammeId, r.Kind });
        rule.HasOne<Programme>().WithMany().HasForeignKey(r => r.ProgrammeId);
    });
}
