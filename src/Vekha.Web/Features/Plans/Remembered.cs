using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>What kind of decision is remembered.</summary>
public enum RememberedKind
{
    /// <summary>A rule of counting: «до» inclusive, where a day off goes.</summary>
    Rule,

    /// <summary>One body in two spellings, or two that differ.</summary>
    Spelling,

    /// <summary>A list of executors a person put in place of what the cell says; members of a class.</summary>
    Executors,

    /// <summary>The unit or person behind a name.</summary>
    Match,

    /// <summary>What a short name stands for.</summary>
    Abbreviation,

    /// <summary>What a column of a table means.</summary>
    Column,
}

/// <summary>«Запомненное решение»: how a person of an organisation decided once; the next document of the same organisation is read with it, visibly.</summary>
public sealed class Remembered
{
    private Remembered() { }

    /// <param name="organisation">Whose documents it holds for.</param>
    /// <param name="key">What it is about, without case and spaces: equal keys are one decision.</param>
    /// <param name="words">What it is about as a person reads it.</param>
    /// <param name="value">What was decided, as the program takes it.</param>
    /// <param name="shown">What was decided as a person reads it.</param>
    /// <param name="source">The document in which it was decided.</param>
    public Remembered(Guid organisation, RememberedKind kind, string key, string words, string value, string shown, string source, DateTimeOffset at, Actor by)
    {
        Id = Guid.CreateVersion7();
        OrganisationId = organisation;
        (Kind, Key, Words) = (kind, key, words);
        (Value, Shown, Source, At, By) = (value, shown, source, at, by.Name);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid OrganisationId { get; private set; }
    public RememberedKind Kind { get; private set; }
    public string Key { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string Value { get; private set; } = "";
    public string Shown { get; private set; } = "";

    /// <summary>Name of the document.</summary>
    public string Source { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public string By { get; private set; } = "";

    /// <summary>Writes a decision down, or puts it in the place of the earlier one about the same thing. Save yourself.</summary>
    public static async Task Keep(VekhaDb db, Remembered decision)
    {
        var known = await db.Remembered.SingleOrDefaultAsync(r => r.OrganisationId == decision.OrganisationId && r.Kind == decision.Kind && r.Key == decision.Key);
        if (known is null) db.Add(decision);
        else (known.Value, known.Shown, known.Source, known.At, known.By) = (decision.Value, decision.Shown, decision.Source, decision.At, decision.By);
    }

    internal static void Map(ModelBuilder model) => model.Entity<Remembered>(remembered =>
    {
        remembered.ToTable("remembered").HasKey(r => r.Id);
        remembered.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId);
        remembered.HasIndex(r => new { r.OrganisationId, r.Kind, r.Key }).IsUnique();
    });
}
