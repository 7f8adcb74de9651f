using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Reminders;

/// <summary>«Ритм напоминаний» that a town or a programme has chosen for itself.</summary>
public sealed class RhythmChoice
{
    private RhythmChoice() { }

    /// <summary>The programme, or the organisation for all of its programmes and those below.</summary>
    public Guid ScopeId { get; private init; }

    public ReminderRhythm Rhythm { get; set; } = ReminderRhythm.Usual;

    public int Version { get; private set; }

    public static RhythmChoice Of(Guid scope, ReminderRhythm rhythm) => new() { ScopeId = scope, Rhythm = rhythm };

    internal static void Map(ModelBuilder model) => model.Entity<RhythmChoice>(choice =>
    {
        choice.ToTable("reminder_rhythms").HasKey(c => c.ScopeId);
        choice.Property(c => c.Rhythm).AsJson();
    });
}
